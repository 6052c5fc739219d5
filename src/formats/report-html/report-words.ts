/** Words of the report for what the model has as keys: English, as its plans are. */
import type { LikelihoodTerm, ProofStandard, QuestionGrade } from "../../core/finding/finding.ts";
import { likelihoodRows } from "../../core/grading/likelihood-rows.ts";
import type { ElementCoverage } from "../../core/element/element-sheet.ts";
import type { EditionItem } from "../../core/edition/edition.ts";
import type { GraphicLevel } from "../../core/item/item.ts";
import type { ReportFinding } from "../../core/report/report-finding.ts";
import type { SubjectProtection } from "../../core/subject/subject.ts";

export const gradeWords: { readonly [grade in QuestionGrade]: string } = {
  ...{ unassessed: "not assessed", unclear: "unclear", supported: "supported", refuted: "refuted" },
  corroborated: "corroborated (by at least two independent origins)",
};

const proofWords: { readonly [standard in ProofStandard]: string } = {
  "reasonable-grounds-to-suspect": "reasonable grounds to suspect",
  "reasonable-grounds-to-believe": "reasonable grounds to believe",
  "substantial-grounds-to-believe": "substantial grounds to believe",
  "clear-and-convincing": "clear and convincing evidence",
  "beyond-reasonable-doubt": "beyond reasonable doubt",
};

export function termWords(term: LikelihoodTerm): string {
  const row = likelihoodRows.find((one) => one.term === term);
  return row === undefined ? term : `${row.used} (${row.low} to ${row.high} %)`;
}

/** Which ladder it is said on goes with it. Confidence is said elsewhere, never in this sentence. */
export function likelihoodWords(likelihood: ReportFinding["likelihood"]): string {
  switch (likelihood.ladder) {
    case "icd-203":
      return `${termWords(likelihood.term)}, by the terms of ICD 203`;
    case "un-proof":
      return `${proofWords[likelihood.standard]}, a standard of proof`;
    case "none":
      return `no term: ${likelihood.why}`;
  }
}

export const coverageWords: { readonly [coverage in ElementCoverage]: string } = {
  ...{ shown: "shown", partly: "partly shown", "not-shown": "not shown", "not-showable": "cannot be shown from footage" },
};

export const asWords: { readonly [as in EditionItem["as"]]: string } = {
  full: "in full, byte for byte as it was collected",
  redacted: "re-encoded, with what is marked covered",
  described: "described in words, not shown",
  "left-out": "not in this edition",
};

export const graphicWords: { readonly [level in GraphicLevel]: string } = {
  unassessed: "nobody has said how hard it is to look at",
  none: "nothing graphic was noted",
  mild: "mildly graphic",
  strong: "strongly graphic: injuries or violence",
  severe: "severely graphic: death, grave injuries or abuse",
};

export const protectionWords: { readonly [sort in SubjectProtection]: string } = {
  "possible-prisoner": "possibly a prisoner",
  "civilian-in-enemy-hands": "a civilian in enemy hands",
  child: "a child",
  witness: "a witness",
  dead: "dead",
  wounded: "wounded",
  "victim-of-sexual-violence": "a victim of sexual violence",
};

export const blindWords: { readonly [state in ReportFinding["blind"]["state"]]: string } = {
  none: "no blind second answer",
  waiting: "a blind second answer was asked for and is not complete",
  agree: "a blind second answer agrees",
  disagree: "a blind second answer disagrees",
  "too-vague": "a blind second answer is consistent and too vague to agree",
  "not-comparable": "a blind second answer was compared by people",
  "question-changed": "a blind second answer was given to the question before it was changed",
  "not-blind": "a blind second answer was asked for, and an answer was revealed before it was sealed",
  "not-independent": "a blind second answer matches, and is not independent of the first",
};
