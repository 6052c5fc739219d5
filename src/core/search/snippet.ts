/** The part of a text around what was found in it, cut into pieces that are found or not. Inert: pieces are text, never markup. */
import { foldForSearch, foldWithPlaces } from "./fold-text.ts";
import { type Grade, gradeAt } from "./grade.ts";

export interface SnippetPiece {
  text: string;
  found: boolean;
}

export interface Snippet {
  pieces: SnippetPiece[];
  /** The text goes on before and after. */
  cutBefore: boolean;
  cutAfter: boolean;
}

/** Code units shown, and how many of them before the first find. */
const shownAtMost = 280;
const lead = 60;
/** Long texts are looked through a piece at a time: to trace every character of a book would take a second. */
const pieceLength = 4000;

interface Find {
  readonly from: number;
  readonly to: number;
  readonly word: number;
  readonly grade: Grade;
}

/** `words` in their stored form. Where they are found only across pieces of a long text, its beginning is shown. */
export function snippetOf(text: string, words: readonly string[]): Snippet {
  const { from, piece } = bestPiece(text, words);
  const finds = findsIn(piece, words);
  const first = bestStart(finds);
  let start = Math.max(0, first - lead);
  if (start > 0) start = afterGap(piece, start, first);
  let end = Math.min(piece.length, start + shownAtMost);
  if (end < piece.length) end = beforeGap(piece, end, Math.max(start + lead, ...finds.filter(({ to }) => to <= end).map(({ to }) => to)));
  return {
    pieces: cutAt(piece, start, end, finds),
    cutBefore: from + start > 0,
    cutAfter: from + end < text.length,
  };
}

function bestPiece(text: string, words: readonly string[]): { from: number; piece: string } {
  let best = { from: 0, piece: text.slice(0, pieceLength), found: -1 };
  for (let from = 0; from < text.length;) {
    const end = from + pieceLength >= text.length ? text.length : beforeGap(text, from + pieceLength, from + pieceLength / 2);
    const piece = text.slice(from, end);
    const folded = foldForSearch(piece);
    const found = words.filter((word) => folded.includes(word)).length;
    if (found > best.found) best = { from, piece, found };
    if (found === words.length) break;
    from = end;
  }
  return best;
}

function findsIn(piece: string, words: readonly string[]): Find[] {
  const { folded, starts, ends } = foldWithPlaces(piece);
  const finds = words.flatMap((word, number) => {
    const found: Find[] = [];
    for (let at = folded.indexOf(word); at !== -1; at = folded.indexOf(word, at + 1)) {
      const [from, to] = [starts[at] ?? 0, ends[at + word.length - 1] ?? piece.length];
      found.push({ from, to, word: number, grade: gradeAt(folded, at, at + word.length) });
    }
    return found;
  });
  return finds.sort((a, b) => a.from - b.from || b.to - a.to);
}

/** Where the window with the most words in it begins, those that stand best counting more. */
function bestStart(finds: readonly Find[]): number {
  let best = { at: finds[0]?.from ?? 0, value: -1 };
  for (const [i, { from }] of finds.entries()) {
    const grades = new Map<number, number>();
    for (let j = i; j < finds.length && (finds[j] as Find).to <= from + shownAtMost - lead; j++) {
      const { word, grade } = finds[j] as Find;
      grades.set(word, Math.max(grades.get(word) ?? 0, grade));
    }
    const value = grades.size * 100 + [...grades.values()].reduce((sum, grade) => sum + grade, 0);
    if (value > best.value) best = { at: from, value };
  }
  return best.at;
}

const gap = /\s/u;

/** The first place after white space from `at` on, but not past `last`. */
function afterGap(text: string, at: number, last: number): number {
  for (let i = at; i < last; i++) if (gap.test(text[i] ?? "")) return i + 1;
  return whole(text, at);
}

/** The last place before white space up to `at`, but not before `first`. */
function beforeGap(text: string, at: number, first: number): number {
  for (let i = at; i > first; i--) if (gap.test(text[i] ?? "")) return i;
  return whole(text, at);
}

/** Never between the two halves of a character. */
function whole(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}

function cutAt(text: string, start: number, end: number, finds: readonly Find[]): SnippetPiece[] {
  const pieces: SnippetPiece[] = [];
  let at = start;
  for (const { from, to } of finds) {
    if (to <= at || from >= end) continue;
    if (from > at) pieces.push({ text: text.slice(at, from), found: false });
    const begin = Math.max(at, from);
    const stop = Math.min(end, to);
    pieces.push({ text: text.slice(begin, stop), found: true });
    at = stop;
  }
  if (at < end) pieces.push({ text: text.slice(at, end), found: false });
  return pieces;
}
