/** Words for numbers as tables that can be asked at a token. */
import { type PhraseTable, phraseTable } from "../languages/phrase-table.ts";
import { englishNumbers } from "./english-numbers.ts";
import type { NumberWords } from "./number-words.ts";
import { russianNumbers } from "./russian-numbers.ts";
import { ukrainianNumbers } from "./ukrainian-numbers.ts";

type Tables =
  | "figures"
  | "ofPeople"
  | "times"
  | "vague"
  | "article"
  | "joint"
  | "none"
  | "between"
  | "and"
  | "to"
  | "or"
  | "before"
  | "behind"
  | "ages"
  | "of"
  | "measures";

export type NumberTables = {
  readonly [K in Tables]: NumberWords[K] extends readonly (readonly [string, infer T])[] ? PhraseTable<T> : never;
} & {
  readonly naming: ReadonlySet<string>;
  readonly agesBefore: ReadonlySet<string>;
  readonly lengths: ReadonlySet<string>;
  readonly small: ReadonlySet<string>;
  readonly one: ReadonlySet<string>;
  readonly decimalComma: boolean;
  readonly isEnglish: boolean;
  /** The plain word for a noun that is counted; undefined where it is not known. */
  readonly nounOf: (word: string) => string | undefined;
};

const made = new Map<string, NumberTables>();

/** By a language tag such as "uk"; undefined where there are no words for it. */
export function numberTables(language: string): NumberTables | undefined {
  const name = language.slice(0, 2).toLowerCase();
  const words = name === "en" ? englishNumbers : name === "uk" ? ukrainianNumbers : name === "ru" ? russianNumbers : undefined;
  if (words === undefined) return undefined;
  let tables = made.get(name);
  if (tables === undefined) made.set(name, (tables = tablesOf(words)));
  return tables;
}

function tablesOf(words: NumberWords): NumberTables {
  return {
    figures: phraseTable(words.figures),
    ofPeople: phraseTable(words.ofPeople),
    times: phraseTable(words.times),
    vague: phraseTable(words.vague),
    article: phraseTable(words.article),
    joint: phraseTable(words.joint),
    none: phraseTable(words.none),
    between: phraseTable(words.between),
    and: phraseTable(words.and),
    to: phraseTable(words.to),
    or: phraseTable(words.or),
    before: phraseTable(words.before),
    behind: phraseTable(words.behind),
    ages: phraseTable(words.ages),
    of: phraseTable(words.of),
    measures: phraseTable(words.measures),
    naming: new Set(words.naming),
    agesBefore: new Set(words.agesBefore),
    lengths: new Set(words.lengths),
    small: new Set(words.small),
    one: new Set(words.one),
    decimalComma: words.decimalComma,
    isEnglish: !words.nounsByStem,
    nounOf: nounTable(words),
  };
}

/** Longest stem that a word begins with, or the word itself. */
function nounTable({ nouns, nounsByStem }: NumberWords): (word: string) => string | undefined {
  const plain = new Map(nouns.flatMap(([forms, name]) => forms.split("|").map((form) => [form, name] as const)));
  if (!nounsByStem) return (word) => plain.get(word);
  const longest = Math.max(...[...plain.keys()].map(({ length }) => length));
  return (word) => {
    for (let length = Math.min(longest, word.length); length >= 2; length--) {
      const name = plain.get(word.slice(0, length));
      // A short stem of a long word is another word's: "мін" of "мінімальний".
      if (name !== undefined && word.length - length <= 5 && (length > 3 || word.length <= length + 3)) return name;
    }
    return undefined;
  };
}
