/** A name without what spellings of the same word differ in: case, accents, punctuation, spaces. In its own script. */
import { foldText } from "../../search/fold-text.ts";

/** Small ASCII letters and digits alone: the usual case, and the one that millions of names are. */
const plain = /^[a-z0-9]*$/;

export function foldName(name: string): string {
  const small = name.toLowerCase();
  if (plain.test(small)) return small;
  // Letters that only modify, such as the okina and the half rings, are punctuation here.
  return foldText(name).replaceAll(/[^\p{L}\p{N}\p{M}]|[\u02b0-\u02ff]/gu, "");
}

const spelledOut: Readonly<Record<string, string>> = {
  ...{ ä: "ae", ö: "oe", ü: "ue", å: "aa", ø: "oe", đ: "dj", š: "sh", č: "ch", ž: "zh", ş: "sh", ș: "sh", ç: "ch" },
};
const toSpell = new RegExp(`[${Object.keys(spelledOut).join("")}]`, "u");
const allToSpell = new RegExp(toSpell, "gu");

/** A Latin name folded, and also with its marked letters spelled out where that is another word: zurich and zuerich. */
export function foldedLatin(latin: string): string[] {
  const folded = foldName(latin);
  if (!toSpell.test(latin)) return [folded];
  return [folded, foldName(latin.replaceAll(allToSpell, (letter) => spelledOut[letter] as string))];
}
