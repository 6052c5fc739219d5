/** What a wall clock without a zone means in several zones: none, one or two instants each, because clocks are put forward and back. */

/** Zones shown beside an unzoned time: a house rule for reading, not a guess at the answer. */
export const SHOWN_ZONES = [
  "UTC",
  "Europe/London",
  "Europe/Berlin",
  "Europe/Kyiv",
  "Europe/Moscow",
  "Asia/Damascus",
  "America/New_York",
] as const;

export interface ZoneRow {
  readonly zone: string;
  /** RFC 3339, UTC, to the second; empty when the zone's clocks skipped that time. */
  readonly instants: readonly string[];
}

/** One wall clock, to the second; a day or two readings of one date have no instant to show. */
const wallClock = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z?$/;

/** A page of posts holds hundreds of such times: the table is made only for one that is opened. */
export function hasZoneTable(reading: string): boolean {
  return wallClock.test(reading);
}

/** `reading` is the wall clock written as if it were UTC; no rows when it is less than one. */
export function zoneTable(reading: string, zones: readonly string[] = SHOWN_ZONES): ZoneRow[] {
  if (!hasZoneTable(reading)) return [];
  return zones.map((zone) => ({ zone, instants: instantsOfWallClock(reading, zone) }));
}

export function instantsOfWallClock(reading: string, zone: string): string[] {
  const wall = Date.parse(/Z$/.test(reading) ? reading : `${reading}Z`);
  if (Number.isNaN(wall)) throw new RangeError("expected a wall clock such as 2022-03-27T03:30:00Z, found something else");
  const found = new Set<number>();
  // Offsets in force a day before and after cover every change of clocks near that time.
  for (const probe of [wall - 86_400_000, wall, wall + 86_400_000]) {
    const instant = wall - offsetMs(probe, zone);
    if (instant + offsetMs(instant, zone) === wall) found.add(instant);
  }
  return [...found].sort((a, b) => a - b).map((ms) => new Date(ms).toISOString().replace(/\.000Z$/, "Z"));
}

function offsetMs(instant: number, zone: string): number {
  const whole = Math.floor(instant / 1000) * 1000;
  const parts = clockOf(zone).formatToParts(whole);
  const part = (type: string): number => Number(parts.find((candidate) => candidate.type === type)?.value);
  return Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second")) - whole;
}

/** Making one costs far more than asking it. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  clocks.set(zone, made);
  return made;
}
