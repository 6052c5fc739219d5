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
/** Around a namesake with no other name near, where nothing changes from place to place. */
const alone = { rows: 1, columns: 3 } as const;
const nearKm = 60;

export interface Sample {
  /** Undefined where no words narrow the spot by themselves. */
  readonly at: Position | undefined;
  /** The ground that it stands for. */
  readonly weight: number;
}

interface Looked {
  readonly point: Namesake;
  readonly ring: RingPart;
  /** Rows and columns of the points. */
  readonly grid: readonly [rows: number, columns: number];
}

export function samplesOf(all: readonly (readonly One[])[], spot: readonly ClauseFit[]): Sample[] {
  const around = all.flatMap((ones, i) =>
    ones.flatMap(({ name, point }) => {
      if (point === undefined) return [];
      const rings = spot.flatMap((one) => (namesOf(one.clause).includes(name) ? (one.ring ?? []) : []));
      const ring = rings.sort((a, b) => areaOfRing(a) - areaOfRing(b))[0];
      return ring === undefined ? [] : [{ point, ring, name: i }];
    }),
  );
  // Words that set no end to where the spot may be, or only a way between two places, weigh no spot: each choice of places counts alike.
  if (around.length === 0) return [{ at: undefined, weight: 1 }];
  const wide = Math.max(columns.least, Math.min(columns.most, Math.floor(mostPoints / rows / around.length)));
  const widest = Math.max(...around.map(({ ring }) => ring.highM));
  const looked = around.map(({ point, ring, name }): Looked => {
    const near = ring.highM + widest + nearKm * 1000;
    const others = all.some((ones, i) => i !== name && ones.some((one) => one.point !== undefined && roughM(one.point, point) <= near));
    return { point, ring, grid: others ? [rows, wide] : [alone.rows, alone.columns] };
  });
  return looked.flatMap(({ point, ring, grid }) =>
    pointsOfRing(point, ring, ...grid).map((at) => {
      // Ground that is looked at from several places counts once.
      let density = 0;
      for (const one of looked)
        if (roughM(at, one.point) <= 1.2 * one.ring.highM + 1000 && isInRing(one.point, one.ring, at)) density += densityOf(one);
      return { at, weight: 1 / (density > 0 ? density : densityOf({ ring, grid })) };
    }),
  );
}

function densityOf({ ring, grid }: Pick<Looked, "ring" | "grid">): number {
  return (grid[0] * grid[1]) / areaOfRing(ring);
}
