/** A text cut where covers begin and end, and where in it a selection on the page lies. */
import type { TextSpan } from "../../core/claim/text-span.ts";
import type { WordsMarkRow } from "../../api/covered-words.ts";
import { samePlace, type WordsPlace } from "../../core/redaction/words-mark.ts";

export interface TextPiece extends TextSpan {
  readonly text: string;
  /** Marks that cover it; none of what is read. */
  readonly marks: readonly WordsMarkRow[];
}

/** Marks that lie in a text now. */
export function marksIn(place: WordsPlace, marks: readonly WordsMarkRow[]): WordsMarkRow[] {
  return marks.filter(({ anchored }) => anchored?.state === "there" && samePlace(anchored.place, place));
}

/** Covers that touch or overlap are one block: the public reads one. */
export function piecesOf(text: string, marks: readonly WordsMarkRow[]): TextPiece[] {
  const spans = marks
    .flatMap((mark) => (mark.anchored?.state === "there" ? [{ ...mark.anchored.span, marks: [mark] }] : []))
    .toSorted((a, b) => a.start - b.start);
  const covers: { start: number; end: number; marks: WordsMarkRow[] }[] = [];
  for (const span of spans) {
    const last = covers.at(-1);
    if (last === undefined || span.start > last.end) covers.push(span);
    else covers[covers.length - 1] = { start: last.start, end: Math.max(last.end, span.end), marks: [...last.marks, ...span.marks] };
  }
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const { start, end, marks: own } of covers) {
    if (start > from) pieces.push({ start: from, end: start, text: text.slice(from, start), marks: [] });
    pieces.push({ start, end, text: text.slice(start, end), marks: own });
    from = end;
  }
  if (from < text.length) pieces.push({ start: from, end: text.length, text: text.slice(from), marks: [] });
  return pieces;
}

/** The text as a field shows it to be selected in: covered characters as blocks, so that every offset stays what it is. */
export function maskedText(pieces: readonly TextPiece[]): string {
  return pieces.map(({ text, marks }) => (marks.length === 0 ? text : text.replace(/[^\n]/gsu, (one) => "█".repeat(one.length)))).join("");
}

/** Whole words where a selection begins or ends inside one: half a name names. Null where nothing but space is selected. */
export function wholeWords(text: string, { start, end }: TextSpan): TextSpan | null {
  const letter = /[\p{L}\p{M}\p{N}_'’]/u;
  let [from, to] = [start, end];
  while (from < to && /\s/u.test(text.charAt(from))) from++;
  while (to > from && /\s/u.test(text.charAt(to - 1))) to--;
  if (to <= from) return null;
  while (from > 0 && letter.test(text.charAt(from)) && letter.test(text.charAt(from - 1))) from--;
  while (to < text.length && letter.test(text.charAt(to - 1)) && letter.test(text.charAt(to))) to++;
  if (/[\udc00-\udfff]/.test(text.charAt(from))) from--;
  if (/[\ud800-\udbff]/.test(text.charAt(to - 1))) to++;
  return { start: from, end: to };
}

/** What is selected within an element whose pieces say where they begin and end; null where it is not all in there. */
export function spanOfSelection(within: HTMLElement, selection: Selection | null): TextSpan | null {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!within.contains(range.startContainer) || !within.contains(range.endContainer)) return null;
  const start = offsetAt(within, range.startContainer, range.startOffset, "start");
  const end = offsetAt(within, range.endContainer, range.endOffset, "end");
  return start === null || end === null || end <= start ? null : { start, end };
}

function offsetAt(within: HTMLElement, node: Node, offset: number, side: "start" | "end"): number | null {
  // A point between two pieces is given as a place among children.
  if (node === within) {
    const piece = within.children[side === "start" ? offset : offset - 1];
    return piece instanceof HTMLElement ? Number(piece.dataset[side]) : null;
  }
  const element = node instanceof HTMLElement ? node : node.parentElement;
  const piece = element?.closest<HTMLElement>("[data-start]");
  if (piece == null) return null;
  if (piece.dataset["covered"] !== undefined) return Number(piece.dataset[side]);
  return Number(piece.dataset["start"]) + (node instanceof Text ? offset : 0);
}
