/** The settings of a report as they are used: what nobody stated is filled in and shown. */
import { ProblemUnreadable } from "../../problem/problem-unreadable.ts";
import { isZone } from "../../time/local-days.ts";
import { defaultHouseRules } from "../../time/time-problem.ts";
import { claimDayParts } from "../../claim-text/times/day-parts.ts";
import type { ClaimCase } from "../claim-case.ts";
import type { ContradictionSettings, ShownSettings } from "./contradiction-report-types.ts";

export const usualSettings: ContradictionSettings = {
  horizon: null,
  houseRules: {},
  roundingHours: null,
  zone: null,
  zones: ["Europe/Kyiv", "Europe/Moscow", "Europe/London", "America/New_York"],
  sunAt: null,
  filmingHours: 1,
};

/** By the clock, taken wide: an afternoon is the sun's only where a text says that the light shows it. Night goes on to the next day. */
const clockRules = Object.fromEntries(
  Object.entries(claimDayParts).map(([name, [from, to]]) => [name, [clockOf(from), clockOf(to)] as const]),
);

function clockOf(minutes: number): string {
  const day = minutes > 1440 ? minutes - 1440 : minutes;
  return `${String(Math.floor(day / 60)).padStart(2, "0")}:${String(day % 60).padStart(2, "0")}`;
}

const dayMs = 86_400_000;
const daysBefore = 60;
const daysAfter = 30;

/** Throws ProblemUnreadable. */
export function shownSettings(c: ClaimCase, settings: ContradictionSettings): ShownSettings {
  const houseRules = { ...defaultHouseRules, ...clockRules, ...settings.houseRules };
  const horizon = settings.horizon ?? horizonOf(c);
  const { roundingHours, zone, zones, filmingHours } = settings;
  if (horizon[1] < horizon[0])
    throw new ProblemUnreadable("horizon", `expected the first day before the last; found ${horizon[0]} and ${horizon[1]}`);
  for (const one of zone === null ? zones : [zone, ...zones])
    if (!isZone(one)) throw new ProblemUnreadable("zone", `expected a zone such as Europe/Kyiv or +03:00; found ${JSON.stringify(one)}`);
  return {
    ...settings,
    ...{ horizon, houseRules, horizonBy: settings.horizon === null ? "days that claims name" : "stated" },
    words: [
      "ends of spans belong to them (closed)",
      ...Object.entries(houseRules).map(([name, [from, to]]) => `${name} = ${from} to ${to}, local`),
      "afternoon by the sun = from the meridian until sunset",
      roundingHours === null
        ? 'spans such as "48 hours earlier" are rounded as each claim says'
        : `spans such as "48 hours earlier" are rounded by ${roundingHours} h to either side`,
      zone === null ? "a zone that nobody states stays open: there is a table by zone" : `a zone that nobody states is taken to be ${zone}`,
      `a filming and what it films are at most ${filmingHours} h apart`,
      `looked at from ${horizon[0]} to ${horizon[1]}`,
    ],
  };
}

function horizonOf({ claims, events }: ClaimCase): readonly [string, string] {
  const days = [
    ...claims.flatMap(({ statement: { value }, published }) => [
      ...(value.is === "time"
        ? value.readings.flatMap((reading) => ("day" in reading && reading.day !== undefined ? [reading.day] : []))
        : []),
      ...(value.is === "time"
        ? value.readings.flatMap((reading) => ("toDay" in reading && reading.toDay !== undefined ? [reading.toDay] : []))
        : []),
      ...(published === "unknown" || value.is !== "time" ? [] : [published.latest.slice(0, 10)]),
    ]),
    ...events.flatMap(({ time }) => (time === "unknown" ? [] : [time.earliest.slice(0, 10), time.latest.slice(0, 10)])),
  ].sort();
  const [first = "2000-01-01", last = first] = [days[0], days.at(-1)];
  return [moved(first, -daysBefore), moved(last, daysAfter)];
}

/** The day itself where there is no such day: years have four digits. */
function moved(day: string, by: number): string {
  const at = Date.parse(`${day}T00:00:00Z`) + by * dayMs;
  const found = Number.isFinite(at) ? new Date(at).toISOString().slice(0, 10) : day;
  return /^\d{4}-/.test(found) ? found : day;
}
