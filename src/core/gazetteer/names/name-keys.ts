/**
 * What a name is found by. A key is a letter for its sort and a row of letters; two spellings whose keys meet may be the same name.
 * "g": brought into Latin letters (or folded in its own, where no table reads the script). "s" and "e": the same with what
 * neighbouring Slavic and Greek spellings write for one another brought to one. "c" and "l": rows of consonants of names written
 * in Arabic or Hebrew, and of Latin names where those are written.
 */
import { arabicConsonants, hebrewConsonants, latinAsArabicConsonants, latinAsHebrewConsonants } from "./consonants.ts";
import { foldedLatin, foldName } from "./fold-name.ts";
import { greekForm, slavicForm } from "./neighbour-spellings.ts";
import { latinReadings, scriptOf } from "./to-latin.ts";

/** ISO 3166-1 alpha-2. */
const writes = {
  cyrillic: new Set([
    "UA",
    "RU",
    "BY",
    "BG",
    "RS",
    "MK",
    "ME",
    "BA",
    "XK",
    "KZ",
    "KG",
    "TJ",
    "MD",
    "MN",
    "UZ",
    "TM",
    "AZ",
    "GE",
    "HR",
    "AM",
  ]),
  greek: new Set(["GR", "CY"]),
  arabic: new Set("AE AF BH DJ DZ EG EH ER IL IQ IR JO KM KW LB LY MA MR OM PK PS QA SA SD SO SY TD TN YE".split(" ")),
  hebrew: new Set(["IL", "PS", "SY"]),
};

/** Rows of consonants shorter than this are met by chance alone; asked in Latin letters one more is wanted. */
const fewestConsonants = 2;

/** The keys that a listed name is filed under; `country` is that of the place. */
export function keysOfListed(name: string, country: string): string[] {
  return keysOf(name, {
    slavic: (script) => script === "cyrillic" || writes.cyrillic.has(country),
    greek: (script) => script === "greek" || writes.greek.has(country),
    latinAs: { arabic: writes.arabic.has(country) ? "l" : undefined, hebrew: writes.hebrew.has(country) ? "l" : undefined },
    native: ["c"],
    fewest: fewestConsonants,
  });
}

/** The keys that a name is looked up by. */
export function keysOfAsked(name: string): string[] {
  return keysOf(name, {
    slavic: () => true,
    greek: () => true,
    latinAs: { arabic: "c", hebrew: "c" },
    native: ["c", "l"],
    fewest: fewestConsonants + 1,
  });
}

interface Filing {
  slavic(script: string): boolean;
  greek(script: string): boolean;
  /** The sort of key that a Latin spelling's consonants go under. */
  readonly latinAs: { readonly arabic: string | undefined; readonly hebrew: string | undefined };
  /** The sorts that consonants of a name in the script itself go under. */
  readonly native: readonly string[];
  /** Consonants that a Latin spelling must have. */
  readonly fewest: number;
}

function keysOf(name: string, filing: Filing): string[] {
  const script = scriptOf(name);
  const keys = new Set<string>();
  const add = (sort: string, row: string, fewest = 1) => {
    if (row.length >= fewest) keys.add(sort + row);
  };
  const readings = latinReadings(name, script);
  if (readings.length === 0) add("g", foldName(name));
  for (const latin of readings) {
    for (const folded of foldedLatin(latin)) add("g", folded);
    if (filing.slavic(script)) add("s", slavicForm(latin));
    if (filing.greek(script)) add("e", greekForm(latin));
  }
  if (script === "arabic") for (const sort of filing.native) add(`${sort}a`, arabicConsonants(name), fewestConsonants);
  if (script === "hebrew") for (const sort of filing.native) add(`${sort}h`, hebrewConsonants(name), fewestConsonants);
  const { arabic, hebrew } = filing.latinAs;
  if (script === "latin" && (arabic ?? hebrew) !== undefined) {
    const plain = name.normalize("NFD").toLowerCase().replaceAll(/\p{M}/gu, "");
    if (arabic !== undefined) add(`${arabic}a`, latinAsArabicConsonants(plain), filing.fewest);
    if (hebrew !== undefined) for (const row of latinAsHebrewConsonants(plain)) add(`${hebrew}h`, row, filing.fewest);
  }
  return [...keys];
}
