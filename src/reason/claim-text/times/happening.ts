/** Reads the name of something that happens: "the shelling", "their first attack", "обстрілу". */
import type { TextToken } from "../languages/text-tokens.ts";
import type { Found } from "./stated-date.ts";
import type { TimeTables } from "./time-tables.ts";

/** Words between a determiner and the noun: "the long night shelling". */
const mostBefore = 4;

export function happeningAt(text: string, tokens: readonly TextToken[], at: number, words: TimeTables): Found<string> | undefined {
  for (let here = at; here <= at + mostBefore; here++) {
    const token = tokens[here];
    if (token?.kind !== "word") {
      // "The mill's collapse", "Tuesday's attack".
      if (token?.word === "'s" && here > at) continue;
      return undefined;
    }
    if (isHappening(token.word, words)) return { value: text.slice((tokens[at] as TextToken).start, token.end), end: here + 1 };
    // A headline leaves the article out: "after lorry crash".
    if (here === at && !words.determiners.has(token.word) && words.capitals && !isBareHeadline(tokens, here, words)) return undefined;
    if (here > at && words.afterOrdinal.has(token.word)) return undefined;
  }
  return undefined;
}

function isBareHeadline(tokens: readonly TextToken[], at: number, words: TimeTables): boolean {
  const [first, next] = [tokens[at], tokens[at + 1]];
  if (next?.word === "'s") return true;
  const isPlain = first?.kind === "word" && !words.afterOrdinal.has(first.word) && !first.word.endsWith("ing");
  return isPlain && next?.kind === "word" && isHappening(next.word, words);
}

export function isHappening(word: string, { happenings, capitals }: TimeTables): boolean {
  // Cases end a Ukrainian or a Russian noun in many ways; an English one takes an "s".
  if (capitals)
    return happenings.has(word) || (word.endsWith("s") && (happenings.has(word.slice(0, -1)) || happenings.has(word.slice(0, -2))));
  for (let length = Math.max(4, word.length - 4); length <= word.length; length++) if (happenings.has(word.slice(0, length))) return true;
  return false;
}
