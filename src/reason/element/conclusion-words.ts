/**
 * Words by which a cell would conclude what no sheet concludes: that somebody is guilty, or that a crime was committed. They are
 * refused wherever they stand, negations too: a cell says what is shown and what is missing, and can say that without them.
 */

/** English, Ukrainian, Russian, Arabic. Forms are matched by their stems. */
const conclusions: readonly RegExp[] = [
  /\b(?:not\s+)?guilt(?:y|iness)?\b/iu,
  /\bwar\s+crimes?\b/iu,
  /\bcrimes?\s+(?:was|were|is|are|has\s+been|have\s+been|had\s+been)\s+(?:clearly\s+|thus\s+|therefore\s+)?(?:committed|proven|proved|established)\b/iu,
  /\b(?:commit(?:s|ted|ting)?|perpetrat(?:ed|es|ing))\s+(?:a|an|the|this|these|that)?\s*(?:crimes?|murders?|atrocit(?:y|ies))\b/iu,
  /\b(?:criminally|legally)\s+(?:responsible|liable)\b/iu,
  /\b(?:responsible|liable|to\s+blame)\s+for\s+(?:the|this|a|his|her|their|P\d+['’]s)?\s*(?:killing|death|shooting|crime)s?\b/iu,
  /\b(?:culpab(?:le|ly|ility)|grave\s+breach(?:es)?|unlawful(?:ly)?\s+kill(?:s|ed|ing|ings)?)\b/iu,
  /\b(?:elements?(?:\s+\d+)?|crimes?|conditions?)\s+(?:is|are|was|were|has\s+been|have\s+been)\s+(?:thus\s+|therefore\s+|fully\s+)?(?:proven|proved|satisfied|met|fulfilled|made\s+out)\b/iu,
  /\b(?:satisf(?:y|ies|ied)|fulfill?(?:s|ed)?|meets?|proves?)\s+(?:the|this|that|all|every)?\s*(?:elements?|requirements?)\b/iu,
  /\b(?:murder(?:er|ers|ed|s|ing)?|war\s+criminals?|execution(?:er|ers|s)?|execut(?:e|es|ed|ing))\b/iu,
  /\bbeyond\s+(?:a\s+|any\s+)?reasonable\s+doubt\b/iu,
  // "винна пляшка" is a bottle of wine.
  /(?<!\p{L})(?:не)?вин(?:ен|на(?!\s+(?:пляшк|бочк|карт|крамниц))|ні|ний|ного|ним|уват\p{L}*)(?!\p{L})/iu,
  /(?<!\p{L})(?:не)?винов(?:ен|на|ны|ник\p{L}*|н\p{L}*)(?!\p{L})/iu,
  /(?<!\p{L})(?:воєнн|военн)\p{L}*\s+(?:злочин|преступ)\p{L}*/iu,
  /(?<!\p{L})(?:вбив[цчс]\p{L}*|вбит(?:о|ий|а|і)|убий[цс]\p{L}*|розстріл\p{L}*|рас{1,2}тре(?:л|ля)\p{L}*|страт(?:а|и|у|ою|ив|или|ила)|страчен\p{L}*|казн(?:ь|и|ью|или|ил|ят|[её]н\p{L}*))(?!\p{L})/iu,
  /(?:مذنب|جريمة\s+(?:ال)?حرب|جرائم\s+(?:ال)?حرب|مجرم|إعدام|اعدام|جريمة\s+قتل)/u,
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
