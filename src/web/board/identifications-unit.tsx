/** Which unit: who asserts what of which event, and words that may be read in more than one way. Nothing here settles it. */
import type { UnitAssertion } from "../../core/identification/identification.ts";
import { Reliability } from "../../core/source/source.ts";
import type { CaseEvents } from "./exhibits-card.tsx";
import { t } from "../words/t.ts";
import type { IdentificationDraft } from "./identifications-draft.ts";

interface UnitProps {
  readonly draft: Pick<IdentificationDraft, "assertions" | "speech" | "event">;
  readonly events: CaseEvents;
  readonly onChange: (change: Partial<Pick<IdentificationDraft, "assertions" | "speech">>) => void;
}

export function UnitFields({ draft: { assertions, speech, event }, events, onChange }: UnitProps) {
  const change = (at: number, more: Partial<UnitAssertion>) =>
    onChange({ assertions: assertions.map((one, place) => (place === at ? { ...one, ...more } : one)) });
  const changeToken = (at: number, more: Partial<IdentificationDraft["speech"][number]>) =>
    onChange({ speech: speech.map((token, place) => (place === at ? { ...token, ...more } : token)) });
  return (
    <div className="form-stack">
      {assertions.map((one, at) => (
        <fieldset key={at} className="mark-row">
          <legend>{t("claims.identifications.assertion", { number: at + 1 })}</legend>
          <div className="claim-row">
            <label className="label">
              <span>{t("claims.identifications.assertion-by")}</span>
              <input
                dir="auto"
                className="field"
                value={one.by}
                maxLength={200}
                onChange={({ target }) => change(at, { by: target.value })}
              />
            </label>
            <label className="label">
              <span>{t("claims.identifications.letter")}</span>
              <select
                className="field"
                value={one.reliability}
                onChange={({ target }) => change(at, { reliability: Reliability.parse(target.value) })}
              >
                {Reliability.options.map((letter) => (
                  <option key={letter}>{letter}</option>
                ))}
              </select>
            </label>
            <label className="label">
              <span>{t("claims.identifications.assertion-event")}</span>
              <select
                className="field"
                value={one.event}
                onChange={({ target }) => change(at, { event: events.find(({ id }) => id === target.value)?.id ?? "unassigned" })}
              >
                <option value="unassigned">{t("claims.identifications.unassigned")}</option>
                {events.map(({ id, title }) => (
                  <option key={id} value={id}>
                    {`${id} ${title}`}
                  </option>
                ))}
              </select>
            </label>
          </div>
          <div className="claim-row">
            <label className="label is-wide">
              <span>{t("claims.identifications.assertion-says")}</span>
              <input
                dir="auto"
                className="field"
                value={one.says.is === "unit" && one.event === event ? one.says.words : ""}
                maxLength={2000}
                disabled={one.says.is === "unclear" || one.event !== event}
                onChange={({ target }) => change(at, { says: { is: "unit", words: target.value } })}
              />
            </label>
            <label className="check">
              <input
                type="checkbox"
                checked={one.says.is === "unclear"}
                disabled={one.event !== event}
                onChange={({ target }) => change(at, { says: target.checked ? { is: "unclear" } : { is: "unit", words: "" } })}
              />{" "}
              {t("claims.identifications.says-unclear")}
            </label>
            <button
              type="button"
              className="button"
              onClick={() => onChange({ assertions: assertions.filter((_, place) => place !== at) })}
            >
              {t("claims.identifications.remove-assertion", { number: at + 1 })}
            </button>
          </div>
          {one.event === event ? null : <p className="small tone-narrower">{t("claims.identifications.not-carried")}</p>}
        </fieldset>
      ))}
      {speech.map((token, at) => (
        <fieldset key={at} className="mark-row">
          <legend>{t("claims.identifications.token", { number: at + 1 })}</legend>
          <div className="claim-row">
            <label className="label">
              <span>{t("claims.identifications.token-words")}</span>
              <input
                dir="auto"
                className="field"
                value={token.words}
                maxLength={200}
                onChange={({ target }) => changeToken(at, { words: target.value })}
              />
            </label>
            <label className="label is-wide">
              <span>{t("claims.identifications.token-readings")}</span>
              <input
                dir="auto"
                className="field"
                value={token.readings.join("; ")}
                maxLength={2000}
                onChange={({ target }) => changeToken(at, { readings: target.value.split(/;\s?/u).slice(0, 10) })}
              />
            </label>
            <button type="button" className="button" onClick={() => onChange({ speech: speech.filter((_, place) => place !== at) })}>
              {t("claims.identifications.remove-token", { number: at + 1 })}
            </button>
          </div>
        </fieldset>
      ))}
      <p className="exhibit-actions">
        <button
          type="button"
          className="button"
          onClick={() =>
            onChange({
              assertions: [
                ...assertions,
                { by: "", source: "unknown", reliability: "F", says: { is: "unit", words: "" }, event, claim: null },
              ],
            })
          }
        >
          {t("claims.identifications.add-assertion")}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => onChange({ speech: [...speech, { words: "", readings: [""], observations: [] }] })}
        >
          {t("claims.identifications.add-token")}
        </button>
      </p>
    </div>
  );
}
