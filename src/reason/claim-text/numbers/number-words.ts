/** What the rules for numbers know of a language: words for figures, for what limits them and for what is counted, as data. */

type Entries<T> = readonly (readonly [phrases: string, value: T])[];

/** A number that names no figure: at least so many, no best, open above. */
export interface VagueAmount {
  readonly low: number;
  readonly best: number | null;
  /** "A few hundred": it multiplies what follows. */
  readonly times?: true;
}

export interface NumberWords {
  /** Below a hundred and hundreds; they add up ("двадцять п'ять", "forty-two"). */
  readonly figures: Entries<number>;
  /** "Двоє", "трое": people, where no noun says what. */
  readonly ofPeople: Entries<number>;
  /** "Hundred", "тисяч": multiply what goes before; alone behind "a". */
  readonly times: Entries<number>;
  readonly vague: Entries<VagueAmount>;
  /** "A", "an" before a multiplier. */
  readonly article: Entries<true>;
  /** Between parts of one number: "a hundred and twenty". */
  readonly joint: Entries<true>;
  readonly none: Entries<true>;
  readonly between: Entries<true>;
  readonly and: Entries<true>;
  readonly to: Entries<true>;
  readonly or: Entries<true>;
  readonly before: Entries<"about" | "least" | "most">;
  readonly behind: Entries<"about" | "least" | "most">;
  /** Before a figure that names one of many and counts nothing: "room", "№". */
  readonly naming: readonly string[];
  /** "Year-old", "років": an age, behind a figure. */
  readonly ages: Entries<true>;
  readonly agesBefore: readonly string[];
  /** "Of the", "із": before what is counted. */
  readonly of: Entries<true>;
  /** Units of measure. */
  readonly measures: Entries<string>;
  readonly lengths: readonly string[];
  /** Beginnings of nouns with the plain word for them; in English whole words. */
  readonly nouns: Entries<string>;
  readonly nounsByStem: boolean;
  /** No noun: what is counted ends before them. */
  readonly small: readonly string[];
  /** A comma parts decimals. */
  readonly decimalComma: boolean;
  /** "One" is a number only before a known noun. */
  readonly one: readonly string[];
}
