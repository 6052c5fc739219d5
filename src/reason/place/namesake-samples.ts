/** Places for the spot, spread evenly around every namesake, each counted by the ground that it stands for; nothing is drawn by chance. */
import type { Position } from "../../core/place/region.ts";
import { areaOfRing, type ClauseFit, isInRing, pointsOfRing, type RingPart } from "./namesake-fit.ts";
import { type One, roughM } from "./namesake-ones.ts";
import type { Namesake } from "./namesakes-problem.ts";
import { namesOf } from "./place-clause.ts";

/** Points around each namesake at which the spot is looked for: rows by distance, columns by direction; fewer for names that hundreds bear. */
const rows = 4;
const columns = { most: 12, least: 3 } as const;
const mostPoints = 12_000;
export interface Sample {
  /** Undefined where no words narrow the spot by themselves. */
  readonly at: Position | undefined;
  /** The ground that it stands for. */
  readonly weight: number;
}

export function samplesOf(all: readonly (readonly One[])[], spot: readonly ClauseFit[]): Sample[] {
  const around: { point: Namesake; ring: RingPart }[] = [];
  for (const ones of all) {
    for (const { name, point } of ones) {
      if (point === undefined) continue;
      const rings = spot.flatMap((one) => (namesOf(one.clause).includes(name) ? (one.ring ?? []) : []));
      const ring = rings.sort((a, b) => areaOfRing(a) - areaOfRing(b))[0];
      if (ring !== undefined) around.push({ point, ring });
    }
  }
  // Words that set no end to where the spot may be, or only a way between two places, weigh no spot: each choice of places counts alike.
  if (around.length === 0) return [{ at: undefined, weight: 1 }];
  const wide = Math.max(columns.least, Math.min(columns.most, Math.floor(mostPoints / rows / around.length)));
  return around.flatMap(({ point, ring }) =>
    pointsOfRing(point, ring, rows, wide).map((at) => {
      // Ground that is looked at from several places counts once.
      let density = 0;
      for (const one of around)
        if (roughM(at, one.point) <= 1.2 * one.ring.highM + 1000 && isInRing(one.point, one.ring, at))
          density += (rows * wide) / areaOfRing(one.ring);
      return { at, weight: density > 0 ? 1 / density : areaOfRing(ring) / (rows * wide) };
    }),
  );
}
