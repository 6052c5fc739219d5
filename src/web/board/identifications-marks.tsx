/** Second rung: marks, with what is on record for the day on which they were worn. */
import { taxonomy } from "../../core/identification/taxonomy-data.ts";
import type { MarkingMeaning } from "../../core/identification/taxonomy.ts";
import { meaningsOn } from "../../reason/identification/marking-meanings.ts";
import { t } from "../words/t.ts";
import type { IdentificationDraft } from "./identifications-draft.ts";

interface MarksProps {
  readonly means: IdentificationDraft["means"];
  /** Day of the item, where it is known; what a new mark begins with. */
  readonly day: string;
  readonly onMeans: (means: IdentificationDraft["means"]) => void;
}

export function MarkFields({ means, day, onMeans }: MarksProps) {
  const change = (at: number, more: Partial<IdentificationDraft["means"][number]>) =>
    onMeans(means.map((mark, place) => (place === at ? { ...mark, ...more } : mark)));
  return (
    <div className="form-stack">
      {means.map((mark, at) => {
        const meanings = meaningsOn(taxonomy, mark.marking, mark.day);
        return (
          <fieldset key={at} className="mark-row">
            <legend className="visually-hidden">{t("claims.identifications.mark-number", { number: at + 1 })}</legend>
            <div className="claim-row">
              <label className="label">
                <span>{t("claims.identifications.mark")}</span>
                <select className="field" value={mark.marking} onChange={({ target }) => change(at, { marking: target.value })}>
                  {taxonomy.markings.map(({ key, label }) => (
                    <option key={key} value={key}>
                      {label}
                    </option>
                  ))}
                </select>
              </label>
              <label className="label">
                <span>{t("claims.identifications.mark-day")}</span>
                <input className="field" type="date" value={mark.day} onChange={({ target }) => change(at, { day: target.value })} />
              </label>
              <button type="button" className="button" onClick={() => onMeans(means.filter((_, place) => place !== at))}>
                {t("claims.identifications.remove-mark", { number: at + 1 })}
              </button>
            </div>
            <label className="label">
              <span>{t("claims.identifications.mark-basis")}</span>
              <input
                dir="auto"
                className="field"
                value={mark.basis}
                maxLength={2000}
                onChange={({ target }) => change(at, { basis: target.value })}
              />
            </label>
            {mark.day === "" || meanings === undefined ? (
              <p className="small quiet">{t("claims.identifications.mark-needs-day")}</p>
            ) : (
              <Meanings usedBy={meanings.usedBy} otherDays={meanings.otherDays} />
            )}
          </fieldset>
        );
      })}
      <p>
        <button
          type="button"
          className="button"
          onClick={() => onMeans([...means, { marking: taxonomy.markings[0]?.key ?? "", day, basis: "" }])}
        >
          {t("claims.identifications.add-mark")}
        </button>
      </p>
    </div>
  );
}

export function Meanings({
  usedBy,
  otherDays,
}: {
  readonly usedBy: readonly MarkingMeaning[];
  readonly otherDays: readonly MarkingMeaning[];
}) {
  return (
    <ul className="plain-list small">
      {usedBy.length === 0 ? <li>{t("claims.identifications.nothing-on-record")}</li> : null}
      {usedBy.map((meaning) => (
        <li key={meaningKey(meaning)}>
          {t("claims.identifications.used-by", { who: meaning.usedBy, days: daysOf(meaning) })}
          {meaning.note === null ? "" : ` (${meaning.note})`}
          <Source meaning={meaning} />
        </li>
      ))}
      {otherDays.map((meaning) => (
        <li key={meaningKey(meaning)} className="quiet">
          {t("claims.identifications.other-days", { who: meaning.usedBy, days: daysOf(meaning) })}
          <Source meaning={meaning} />
        </li>
      ))}
    </ul>
  );
}

/** As text: no page is fetched from here. */
function Source({ meaning: { source } }: { readonly meaning: MarkingMeaning }) {
  return (
    <span className="quiet"> {source === null ? t("claims.identifications.from-memory") : t("claims.identifications.source", source)}</span>
  );
}

function daysOf({ from, to }: MarkingMeaning): string {
  return to === null ? t("claims.identifications.from", { from }) : t("claims.identifications.from-to", { from, to });
}

function meaningKey({ usedBy, from }: MarkingMeaning): string {
  return `${usedBy} ${from}`;
}
