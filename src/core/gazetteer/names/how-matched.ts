/** How a listed place answers to a name that is asked for: the best of its spellings, and what had to be done to make them meet. */
import type { MatchedBy } from "../gazetteer-place.ts";
import { editDistance, editsAllowed } from "./edit-distance.ts";
import { foldedLatin, foldName } from "./fold-name.ts";
import { keysOfAsked, keysOfListed } from "./name-keys.ts";
import { scriptOf } from "./to-latin.ts";

export interface HowMatched {
  readonly matchedBy: MatchedBy;
  readonly matched: string;
  readonly edits: number;
}

const order: readonly MatchedBy[] = ["name", "variant", "transliteration", "consonants", "near-spelling"];

/** The better of two first. */
export function compareMatches(a: HowMatched, b: HowMatched): number {
  return order.indexOf(a.matchedBy) - order.indexOf(b.matchedBy) || a.edits - b.edits;
}

export interface AskedName {
  readonly folded: ReadonlySet<string>;
  readonly keys: ReadonlySet<string>;
}

export function askedName(name: string): AskedName {
  return { folded: new Set(foldings(name)), keys: new Set(keysOfAsked(name)) };
}

/** Undefined where no spelling comes near. */
export function howMatched(
  asked: AskedName,
  listed: { readonly name: string; readonly variants: readonly string[]; readonly country: string },
): HowMatched | undefined {
  let best: HowMatched | undefined;
  for (const [at, spelling] of [listed.name, ...listed.variants].entries()) {
    const how = howSpelled(asked, spelling, listed.country, at === 0);
    if (how !== undefined && (best === undefined || compareMatches(how, best) < 0)) best = how;
    if (best?.matchedBy === "name") break;
  }
  return best;
}

function howSpelled(asked: AskedName, spelling: string, country: string, isName: boolean): HowMatched | undefined {
  if (foldings(spelling).some((folded) => asked.folded.has(folded)))
    return { matchedBy: isName ? "name" : "variant", matched: spelling, edits: 0 };
  const keys = keysOfListed(spelling, country);
  const met = keys.find((key) => asked.keys.has(key));
  if (met !== undefined) return { matchedBy: /^[cl]/.test(met) ? "consonants" : "transliteration", matched: spelling, edits: 0 };
  let edits = Infinity;
  for (const key of keys)
    for (const one of asked.keys) if (mayBeNear(key, one)) edits = Math.min(edits, editDistance(one.slice(1), key.slice(1)));
  return edits === Infinity ? undefined : { matchedBy: "near-spelling", matched: spelling, edits };
}

function mayBeNear(key: string, asked: string): boolean {
  if (key[0] !== asked[0] || !/^[gse]/.test(key)) return false;
  const allowed = editsAllowed(asked.length - 1);
  return allowed > 0 && Math.abs(key.length - asked.length) <= allowed && editDistance(asked.slice(1), key.slice(1)) <= allowed;
}

function foldings(name: string): string[] {
  return scriptOf(name) === "latin" ? foldedLatin(name.toLowerCase().normalize("NFC")) : [foldName(name)];
}
