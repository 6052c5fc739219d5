/** When texts count as nearly the same. All of it is shown beside what was found; docs/method/text-copies.md says why. */

/** Words that follow each other and count as one feature; in scripts without spaces, characters. */
export const wordsTogether = 3;
/** Shared features over all features of both (Jaccard), from which two texts are nearly the same. */
export const leastSimilarity = 0.5;
/** Share of a text's features that another one holds, from which it stands in it whole. */
export const leastContained = 0.9;
/** A shorter text is compared with nothing: short texts are alike because there is little to say. */
export const leastWords = 6;
export const leastLetters = 20;
/** A text has to be this long to be looked for inside others. */
export const leastWordsInside = 8;
/** A text inside so many that are otherwise different is a common phrase, and nothing is claimed of it. */
export const commonFrom = 100;

/** Smallest overlap of texts with so many features that makes them nearly the same. */
export function overlapNeeded(a: number, b: number): number {
  return wholeUp((leastSimilarity / (1 + leastSimilarity)) * (a + b));
}

/** Features of a text of `size` that must be in another one for the text to stand in it. */
export function insideNeeded(size: number): number {
  return wholeUp(leastContained * size);
}

/** Rounded up, but not for what floating point adds to a whole number. */
export function wholeUp(value: number): number {
  return Math.ceil(value - 1e-9);
}
