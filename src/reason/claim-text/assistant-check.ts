/**
 * Holds what a language model put forward against the text and against our own rules. Words that do not stand there, letter by
 * letter, are refused; hedges, negations and speakers that the rules see and the model left out are put back, or the claim is
 * refused: nothing may say more than the text does. What the model adds beyond the rules stays, with a note where they disagree.
 */
import type { Basis, ClaimStatement, Hedge, Speaker } from "../../core/claim/claim.ts";
import { faultOfClaim } from "../../core/claim/check-claim.ts";
import type { SourceText } from "../../core/claim/source-text.ts";
import type { TextSpan } from "../../core/claim/text-span.ts";
import type { AssistantClaim, RefusedClaim } from "./assistant-answer.ts";
import type { ShownPiece } from "./assistant-prompt.ts";
import { underRules } from "./assistant-under-rules.ts";
import { valueOf } from "./assistant-value.ts";
import { type AssistantWindow, sentencesAround, windowsOf } from "./assistant-window.ts";
import { findCopied } from "./find-copied.ts";
import { movedProposal } from "./moved-proposal.ts";
import type { ClaimProposal } from "./proposal.ts";

/** A quote of a whole page would find any words. */
const mostSentences = 4;

/** Characters before a sentence within which its speaker may have been named. */
const mostBefore = 5000;

export function checkAssistantClaims(
  source: SourceText,
  pieces: readonly ShownPiece[],
  claims: readonly AssistantClaim[],
): { readonly proposals: readonly ClaimProposal[]; readonly refused: readonly RefusedClaim[] } {
  const windows = windowsOf(source, pieces, new Set(claims.map(({ piece }) => piece)));
  const proposals: ClaimProposal[] = [];
  const refused: RefusedClaim[] = [];
  const seen = new Set<string>();
  for (const claim of claims) {
    const window = windows.get(claim.piece);
    const checked = window === undefined ? `expected a piece that was sent; found piece ${claim.piece}` : checkOne(source, window, claim);
    if (typeof checked === "string") {
      refused.push({ words: claim.quote.slice(0, 300), why: checked });
      continue;
    }
    const { aspect, valueSpan } = checked.statement;
    const key = JSON.stringify([checked.part, aspect, valueSpan]);
    if (seen.has(key)) refused.push({ words: claim.quote.slice(0, 300), why: "the same words were put forward twice for this aspect" });
    else proposals.push(checked);
    seen.add(key);
  }
  return { proposals, refused };
}

/** A proposal with its spans in the part, or why there is none. */
function checkOne(source: SourceText, window: AssistantWindow, claim: AssistantClaim): ClaimProposal | string {
  const { text } = window;
  const quoted = text.indexOf(claim.quote, window.sent.start);
  if (quoted < 0 || quoted + claim.quote.length > window.sent.end) return "the quote does not stand in the text, letter by letter";
  const narrow = { start: quoted, end: quoted + claim.quote.length };
  const { span: sentence, count } = sentencesAround(window, narrow);
  if (count > mostSentences) return `the quote runs over ${count} sentences; expected at most ${mostSentences}`;
  const span = findCopied(text, claim.words, narrow);
  if (span === undefined) return "the words of the value do not stand in the quote";
  const copied = copiedParts(window, claim, sentence, span);
  if (typeof copied === "string") return copied;
  const read = valueOf(claim, { source, language: window.language, text, sentence, span });
  if ("refusal" in read) return read.refusal;
  const { part } = window.part;
  const notes = [...read.notes, ...copied.notes];
  if (window.cut) notes.push("The paragraph is long: the rules read only what stands around these words.");
  const statement: ClaimStatement = {
    aspect: claim.aspect,
    value: read.value,
    polarity: claim.polarity,
    hedges: [...copied.hedges],
    basis: copied.basis,
    basisWords: copied.basisWords,
    speakers: copied.speakers,
    eventSort: claim.event,
    valueSpan: span,
    restsOn: [],
  };
  const approximate = read.hedges.map((hedge): Hedge => ({ sort: "approximate", ...hedge }));
  const limited = underRules(window, sentence, statement, approximate, notes);
  if (typeof limited === "string") return limited;
  // What the rules put back may stand outside the sentence that was quoted.
  const quote = limited.hedges.reduce(
    (wide, { span: one }) => ({ start: Math.min(wide.start, one.start), end: Math.max(wide.end, one.end) }),
    sentence,
  );
  const proposal = { part, span: quote, quote: text.slice(quote.start, quote.end), statement: limited, notes };
  const fault = faultOfClaim(proposal, text);
  return fault ?? movedProposal(proposal, window.base);
}

interface CopiedParts {
  readonly hedges: readonly Hedge[];
  readonly speakers: Speaker[];
  readonly basis: Basis;
  readonly basisWords: string | null;
  readonly notes: readonly string[];
}

/** Everything else that the model copied, each found where it stands; or which of it stands nowhere. */
function copiedParts(window: AssistantWindow, claim: AssistantClaim, sentence: TextSpan, value: TextSpan): CopiedParts | string {
  const { text } = window;
  const hedges: Hedge[] = [];
  for (const { words, sort } of claim.hedges) {
    const span = findCopied(text, words, sentence, value.start);
    if (span === undefined) return "a hedge that it names does not stand in the sentence";
    hedges.push({ sort, words, span });
  }
  // A speaker may have been named before, not far off; never after.
  const before = { start: Math.max(0, sentence.start - mostBefore), end: sentence.end };
  const quoted = claim.speakers.some(({ direct }) => direct) && isInQuotation(window, sentence, value);
  const speakers: Speaker[] = [];
  for (const { words, who, says, direct } of claim.speakers) {
    const span = findCopied(text, words, sentence, value.start) ?? findCopied(text, words, before, sentence.start);
    if (span === undefined) return "a speaker that it names does not stand in the text";
    if (says !== null && findCopied(text, says, before, value.start) === undefined)
      return "the words of attribution that it names do not stand in the text";
    speakers.push({ words, who, says, direct: direct && quoted, span, source: "unknown" });
  }
  for (const words of [claim.object, claim.by])
    if (words !== null && findCopied(text, words, before, value.start) === undefined)
      return "a name or object that it gives does not stand in the text";
  const based = claim.basisWords !== null && findCopied(text, claim.basisWords, sentence) !== undefined;
  const notes =
    claim.basis !== "unstated" && !based ? ["The assistant named no words of the sentence for how the speaker knows: left unstated."] : [];
  return { hedges, speakers, basis: based ? claim.basis : "unstated", basisWords: based ? claim.basisWords : null, notes };
}

/** Between quotation marks of the sentence, or of a quotation that began before it. */
function isInQuotation({ text, cut }: AssistantWindow, sentence: TextSpan, value: TextSpan): boolean {
  const before = text.slice(text.lastIndexOf("\n", sentence.start - 1) + 1, value.start);
  const open = Math.max(before.lastIndexOf("“"), before.lastIndexOf("«"), before.lastIndexOf("„"));
  const closed = Math.max(before.lastIndexOf("”"), before.lastIndexOf("»"));
  // Straight marks are told apart by counting them from where the paragraph begins.
  const counted = !cut || before.length < value.start;
  return open > closed || (counted && (before.match(/"/g)?.length ?? 0) % 2 === 1);
}
