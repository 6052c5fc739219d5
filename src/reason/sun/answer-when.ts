/** When the sun stood where shadows say: windows of the day and days of the year that fit, in UTC and local time. */
import { isZone, localSpan, offsetAt } from "../time/local-days.ts";
import type { Interval, Moments } from "../time/moments.ts";
import { ProblemUnreadable } from "../problem/problem-unreadable.ts";
import type { MeasuredShadow } from "./measure-shadow.ts";
import type { Shadow } from "./shadow-errors.ts";
import { bearingWindows, both, heightWindows, jointWindows } from "./shadow-windows.ts";
import type { SunWhen, SunWindow, UsedErrors } from "./sun-answer.ts";
import { sunDays } from "./sun-days.ts";
import type { SunPlace } from "./sun-position.ts";
import { createSunTrack, type SunTrack } from "./sun-track.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const scanAtMost = 3700;

export interface WhenAsked {
  readonly place: SunPlace;
  readonly day: string;
  readonly zone: string;
  readonly scanDays: readonly [string, string] | undefined;
  readonly shadow: Shadow;
  /** With every error widened so that both measurements hold with 95 % together. */
  readonly wide: Shadow;
  readonly used: UsedErrors;
  readonly measured: MeasuredShadow | null;
}

/** Throws ProblemUnreadable. */
export function answerWhen({ place, day, zone, scanDays, shadow, wide, used, measured }: WhenAsked): SunWhen {
  if (!isZone(zone)) throw new ProblemUnreadable("zone", `expected a zone such as Europe/Kyiv or +03:00; found ${JSON.stringify(zone)}`);
  const sun = createSunTrack(place);
  const span = spanOf(day, zone);
  const ofDay = windowsOn(shadow, sun, span);
  const areTwo = shadow.bearing !== undefined && shadow.height !== undefined;
  const joint = areTwo ? jointWindows(sun, span, wide, windowsOn(wide, sun, span).overlap) : ofDay.overlap;
  const noon = noonOf(place, span);
  const windows = (shown: (at: number) => string): SunWhen["utc"] => {
    const listed = (moments: Moments) => moments.map(([from, to]): SunWindow => [shown(from), shown(to)]);
    return {
      bearing: ofDay.bearing ? listed(ofDay.bearing) : null,
      ratio: ofDay.height ? listed(ofDay.height) : null,
      joint: listed(joint),
    };
  };
  const scan = scanDays === undefined ? undefined : scanned(shadow, sun, { day, zone }, scanDays);
  return {
    answers: "when",
    day,
    zone,
    noon: { utc: utc(noon), local: local(noon, zone) },
    ...windows((at) => local(at, zone)),
    utc: windows(utc),
    used,
    measured,
    daysThatFit: scan?.inside ?? null,
    scanned: scanDays ?? null,
    seasonalTwin: scan?.outside ?? null,
    warnings: [...(measured?.warnings ?? []), ...warningsOf({ ofDay, joint, noon, shadow, scan, scanDays })],
  };
}

interface DayWindows {
  readonly bearing: Moments | undefined;
  readonly height: Moments | undefined;
  /** Where each fits within its own error. */
  readonly overlap: Moments;
}

function windowsOn(shadow: Shadow, sun: SunTrack, span: Interval): DayWindows {
  const ofBearing = shadow.bearing && bearingWindows(sun, span, shadow);
  const ofHeight = shadow.height && heightWindows(sun, span, shadow.height.rangeDeg);
  const overlap = ofBearing === undefined ? (ofHeight ?? []) : ofHeight === undefined ? ofBearing : both(ofBearing, ofHeight);
  return { bearing: ofBearing, height: ofHeight, overlap };
}

/** The last moment belongs to the next day. */
function spanOf(day: string, zone: string): Interval {
  const [from, to] = localSpan(zone, day, 0, 1440);
  return [from, to - 1];
}

function noonOf(place: SunPlace, [from, to]: Interval): number {
  const days = sunDays(place, from, to);
  const inside = days.find(({ noon }) => noon >= from && noon <= to) ?? days[0];
  if (inside === undefined) throw new Error("sun: expected a noon around every day; found none");
  return inside.noon;
}

interface Scan {
  readonly inside: readonly (readonly [string, string])[];
  readonly outside: readonly (readonly [string, string])[];
}

/** The days asked for, and the year from half a year before the day to half a year after it. */
function scanned(
  shadow: Shadow,
  sun: SunTrack,
  { day, zone }: { readonly day: string; readonly zone: string },
  [first, last]: readonly [string, string],
): Scan {
  if (last < first) throw new ProblemUnreadable("scanDays", `expected the first day before the last; found ${first} and ${last}`);
  const at = (name: string) => Date.parse(`${name}T00:00:00Z`) / dayMs;
  if (at(last) - at(first) > scanAtMost) throw new ProblemUnreadable("scanDays", `expected at most ${scanAtMost} days; found more`);
  const nameOf = (number: number) => new Date(number * dayMs).toISOString().slice(0, 10);
  const fits = new Map<number, boolean>();
  const isFit = (number: number): boolean => {
    let fit = fits.get(number);
    if (fit === undefined) fits.set(number, (fit = windowsOn(shadow, sun, spanOf(nameOf(number), zone)).overlap.length > 0));
    return fit;
  };
  const runs = (from: number, to: number, counts: (number: number) => boolean): [string, string][] => {
    const found: [string, string][] = [];
    for (let number = from; number <= to; number++) {
      if (!counts(number)) continue;
      if (found.length > 0 && number > from && counts(number - 1)) (found.at(-1) as [string, string])[1] = nameOf(number);
      else found.push([nameOf(number), nameOf(number)]);
    }
    return found;
  };
  const [from, to] = [at(first), at(last)];
  const outside = (number: number) => (number < from || number > to) && isFit(number);
  return { inside: runs(from, to, isFit), outside: runs(at(day) - 182, at(day) + 182, outside) };
}

function warningsOf(o: {
  ofDay: DayWindows;
  joint: Moments;
  noon: number;
  shadow: Shadow;
  scan: Scan | undefined;
  scanDays: readonly [string, string] | undefined;
}): string[] {
  const { ofDay, joint, noon, shadow, scan, scanDays } = o;
  const warnings: string[] = [];
  const nearNoon = ofDay.height?.some(([from, to]) => from < noon + hourMs && to > noon - hourMs) === true;
  if (nearNoon && shadow.bearing === undefined)
    warnings.push("Length is insensitive here: within an hour of solar noon it hardly changes. A bearing says more.");
  else if (nearNoon) warnings.push("Length is insensitive here: within an hour of solar noon it hardly changes.");
  if (shadow.bearing === undefined && (ofDay.height?.length ?? 0) > 1)
    warnings.push("Every height of the sun comes twice a day: a length alone does not tell morning from afternoon.");
  if (ofDay.bearing?.length === 0) warnings.push("On this day and at this place no shadow falls in that direction while the sun is up.");
  if (ofDay.height?.length === 0) warnings.push("On this day and at this place no shadow is of that length.");
  const areBoth = (ofDay.bearing?.length ?? 0) > 0 && (ofDay.height?.length ?? 0) > 0;
  if (areBoth && ofDay.overlap.length === 0 && joint.length > 0)
    warnings.push("The two windows do not meet: both measurements fit together only if one or both are off by more than their errors.");
  if (areBoth && joint.length === 0)
    warnings.push("The two measurements fit at no common moment: the place, the day or a measurement is wrong.");
  if (shadow.height !== undefined && shadow.height.rangeDeg[0] < 5)
    warnings.push("The sun may stand lower than 5 degrees: refraction, hills and slope then matter more than the stated errors.");
  if (scan !== undefined && scanDays !== undefined && scan.outside.length > 0)
    warnings.push(`Days outside of ${scanDays[0]} to ${scanDays[1]} fit as well: the sun takes the same way twice a year.`);
  return warnings;
}

const utc = (at: number) => `${new Date(at).toISOString().slice(0, 19)}Z`;

function local(at: number, zone: string): string {
  const offset = offsetAt(zone, at);
  const minutes = Math.abs(Math.round(offset / 60_000));
  const two = (value: number) => String(value).padStart(2, "0");
  return `${new Date(at + offset).toISOString().slice(0, 19)}${offset < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
