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
const token = /\p{L}(?:[\p{L}\p{M}]|['’ʼ`´](?=\p{L}))*|[0-9]+|[^\s\p{L}0-9]/gu;

export function textTokens(text: string): TextToken[] {
  const tokens: TextToken[] = [];
  for (const match of text.matchAll(token)) {
    const [raw] = match;
    const start = match.index;
    if (raw.length === 1 || /^[0-9]/.test(raw)) {
      const kind = /^[0-9]/.test(raw) ? "digits" : /^\p{L}/u.test(raw) ? "word" : "sign";
      tokens.push({ word: kind === "word" ? folded(raw) : raw, kind, start, end: start + raw.length, capital: isCapital(raw) });
      continue;
    }
    // "Tuesday's": the day is a word of its own.
    const of = raw.length > 2 && /['’ʼ]s$/i.test(raw) ? /^(.+)(['’ʼ]s)$/iu.exec(raw) : null;
    const stem = of?.[1] ?? raw;
    tokens.push({
      word: folded(stem),
      kind: /^\p{L}/u.test(raw) ? "word" : "sign",
      start,
      end: start + stem.length,
      capital: isCapital(raw),
    });
    if (of !== null) tokens.push({ word: "'s", kind: "sign", start: start + stem.length, end: start + raw.length, capital: false });
  }
  return tokens;
}

/** Whether two neighbours touch, as in "14:00" and "3rd". */
export function touches(tokens: readonly TextToken[], at: number): boolean {
  const [a, b] = [tokens[at], tokens[at + 1]];
  return a !== undefined && b !== undefined && a.end === b.start;
}

function folded(word: string): string {
  if (/^[a-z]+$/.test(word)) return word;
  return word
    .normalize("NFC")
    .toLowerCase()
    .replaceAll("ё", "е")
    .replaceAll(/['’ʼ`´]/g, "'");
}

function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}
