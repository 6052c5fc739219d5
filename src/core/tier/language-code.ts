/**
 * What files call a language, as BCP 47 has it: recognisers give English names, ELAN the three letters of ISO 639-3. Only languages
 * that are known here are taken by name; anything else is not guessed.
 */
import { TierLanguage } from "./tier.ts";

const known: Readonly<Record<string, readonly string[]>> = {
  uk: ["ukr", "ukrainian"],
  ru: ["rus", "russian"],
  be: ["bel", "belarusian"],
  en: ["eng", "english"],
  ar: ["ara", "arabic"],
  he: ["heb", "hebrew", "iw"],
  fa: ["fas", "per", "persian", "farsi"],
  ps: ["pus", "pashto"],
  ur: ["urd", "urdu"],
  tr: ["tur", "turkish"],
  ku: ["kur", "kurdish"],
  fr: ["fra", "fre", "french"],
  de: ["deu", "ger", "german"],
  es: ["spa", "spanish"],
  pl: ["pol", "polish"],
  ro: ["ron", "rum", "romanian"],
  ka: ["kat", "geo", "georgian"],
  hy: ["hye", "arm", "armenian"],
  az: ["aze", "azerbaijani"],
  my: ["mya", "bur", "burmese", "myanmar"],
  am: ["amh", "amharic"],
  ti: ["tir", "tigrinya"],
  so: ["som", "somali"],
  zh: ["zho", "chi", "chinese", "mandarin"],
  hi: ["hin", "hindi"],
  kk: ["kaz", "kazakh"],
  uz: ["uzb", "uzbek"],
};

const byName = new Map(Object.entries(known).flatMap(([code, names]) => names.map((name) => [name, code])));

/** Null for what is no code and no known name. */
export function languageCode(said: string | null): TierLanguage | null {
  if (said === null) return null;
  const lower = said.trim().toLowerCase();
  const code = byName.get(lower);
  if (code !== undefined) return code;
  // A word of more letters is a name, not a code.
  return /^[a-z]{2,3}(?:-|$)/.test(lower) && TierLanguage.safeParse(said.trim()).success ? said.trim() : null;
}
