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

/** A quotation mark ends it. */
const address = /\bhttps?:\/\/[^\s"“”„«»‹›‘’]+/gi;

export function ownWords(text: string): string {
  return withoutQuotations(text.replace(address, blank));
}

export interface Address {
  readonly start: number;
  readonly text: string;
}

/** Addresses that the writer gives, in the order of the text; those in quotations are somebody else's. */
export function ownAddresses(text: string): Address[] {
  // What stands in an address opens and closes no quotation.
  const own = withoutQuotations(text.replace(address, (said) => "x".repeat(said.length)));
  return [...text.matchAll(address)].flatMap(({ index, 0: said }) => (own[index] === "x" ? [{ start: index, text: said }] : []));
}

function withoutQuotations(text: string): string {
  let own = text;
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
