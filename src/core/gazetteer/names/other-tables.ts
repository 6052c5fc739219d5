/**
 * Greek, Georgian and Armenian into Latin letters; small letters.
 *
 * - Greek: ELOT 743 (ISO 843, type 2; UN 1987), accents taken off before.
 * - Georgian: the national system of 2002, without its apostrophes.
 * - Armenian: BGN/PCGN 1981, without its apostrophes; once with and once without a doubled r.
 */
import type { LetterTable } from "./cyrillic-tables.ts";

export const greek: LetterTable = {
  letters: {
    ...{ α: "a", β: "v", γ: "g", δ: "d", ε: "e", ζ: "z", η: "i", θ: "th", ι: "i", κ: "k", λ: "l", μ: "m", ν: "n", ξ: "x", ο: "o" },
    ...{ π: "p", ρ: "r", σ: "s", ς: "s", τ: "t", υ: "y", φ: "f", χ: "ch", ψ: "ps", ω: "o" },
  },
  first: { μπ: "b" },
  together: { γγ: "ng", γξ: "nx", γχ: "nch", μπ: "mp", ου: "ou", αυ: "av", ευ: "ev", ηυ: "iv" },
};

const georgianLetters = "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ";
const georgianLatin = "a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h".split(" ");

export const georgian: LetterTable = {
  letters: Object.fromEntries([...georgianLetters].map((letter, at) => [letter, georgianLatin[at] as string])),
};

const armenianLetters = "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև";
const armenianLatin = "a b g d e z e y t zh i l kh ts k h dz gh ch m y n sh o ch p j rr s v t r ts w p k o f ev".split(" ");

export const armenian: LetterTable = {
  letters: Object.fromEntries([...armenianLetters].map((letter, at) => [letter, armenianLatin[at] as string])),
  first: { ե: "ye", ո: "vo", և: "yev" },
  together: { ու: "u" },
};

export const armenianSingleR: LetterTable = { ...armenian, letters: { ...armenian.letters, ռ: "r" } };
