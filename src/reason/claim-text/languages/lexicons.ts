/** Which lexicon a language has; none where no rules were made for it. */
import { en } from "./en.ts";
import type { Lexicon } from "./lexicon.ts";
import { ru } from "./ru.ts";
import { uk } from "./uk.ts";

const lexicons: readonly Lexicon[] = [en, uk, ru];

/** `language`: BCP 47 ("en-GB"), or what `tellLanguage` told. */
export function lexiconOf(language: string): Lexicon | undefined {
  const main = language.toLowerCase().split("-")[0];
  return lexicons.find((one) => one.language === main);
}
