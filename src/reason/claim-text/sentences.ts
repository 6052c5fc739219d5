/**
 * Paragraphs and sentences. The segmenter of the platform says where sentences may end; its cuts behind "Gen.", "a.m.", an initial or
 * a number are mended, and so is a cut between a quotation and who said it. Sentences cover every word of the text.
 */
import type { TextSpan } from "../../core/claim/text-span.ts";

/** Nobody writes sentences so long; page rubbish and lists are cut at a space. */
export const longestSentence = 1200;

export interface Paragraph {
  readonly span: TextSpan;
  readonly sentences: readonly TextSpan[];
}

/** Handed to the segmenter at once: it slows down on long texts. */
const longestPiece = 8000;

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

export function paragraphsOf(text: string, abbreviations: ReadonlySet<string>): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (const { start: index, end } of blocksOf(text)) {
    const line = text.slice(index, end);
    if (!/[\p{L}\p{N}]/u.test(line)) continue;
    const sentences: TextSpan[] = [];
    for (const piece of cutAt(line, longestPiece))
      for (const one of sentencesOf(line.slice(piece.start, piece.end), abbreviations))
        sentences.push({ start: index + piece.start + one.start, end: index + piece.start + one.end });
    paragraphs.push({ span: { start: index, end: index + line.length }, sentences });
  }
  return paragraphs;
}

/** Lines; a quotation in a block of its own and the line that says whose it is are one. */
function blocksOf(text: string): readonly TextSpan[] {
  const blocks: { start: number; end: number }[] = [];
  for (const { 0: line, index } of text.matchAll(/[^\n\r\u2028\u2029]+/g)) {
    const last = blocks.at(-1);
    const tail = last === undefined ? "" : text.slice(Math.max(last.start, last.end - 4), last.end);
    if (
      last !== undefined &&
      /,[”"’»]?\s*$/u.test(tail) &&
      /^\s*\p{Ll}/u.test(line.slice(0, 20)) &&
      last.end - last.start < longestSentence
    )
      last.end = index + line.length;
    else blocks.push({ start: index, end: index + line.length });
  }
  return blocks;
}

function sentencesOf(line: string, abbreviations: ReadonlySet<string>): readonly TextSpan[] {
  const spans: { start: number; end: number }[] = [];
  let from = 0;
  const cuts = [...segmenter.segment(line)].map(({ index, segment }) => index + segment.length);
  // The segmenter takes "an hour ago. 12 trucks" for one.
  for (const { 0: stop, index } of line.matchAll(/[.!?…][”"’»]?\s+(?=\p{N})/gu)) cuts.push(index + stop.length);
  cuts.sort((a, b) => a - b);
  // A stop before a closing mark or without a space behind it is a stop all the same where a capital follows.
  for (const cut of cuts) {
    if (cut <= from || (cut < line.length && runsOn(line, from, cut, abbreviations))) continue;
    const raw = line.slice(from, cut);
    const start = from + (raw.length - raw.trimStart().length);
    const end = from + raw.trimEnd().length;
    if (end > start && /[\p{L}\p{N}]/u.test(line.slice(start, end)))
      for (const part of cutAt(line.slice(start, end), longestSentence)) spans.push({ start: start + part.start, end: start + part.end });
    from = cut;
  }
  return spans;
}

/** Whether the sentence goes on behind a cut. */
function runsOn(line: string, from: number, cut: number, abbreviations: ReadonlySet<string>): boolean {
  const before = line.slice(Math.max(from, cut - 40), cut).trimEnd();
  const after = line.slice(cut, cut + 60).trimStart();
  // "Did it fall?" he asked; "Go!" the guard shouted.
  if (/[?!…][”"'’»“]$/u.test(before) && /^\p{Ll}/u.test(after)) return true;
  if (/[!?][”"’»]$/u.test(before) && /^(?:\p{L}+\s){1,3}(?:said|asked|shouted|cried|called|yelled|added|told)\b/u.test(after)) return true;
  const last = /(?:^|[\s(“"«])((?:\p{L}\.)*[\p{L}\p{M}]+)\.$/u.exec(before)?.[1];
  if (last === undefined) return /^[\p{Ll}]/u.test(after) && !/[.!?…]$/u.test(before.replace(/[”"'’»]+$/u, ""));
  const key = last.toLowerCase();
  // An initial ("J. Smith"), and "U.S.", "a.m." unless a new sentence plainly begins.
  if (/^\p{Lu}$/u.test(last)) return true;
  if (abbreviations.has(key)) return !/[.]/.test(key) || !/^(?:The|A|An|It|He|She|They|In|On|At|But|Two|Three|Police|No)\b/.test(after);
  return /^\p{Ll}/u.test(after);
}

/** Pieces of at most so many units, cut behind a space where there is one, never inside a surrogate pair. */
export function cutAt(text: string, most: number): readonly TextSpan[] {
  const pieces: TextSpan[] = [];
  for (let start = 0; start < text.length;) {
    let end = Math.min(text.length, start + most);
    if (end < text.length) {
      const space = text.lastIndexOf(" ", end - 1);
      if (space > start + most / 2) end = space + 1;
      else if (/[\uDC00-\uDFFF]/.test(text.charAt(end))) end -= 1;
    }
    pieces.push({ start, end });
    start = end;
  }
  return pieces;
}
