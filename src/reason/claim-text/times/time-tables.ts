/** Words for times as tables that can be asked at a token. */
import { type PhraseTable, phraseTable } from "../languages/phrase-table.ts";
import { english } from "./english-words.ts";
import { russian } from "./russian-words.ts";
import type { TimeWords } from "./time-words.ts";
import { ukrainian } from "./ukrainian-words.ts";

type Lists = "aloneParts" | "doubtfulNames" | "ordinals" | "happenings" | "determiners" | "afterOrdinal" | "saying" | "beforeMonth";
type Flags = "capitals" | "monthFirst" | "dotsAreDayFirst" | "clocksOfTwelve" | "countMayLack";

export type TimeTables = {
  readonly [K in Exclude<keyof TimeWords, Lists | Flags>]: TimeWords[K] extends readonly (readonly [string, infer T])[]
    ? PhraseTable<T>
    : never;
} & {
  /** Words with which a time can begin; figures apart. */
  readonly starters: ReadonlySet<string>;
  /** Words one of which every time holds; figures apart, and names of what happens. */
  readonly cores: ReadonlySet<string>;
} & { readonly [K in Lists]: ReadonlySet<string> } & { readonly [K in Flags]: boolean };

const made = new Map<string, TimeTables>();

/** By a language tag such as "en-GB"; undefined where there are no words for it. */
export function timeTables(language: string): TimeTables | undefined {
  const name = language.slice(0, 2).toLowerCase();
  const words = name === "en" ? english : name === "uk" ? ukrainian : name === "ru" ? russian : undefined;
  if (words === undefined) return undefined;
  let tables = made.get(name);
  if (tables === undefined) made.set(name, (tables = tablesOf(words)));
  return tables;
}

function tablesOf(words: TimeWords): TimeTables {
  const made: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(words)) {
    if (!Array.isArray(value)) made[key] = value;
    else if (value.length > 0 && Array.isArray(value[0])) made[key] = phraseTable(value as [string, unknown][]);
    else made[key] = isList(key) ? new Set(value as string[]) : phraseTable([]);
  }
  const tables = made as unknown as TimeTables;
  made["starters"] = new Set(beginners.flatMap((name) => [...tables[name].first]));
  made["cores"] = new Set(holders.flatMap((name) => [...tables[name].first]));
  return tables;
}

const holders = [
  "months",
  "weekdays",
  "days",
  "stretches",
  "parts",
  "units",
  "hours",
  "justNow",
  "vagueTimes",
  "sameDays",
  "eventDays",
  "nightFrom",
] as const satisfies (keyof TimeTables)[];

const beginners = [
  "months",
  "weekdays",
  "days",
  "stretches",
  "parts",
  "nightFrom",
  "pieces",
  "turns",
  "openers",
  "clockOpeners",
  "around",
  "limits",
  "between",
  "from",
  "clockParts",
  "hours",
  "counts",
  "units",
  "halves",
  "spansAfter",
  "justNow",
  "vagueTimes",
  "insides",
  "lastSpans",
  "sameDays",
  "eventDays",
  "orders",
  "the",
] as const satisfies (keyof TimeTables)[];

const lists: readonly string[] = [
  "aloneParts",
  "doubtfulNames",
  "ordinals",
  "happenings",
  "determiners",
  "afterOrdinal",
  "saying",
  "beforeMonth",
] satisfies Lists[];

function isList(key: string): boolean {
  return lists.includes(key);
}
