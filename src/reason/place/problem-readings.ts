/** The readings of a problem's phrase, each clause with the rules that hold for it, without those that a person switched off. */
import { readingsOf } from "./bind-clauses.ts";
import type { Reading } from "./namesakes.ts";
import type { PlaceProblem } from "./place-problem.ts";
import type { PlaceRules } from "./place-rules.ts";
import { readPhrase } from "./read-phrase.ts";

export function readingsOfProblem({
  text,
  anchors,
  alternatives = {},
  namesakes = {},
  rules,
  clauseRules = [],
  off = [],
}: PlaceProblem): Reading[] {
  const known = new Set([...Object.keys(anchors), ...Object.keys(alternatives), ...Object.keys(namesakes)]);
  const at = (span: readonly [number, number]) => (one: readonly [number, number]) => one[0] === span[0] && one[1] === span[1];
  return readingsOf(readPhrase(text, known).clauses).parses.map((clauses) =>
    clauses
      .filter(({ span }) => !off.some(at(span)))
      .map((clause) => {
        const own = clauseRules.find(({ span }) => at(clause.span)(span))?.rules ?? {};
        const set = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined)) as Partial<PlaceRules>;
        return { clause, rules: { ...rules, ...set } };
      }),
  );
}
