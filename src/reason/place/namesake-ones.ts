/** What one name may mean in one reading: a point of a listed place, or a place that no list holds; and how words fit either. */
import type { Position } from "../../core/place/region.ts";
import { areaOfRing, type ClauseFit } from "./namesake-fit.ts";
import { countedAreaM2 } from "./namesake-hypotheses.ts";
import type { Namesake } from "./namesakes-problem.ts";

export interface One {
  readonly name: string;
  /** -1 for "none of these". */
  readonly place: number;
  readonly point: Namesake | undefined;
  readonly prior: number;
}

/** A place that is not listed may lie anywhere around: it fits as often as its words cover ground. */
export function fitUnlisted({ ring, tail }: ClauseFit): number {
  return Math.max(tail, ring === undefined ? 0.01 : Math.min(1, areaOfRing(ring) / countedAreaM2));
}

export function fitAt(one: ClauseFit, at: Position, point: Namesake): number {
  return roughM(at, point) > 3 * one.reachM + 30_000 ? one.tail : one.fit(at, point, undefined);
}

/** Good to a few in a hundred as far as it is used: whether to look closer. */
export function roughM(a: Position, b: Position): number {
  const across = ((((b.lon - a.lon + 540) % 360) - 180) * Math.cos(((a.lat + b.lat) * Math.PI) / 360)) as number;
  return Math.hypot(b.lat - a.lat, across) * 111_200;
}
