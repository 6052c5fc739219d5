/**
 * Words by which a cell would conclude what no sheet concludes: that somebody is guilty, or that a crime was committed. They are
 * refused wherever they stand, negations too: a cell says what is shown and what is missing, and can say that without them.
 */

/** English, Ukrainian, Russian, Arabic. Forms are matched by their stems. */
const conclusions: readonly RegExp[] = [
  /\b(?:not\s+)?guilt(?:y|iness)?\b/iu,
  /\b(?:war\s+)?crimes?\s+(?:was|were|is|are|has\s+been|have\s+been|had\s+been)\s+(?:clearly\s+|thus\s+|therefore\s+)?(?:committed|proven|proved|established)\b/iu,
  /\b(?:commit(?:s|ted|ting)?|perpetrat(?:ed|es|ing))\s+(?:a|an|the|this|these|that)?\s*(?:war\s+)?(?:crimes?|murders?|atrocit(?:y|ies))\b/iu,
  /\b(?:is|was|are|were|amounts?\s+to|constitutes?|constituted|proves?|proven?)\s+(?:to\s+be\s+)?(?:a|the)?\s*war\s+crimes?\b/iu,
  /\b(?:criminally|legally)\s+(?:responsible|liable)\b/iu,
  /\b(?:murder(?:er|ers|ed|s)?|war\s+criminals?|execution(?:er|ers|s)?|executed)\b/iu,
  /\bbeyond\s+(?:a\s+|any\s+)?reasonable\s+doubt\b/iu,
  /(?<!\p{L})(?:не)?вин(?:ен|на|ні|ний|ного|ним|уват\p{L}*)(?!\p{L})/iu,
  /(?<!\p{L})(?:не)?винов(?:ен|на|ны|ник\p{L}*|н\p{L}*)(?!\p{L})/iu,
  /(?<!\p{L})(?:воєнн|военн)\p{L}*\s+(?:злочин|преступ)\p{L}*/iu,
  /(?<!\p{L})(?:вбив[цч]\p{L}*|убийц\p{L}*|страт(?:а|и|у|или|ив)|казн(?:ь|и|или|ил))(?!\p{L})/iu,
  /(?:مذنب|جريمة\s+حرب|مجرم)/u,
];

/** The words of `text` that conclude, as they stand there; undefined when none do. */
export function conclusionIn(text: string): string | undefined {
  const plain = text.normalize("NFKC").replaceAll(/[\u00ad\u200b-\u200f\u2060\ufeff]/gu, "");
  for (const conclusion of conclusions) {
    const found = conclusion.exec(plain);
    if (found !== null) return found[0].trim();
  }
  return undefined;
}
