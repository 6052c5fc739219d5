/** Where copied words stand: the paragraphs around a piece that was sent, read by our own rules, with offsets into the whole part. */
import type { SourceText, SourceTextPart } from "../../core/claim/source-text.ts";
import type { TextSpan } from "../../core/claim/text-span.ts";
import { sameTextPart, type ShownPiece } from "./assistant-prompt.ts";
import { tellLanguage } from "./languages/tell-language.ts";
import type { ClaimProposal } from "./proposal.ts";
import { proposeClaims } from "./propose-claims.ts";
import { paragraphsOf } from "./sentences.ts";

/**
 * Characters of a paragraph that are read before and behind a piece: whole exports on one line are no reason to read them for every
 * piece. Many pieces get less each, and never less than the longest sentence with room to spare.
 */
const mostAround = 5000;
const leastAround = 1500;
const mostAroundAll = 200_000;

export interface AssistantWindow {
  readonly part: SourceTextPart;
  readonly language: string;
  /** Whole paragraphs, or as much of a long one as is read: what was sent may begin in the middle of a sentence. */
  readonly text: string;
  /** Whether the paragraph began before the window. */
  readonly cut: boolean;
  /** Where the window begins in its part. */
  readonly base: number;
  /** What was sent, in the window. */
  readonly sent: TextSpan;
  readonly sentences: readonly TextSpan[];
  /** What our rules put forward, spans in the window. */
  readonly rules: readonly ClaimProposal[];
}

/** By piece, for those of `named` that lie in the text. Pieces whose windows meet share one, which the rules read once. */
export function windowsOf(
  source: SourceText,
  pieces: readonly ShownPiece[],
  named: ReadonlySet<number>,
): ReadonlyMap<number, AssistantWindow> {
  const around = Math.max(leastAround, Math.min(mostAround, Math.floor(mostAroundAll / Math.max(1, named.size))));
  const places = pieces.flatMap(({ part, span }, piece) => {
    const held = named.has(piece) ? source.parts.findIndex((one) => sameTextPart(one.part, part)) : -1;
    const { text } = source.parts[held] ?? {};
    return text === undefined ? [] : [{ piece, held, span, around: spanAround(text, span, around) }];
  });
  places.sort((a, b) => a.held - b.held || a.around.start - b.around.start);
  const shared: { readonly held: number; readonly start: number; end: number; readonly places: (typeof places)[number][] }[] = [];
  for (const place of places) {
    const last = shared.at(-1);
    if (last !== undefined && last.held === place.held && place.around.start < last.end) {
      last.end = Math.max(last.end, place.around.end);
      last.places.push(place);
    } else shared.push({ held: place.held, ...place.around, places: [place] });
  }
  const windows = new Map<number, AssistantWindow>();
  for (const { held, start: base, end, places: within } of shared) {
    const part = source.parts[held];
    if (part === undefined) continue;
    const text = part.text.slice(base, end);
    const read = {
      part,
      language: part.language ?? tellLanguage(text),
      text,
      cut: base > 0 && part.text.charAt(base - 1) !== "\n",
      base,
      sentences: paragraphsOf(text, new Set()).flatMap(({ sentences }) => sentences),
      rules: proposeClaims({ ...source, parts: [{ ...part, text }] }).proposals,
    };
    for (const { piece, span } of within) windows.set(piece, { ...read, sent: { start: span.start - base, end: span.end - base } });
  }
  return windows;
}

/** The paragraphs of a span, cut at a space where they reach further than so many characters. */
function spanAround(text: string, span: TextSpan, most: number): TextSpan {
  const [first, last] = [Math.max(0, span.start - most), Math.min(text.length, span.end + most)];
  const line = text.slice(first, span.start).lastIndexOf("\n");
  const space = text.slice(first, span.start).search(/\s/u);
  const start = line >= 0 ? first + line + 1 : first === 0 ? 0 : space < 0 ? span.start : first + space + 1;
  const closes = text.slice(Math.max(span.end - 1, 0), last).indexOf("\n");
  const behind = text.slice(span.end, last).search(/\s\S*$/u);
  const end =
    closes >= 0 ? Math.max(span.end - 1, 0) + closes + 1 : last === text.length ? last : behind < 0 ? span.end : span.end + behind;
  return { start, end };
}

/** The sentences that a span touches, as one span; the span itself where no sentence does. */
export function sentencesAround({ sentences }: AssistantWindow, span: TextSpan): { readonly span: TextSpan; readonly count: number } {
  const touched = sentences.filter(({ start, end }) => start < span.end && end > span.start);
  const [first, last] = [touched[0], touched.at(-1)];
  if (first === undefined || last === undefined) return { span, count: 1 };
  return { span: { start: Math.min(first.start, span.start), end: Math.max(last.end, span.end) }, count: touched.length };
}
