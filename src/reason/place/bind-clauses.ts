/**
 * Every way to put the clauses of a phrase together: what each says, whether it is about the spot or about a place named before
 * it, and which of two that "or" joins is taken. In order of reading: everything about the spot comes first, and nothing is
 * ranked by how likely it is.
 */
import type { PlaceClause } from "./place-clause.ts";
import type { ReadClause } from "./collect-clauses.ts";

/** So many are worked out; how many more there are is said. */
export const parsesAtMost = 12;

export interface Readings {
  readonly parses: readonly (readonly PlaceClause[])[];
  /** Ways that were not worked out. */
  readonly leftOut: number;
}

export function readingsOf(clauses: readonly ReadClause[]): Readings {
  const units = clauses.reduce<Way[][]>((all, clause) => {
    const last = all.at(-1);
    if (last === undefined) return [waysOf(clause)];
    if (clause.or) return [...all.slice(0, -1), [...last, ...waysOf(clause)]];
    if (clause.asBefore)
      return [
        ...all.slice(0, -1),
        last.flatMap((way) => clause.ways.map((next) => [...way, { ...next, about: way.at(-1)?.about ?? "spot" }])),
      ];
    return [...all, waysOf(clause)];
  }, []);
  if (units.length === 0) return { parses: [], leftOut: 0 };
  const count = units.reduce((product, ways) => Math.min(1e15, product * ways.length), 1);
  const parses: PlaceClause[][] = [];
  for (let number = 0; number < Math.min(count, parsesAtMost); number++) {
    let rest = number;
    parses.push(
      units.flatMap((ways) => {
        const way = ways[rest % ways.length] as Way;
        rest = Math.floor(rest / ways.length);
        return way;
      }),
    );
  }
  return { parses, leftOut: count - parses.length };
}

/** Clauses that are taken together. */
type Way = readonly PlaceClause[];

function waysOf({ ways, mayBeAbout, mustBeAbout }: ReadClause): Way[] {
  const bound = mayBeAbout.flatMap((anchor) => ways.map((way) => [{ ...way, about: { anchor } }]));
  return mustBeAbout ? bound.slice(0, ways.length) : [...ways.map((way) => [way]), ...bound];
}
