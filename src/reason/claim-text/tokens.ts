/** Words and marks of a sentence, with their offsets. A word keeps its hyphens and apostrophes; every other sign stands alone. */

export interface Token {
  /** UTF-16 code units into the text that was handed in. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** For comparing: lower case, apostrophes as "'", "ё" as "е", no combining accents. */
  readonly key: string;
  readonly word: boolean;
}

/** Letters and digits, joined by hyphens, apostrophes, or points and commas between digits. */
const piece =
  /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:(?:['’ʼ\u2010\u2011-](?=[\p{L}\p{N}])|[.,:](?=\p{N})(?<=\p{N}.))[\p{L}\p{M}\p{N}]+)*|[^\s\p{Cc}]/gu;

export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const { 0: word, index } of text.matchAll(piece))
    tokens.push({ start: index, end: index + word.length, text: word, key: keyOf(word), word: /[\p{L}\p{N}]/u.test(word) });
  return tokens;
}

export function keyOf(word: string): string {
  const lower = word.toLowerCase();
  return /^[a-z0-9]*$/.test(lower)
    ? lower
    : lower
        .replace(/[’ʼ‘`]/g, "'")
        .replace(/[\u2010\u2011]/g, "-")
        .replace(/\u0301/g, "")
        .replace(/ё/g, "е");
}
