/** A name brought into Latin letters: every way that the tables of its script write it. */
import { cyrillicTablesFor, type LetterTable } from "./cyrillic-tables.ts";
import { armenian, armenianSingleR, georgian, greek } from "./other-tables.ts";

export type NameScript = "latin" | "cyrillic" | "greek" | "georgian" | "armenian" | "arabic" | "hebrew" | "other";

const scripts: readonly (readonly [NameScript, RegExp])[] = [
  ["cyrillic", /\p{Script=Cyrillic}/u],
  ["arabic", /\p{Script=Arabic}/u],
  ["greek", /\p{Script=Greek}/u],
  ["hebrew", /\p{Script=Hebrew}/u],
  ["georgian", /\p{Script=Georgian}/u],
  ["armenian", /\p{Script=Armenian}/u],
  ["latin", /\p{Script=Latin}/u],
];

const latinOnly = /^[^\u0250-\u{10ffff}]*$/u;

/** The script of a name's letters; of several, the first in the list above, since Latin is mixed into all. */
export function scriptOf(name: string): NameScript {
  if (latinOnly.test(name)) return "latin";
  return scripts.find(([, letters]) => letters.test(name))?.[0] ?? "other";
}

/** Spellings in Latin letters, small; none for scripts without a table. A Latin name is given back as it is. */
export function latinReadings(name: string, script: NameScript = scriptOf(name)): string[] {
  const small = name.normalize("NFC").toLowerCase();
  switch (script) {
    case "latin":
      return [small];
    case "cyrillic":
      return [...new Set(cyrillicTablesFor(small).map((table) => written(small, table)))];
    case "greek":
      return [written(small.normalize("NFD").replaceAll(/(?<=\p{Script=Greek})\p{M}+/gu, ""), greek)];
    case "georgian":
      return [written(small, georgian)];
    case "armenian":
      return [...new Set([armenian, armenianSingleR].map((table) => written(small, table)))];
    default:
      return [];
  }
}

/** Small letters only. */
function written(name: string, { letters, first = {}, afterVowel = {}, together = {} }: LetterTable): string {
  let latin = "";
  let before = "";
  for (let at = 0; at < name.length;) {
    const pair = name.slice(at, at + 2);
    const letter = name[at] as string;
    const begins = before === "" || !isLetter.test(before);
    const taken =
      (begins ? first[pair] : undefined) ??
      together[pair] ??
      (begins ? first[letter] : undefined) ??
      (vowelBefore.test(before) ? afterVowel[letter] : undefined);
    const ofPair = taken !== undefined && (taken === first[pair] || taken === together[pair]) && pair.length === 2;
    latin += taken ?? letters[letter] ?? letter;
    before = ofPair ? (pair[1] as string) : letter;
    at += ofPair ? 2 : 1;
  }
  return latin;
}

const isLetter = /[\p{L}\p{M}'’ʼ]/u;
const vowelBefore = /[аеёиоуыэюяъьіїє]/u;
