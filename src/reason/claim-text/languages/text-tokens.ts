/** A text cut into words, runs of digits and single signs, in one pass. White space is left out; ends tell what touches. */

export interface TextToken {
  /** Lower case, composed, "ё" as "е", every apostrophe as "'". */
  readonly word: string;
  readonly kind: "word" | "digits" | "sign";
  /** UTF-16 code units into the text. */
  readonly start: number;
  readonly end: number;
  /** Whether it begins with a capital letter. */
  readonly capital: boolean;
}

/** A word may hold apostrophes and combining marks; hyphens cut. Every alternative begins with another class: no backtracking. */
const token = /(\p{L}(?:[\p{L}\p{M}]|['’ʼ`´](?=\p{L}))*)|([0-9]+)|[^\s\p{L}0-9]/gu;
/** "Tuesday's": the day is a word of its own. */
const owner = /['’ʼ]s$/i;
const capital = /^\p{Lu}/u;

export function textTokens(text: string): TextToken[] {
  const tokens: TextToken[] = [];
  for (const { 0: raw, 1: word, 2: digits, index: start } of text.matchAll(token)) {
    const end = start + raw.length;
    if (word === undefined) {
      tokens.push({ word: raw, kind: digits === undefined ? "sign" : "digits", start, end, capital: false });
      continue;
    }
    const stem = raw.length > 2 && owner.test(raw) ? raw.slice(0, -2) : raw;
    tokens.push({ word: folded(stem), kind: "word", start, end: start + stem.length, capital: capital.test(raw) });
    if (stem !== raw) tokens.push({ word: "'s", kind: "sign", start: start + stem.length, end, capital: false });
  }
  return tokens;
}

/** Whether two neighbours touch, as in "14:00" and "3rd". */
export function touches(tokens: readonly TextToken[], at: number): boolean {
  const [a, b] = [tokens[at], tokens[at + 1]];
  return a !== undefined && b !== undefined && a.end === b.start;
}

const plainAscii = /^[a-z]+$/;
const apostrophes = /['’ʼ`´]/g;

function folded(word: string): string {
  if (plainAscii.test(word)) return word;
  const lower = word.normalize("NFC").toLowerCase();
  return plainAscii.test(lower) ? lower : lower.replaceAll("ё", "е").replaceAll(apostrophes, "'");
}
