/** Grade, likelihood and confidence: three things said apart. A likelihood is on one ladder; the other ladder is put away, not mixed in. */
import { LikelihoodTerm, ProofStandard, QuestionGrade } from "../../core/finding/finding.ts";
import { likelihoodRows } from "../../core/grading/likelihood-rows.ts";
import type { FieldLint } from "../../reason/lint/lint-document.ts";
import { t } from "../words/t.ts";
import type { FindingDraft } from "./finding-draft.ts";
import { GradeChip } from "./grade-chip.tsx";
import { LintedField } from "./linted-field.tsx";

interface LadderFieldsProps {
  readonly draft: FindingDraft;
  readonly marksOf: (field: string) => readonly FieldLint[];
  readonly set: (change: Partial<FindingDraft>) => void;
}

export function LadderFields({ draft, marksOf, set }: LadderFieldsProps) {
  const { grade, likelihood, confidence } = draft;
  return (
    <>
      <fieldset className="claim-fields">
        <legend>{t("finding.grade")}</legend>
        <div className="choice-row" role="radiogroup" aria-label={t("finding.grade")}>
          {QuestionGrade.options.map((option) => (
            <label key={option} className="check">
              <input type="radio" name="grade" checked={grade === option} onChange={() => set({ grade: option })} />{" "}
              <GradeChip grade={option} />
            </label>
          ))}
        </div>
        <p className="quiet small">{t(`grade-means.${grade}`)}</p>
      </fieldset>
      <fieldset className="claim-fields">
        <legend>{t("finding.likelihood")}</legend>
        <div className="choice-row">
          {(["icd-203", "un-proof", "none"] as const).map((ladder) => (
            <label key={ladder} className="check">
              <input
                type="radio"
                name="ladder"
                checked={likelihood.ladder === ladder}
                onChange={() => set({ likelihood: emptyOf(ladder) })}
              />{" "}
              {t(`ladder.${ladder}`)}
            </label>
          ))}
        </div>
        {likelihood.ladder === "icd-203" ? (
          <label className="label">
            <span>{t("likelihood.term")}</span>
            <select
              className="field"
              value={likelihood.term}
              onChange={(event) => set({ likelihood: { ladder: "icd-203", term: LikelihoodTerm.parse(event.target.value) } })}
            >
              {likelihoodRows.map(({ term, low, high }) => (
                <option key={term} value={term}>
                  {t("likelihood.with-range", { term: t(`likelihood.${term}`), low, high })}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        {likelihood.ladder === "un-proof" ? (
          <label className="label">
            <span>{t("likelihood.standard")}</span>
            <select
              className="field"
              value={likelihood.standard}
              onChange={(event) => set({ likelihood: { ladder: "un-proof", standard: ProofStandard.parse(event.target.value) } })}
            >
              {ProofStandard.options.map((standard) => (
                <option key={standard} value={standard}>
                  {t(`proof.${standard}`)}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        {likelihood.ladder === "none" ? (
          <LintedField
            label={t("likelihood.why-none")}
            value={likelihood.why}
            marks={marksOf("likelihood.why")}
            onChange={(why) => set({ likelihood: { ladder: "none", why } })}
          />
        ) : null}
      </fieldset>
      <fieldset className="claim-fields">
        <legend>{t("finding.confidence")}</legend>
        <div className="choice-row">
          {(["low", "moderate", "high"] as const).map((level) => (
            <label key={level} className="check">
              <input
                type="radio"
                name="confidence"
                checked={confidence.level === level}
                onChange={() => set({ confidence: { ...confidence, level } })}
              />{" "}
              {t(`confidence.${level}`)}
            </label>
          ))}
        </div>
        <LintedField
          label={t("confidence.reasons")}
          hint={t("confidence.hint")}
          value={confidence.reasons}
          marks={marksOf("confidence.reasons")}
          onChange={(reasons) => set({ confidence: { ...confidence, reasons } })}
        />
      </fieldset>
    </>
  );
}

function emptyOf(ladder: FindingDraft["likelihood"]["ladder"]): FindingDraft["likelihood"] {
  if (ladder === "icd-203") return { ladder, term: "roughly-even-chance" };
  return ladder === "un-proof" ? { ladder, standard: "reasonable-grounds-to-believe" } : { ladder, why: "" };
}
