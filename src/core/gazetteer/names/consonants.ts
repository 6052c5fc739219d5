/**
 * Arabic and Hebrew are written without most vowels, and Latin letters render their consonants in many ways. What can be compared
 * is the row of consonants, coarsely. It cannot tell names that differ in vowels alone (Kafr, Kufr), in w and y (which also stand
 * for vowels), in ayn and alef, or in letters that one Latin letter stands for (t of two kinds, s of three, k and q); it finds
 * what may be the same name, and no more.
 */

/** "" for letters that are not compared. */
const arabic: Readonly<Record<string, string>> = {
  ...{ ب: "b", پ: "b", ت: "t", ث: "t", ط: "t", ج: "g", چ: "S", غ: "g", گ: "g", ح: "h", ه: "h", خ: "x", د: "d", ذ: "d", ض: "d" },
  ...{ ر: "r", ز: "z", ژ: "g", ظ: "z", س: "s", ص: "s", ش: "S", ف: "f", ڤ: "f", ق: "k", ك: "k", ک: "k", ل: "l", م: "m", ن: "n" },
};
const hebrew: Readonly<Record<string, string>> = {
  ...{ ב: "b", ג: "g", ד: "d", ז: "z", ח: "k", ט: "t", כ: "k", ך: "k", ל: "l", מ: "m", ם: "m", נ: "n", ן: "n", ס: "s", פ: "p" },
  ...{ ף: "p", צ: "c", ץ: "c", ק: "k", ר: "r", ש: "s", ת: "t" },
};

/** Longest first. */
const latinAsArabic: readonly (readonly [RegExp, string])[] = [
  [/^(?:al|el|as|es|ash|esh|an|en|ar|er|at|et|az|ez|ad|ed|adh)[-\s'’]+/u, ""],
  [/[-\s](?:al|el|as|es|ash|esh|an|en|ar|er|at|et|az|ez|ad|ed|adh)[-\s'’]+/gu, " "],
  [/h(?=$|\s)/gu, ""],
  [/kh/gu, "x"],
  [/sh|ch/gu, "S"],
  [/th/gu, "t"],
  [/dh/gu, "d"],
  [/gh|dj|j/gu, "g"],
  [/ph/gu, "f"],
  [/[qc]/gu, "k"],
  [/p/gu, "b"],
  [/v/gu, "f"],
  [/[^bcdfghklmnrstxzS]/gu, ""],
];
const latinAsHebrew: readonly (readonly [RegExp, string])[] = [
  [/h(?=$|\s)/gu, ""],
  [/kh|ch|q|ck/gu, "k"],
  [/sh/gu, "s"],
  [/ts|tz/gu, "c"],
  [/th/gu, "t"],
  [/ph|f/gu, "p"],
  [/v/gu, "b"],
  [/[^bcdghklmnprstz]/gu, ""],
];

/** Consonants of a name in Arabic letters. */
export function arabicConsonants(name: string): string {
  const bare = name
    .normalize("NFC")
    .replaceAll(/\u0640|\p{M}/gu, "")
    .split(/[^\p{L}]+/u)
    // The article; a final h is how many write the ending -a.
    .map((word) => (word.length > 3 ? word.replace(/^ال/u, "") : word).replace(/[هة]$/u, ""))
    .join("");
  return single([...bare].map((letter) => arabic[letter] ?? "").join(""));
}

/** Consonants of a name in Hebrew letters. */
export function hebrewConsonants(name: string): string {
  return single([...name.normalize("NFC")].map((letter) => hebrew[letter] ?? "").join(""));
}

/** A Latin spelling as if it were one of a name in Arabic; `plain`: small letters without accents. */
export function latinAsArabicConsonants(plain: string): string {
  return single(replaced(plain, latinAsArabic));
}

/** Twice, since h is a letter that is heard and one that is not. */
export function latinAsHebrewConsonants(plain: string): string[] {
  const rest = replaced(plain, latinAsHebrew);
  return [...new Set([rest.replaceAll("h", ""), rest.replaceAll("h", "k")].map(single))];
}

function replaced(text: string, rules: readonly (readonly [RegExp, string])[]): string {
  return rules.reduce((all, [what, by]) => all.replace(what, by), text);
}

function single(letters: string): string {
  return letters.replaceAll(/(.)\1+/gu, "$1");
}
