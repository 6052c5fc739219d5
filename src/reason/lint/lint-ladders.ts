/**
 * Terms of likelihood and of proof: one ladder and one row in a finding, and never in one sentence with a confidence (ICD 203, section
 * D.6.e(2)(a): how likely a thing is and how sure the analyst is are two statements, kept in sentences of their own).
 */
import { confidenceWordsIn, type FoundWord, type Ladder, ladderWordsIn } from "./ladder-words.ts";
import type { LintFinding } from "./lint-finding.ts";
import { sentencesOf } from "./sentences.ts";

const ladderNames: Readonly<Record<Ladder, string>> = {
  "icd-203": "likelihood terms",
  "icd-203-other-row": "the other row of likelihood terms",
  "un-proof": "standards of proof",
  none: "no ladder",
};

/** `own`: the text with quotations blanked; `text`: as it is written. */
export function lintConfidence(text: string, own: string): LintFinding[] {
  const findings: LintFinding[] = [];
  for (const sentence of sentencesOf(own)) {
    const [likely] = ladderWordsIn(sentence.text);
    const [sure] = confidenceWordsIn(sentence.text);
    if (likely === undefined || sure === undefined) continue;
    const start = sentence.start + Math.min(likely.start, sure.start);
    const end = sentence.start + Math.max(likely.end, sure.end);
    findings.push({
      ...{ code: "likelihood-with-confidence", severity: "error", span: { start, end }, found: text.slice(start, end) },
      expected: "a likelihood and a confidence in sentences of their own",
      instead: `two sentences: "It is ${likely.word.instead} that ..." and "Confidence is ..., because ..."`,
    });
  }
  return findings;
}

/** Terms that no row has, so that nobody can say which range they mean. */
export function lintOffLadder(text: string, own: string): LintFinding[] {
  return ladderWordsIn(own)
    .filter(({ word }) => word.ladder === "none")
    .map(({ word, start, end }) => ({
      ...{ code: "off-ladder", severity: "warning", span: { start, end }, found: text.slice(start, end) },
      expected: "a term whose range is stated",
      instead: word.instead,
    }));
}

export interface SaidOnLadder extends FoundWord {
  /** Which of the texts it stands in. */
  readonly of: number;
}

/**
 * Terms that do not belong to the ladder and row of the rest: of texts that are read together. `stated`: the ladder that the finding
 * itself is on; else the ladder of the first term.
 */
export function mixedTerms(texts: readonly string[], owns: readonly string[], stated: "icd-203" | "un-proof" | undefined) {
  const said: SaidOnLadder[] = owns.flatMap((own, of) =>
    ladderWordsIn(own)
      .filter(({ word }) => word.ladder !== "none")
      .map((one) => ({ ...one, of })),
  );
  // The other row alone is no mixture by ICD 203; findings of this program use one row, so that two of them can be laid side by side.
  const ladder = stated ?? (said[0]?.word.ladder === "un-proof" ? "un-proof" : "icd-203");
  return said
    .filter(({ word }) => word.ladder !== ladder)
    .map(({ word, start, end, of }): { of: number; finding: LintFinding } => {
      const isRow = word.ladder !== "un-proof" && ladder !== "un-proof";
      return {
        of,
        finding: {
          code: isRow ? "mixed-rows" : "mixed-ladders",
          severity: "error",
          span: { start, end },
          found: (texts[of] ?? "").slice(start, end),
          expected: `terms of one ladder and row in a finding: ${ladderNames[ladder]}; found one of ${ladderNames[word.ladder]}`,
          instead: isRow ? word.instead : "a term of the ladder that the finding is on",
        },
      };
    });
}
