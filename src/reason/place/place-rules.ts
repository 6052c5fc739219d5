/**
 * What words about places are taken to mean where a case says nothing else: after the georeferencing practice of GBIF
 * (Chapman and Wieczorek, Georeferencing Best Practices, 2020: half the stated precision, half the angle to the next heading),
 * and visible, changeable defaults where that is silent.
 */
import { z } from "zod";

const Kilometres = z.number().positive().max(1000);
const Degrees = z.number().positive().max(180);
const Share = z.number().positive().max(1);
const Speed = z.number().positive().max(300);
const Count = z.tuple([z.number().positive().max(100), z.number().positive().max(100)]);

const limits = {
  /** "Around 7 miles": so many of the last stated unit to either side, where that is more than half the precision; 0 for half the precision alone. */
  around: z.number().min(0).max(100),
  /** Headings of the four, eight and sixteen points, to either side. */
  cardinalHalfWidthDeg: Degrees,
  headingHalfWidthDeg: Degrees,
  sixteenthHalfWidthDeg: Degrees,
  /**
   * "Around 25": a hedged figure from 15 on that ends in 5 was rounded to fives: so many units of "around" then, 1 for none of it.
   * "On a bearing of 225 degrees": to either side, where that is more than half of what it is stated to.
   */
  figures: z.strictObject({ fives: z.number().min(1).max(100), bearingHalfWidthDeg: Degrees }),
  /** "North of the village", without a distance: a sector around the heading, and how far it reaches. */
  sideOf: z.strictObject({ halfWidthDeg: Degrees, maxKm: Kilometres }),
  /** "In", where the extent of the place is not known; "near"; "outside": from the extent on. */
  inKm: Kilometres,
  nearKm: Kilometres,
  outsideKm: Kilometres,
  /** "Between" and "on the road from ... to ...": half the width of a band along the straight line, as a share of its length, and at least. */
  bandShare: Share,
  bandLeastKm: Kilometres,
  /** "Halfway": so far to either side along the way; "towards": so much of the way from its beginning; shares of its length. */
  halfwayShare: Share,
  towardsShare: Share,
  /** "On the outskirts", "on the northern edge of": from so much of the extent to so far beyond it. */
  edgeFromShare: z.number().min(0).max(1),
  edgeBeyondKm: Kilometres,
  /** "In the north of": within the extent, so wide to either side; "in the centre of": so much of the extent. */
  partHalfWidthDeg: Degrees,
  centreShare: Share,
  /** "Opposite": from the extent on; "across the river from": likewise, since the course of the river is not known. */
  oppositeKm: Kilometres,
  acrossKm: Kilometres,
  /** "20 minutes' drive": speeds along the way, and the least share of it that the straight line may be; the same share for "5 km by road". */
  travel: z.strictObject({ walkKmh: Speed, cycleKmh: Speed, driveKmh: Speed, leastShare: z.number().min(0).max(1) }),
  /** "A couple of", "a few", "several": from so many to so many. */
  counts: z.strictObject({ couple: Count, few: Count, several: Count }),
  /** "Between" names of many points each: pairs so many times as far apart as the nearest are left out, from 300 km on; a way is said to lead between neighbours. */
  pairTimes: z.number().min(1).max(1e6),
  /** "More than 40 km": up to so many times as far, where nothing else ends the region. */
  beyondTimes: z.number().min(1).max(100),
};

const defaults = {
  around: 1,
  cardinalHalfWidthDeg: 45,
  headingHalfWidthDeg: 22.5,
  sixteenthHalfWidthDeg: 11.25,
  figures: { fives: 5, bearingHalfWidthDeg: 5 },
  sideOf: { halfWidthDeg: 45, maxKm: 3 },
  inKm: 2,
  nearKm: 5,
  outsideKm: 3,
  bandShare: 0.15,
  bandLeastKm: 1,
  halfwayShare: 0.15,
  towardsShare: 0.5,
  edgeFromShare: 0.5,
  edgeBeyondKm: 1,
  partHalfWidthDeg: 67.5,
  centreShare: 0.5,
  oppositeKm: 0.15,
  acrossKm: 5,
  travel: { walkKmh: 5, cycleKmh: 15, driveKmh: 60, leastShare: 0.4 },
  counts: { couple: [1.5, 3], few: [2, 6], several: [3, 9] },
  pairTimes: 10,
  beyondTimes: 2,
} satisfies { readonly [Rule in keyof typeof limits]: z.input<(typeof limits)[Rule]> };

export const PlaceRules = z.strictObject({
  around: limits.around.default(defaults.around),
  cardinalHalfWidthDeg: limits.cardinalHalfWidthDeg.default(defaults.cardinalHalfWidthDeg),
  headingHalfWidthDeg: limits.headingHalfWidthDeg.default(defaults.headingHalfWidthDeg),
  sixteenthHalfWidthDeg: limits.sixteenthHalfWidthDeg.default(defaults.sixteenthHalfWidthDeg),
  figures: limits.figures.default(defaults.figures),
  sideOf: limits.sideOf.default(defaults.sideOf),
  inKm: limits.inKm.default(defaults.inKm),
  nearKm: limits.nearKm.default(defaults.nearKm),
  outsideKm: limits.outsideKm.default(defaults.outsideKm),
  bandShare: limits.bandShare.default(defaults.bandShare),
  bandLeastKm: limits.bandLeastKm.default(defaults.bandLeastKm),
  halfwayShare: limits.halfwayShare.default(defaults.halfwayShare),
  towardsShare: limits.towardsShare.default(defaults.towardsShare),
  edgeFromShare: limits.edgeFromShare.default(defaults.edgeFromShare),
  edgeBeyondKm: limits.edgeBeyondKm.default(defaults.edgeBeyondKm),
  partHalfWidthDeg: limits.partHalfWidthDeg.default(defaults.partHalfWidthDeg),
  centreShare: limits.centreShare.default(defaults.centreShare),
  oppositeKm: limits.oppositeKm.default(defaults.oppositeKm),
  acrossKm: limits.acrossKm.default(defaults.acrossKm),
  travel: limits.travel.default(defaults.travel),
  counts: limits.counts.default(defaults.counts),
  pairTimes: limits.pairTimes.default(defaults.pairTimes),
  beyondTimes: limits.beyondTimes.default(defaults.beyondTimes),
});
export type PlaceRules = z.infer<typeof PlaceRules>;

/** Some of them, for one clause alone. */
export const SomePlaceRules = z.strictObject(limits).partial();
export type SomePlaceRules = z.infer<typeof SomePlaceRules>;

export const metresOf: Readonly<Record<Unit, number>> = { mi: 1609.344, km: 1000, nmi: 1852, m: 1, yd: 0.9144, ft: 0.3048 };
export type Unit = "mi" | "km" | "nmi" | "m" | "yd" | "ft";
export type TravelBy = "walk" | "cycle" | "drive";
export type VagueCount = "couple" | "few" | "several";

/** Sixteen points of the compass, clockwise from north. */
export const compassPoints = ["N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW"] as const;
export type CompassPoint = (typeof compassPoints)[number];

export function bearingOf(point: CompassPoint): number {
  return compassPoints.indexOf(point) * 22.5;
}

export function halfWidthOf(point: CompassPoint, rules: PlaceRules): number {
  const at = compassPoints.indexOf(point);
  return at % 4 === 0 ? rules.cardinalHalfWidthDeg : at % 2 === 0 ? rules.headingHalfWidthDeg : rules.sixteenthHalfWidthDeg;
}

/** The nearest of the sixteen points to a bearing. */
export function pointOf(bearingDeg: number): CompassPoint {
  return compassPoints[Math.round((((bearingDeg % 360) + 360) % 360) / 22.5) % 16] as CompassPoint;
}
