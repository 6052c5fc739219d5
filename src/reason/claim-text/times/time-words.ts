/** What the rules for times know of a language: phrases with their meanings, as data. Several forms of one meaning stand between bars. */

export type DayPart = "morning" | "afternoon" | "evening" | "night";
export type Limit = "not-after" | "not-before";
export type ClockSpan = readonly [from: string, to: string];

/** Which stretch of a month or a year. */
export type Piece = "early" | "middle" | "late" | "first-week" | "last-week";

type Entries<T> = readonly (readonly [phrases: string, value: T])[];

export interface TimeWords {
  readonly months: Entries<number>;
  /** Names of months and days that are also other words: they need a figure or a preposition beside them, and a capital where names have one. */
  readonly doubtfulNames: readonly string[];
  /** 1: Monday. */
  readonly weekdays: Entries<number>;
  /** Names of days and months are written with a capital. */
  readonly capitals: boolean;
  /** "May 3" is a date. */
  readonly monthFirst: boolean;
  readonly dotsAreDayFirst: boolean;
  /** A clock without "p.m." may be of either half of the day. */
  readonly clocksOfTwelve: boolean;
  /** "A day ago" may do without the "a": "день тому". */
  readonly countMayLack: boolean;
  /** Before a month that could be another word. */
  readonly beforeMonth: readonly string[];
  readonly the: Entries<true>;
  readonly of: Entries<true>;
  /** Days counted from the day of publication, with their part. */
  readonly days: Entries<{ readonly add: number; readonly toAdd?: number; readonly part?: DayPart }>;
  /** "Last week", "this month", "the weekend". */
  readonly stretches: Entries<{ readonly of: "week" | "month" | "year" | "weekend"; readonly add: number }>;
  readonly parts: Entries<DayPart | { readonly between: ClockSpan } | "midnight" | "night-or-before" | "night-to">;
  /** Parts of days that are a time by themselves: "вранці". */
  readonly aloneParts: readonly string[];
  /** "В ніч з" the one day "на" the next. */
  readonly nightFrom: Entries<true>;
  readonly nightTo: Entries<true>;
  /** Before a weekday or a date: "early", "late"; before a month: its first or last third. */
  readonly pieces: Entries<Piece>;
  /** "Last", "next", before a weekday. */
  readonly turns: Entries<"last" | "next" | "this">;
  /** May begin a time: "on", "at", "in the". */
  readonly openers: Entries<true>;
  /** May stand between a day, its part and a clock: "of", "at". */
  readonly joints: Entries<true>;
  /** Before a clock in bare figures: "at 9", "о 9". */
  readonly clockOpeners: Entries<true>;
  readonly around: Entries<true>;
  readonly limits: Entries<Limit>;
  readonly limitsBehind: Entries<Limit>;
  readonly between: Entries<true>;
  readonly from: Entries<true>;
  readonly and: Entries<true>;
  readonly to: Entries<true>;
  readonly ordinals: readonly string[];
  /** Behind a bare day of a month: "числа". */
  readonly dayOfMonth: Entries<true>;
  /** Behind a year: "року". */
  readonly year: Entries<true>;
  readonly meridiems: Entries<"am" | "pm" | "night">;
  readonly oclock: Entries<true>;
  /** Behind a clock in four figures: "0530 hours". */
  readonly fourFigures: Entries<true>;
  /** "Half past", "quarter to", with the hour behind; minutes. */
  readonly clockParts: Entries<number>;
  /** Hours said in words where a clock is meant: "другій", "two". */
  readonly hours: Entries<number>;
  readonly zones: Entries<string | "local">;
  readonly counts: Entries<number | "vague">;
  /** Hours of one, and whether its last unit is a day or more. */
  readonly units: Entries<number>;
  readonly halves: Entries<true>;
  /** Behind a span: "ago", "earlier", "later". */
  readonly spansBehind: Entries<{ readonly sign: -1 | 1; readonly from: "utterance" | "event" | "either" }>;
  /** "Two or three days". */
  readonly or: Entries<true>;
  /** "До того": something that was named before. */
  readonly that: Entries<true>;
  /** What shows a part of the day by the sun: "shadows". */
  readonly sunSigns: Entries<true>;
  /** Behind a span, with the event behind it: "before", "after". */
  readonly spansFrom: Entries<-1 | 1>;
  /** Before a span: "через", "за", and what must follow. */
  readonly spansAfter: Entries<{ readonly sign: -1 | 1; readonly needs?: "from" }>;
  /** Times that no rule can place: "recently", "in the spring". They are named all the same. */
  readonly vagueTimes: Entries<string>;
  /** "In the last", before a span that ends with the publication. */
  readonly lastSpans: Entries<true>;
  /** "Within", before a span and what it is counted from. */
  readonly insides: Entries<true>;
  /** Between the two, beside those of spansFrom: "of". */
  readonly insideOf: Entries<true>;
  /** Counted from now, by nothing. */
  readonly justNow: Entries<true>;
  /** "That day", "the same night". */
  readonly sameDays: Entries<{ readonly part?: DayPart }>;
  /** "The day before", "the next day", in hours. */
  readonly eventDays: Entries<number>;
  readonly orders: Entries<"before" | "after" | "during">;
  /** Beginnings of nouns for what happens. */
  readonly happenings: readonly string[];
  /** May stand before such a noun. */
  readonly determiners: readonly string[];
  /** After these a bare "the 29th" is a day all the same. */
  readonly afterOrdinal: readonly string[];
  /** Words of saying: a span behind them is counted from when it was said. */
  readonly saying: readonly string[];
}
