/** What somebody who answers blind says they knew beforehand. Nothing is chosen for them; who knew something says what it was. */
import { type PriorDeclared, PriorKnowledge } from "../../core/blind/prior-knowledge.ts";
import { t } from "../words/t.ts";

export interface PriorDraft {
  readonly knew: PriorKnowledge | "";
  readonly words: string;
}

export const emptyPrior: PriorDraft = { knew: "", words: "" };

/** Undefined while it is not said. */
export function readPrior({ knew, words }: PriorDraft): PriorDeclared | undefined {
  if (knew === "") return undefined;
  if (knew === "none") return { knew, words: "" };
  return words.trim() === "" ? undefined : { knew, words: words.trim() };
}

export function PriorFields({ prior, onPrior }: { readonly prior: PriorDraft; readonly onPrior: (next: PriorDraft) => void }) {
  return (
    <>
      <label className="label">
        <span>{t("blind.prior")}</span>
        <select
          className="field"
          value={prior.knew}
          onChange={(event) => onPrior({ ...prior, knew: event.target.value === "" ? "" : PriorKnowledge.parse(event.target.value) })}
        >
          <option value="">{t("blind.prior-choose")}</option>
          {PriorKnowledge.options.map((one) => (
            <option key={one} value={one}>
              {t(`blind.knew.${one}`)}
            </option>
          ))}
        </select>
      </label>
      {prior.knew === "" || prior.knew === "none" ? null : (
        <label className="label">
          <span>{t("blind.prior-words")}</span>
          <textarea
            className="field"
            rows={2}
            maxLength={2000}
            value={prior.words}
            onChange={(event) => onPrior({ ...prior, words: event.target.value })}
          />
        </label>
      )}
      <p className="quiet small">{t("blind.prior-how")}</p>
    </>
  );
}
