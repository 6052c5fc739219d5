/**
 * House rules of the grade of a question (METHOD section 7: unassessed, unclear, supported, corroborated by two or more independent
 * grounds, refuted). Ours, not a standard. A grade is of one question, never of an item: nothing here makes an item "verified".
 */
import type { QuestionGrade } from "../finding/finding.ts";

export interface GradeRule {
  readonly grade: QuestionGrade;
  /** Grounds for the answer that the grade needs, counted by independence. */
  readonly independentFor: number;
  /** Whether a finding of this grade may be signed at all. */
  readonly mayBeSigned: boolean;
  /** Whether the answer may be that one cannot tell. */
  readonly takesCannotTell: boolean;
}

export const gradeRules: Readonly<Record<QuestionGrade, GradeRule>> = {
  unassessed: { grade: "unassessed", independentFor: 0, mayBeSigned: false, takesCannotTell: true },
  unclear: { grade: "unclear", independentFor: 0, mayBeSigned: true, takesCannotTell: true },
  supported: { grade: "supported", independentFor: 1, mayBeSigned: true, takesCannotTell: false },
  corroborated: { grade: "corroborated", independentFor: 2, mayBeSigned: true, takesCannotTell: false },
  /** What was asked, or claimed, does not hold: the grounds for that are the evidence for the finding. */
  refuted: { grade: "refuted", independentFor: 1, mayBeSigned: true, takesCannotTell: false },
};
