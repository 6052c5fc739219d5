/** The shape of a rule, and steps that several rules share. */
import type { ClauseBody } from "./place-clause.ts";
import type { CompassPoint } from "./place-rules.ts";
import { headingAt } from "./read-heading.ts";
import { type KnownNames, nameAt } from "./read-name.ts";
import { eat, type Found, skip, spaces, wordsAt } from "./source-text.ts";

/** The clauses that the words at an offset may mean: several where English says two things with them. */
export type ClauseRule = (text: string, at: number, known: KnownNames) => Found<readonly ClauseBody[]> | undefined;

/** A rule of some words and the name behind them. */
export function namedRule(words: RegExp, make: (anchor: string) => ClauseBody): ClauseRule {
  return (text, at, known) => {
    const after = eat(words, text, at);
    if (after === undefined) return undefined;
    const name = nameAt(text, skip(both, text, spaces(text, after)), known);
    return name === undefined ? undefined : { value: [make(name.value)], end: name.end };
  };
}

const both = wordsAt("both");

export const ofOrFrom = wordsAt("of|from|outside(?: of)?|away from|off|(?:away )?beyond");
const toward = wordsAt("(?:to|on|towards?|at)(?: the)?|in the direction of(?: the)?|due");

/** "To the north-west", "due south", "in the direction of the east". */
export function directionAt(text: string, at: number): Found<CompassPoint> | undefined {
  return headingAt(text, skip(toward, text, at));
}
