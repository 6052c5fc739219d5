/** The grade of a question with the sign of its meaning, and how the finding stands that gives it. */
import type { FindingState } from "../../api/findings.ts";
import type { QuestionGrade } from "../../core/finding/finding.ts";
import { type Tone, ToneMark } from "../parts/tone-mark.tsx";
import { t } from "../words/t.ts";

const tones: Readonly<Record<QuestionGrade, Tone>> = {
  unassessed: "unknown",
  unclear: "unknown",
  supported: "partly",
  corroborated: "agree",
  refuted: "conflict",
};

export function GradeChip({ grade, state }: { readonly grade: QuestionGrade | null; readonly state?: FindingState | undefined }) {
  const shown = grade ?? "unassessed";
  return (
    <span className={`chip grade-chip grade-${shown}`}>
      <ToneMark tone={tones[shown]} />
      <span>{t(`grade.${shown}`)}</span>
      {state === undefined || state === "approved" ? null : <span className="quiet small">{t(`finding-state.${state}`)}</span>}
    </span>
  );
}
