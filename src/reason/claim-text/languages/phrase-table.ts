/** Phrases of one sort with what they mean. Where several begin alike the longest holds. */
import { type TextToken, textTokens } from "./text-tokens.ts";

export interface PhraseFound<T> {
  readonly value: T;
  /** The token behind it. */
  readonly end: number;
}

export interface PhraseTable<T> {
  /** First words of its phrases. */
  readonly first: ReadonlySet<string>;
  at(tokens: readonly TextToken[], at: number): PhraseFound<T> | undefined;
}

export function phraseTable<T>(entries: Iterable<readonly [phrases: string, value: T]>): PhraseTable<T> {
  const byFirst = new Map<string, { readonly words: readonly string[]; readonly value: T }[]>();
  for (const [phrases, value] of entries) {
    for (const phrase of phrases.split("|")) {
      const words = textTokens(phrase).map(({ word }) => word);
      const [first] = words;
      if (first === undefined) continue;
      const same = byFirst.get(first) ?? [];
      same.push({ words, value });
      byFirst.set(first, same);
    }
  }
  for (const same of byFirst.values()) same.sort((a, b) => b.words.length - a.words.length);
  return {
    first: new Set(byFirst.keys()),
    at: (tokens, at) => {
      const first = tokens[at]?.word;
      const same = first === undefined ? undefined : byFirst.get(first);
      if (same === undefined) return undefined;
      for (const { words, value } of same) {
        let length = 1;
        while (length < words.length && tokens[at + length]?.word === words[length]) length++;
        if (length === words.length) return { value, end: at + length };
      }
      return undefined;
    },
  };
}
