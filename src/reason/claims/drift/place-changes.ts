/** Drift of a place phrase: converted distances, directions, and clauses that say something of another place now. */
import { converted, lengthWords } from "../derive/lengths.ts";
import { folded } from "../derive/words.ts";
import type { Change } from "./drift-types.ts";
import { type PlaceDistance, type PlaceParts, placeParts } from "./place-parts.ts";

export interface PlaceChanges {
  readonly changes: readonly Change[];
  /** Whether an "around" of the first may be missed: its distance is there still, about the same place. */
  readonly approximate: "kept" | "lost" | "added" | "not-comparable";
}

export function placeChanges(was: string, became: string): PlaceChanges {
  const [first, second] = [placeParts(was), placeParts(became)];
  const changes: Change[] = [];
  let approximate: PlaceChanges["approximate"] = "not-comparable";
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
  return among.find((other) => other.anchor === anchor) ?? (among.length === 1 ? among[0] : undefined);
}

function reboundTo(before: PlaceDistance, after: PlaceDistance): string | undefined {
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
  return anchor === now
    ? []
    : [{ kind: "object", was: `${lengthWords(was)} from ${anchor}`, became: `${lengthWords(became)} from ${now}` }];
}

function hedging({ wording: was }: PlaceDistance, { wording: became }: PlaceDistance): PlaceChanges["approximate"] {
  const [first, second] = [was === "around", became === "around"];
  return first === second ? "kept" : first ? "lost" : "added";
}

/** Headings are held against those from the same place; those from an unnamed one against all that have no distance. */
function directionChanges(first: PlaceParts, second: PlaceParts): Change[] {
  const measured = new Set(first.distances.map(({ anchor }) => anchor));
  return second.directions.flatMap(({ anchor, heading }): Change[] => {
    const same = first.directions.filter((one) => anchor !== null && (one.anchor === anchor || one.anchor === null));
    const plain = first.directions.filter((one) => one.anchor === null || !measured.has(one.anchor));
    const before = same.length > 0 ? same : anchor === null ? (plain.length > 0 ? plain : first.directions) : [];
    const [was] = before;
    if (was === undefined || before.some((one) => one.heading === heading)) return [];
    return [{ kind: "direction", was: was.heading, became: heading }];
  });
}
