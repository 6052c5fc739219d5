/**
 * The linter over one text. It knows words and not meaning: it points, and a person decides; only what cannot be meant well is an error.
 * What stands between quotation marks is somebody else's and is left alone.
 */
import type { LintedAs, LintFinding } from "./lint-finding.ts";
import { lintConfidence, lintOffLadder, mixedTerms } from "./lint-ladders.ts";
import { lintMarks } from "./lint-marks.ts";
import { lintPoints, lintTimes } from "./lint-numbers.ts";
import { lintVerified } from "./lint-verified.ts";
import { lintBareConfirmed, lintJudgements } from "./lint-words.ts";
import { ownWords } from "./own-words.ts";

/** Raised with every change of a rule or a list of words. */
export const lintVersion = "3";

/** In the order of the text. */
export function lintText(text: string, as: LintedAs): LintFinding[] {
  const own = ownWords(text);
  return inOrder([...lintAlone(text, own, as), ...mixedTerms([text], [own], undefined).map(({ finding }) => finding)]);
}

/** Without what only shows when texts are read together. */
export function lintAlone(text: string, own: string, as: LintedAs): LintFinding[] {
  return inOrder([
    ...lintConfidence(text, own),
    ...lintOffLadder(text, own),
    ...lintVerified(text, own),
    ...lintMarks(text, own),
    ...lintPoints(text, own),
    ...lintTimes(text, own, as),
    ...(as === "observation" ? lintJudgements(text, own) : lintBareConfirmed(text, own)),
  ]);
}

export function inOrder(findings: readonly LintFinding[]): LintFinding[] {
  const rank = ({ severity }: LintFinding): number => (severity === "error" ? 0 : 1);
  return findings.toSorted((a, b) => a.span.start - b.span.start || rank(a) - rank(b) || a.span.end - b.span.end);
}
