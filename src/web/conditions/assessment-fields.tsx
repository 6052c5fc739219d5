/** The questions of the short assessment, the same on the desk, in the queue and on the bench. What is left empty is unknown, and is written so. */
import { type Assessment, FirstImpression, RiskOfRemoval } from "../../core/conditions/assessment.ts";
import { t } from "../words/t.ts";
import { ChoiceField } from "./choice-field.tsx";

/** As typed: empty words stand for unknown. */
export type AssessmentDraft = Assessment;

export const emptyAssessment: AssessmentDraft = {
  relevance: "",
  reliability: "cannot-be-judged",
  riskOfRemoval: "unknown",
  riskToPeople: "",
  safety: "",
  laterDuties: "",
};

/** As it is written down. */
export function assessmentOf(draft: AssessmentDraft): Assessment {
  const known = (words: string): string => (words.trim() === "" ? "unknown" : words.trim());
  return {
    ...draft,
    relevance: draft.relevance.trim(),
    riskToPeople: known(draft.riskToPeople),
    safety: known(draft.safety),
    laterDuties: known(draft.laterDuties),
  };
}

export function AssessmentFields({ draft, onChange }: { draft: AssessmentDraft; onChange: (draft: AssessmentDraft) => void }) {
  const set = (change: Partial<AssessmentDraft>): void => onChange({ ...draft, ...change });
  return (
    <>
      <label className="label">
        <span>{t("assess.relevance")}</span>
        <textarea
          dir="auto"
          className="field"
          data-autofocus
          required
          maxLength={2000}
          value={draft.relevance}
          onChange={(event) => set({ relevance: event.target.value })}
        />
      </label>
      <ChoiceField
        label={t("assess.reliability")}
        options={FirstImpression.options.map((value) => ({ value, label: t(`assess.reliability-${value}`) }))}
        value={draft.reliability}
        mayLeave={false}
        onChange={(reliability) => set({ reliability: reliability ?? draft.reliability })}
      />
      <ChoiceField
        label={t("assess.removal")}
        options={RiskOfRemoval.options.map((value) => ({ value, label: t(`assess.removal-${value}`) }))}
        value={draft.riskOfRemoval}
        mayLeave={false}
        onChange={(riskOfRemoval) => set({ riskOfRemoval: riskOfRemoval ?? draft.riskOfRemoval })}
      />
      <Words label={t("assess.people")} value={draft.riskToPeople} onChange={(riskToPeople) => set({ riskToPeople })} />
      <Words label={t("assess.safety")} value={draft.safety} onChange={(safety) => set({ safety })} />
      <Words label={t("assess.duties")} value={draft.laterDuties} onChange={(laterDuties) => set({ laterDuties })} />
      <p className="quiet small">{t("assess.empty-is-unknown")}</p>
    </>
  );
}

function Words({ label, value, onChange }: { label: string; value: string; onChange: (words: string) => void }) {
  return (
    <label className="label">
      <span>{label}</span>
      <textarea
        dir="auto"
        className="field is-short"
        rows={1}
        maxLength={2000}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
