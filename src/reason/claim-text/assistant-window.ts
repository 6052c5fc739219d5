/** Where copied words stand: the paragraphs around a piece that was sent, read by our own rules, with offsets into the whole part. */
import type { SourceText, SourceTextPart } from "../../core/claim/source-text.ts";
import type { TextSpan } from "../../core/claim/text-span.ts";
import { sameTextPart, type ShownPiece } from "./assistant-prompt.ts";
import type { ClaimProposal } from "./proposal.ts";
import { proposeClaims } from "./propose-claims.ts";
import { paragraphsOf } from "./sentences.ts";

export interface AssistantWindow {
  readonly part: SourceTextPart;
  /** Whole paragraphs: what was sent may begin in the middle of a sentence. */
  readonly text: string;
  /** Where the window begins in its part. */
  readonly base: number;
  /** What was sent, in the window. */
  readonly sent: TextSpan;
  readonly sentences: readonly TextSpan[];
  /** What our rules put forward, spans in the window. */
  readonly rules: readonly ClaimProposal[];
}

export function windowOf(source: SourceText, { part, span }: ShownPiece): AssistantWindow | undefined {
  const held = source.parts.find((one) => sameTextPart(one.part, part));
  if (held === undefined) return undefined;
  const base = held.text.lastIndexOf("\n", span.start - 1) + 1;
  const after = held.text.indexOf("\n", Math.max(span.end - 1, 0));
  const text = held.text.slice(base, after < 0 ? held.text.length : after + 1);
  return {
    part: held,
    text,
    base,
    sent: { start: span.start - base, end: span.end - base },
    sentences: paragraphsOf(text, new Set()).flatMap(({ sentences }) => sentences),
    rules: proposeClaims({ ...source, parts: [{ ...held, text }] }).proposals,
  };
}

/** The sentences that a span touches, as one span; the span itself where no sentence does. */
export function sentencesAround({ sentences }: AssistantWindow, span: TextSpan): { readonly span: TextSpan; readonly count: number } {
  const touched = sentences.filter(({ start, end }) => start < span.end && end > span.start);
  const [first, last] = [touched[0], touched.at(-1)];
  if (first === undefined || last === undefined) return { span, count: 1 };
  return { span: { start: Math.min(first.start, span.start), end: Math.max(last.end, span.end) }, count: touched.length };
}
