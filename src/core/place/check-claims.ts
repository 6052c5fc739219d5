/** What a stated place or time must be before it may be kept: an area on the earth, an interval, and a line short enough for the ledger. */
import type { TimeClaim } from "../time/time-claim.ts";
import type { PlaceClaim, Region } from "./region.ts";

/** Corners of one region that a ledger line has room for beside everything else it says (64 KiB). */
export const mostPoints = 800;

/** Half of the earth's circumference: a larger circle is the whole earth. */
const mostRadiusM = 20_037_509;

export function pointsOf(region: Region): number {
  if (region.shape === "circle") return 1;
  return region.shape === "path" ? region.points.length : region.rings.reduce((sum, ring) => sum + ring.length, 0);
}

/** What is wrong with it, as "expected ..; found ..", or undefined. */
export function faultOfPlace({ region, precision }: PlaceClaim): string | undefined {
  if (region === "unknown") return undefined;
  if (precision.trim() === "") return "place: expected what its radius or outline rests on; found none";
  const points = pointsOf(region);
  if (points > mostPoints)
    return `place: expected at most ${mostPoints} corners; found ${points}. Keep the file as an item and state a simpler outline.`;
  if (region.shape !== "polygon" && region.radiusM > mostRadiusM)
    return `place: expected a radius up to ${mostRadiusM} m; found ${region.radiusM} m`;
  return undefined;
}

export function faultOfTime({ earliest, latest }: TimeClaim): string | undefined {
  return earliest > latest ? "time: expected the earliest no later than the latest; found it later" : undefined;
}
