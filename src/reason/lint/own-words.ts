/**
 * The words of a text that are the writer's own: what stands between quotation marks and what is an address is blanked, character for
 * character, so that offsets stay. A quotation that is never closed is no quotation.
 */
const pairs: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ["“", "”"],
  ["„", "“"],
  ["„", "”"],
  ["«", "»"],
  ["‹", "›"],
  ["‘", "’"],
];

const blank = (words: string): string => words.replace(/[^\n]/g, " ");

export function ownWords(text: string): string {
  let own = text.replace(/\bhttps?:\/\/\S+/gi, blank);
  for (let at = 0; at < own.length; at++) {
    const end = endOfQuotation(own, at);
    if (end === undefined) continue;
    own = own.slice(0, at) + blank(own.slice(at, end)) + own.slice(end);
    at = end - 1;
  }
  return own;
}

function endOfQuotation(text: string, at: number): number | undefined {
  const ends = pairs.flatMap(([open, close]) => {
    // Behind a figure it is inches, or the seconds of an angle.
    if (text[at] !== open || (open === '"' && /[\d′'’]/u.test(text[at - 1] ?? ""))) return [];
    const end = text.indexOf(close, at + 1);
    return end === -1 ? [] : [end + 1];
  });
  return ends.length === 0 ? undefined : Math.min(...ends);
}
