/**
 * What is missing before a version of a finding may be signed, each thing named. An answer without what was looked for against it,
 * without its method or without its limits is an opinion; one that stands on what may not be cited stands on nothing.
 */
import { gradeRules } from "../grading/grade-rules.ts";
import type { AskedPrecision } from "../review/answer.ts";
import { faultOfAnswer } from "../review/check-answer.ts";
import { isBlank } from "../text/is-blank.ts";
import { statementFaults } from "../report/key-point-fault.ts";
import type { FindingDocument } from "./finding.ts";
import { statementElsewhere } from "./statement-elsewhere.ts";

export interface SigningObstacle {
  /** Stable name of what is missing. */
  readonly code: ObstacleCode;
  /** "expected ..; found ..". */
  readonly text: string;
}

export type ObstacleCode =
  | "no-statement"
  | "statement-misfits"
  | "answer-misfits"
  | "grade"
  | "no-evidence-for"
  | "no-evidence-against"
  | "no-reasons"
  | "no-method"
  | "no-limits"
  | "ladder"
  | "not-independent"
  | "not-citable"
  | "quote"
  | "unverified-item"
  | "ground-gone"
  | "lint"
  | "blind"
  | "question";

/** What the case says of a finding's grounds and question. Each string is an obstacle in words, as "expected ..; found ..". */
export interface SigningFacts {
  readonly precision: AskedPrecision;
  /** Why the question cannot be answered now: it was withdrawn. */
  readonly question: readonly string[];
  /** Independent grounds among the evidence for. */
  readonly independent: number;
  /** Exhibits that bear on nothing, or on another event. */
  readonly notCitable: readonly string[];
  /** Words that no second person has read. */
  readonly quotes: readonly string[];
  /** Items that nobody looked at. */
  readonly unverified: readonly string[];
  /** Records that the case does not have, or that were taken back. */
  readonly gone: readonly string[];
  /** Errors of the linter. */
  readonly lint: readonly string[];
  /** Blind reviews of the question that are open or disagree. */
  readonly blind: readonly string[];
}

export function signingObstacles(document: FindingDocument, facts: SigningFacts): SigningObstacle[] {
  const obstacles: SigningObstacle[] = [];
  const miss = (code: ObstacleCode, text: string | undefined): void => {
    if (text !== undefined) obstacles.push({ code, text });
  };
  const { grade, likelihood, answer } = document;
  const rule = gradeRules[grade];
  for (const text of facts.question) miss("question", text);
  if (isBlank(document.statement)) miss("no-statement", "statement: expected the answer as a sentence that can be read alone; found none");
  const elsewhere = statementElsewhere(document.statement, answer, facts.precision);
  for (const text of [
    ...(elsewhere === undefined ? [] : [elsewhere]),
    ...statementFaults(document).map((why) => `expected no more than the answer and its term say; found that ${why}`),
  ])
    miss("statement-misfits", `statement: ${text}`);
  const misfit = faultOfAnswer(answer, facts.precision);
  miss("answer-misfits", misfit === undefined ? undefined : `answer: ${misfit}`);
  if (!rule.mayBeSigned) miss("grade", `grade: expected a grade that somebody gives; found ${grade}`);
  if (answer.sort === "cannot-tell" && !rule.takesCannotTell)
    miss("grade", `grade: expected "unclear" for an answer that one cannot tell; found ${grade}`);
  if (rule.independentFor > 0 && document.evidenceFor.length === 0)
    miss("no-evidence-for", `evidence for: expected grounds for a finding that is ${grade}; found none`);
  if (document.evidenceAgainst.length === 0 && isBlank(document.lookedAgainst))
    miss("no-evidence-against", "evidence against: expected a ground, or where it was looked for and not found; found neither");
  if (isBlank(document.confidence.reasons)) miss("no-reasons", "confidence: expected its reasons; found none");
  if (isBlank(document.method)) miss("no-method", "method: expected how the answer was come by; found nothing");
  if (isBlank(document.limits)) miss("no-limits", "limits: expected what the finding does not reach; found nothing");
  if (likelihood.ladder === "none" && isBlank(likelihood.why))
    miss("ladder", "likelihood: expected a term of one ladder, or why none is given; found neither");
  if (facts.independent < rule.independentFor && document.evidenceFor.length > 0)
    miss(
      "not-independent",
      `evidence for: expected ${rule.independentFor} independent grounds or more for a finding that is ${grade}; found ${facts.independent}: the rest leads back to the same origin or recording, or only names or supposes something (an event, a hypothesis, a label, a source, a bearing), which counts for nothing alone`,
    );
  for (const text of facts.notCitable) miss("not-citable", text);
  for (const text of facts.quotes) miss("quote", text);
  for (const text of facts.unverified) miss("unverified-item", text);
  for (const text of facts.gone) miss("ground-gone", text);
  for (const text of facts.lint) miss("lint", text);
  for (const text of facts.blind) miss("blind", text);
  return obstacles;
}
