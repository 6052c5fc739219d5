/**
 * Cyrillic into Latin letters, a table a language. Small letters; signs that only soften or part letters are left out, since no
 * key keeps them. Where a letter is written one way at the beginning of a word and another inside, both are given.
 *
 * - Ukrainian: Cabinet of Ministers of Ukraine, resolution 55 of 27 January 2010 (also BGN/PCGN 2019).
 * - Russian: BGN/PCGN 1947, ё as yo and э as e.
 * - Belarusian: BGN/PCGN 1979.
 * - Bulgarian: Transliteration Act of 2009 (also BGN/PCGN 2013).
 * - Serbian: the Latin alphabet of the language itself (Gaj), letters of their own.
 * - Macedonian: BGN/PCGN 2013, letters of their own.
 */

export interface LetterTable {
  /** Small letters, and what each is written as. */
  readonly letters: Readonly<Record<string, string>>;
  /** At the beginning of a word, where that is something else. */
  readonly first?: Readonly<Record<string, string>>;
  /** After a vowel, ъ or ь, where that is something else. */
  readonly afterVowel?: Readonly<Record<string, string>>;
  /** Letters that stand together, put before single ones. */
  readonly together?: Readonly<Record<string, string>>;
}

const common = {
  ...{ а: "a", б: "b", д: "d", ж: "zh", з: "z", к: "k", л: "l", м: "m", н: "n", о: "o", п: "p", р: "r", с: "s", т: "t", у: "u" },
  ...{ ф: "f", ц: "ts", ч: "ch", ш: "sh", ь: "", ъ: "", "'": "", "’": "", ʼ: "" },
} as const;

const ukrainian: LetterTable = {
  letters: {
    ...common,
    ...{ в: "v", г: "h", ґ: "g", е: "e", є: "ie", и: "y", і: "i", ї: "i", й: "i", х: "kh", щ: "shch", ю: "iu", я: "ia" },
    // No letters of the language, but met in names that mix.
    ...{ ы: "y", э: "e", ё: "io" },
  },
  first: { є: "ye", ї: "yi", й: "y", ю: "yu", я: "ya" },
  together: { зг: "zgh" },
};

const russian: LetterTable = {
  letters: {
    ...common,
    ...{ в: "v", г: "g", е: "e", ё: "yo", и: "i", й: "y", х: "kh", щ: "shch", ы: "y", э: "e", ю: "yu", я: "ya" },
    ...{ і: "i", ї: "i", є: "e", ґ: "g" },
  },
  first: { е: "ye" },
  afterVowel: { е: "ye" },
};

const belarusian: LetterTable = {
  letters: {
    ...common,
    ...{ в: "v", г: "h", е: "ye", ё: "yo", і: "i", й: "y", ў: "w", х: "kh", ы: "y", э: "e", ю: "yu", я: "ya", и: "i", щ: "shch" },
  },
};

const bulgarian: LetterTable = {
  letters: {
    ...common,
    ...{ в: "v", г: "g", е: "e", и: "i", й: "y", х: "h", щ: "sht", ъ: "a", ь: "y", ю: "yu", я: "ya" },
  },
};

const serbian: LetterTable = {
  letters: {
    ...common,
    ...{ в: "v", г: "g", ђ: "đ", е: "e", ж: "ž", и: "i", ј: "j", љ: "lj", њ: "nj", ћ: "ć", х: "h", ц: "c", ч: "č", џ: "dž", ш: "š" },
  },
};

const macedonian: LetterTable = {
  letters: {
    ...common,
    ...{ в: "v", г: "g", ѓ: "gj", е: "e", ѕ: "dz", и: "i", ј: "j", љ: "lj", њ: "nj", ќ: "kj", х: "h", ц: "c", џ: "dj" },
  },
};

/** Letters that only some languages have, and which tables a name with them is read by. */
const telling: readonly (readonly [letters: RegExp, tables: readonly LetterTable[]])[] = [
  [/ў/u, [belarusian]],
  [/[ѓќѕ]/u, [macedonian]],
  [/[ђћ]/u, [serbian]],
  [/[јљњџ]/u, [serbian, macedonian]],
  [/[ґєї]/u, [ukrainian]],
  [/і.*[ыэё]|[ыэё].*і/u, [belarusian]],
  [/[ыэё]/u, [russian]],
  [/і/u, [ukrainian, belarusian]],
  [/ъ/u, [bulgarian, russian]],
];
const untold = [ukrainian, russian, bulgarian];

/** Which tables read a name in small Cyrillic letters: by its telling letters, and else those of the most used. */
export function cyrillicTablesFor(name: string): readonly LetterTable[] {
  return telling.find(([letters]) => letters.test(name))?.[1] ?? untold;
}
