/**
 * One spelling for search, for stored text and for the query alike: case, compatibility forms (Unicode NFKD), diacritics of
 * Latin, Greek, Cyrillic, Arabic and Hebrew, invisible characters, and letters that people write for one another are joined.
 * Marks that make another letter stay: й and ї, Thai and Indic vowel signs, Japanese voicing. docs/search.md lists it all.
 */

const ascii = /^\p{ASCII}*$/u;

/** Invisible characters, tatweel, and the marks of the scripts named above. */
const dropped =
  // oxlint-disable-next-line no-misleading-character-class, no-irregular-whitespace -- marks are meant one by one
  /[\u00ad\u034f\u061c\u0640\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff\u{e0100}-\u{e01ef}]|[\u0300-\u0305\u0307\u0309-\u036f]|(?<![иу])\u0306|(?<!і)\u0308|[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]|[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed]/gu;

const pairs: Readonly<Record<string, string>> = {
  // Letters without a decomposition that people type as another.
  ...{ ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ħ: "h", ı: "i", ŧ: "t", ς: "σ" },
  // Arabic and Persian keyboards give different letters for the same one.
  ...{ "\u0649": "\u064a", "\u06cc": "\u064a", "\u06a9": "\u0643", "\u0629": "\u0647" },
  // What stands for an apostrophe, a quotation mark, a dash.
  ...{ "\u2018": "'", "\u2019": "'", "\u02bc": "'", "\u02b9": "'", "\u05f3": "'" },
  ...{ "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u201f": '"', "\u00ab": '"', "\u00bb": '"', "\u05f4": '"' },
  ...{ "\u2010": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2015": "-", "\u2212": "-" },
  ...Object.fromEntries(Array.from({ length: 10 }, (_, digit) => [String.fromCharCode(0x660 + digit), String(digit)])),
  ...Object.fromEntries(Array.from({ length: 10 }, (_, digit) => [String.fromCharCode(0x6f0 + digit), String(digit)])),
};
const paired = new RegExp(`[${Object.keys(pairs).join("")}]`, "gu");

export function foldText(text: string): string {
  if (ascii.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(dropped, "")
    .replace(paired, (letter) => pairs[letter] ?? letter)
    .normalize("NFC");
}

/** What is stored and searched: folded, and every run of white space one space, so that a line's end parts no phrase. */
export function foldForSearch(text: string): string {
  return foldText(text).replaceAll(/\s+/gu, " ").trim();
}

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/**
 * The stored form of a text, and for each of its code units where in the text it comes from: `starts[i]` and `ends[i]`.
 * For showing what was found; folding a text whole gives the same string.
 */
export function foldWithPlaces(text: string): { folded: string; starts: number[]; ends: number[] } {
  const units: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { segment, index } of graphemes.segment(text)) {
    for (const unit of foldText(segment).replaceAll(/\s+/gu, " ").split("")) {
      if (unit === " " && (units.length === 0 || units.at(-1) === " ")) continue;
      units.push(unit);
      starts.push(index);
      ends.push(index + segment.length);
    }
  }
  // Joined once: asking a text for its end while it grows copies it each time, minutes for a megabyte.
  return { folded: units.join("").trimEnd(), starts, ends };
}
