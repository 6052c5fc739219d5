/** What may be said of a place in words: one rule for each way of saying it. Each looks at one offset; the longest that fits is taken. */
import type { ClauseBody } from "./place-clause.ts";
import { measuredRules } from "./read-measured.ts";
import type { KnownNames } from "./read-name.ts";
import { placedRules } from "./read-placed.ts";
import { roadRules } from "./read-road.ts";
import type { Found } from "./source-text.ts";

const rules = [...measuredRules, ...roadRules, ...placedRules];

/** The ways to read the longest clause that begins at an offset, in the order of the rules. */
export function clauseAt(text: string, at: number, known: KnownNames): Found<readonly ClauseBody[]> | undefined {
  let best: Found<readonly ClauseBody[]> | undefined;
  for (const rule of rules) {
    const found = rule(text, at, known);
    if (found !== undefined && found.end > (best?.end ?? at)) best = found;
  }
  return best;
}
