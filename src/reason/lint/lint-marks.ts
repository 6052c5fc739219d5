/** The Admiralty letter of a source and the digit of what it says, written as one mark: a good source then lifts a weak claim. */
import type { Credibility } from "../../core/claim/claim.ts";
import { credibilityMeanings, reliabilityMeanings } from "../../core/grading/admiralty.ts";
import type { Reliability } from "../../core/source/source.ts";
import type { LintFinding } from "./lint-finding.ts";
import { sentencesOf } from "./sentences.ts";

/** "The A1 road" is no grade: the sentence must speak of grading. */
const grading = /grad(?:e|ed|ing)|rat(?:e|ed|ing)\b|admiralty|reliab|credib|оцін|надійн|оценк|надежн|надёжн/iu;
const joined = /(?<![\p{L}\p{N}])([A-F])[\s-]?([1-6])(?!\p{L}|\p{N}|[.:]\d)/gu;

export function lintMarks(text: string, own: string): LintFinding[] {
  return sentencesOf(own).flatMap((sentence) =>
    grading.test(sentence.text)
      ? [...sentence.text.matchAll(joined)].map(({ index, 0: said, 1: letter, 2: digit }): LintFinding => {
          const [start, end] = [sentence.start + index, sentence.start + index + said.length];
          return {
            ...{ code: "joined-marks", severity: "warning", span: { start, end }, found: text.slice(start, end) },
            expected: "the letter of the source and the digit of what it says, apart",
            instead: `the source is ${letter} (${reliabilityMeanings[letter as Reliability]}); what it says is ${digit} (${credibilityMeanings[digit as Credibility]})`,
          };
        })
      : [],
  );
}
