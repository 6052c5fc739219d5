/** Where copied words stand in a text, letter by letter: whole words alone. */
import type { TextSpan } from "../../core/claim/text-span.ts";

/** Inside `within`; the place nearest to `near` where there are several. */
export function findCopied(text: string, words: string, within: TextSpan, near = within.start): TextSpan | undefined {
  let best: TextSpan | undefined;
  for (let at = text.indexOf(words, within.start); at >= 0 && at + words.length <= within.end; at = text.indexOf(words, at + 1)) {
    const span = { start: at, end: at + words.length };
    if (!standsAlone(text, span)) continue;
    if (best === undefined || Math.abs(at - near) < Math.abs(best.start - near)) best = span;
  }
  return best;
}

/** "cat" does not stand in "catalogue". */
function standsAlone(text: string, { start, end }: TextSpan): boolean {
  const joins = (a: string, b: string) => /[\p{L}\p{N}]/u.test(a) && /[\p{L}\p{N}\p{M}]/u.test(b);
  return !joins(text.charAt(start - 1), text.charAt(start)) && !joins(text.charAt(end - 1), text.charAt(end));
}
