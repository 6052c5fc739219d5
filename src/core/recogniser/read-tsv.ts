/** Lines of words out of Tesseract's TSV: each word has its box in pixels and its confidence from 0 to 100. */

export interface SeenLine {
  readonly text: string;
  /** 0 to 1. */
  readonly confidence: number;
  /** Pixels of the picture that was read. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Other readings of the same place on the same picture. */
  readonly others: readonly string[];
}

/** Words of one picture: a page of print has a thousand. */
const mostWords = 5000;
const longestLine = 500;

interface Word {
  readonly line: string;
  readonly text: string;
  readonly confidence: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Columns: level, page, block, paragraph, line, word, left, top, width, height, confidence, text. Rows that say something else are left out. */
export function readTsv(text: string): readonly SeenLine[] {
  const lines = new Map<string, Word[]>();
  let count = 0;
  for (const row of text.split("\n")) {
    const word = wordOf(row.split("\t"));
    if (word === undefined || ++count > mostWords) continue;
    lines.set(word.line, [...(lines.get(word.line) ?? []), word]);
  }
  return [...lines.values()].map(joined);
}

function wordOf(cells: readonly string[]): Word | undefined {
  if (cells.length < 12 || cells[0] !== "5") return undefined;
  const numbers = cells.slice(0, 11).map(Number);
  if (!numbers.every(Number.isFinite)) return undefined;
  const [, page, block, paragraph, line, , left = 0, top = 0, width = 0, height = 0, confidence = 0] = numbers;
  const text = cleanWords(cells.slice(11).join(" "));
  if (text === "" || confidence < 0 || width <= 0 || height <= 0) return undefined;
  const place = { left, top, right: left + width, bottom: top + height };
  return { line: `${page} ${block} ${paragraph} ${line}`, text, confidence: Math.min(1, confidence / 100), ...place };
}

function joined(words: readonly Word[]): SeenLine {
  const letters = words.map(({ text }) => text.length);
  const all = letters.reduce((sum, one) => sum + one, 0);
  return {
    text: words
      .map(({ text }) => text)
      .join(" ")
      .slice(0, longestLine)
      .toWellFormed(),
    // By letters: a stray mark beside a long word tells little of it.
    confidence: words.reduce((sum, { confidence }, n) => sum + confidence * letters[n]!, 0) / all,
    left: Math.min(...words.map(({ left }) => left)),
    top: Math.min(...words.map(({ top }) => top)),
    right: Math.max(...words.map(({ right }) => right)),
    bottom: Math.max(...words.map(({ bottom }) => bottom)),
    others: [],
  };
}

/**
 * Readings of one picture as it is and of its negative: light letters on dark are read on one of them alone. Of two that lie on
 * each other the surer stands, and the other is kept beside it.
 */
export function mergeReadings(one: readonly SeenLine[], other: readonly SeenLine[]): readonly SeenLine[] {
  const merged: SeenLine[] = [];
  for (const line of [...one, ...other].toSorted((a, b) => b.confidence - a.confidence)) {
    const at = merged.findIndex((held) => liesOn(held, line));
    const held = merged[at];
    if (held === undefined) merged.push(line);
    else if (held.text !== line.text && !held.others.includes(line.text)) merged[at] = { ...held, others: [...held.others, line.text] };
  }
  return merged.toSorted((a, b) => a.top - b.top || a.left - b.left);
}

/** Half of the smaller one at least. */
function liesOn(a: SeenLine, b: SeenLine): boolean {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  const smaller = Math.min((a.right - a.left) * (a.bottom - a.top), (b.right - b.left) * (b.bottom - b.top));
  return width > 0 && height > 0 && width * height * 2 >= smaller;
}

/** Without characters that no words are written with (marks of direction are set by whoever shows them), and without halves of characters. */
export function cleanWords(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/g, "")
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .trim();
}
