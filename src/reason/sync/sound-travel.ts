/**
 * How long sound took to two cameras, and what that makes of an offset measured by it. Where a sound was made is told, never found here.
 * What several pairs are wrong by together (the speed, the place of a camera or of the sound) is kept apart from what each is wrong by alone,
 * so that a loop over one sound closes as well as its pairs do.
 */
import { wayBetween } from "../../core/place/geodesic.ts";
import type { Figure, TravelBound } from "./sync-answer.ts";
import type { PairTravel, SpeedOfSound, Spot, SyncClip, SyncPair, SyncProblem } from "./sync-problem.ts";

/** 340 m/s is S10's; 322 to 358 is still air from -15 to 45 degrees. */
const assumedSpeed: Figure = { value: 340, plusMinus: 18 };

/** A radius that holds 95 % of places stands for so much of it along one direction: 1.960 / 2.448. */
const alongOne = 0.8007;

export interface SpeedUsed {
  readonly speed: Figure;
  readonly from: "assumed" | "stated" | "temperature";
}

export function speedUsed(stated: SpeedOfSound | undefined): SpeedUsed {
  if (stated === undefined) return { speed: assumedSpeed, from: "assumed" };
  if ("metresPerS" in stated) return { speed: { value: stated.metresPerS, plusMinus: stated.plusMinus }, from: "stated" };
  // Dry air as an ideal gas; moisture adds up to 0.4 % at 30 degrees, which the last term holds.
  const value = 331.3 * Math.sqrt(1 + stated.temperatureC / 273.15);
  const byTemperature = (value / 2 / (273.15 + stated.temperatureC)) * stated.plusMinusC;
  return { speed: { value, plusMinus: Math.hypot(byTemperature, stated.windMPerS ?? 0, 0.004 * value) }, from: "temperature" };
}

export interface Travel {
  /** Way to a less way to b. */
  readonly differenceM: Figure;
  readonly delayS: Figure;
  /** What the delay is wrong by: each by a thing of its own name, seconds. */
  readonly shared: readonly { readonly name: string; readonly seconds: number }[];
}

export function travelOf(pair: SyncPair & { readonly travel: PairTravel }, problem: SyncProblem, { speed }: SpeedUsed): Travel {
  const way = wayDifference(pair, problem);
  const delay = way.metres / speed.value;
  const shared = [
    { name: "speed", seconds: (-delay * speed.plusMinus) / speed.value },
    ...way.errors.map(({ name, metres }) => ({ name, seconds: metres / speed.value })),
  ].filter(({ seconds }) => seconds !== 0);
  return {
    differenceM: { value: way.metres, plusMinus: Math.hypot(...way.errors.map(({ metres }) => metres)) },
    delayS: { value: delay, plusMinus: Math.hypot(...shared.map(({ seconds }) => seconds)) },
    shared,
  };
}

interface WayDifference {
  readonly metres: number;
  readonly errors: readonly { readonly name: string; readonly metres: number }[];
}

function wayDifference({ id, a, b, travel }: SyncPair & { readonly travel: PairTravel }, problem: SyncProblem): WayDifference {
  if (travel.by === "difference")
    return { metres: travel.differenceM.value, errors: [{ name: `pair ${id}`, metres: travel.differenceM.error }] };
  if (travel.by === "distances")
    return {
      metres: travel.aM.value - travel.bM.value,
      errors: [{ name: `pair ${id}`, metres: Math.hypot(travel.aM.error, travel.bM.error) }],
    };
  const source = problem.sounds?.find((one) => one.id === travel.sound)?.at as Spot;
  const [from, other] = [a, b].map((clip) => legOf(problem.clips.find((one) => one.id === clip) as SyncClip, source)) as [Leg, Leg];
  const [atA, atB] = [`camera ${a}`, `camera ${b}`];
  return {
    metres: from.metres - other.metres,
    errors: [
      { name: `sound ${travel.sound} east`, metres: (from.east - other.east) * source.radiusM * alongOne },
      { name: `sound ${travel.sound} north`, metres: (from.north - other.north) * source.radiusM * alongOne },
      { name: `${atA} east`, metres: -from.east * from.radiusM },
      { name: `${atA} north`, metres: -from.north * from.radiusM },
      { name: `${atB} east`, metres: other.east * other.radiusM },
      { name: `${atB} north`, metres: other.north * other.radiusM },
    ],
  };
}

interface Leg {
  readonly metres: number;
  /** Direction from the camera to the sound. */
  readonly east: number;
  readonly north: number;
  readonly radiusM: number;
}

function legOf({ camera }: SyncClip, source: Spot): Leg {
  const { metres, bearingDeg } = wayBetween(camera as Spot, source);
  const bearing = (bearingDeg * Math.PI) / 180;
  return { metres, east: Math.sin(bearing), north: Math.cos(bearing), radiusM: (camera as Spot).radiusM * alongOne };
}

/** Wherever a sound is made, its ways to two cameras differ by no more than the cameras are apart. */
export function travelBound({ id }: SyncPair, a: Spot, b: Spot, { speed }: SpeedUsed): TravelBound {
  const apart: Figure = { value: wayBetween(a, b).metres, plusMinus: Math.hypot(a.radiusM, b.radiusM) * alongOne };
  return { pair: id, camerasApartM: apart, atMostS: (apart.value + apart.plusMinus) / (speed.value - speed.plusMinus) };
}
