/** What a reader of a finding will ask for and does not find. Told to its writer; nothing of it stops a signature. */
import type { HypothesisId } from "../hypothesis/hypothesis.ts";
import type { AskedPrecision } from "../review/answer.ts";
import { isContradictionNamed } from "./contradiction-named.ts";
import type { FindingDocument } from "./finding.ts";

export interface FindingWarning {
  readonly code:
    | "no-would-change"
    | "no-unknown"
    | "hypothesis-open"
    | "too-vague"
    | "ground-moved"
    | "no-hypotheses"
    | "contradiction-unspoken"
    | "blind-too-vague"
    | "blind-not-compared"
    | "blind-disagreement-written"
    | "looked-nowhere"
    | "made-by-reviewer";
  readonly text: string;
}

export interface WarningFacts {
  readonly precision: AskedPrecision;
  /** Hypotheses of the case that nobody rejected. */
  readonly alive: readonly { readonly id: HypothesisId; readonly statement: string }[];
  /** Grounds about which there is a later line than the one that is cited. */
  readonly moved: readonly { readonly record: string; readonly cited: number; readonly last: number }[];
  /** Grounds that rest on something that changed since, with the way to it: "cites as evidence for it n1, as of line 9, which .." */
  readonly movedBelow: readonly { readonly record: string; readonly way: string }[];
  /** Contradictions that the reasoner finds among the claims of the question's event, by their members; or why it finds nothing. */
  readonly contradictions: readonly { readonly aspect: string; readonly members: readonly string[] }[] | { readonly fault: string };
  /** Answers of blind reviews, by their places, that neither agree with the finding's nor disagree. */
  readonly blind: readonly { readonly blind: string; readonly what: "too-vague" | "not-comparable"; readonly answers: readonly number[] }[];
  /** Answers of blind reviews that the finding disagrees with, on which something is written; whether only its own writers wrote it. */
  readonly blindWritten: readonly {
    readonly blind: string;
    readonly answers: readonly number[];
    readonly lines: readonly number[];
    readonly byWritersAlone: boolean;
  }[];
  /** Grounds that whoever looks at it, and wrote none of it, made themselves. */
  readonly madeByReviewer: readonly string[];
}

export function findingWarnings(document: FindingDocument, facts: WarningFacts): FindingWarning[] {
  const { precision, alive, moved, movedBelow, contradictions, blind, blindWritten, madeByReviewer } = facts;
  const warnings: FindingWarning[] = [];
  if (document.wouldChange.trim() === "") warnings.push({ code: "no-would-change", text: "It does not say what would change it." });
  if (document.unknown.every((one) => one.trim() === ""))
    warnings.push({ code: "no-unknown", text: "It does not say what is not known. There is always something." });
  const named = new Set(document.hypotheses.map(({ hypothesis }) => hypothesis));
  if (alive.length === 0 && named.size === 0)
    warnings.push({
      code: "no-hypotheses",
      text: "No other answer was kept in mind: whether it is staged, older or from elsewhere was not asked.",
    });
  for (const { id, statement } of alive)
    if (!named.has(id)) warnings.push({ code: "hypothesis-open", text: `${id} is alive and not spoken of: ${statement}` });
  const vague = vagueness(document, precision);
  if (vague !== undefined) warnings.push({ code: "too-vague", text: vague });
  for (const { record, cited, last } of moved)
    warnings.push({
      code: "ground-moved",
      text: `${record} is cited as of line ${cited}; line ${last} says more about it. Look at it again.`,
    });
  for (const { record, way } of movedBelow)
    warnings.push({ code: "ground-moved", text: `${record} rests on what changed: the finding ${way}. Look at it again.` });
  if ("fault" in contradictions)
    warnings.push({
      code: "contradiction-unspoken",
      text: `Contradictions among the claims cannot be worked out, so nothing says which are left out: ${contradictions.fault}`,
    });
  else
    for (const { aspect, members } of contradictions)
      if (!isContradictionNamed(document.openContradictions, members))
        warnings.push({
          code: "contradiction-unspoken",
          text: `${members.join(", ")} cannot all hold (${aspect}), and no open contradiction of this finding names all of them.`,
        });
  for (const { blind: review, what, answers } of blind)
    warnings.push(
      what === "too-vague"
        ? {
            code: "blind-too-vague",
            text: `Blind review ${review}: the finding's answer is consistent with ${answersWords(answers)}, and one of them is too vague to agree within what the question asks.`,
          }
        : {
            code: "blind-not-compared",
            text: `Blind review ${review}: nothing computes whether the finding agrees with ${answersWords(answers)}. Compare them yourself.`,
          },
    );
  for (const { blind: review, answers, lines, byWritersAlone } of blindWritten)
    warnings.push({
      code: "blind-disagreement-written",
      text: `Blind review ${review}: the finding disagrees with ${answersWords(answers)}; line ${lines.join(", ")} says what was made of it.${byWritersAlone ? " Only who wrote this finding wrote that: ask who answered, and look again yourself." : ""}`,
    });
  const looked = document.lookedAgainst.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  if (document.evidenceAgainst.length === 0 && looked > 0 && looked < fewWords)
    warnings.push({
      code: "looked-nowhere",
      text: `Nothing speaks against it, and where that was looked for is said in ${looked} ${looked === 1 ? "word" : "words"}.`,
    });
  if (madeByReviewer.length > 0)
    warnings.push({
      code: "made-by-reviewer",
      text: `You made ${madeByReviewer.length} of its ${document.evidenceFor.length + document.evidenceAgainst.length} grounds (${madeByReviewer.join(", ")}): a second person looks at what another found.`,
    });
  return warnings;
}

/** Fewer words than these hardly say where somebody looked. */
const fewWords = 4;

function answersWords(answers: readonly number[]): string {
  return `${answers.length === 1 ? "answer" : "answers"} ${answers.join(" and ")}`;
}

function vagueness({ answer }: FindingDocument, asked: AskedPrecision): string | undefined {
  if (answer.sort === "place" && asked.sort === "place" && answer.radiusM > asked.radiusM)
    return `The answer is within ${answer.radiusM} m; the question asks for ${asked.radiusM} m.`;
  if (answer.sort !== "time" || asked.sort !== "time") return undefined;
  if (answer.from === "open" || answer.to === "open") return `The answer is open at one end; the question asks for ${asked.widthS} s.`;
  const width = (Date.parse(answer.to) - Date.parse(answer.from)) / 1000;
  return width > asked.widthS ? `The answer is ${width} s wide; the question asks for ${asked.widthS} s.` : undefined;
}
