/** Drift of a place phrase: converted distances, directions, and clauses that say something of another place now. */
import { converted, lengthWords } from "../derive/lengths.ts";
import { folded } from "../derive/words.ts";
import type { Change } from "./drift-types.ts";
import { type PlaceDistance, type PlaceParts, placeParts } from "./place-parts.ts";

export interface PlaceChanges {
  readonly changes: readonly Change[];
  /**
   * What became of an "around". Not comparable where its distance is not told any more or says something else now; `by-hedges` where
   * the phrases alone do not say.
   */
  readonly approximate: "kept" | "lost" | "added" | "not-comparable" | "by-hedges";
}

export function placeChanges(was: string, became: string): PlaceChanges {
  const [first, second] = [placeParts(was), placeParts(became)];
  const changes: Change[] = [];
  let approximate: PlaceChanges["approximate"] = first.distances.length + second.distances.length === 0 ? "by-hedges" : "not-comparable";
  for (const distance of second.distances) {
    const before = partner(distance, first.distances);
    if (before === undefined) continue;
    const rebound = reboundTo(before, distance);
    if (rebound !== undefined) changes.push({ kind: "rebound", was: before.words, became: rebound });
    changes.push(...lengthChange(before, distance));
    if (rebound === undefined) approximate = hedging(before, distance);
  }
  return { changes: [...changes, ...directionChanges(first, second)], approximate };
}

/** From the same place; else the only one, whatever it is measured from. */
function partner({ anchor }: PlaceDistance, among: readonly PlaceDistance[]): PlaceDistance | undefined {
  return (anchor === null ? undefined : among.find((other) => other.anchor === anchor)) ?? (among.length === 1 ? among[0] : undefined);
}

function reboundTo(before: PlaceDistance, after: PlaceDistance): string | undefined {
  if (before.about === null || after.about === null) return undefined;
  const words = (place: string | null) => `${after.words}, of ${place === null ? "the spot" : place}`;
  const [first, second] = [before.bound, after.bound].map((place) => (place === null ? null : folded(place)));
  if (second !== null && second !== first) return words(after.bound);
  return typeof first === "string" && !after.about.includes(first) ? words(null) : undefined;
}

function lengthChange({ length: was, anchor }: PlaceDistance, { length: became, anchor: now }: PlaceDistance): Change[] {
  if (was.unit !== became.unit) {
    const { within, words } = converted(was, became);
    return [{ kind: within ? "unit-within" : "unit-outside", was: lengthWords(was), became: words }];
  }
  if (was.low !== became.low || was.high !== became.high) return [{ kind: "number", was: lengthWords(was), became: lengthWords(became) }];
  return anchor === now || anchor === null || now === null
    ? []
    : [{ kind: "object", was: `${lengthWords(was)} from ${anchor}`, became: `${lengthWords(became)} from ${now}` }];
}

function hedging({ wording: was }: PlaceDistance, { wording: became }: PlaceDistance): PlaceChanges["approximate"] {
  if (was === null || became === null) return "by-hedges";
  const [first, second] = [was === "around", became === "around"];
  return first === second ? "kept" : first ? "lost" : "added";
}

/**
 * Headings are held against those from the same place; those from a place that is not named, or not read, against all, and the first
 * that has no distance is the one that changed.
 */
function directionChanges(first: PlaceParts, second: PlaceParts): Change[] {
  const measured = new Set(first.distances.map(({ anchor }) => anchor));
  return second.directions.flatMap(({ anchor, heading }): Change[] => {
    const before =
      anchor === null
        ? first.directions.toSorted((a, b) => Number(measured.has(a.anchor)) - Number(measured.has(b.anchor)))
        : first.directions.filter((one) => one.anchor === anchor || one.anchor === null);
    const [was] = before;
    if (was === undefined || before.some((one) => one.heading === heading)) return [];
    return [{ kind: "direction", was: was.heading, became: heading }];
  });
}
