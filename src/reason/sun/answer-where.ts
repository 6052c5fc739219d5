/** Where the sun stood as shadows say, at a moment or between two: the area for each measurement and for both. */
import { ProblemUnreadable } from "../problem/problem-unreadable.ts";
import { standOf, turn } from "./band-row.ts";
import type { MeasuredShadow } from "./measure-shadow.ts";
import type { Shadow } from "./shadow-errors.ts";
import type { SunOverhead, SunWhere, UsedErrors } from "./sun-answer.ts";
import { bandOf, driftFor, longitudesOn, slicesOf } from "./sun-band.ts";
import { sunOfDate } from "./sun-of-date.ts";
import type { SunPlace } from "./sun-position.ts";
import type { Within } from "./sun-problem.ts";
import { clipTo } from "./within-rows.ts";

const longestMs = 48 * 3_600_000;
const cornersAtMost = 2000;
/** A long time is cut into no more slices than this: its edges are coarser instead, and say so. */
const slicesAtMost = 60;
const kmADegree = 111.2;
/** Of the whole globe, degrees; a smaller area is cut more finely. */
const coarsestDeg = 0.01;
const finestDeg = 0.002;

export interface WhereAsked {
  readonly instant: readonly [string, string];
  readonly within: Within | undefined;
  readonly place: SunPlace | undefined;
  readonly shadow: Shadow;
  /** With every error widened so that both measurements hold with 95 % together. */
  readonly wide: Shadow;
  readonly used: UsedErrors;
  readonly measured: MeasuredShadow | null;
}

/** Throws ProblemUnreadable. */
export function answerWhere({ instant, within, place, shadow, wide, used, measured }: WhereAsked): SunWhere {
  const [from, to] = instant.map((moment) => Date.parse(moment)) as [number, number];
  if (to < from) throw new ProblemUnreadable("instant", `expected the first moment before the last; found ${instant.join(" and ")}`);
  if (to - from > longestMs) throw new ProblemUnreadable("instant", "expected at most 48 hours; found more");
  checkWithin(within);
  const clip = clipTo(within);
  const wanted = Math.min(coarsestDeg, Math.max(finestDeg, (clip.north - clip.south) / 2000));
  const driftDeg = Math.max(wanted / 4, driftFor(from, to, slicesAtMost));
  const toleranceDeg = 4 * driftDeg;
  const slices = slicesOf(from, to, driftDeg);
  const { bearing, height, leanDeg } = shadow;
  const band = (one: Shadow) => bandOf(slices, standOf(one, driftDeg), clip, toleranceDeg);
  const ofBearing = bearing && band({ bearing, height: undefined, leanDeg });
  const ofRatio = height && band({ bearing: undefined, height, leanDeg });
  const both = ofBearing !== undefined && ofRatio !== undefined ? band(wide) : undefined;
  const joint = both ?? ofBearing ?? ofRatio;
  if (joint === undefined) throw new Error("sun: expected a bearing or a height; found neither");
  const fits = (at: SunPlace): boolean => {
    const jointly = both === undefined ? shadow : wide;
    return longitudesOn(at.lat, slices, standOf(jointly, driftDeg)).some(([west, east]) => at.lon >= west && at.lon <= east);
  };
  return {
    answers: "where",
    instant: [utc(from), utc(to)],
    bearing: ofBearing ?? null,
    ratio: ofRatio ?? null,
    joint,
    // The reach beyond the edge, the same aslant, and what straight edges may add.
    edgeKm: Number((3 * toleranceDeg * kmADegree).toPrecision(2)),
    within: within === undefined ? "globe" : "region",
    overhead: [overheadAt(from), overheadAt(to)],
    placeFits: place === undefined ? null : fits(place),
    used,
    measured,
    warnings: [...(measured?.warnings ?? []), ...warningsOf({ ofBearing, ofRatio, joint, height })],
  };
}

function checkWithin(within: Within | undefined): void {
  if (within === undefined) return;
  if (!("type" in within)) {
    if (within.north <= within.south) throw new ProblemUnreadable("within", "expected north above south; found it below");
    return;
  }
  const rings = within.type === "Polygon" ? within.coordinates : within.coordinates.flat();
  const corners = rings.reduce((sum, ring) => sum + ring.length, 0);
  if (corners > cornersAtMost) throw new ProblemUnreadable("within", `expected at most ${cornersAtMost} corners; found ${corners}`);
}

function overheadAt(at: number): SunOverhead {
  const { ra, dec, siderealDeg } = sunOfDate(at);
  return { lat: Number(dec.toFixed(3)), lon: Number(turn(ra - siderealDeg).toFixed(3)) };
}

function warningsOf(o: {
  ofBearing: { areaKm2: number } | undefined;
  ofRatio: { areaKm2: number } | undefined;
  joint: { areaKm2: number };
  height: Shadow["height"];
}): string[] {
  const warnings: string[] = [];
  if (o.ofBearing?.areaKm2 === 0) warnings.push("In the area and at the time asked for no shadow falls in that direction.");
  if (o.ofRatio?.areaKm2 === 0) warnings.push("In the area and at the time asked for no shadow is of that length.");
  if (o.joint.areaKm2 === 0 && (o.ofBearing?.areaKm2 ?? 0) > 0 && (o.ofRatio?.areaKm2 ?? 0) > 0)
    warnings.push("The two measurements fit at no common place: the time, the area or a measurement is wrong.");
  if (o.height !== undefined && o.height.rangeDeg[0] < 5)
    warnings.push("The sun may stand lower than 5 degrees: refraction, hills and slope then matter more than the stated errors.");
  return warnings;
}

const utc = (at: number) => `${new Date(at).toISOString().slice(0, 19)}Z`;
