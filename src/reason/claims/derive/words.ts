/** Words of a claim as they are held against another claim's: folded, without marks and small words. */
import { remembered } from "./remembered.ts";

/** Letters and digits alone, lower case. */
export const folded = remembered((text) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim(),
);

const small: ReadonlySet<string> = new Set(
  (
    "a an the of to in on at by for from with and or that this these those it its his her their one some any as is are was were be been " +
    "being had has have who which there here в у на з із та і й до від и с со к от не что"
  ).split(" "),
);

/** Words that carry something, each once; a plural counts as its singular. */
export const contentWords = remembered(
  (text): ReadonlySet<string> =>
    new Set(
      folded(text)
        .split(" ")
        .filter((word) => word !== "" && !small.has(word))
        .map((word) => (/^[a-z]{4,}s$/.test(word) && !word.endsWith("ss") ? word.slice(0, -1) : word)),
    ),
);

/** Share of the smaller set's words that the other one has, 0 to 1. */
export function sharedWords(a: string, b: string): number {
  const [one, other] = [contentWords(a), contentWords(b)];
  const [few, many] = one.size <= other.size ? [one, other] : [other, one];
  let shared = 0;
  for (const word of few) if (many.has(word)) shared += 1;
  return few.size === 0 ? 0 : shared / few.size;
}
