/** Lengths and points of the compass in Ukrainian and Russian place phrases: enough to hold a retelling against what it retells. */
import { tellLanguage } from "../../claim-text/languages/tell-language.ts";
import { readNumbers } from "../../claim-text/numbers/read-numbers.ts";
import type { CompassPoint } from "../../place/place-rules.ts";
import { halfPrecisionOf, type Length, lengthUnitOf } from "../derive/lengths.ts";

export function isCyrillic(phrase: string): boolean {
  return /\p{Script=Cyrillic}/u.test(phrase);
}

/** With their words. A short phrase may not show which of the two languages it is in. */
export function cyrillicLengths(phrase: string): { readonly length: Length; readonly words: string }[] {
  const told = tellLanguage(phrase);
  const languages = told === "uk" || told === "ru" ? [told] : ["uk", "ru"];
  for (const language of languages) {
    const found = readNumbers(phrase, language).flatMap(({ isDistance, low, best, high, unit, words }) => {
      const known = isDistance ? lengthUnitOf(unit) : undefined;
      const [from, to] = [low ?? best, high ?? best];
      return known === undefined || from === null || to === null
        ? []
        : [{ length: { low: from, high: to, half: halfPrecisionOf(from), unit: known }, words }];
    });
    if (found.length > 0) return found;
  }
  return [];
}

const northSouth = "(?:північ|півноч|північн|півден|південн|север|юг|южн)";
const eastWest = "(?:схід|сход|східн|захід|заход|західн|восток|восточн|запад)";
/** "на північ", "південний захід", "северо-восточнее", "к юго-западу". */
const heading = new RegExp(
  `(?<!\\p{L})(?:(${northSouth})\\p{L}{0,5}(?:(?:(?<=о)[-‐–]?|(?<=ий|ому|ого|ой|ый)\\s)(${eastWest})\\p{L}{0,5})?|(${eastWest})\\p{L}{0,5})(?!\\p{L})`,
  "giu",
);

export function cyrillicHeadings(phrase: string): CompassPoint[] {
  return [...phrase.matchAll(heading)].map(([, first = "", second = "", alone = ""]): CompassPoint => {
    const upright = first === "" ? "" : /^(?:північ|півноч|север)/iu.test(first) ? "N" : "S";
    const across = second + alone === "" ? "" : /^(?:сх|вост)/iu.test(second + alone) ? "E" : "W";
    return `${upright}${across}` as CompassPoint;
  });
}
