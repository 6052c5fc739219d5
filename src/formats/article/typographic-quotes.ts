/** Quoted words by their marks: “ ” ‘ ’ « » „ “ ‚ ‘ ‹ › » « and straight ones. Spans lie between the marks, within one block. */

export interface Span {
  readonly start: number;
  readonly end: number;
}

const closers: Readonly<Record<string, string>> = {
  "“": "”",
  "«": "»",
  "„": "“”",
  "‹": "›",
  "»": "«",
  "‚": "‘’",
  "‘": "’",
  '"': '"',
  "「": "」",
};
const marks = /[“”«»„‹›‚‘’"「」]/g;
/** Marks that can stand open at once; no writer nests deeper. */
const deepestQuote = 16;
/** Of other marks one that never closes is nothing: an apostrophe, an inch. */
const opensToTheEnd = new Set(["“", "«", "„"]);

/** `unclosed` counts marks that open and do not close; their quote runs to the end. */
export function findQuotes(text: string): { quotes: Span[]; unclosed: number } {
  const open: { mark: string; at: number }[] = [];
  const quotes: Span[] = [];
  let ignored = 0;
  for (const { 0: mark, index } of text.matchAll(marks)) {
    const top = open.findLast((one) => closers[one.mark]?.includes(mark));
    if (top !== undefined && closes(text, mark, index)) {
      open.length = open.indexOf(top);
      add(quotes, text, top.at + 1, index);
    } else if (opens(text, mark, index)) {
      if (open.length < deepestQuote) open.push({ mark, at: index });
      else ignored++;
    }
  }
  const left = open.filter(({ mark }) => opensToTheEnd.has(mark));
  for (const { at } of left.slice(0, 1)) add(quotes, text, at + 1, text.length);
  return { quotes: quotes.sort((a, b) => a.start - b.start || b.end - a.end), unclosed: left.length + ignored };
}

function add(quotes: Span[], text: string, start: number, end: number): void {
  if (text.slice(start, end).trim() !== "") quotes.push({ start, end });
}

/** An apostrophe has a letter after it; a closing mark has not. */
function closes(text: string, mark: string, at: number): boolean {
  if (mark === '"') return !isSpaceOrStart(text, at - 1);
  return (mark !== "’" && mark !== "‘") || !/[\p{L}\p{N}]/u.test(text.charAt(at + 1));
}

function opens(text: string, mark: string, at: number): boolean {
  if (closers[mark] === undefined) return false;
  const atWordStart = isSpaceOrStart(text, at - 1) || /[([{—–\-“«„‚‘"]/.test(text.charAt(at - 1));
  if (mark === '"' || mark === "»" || mark === "‘") return atWordStart && !/^\s?$/.test(text.charAt(at + 1));
  return true;
}

function isSpaceOrStart(text: string, at: number): boolean {
  return at < 0 || /\s/.test(text.charAt(at));
}
