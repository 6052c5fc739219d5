/**
 * Which way words run. The language says it where it is written in one kind of script; else the first strong character does (UAX 9,
 * P2 and P3). Where both speak and differ, as with a Latin name at the start of an Arabic sentence, that is told, never settled in
 * silence.
 */
import { z } from "zod";
import type { TierLanguage } from "./tier.ts";

export const TextDirection = z.strictObject({
  direction: z.enum(["ltr", "rtl"]),
  /** `neither`: no language that has a direction and no letter; left to right is then a default, not a finding. */
  basis: z.enum(["language", "first-strong", "neither"]),
  /** The first letter runs the other way than the language: show it isolated, and say so. */
  differs: z.boolean(),
});
export type TextDirection = z.infer<typeof TextDirection>;

/** Scripts that run from right to left, as ISO 15924 writes them: those whose letters are R or AL in UAX 9. */
const rightToLeftScripts = new Set([
  "adlm",
  "arab",
  "aran",
  "hebr",
  "mand",
  "mend",
  "nkoo",
  "rohg",
  "samr",
  "syrc",
  "syre",
  "syrj",
  "syrn",
  "thaa",
]);

/** Languages that are written in such a script where no script is named: CLDR likely subtags of languages that recordings are in. */
const rightToLeftLanguages = new Set([
  ...["ar", "ara", "arb", "acm", "afb", "aeb", "apc", "ajp", "ary", "arz", "ars", "acq", "apd", "ayl"],
  ...["he", "heb", "iw", "yi", "yid", "ji", "fa", "fas", "per", "prs", "pes", "ps", "pus", "ur", "urd"],
  ...["ckb", "sdh", "dv", "div", "syr", "arc", "aii", "nqo", "pnb", "azb", "skr", "glk", "mzn", "lrc"],
]);

/**
 * Say nothing of a direction: no language, or one that is written in a script of each kind where none is named (CLDR likely subtags
 * give by region uz-AF, az-IR, pa-PK, ku-IQ, kk-CN and others Arabic letters). There the letters decide.
 */
const unsettled = new Set([
  ...["und", "mul", "zxx", "mis"],
  ...["az", "aze", "azj", "uz", "uzb", "uzn", "uzs", "pa", "pan", "ku", "kur", "kmr", "kk", "kaz", "ky", "kir", "tk", "tuk"],
  ...["tg", "tgk", "tt", "tat", "ug", "uig", "sd", "snd", "ks", "kas", "ms", "msa", "may", "ha", "hau", "so", "som", "bal", "lad", "rhg"],
]);

const strong = /\p{L}/u;
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

export function textDirection(language: TierLanguage, text: string): TextDirection {
  const first = firstStrong(text);
  const stated = directionOfLanguage(language);
  if (stated !== undefined) return { direction: stated, basis: "language", differs: first !== undefined && first !== stated };
  if (first !== undefined) return { direction: first, basis: "first-strong", differs: false };
  return { direction: "ltr", basis: "neither", differs: false };
}

function directionOfLanguage(language: TierLanguage): "ltr" | "rtl" | undefined {
  const [base = "", ...rest] = language.toLowerCase().split("-");
  const script = rest.find((part) => /^[a-z]{4}$/.test(part));
  if (script !== undefined) return rightToLeftScripts.has(script) ? "rtl" : "ltr";
  if (unsettled.has(base)) return undefined;
  return rightToLeftLanguages.has(base) ? "rtl" : "ltr";
}

/** Letters inside isolates do not count (P2); nobody types those, so that plain order is enough here. */
function firstStrong(text: string): "ltr" | "rtl" | undefined {
  const [letter] = strong.exec(text) ?? [];
  if (letter === undefined) return undefined;
  return rightToLeft.test(letter) ? "rtl" : "ltr";
}
