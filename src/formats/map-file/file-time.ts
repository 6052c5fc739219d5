/** Times as KML and GeoJSON files write them (XML Schema dates: a year, a month, a day, or a day with a clock), as intervals. */
import type { TimeClaim } from "../../core/time/time-claim.ts";
import { claimWithOffset, claimWithoutZone, wallClockMs } from "../../core/time/wall-clock.ts";

const shape = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?)?)?(Z|[+-]\d{2}:\d{2})?$/;
const second = 1000;

interface Wall {
  readonly first: number;
  readonly last: number;
  readonly offset: number | undefined;
  readonly reading: string;
}

function wallOf(words: string): Wall | undefined {
  const parts = shape.exec(words.trim());
  if (parts === null) return undefined;
  const [year = 0, month, day, hour, minute, sec] = parts.slice(1, 7).map((part) => (part === undefined ? undefined : Number(part)));
  const first = wallClockMs(year, month ?? 1, day ?? 1, hour ?? 0, minute ?? 0, sec ?? 0);
  const next =
    month === undefined
      ? wallClockMs(year + 1, 1, 1)
      : day === undefined
        ? wallClockMs(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1)
        : first === undefined
          ? undefined
          : first + (hour === undefined ? 86_400 * second : sec === undefined ? 60 * second : second);
  if (first === undefined || next === undefined) return undefined;
  const zone = parts[7];
  const offset =
    zone === undefined
      ? undefined
      : zone === "Z"
        ? 0
        : (zone[0] === "-" ? -1 : 1) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6)));
  if (offset !== undefined && Math.abs(offset) > 840) return undefined;
  return { first, last: next - second, offset, reading: words.trim().replace(/(Z|[+-]\d{2}:\d{2})$/, "") };
}

export type FileTime = { readonly state: "read"; readonly claim: TimeClaim } | { readonly state: "open" } | { readonly state: "not-read" };

/** `begin` alone, or both; either may be missing. */
export function fileTime(begin: string | undefined, end: string | undefined, basis: string): FileTime {
  if ((begin ?? "").trim() === "" || (end ?? "").trim() === "") return { state: "open" };
  const [from, to] = [wallOf(begin ?? ""), wallOf(end ?? "")];
  if (from === undefined || to === undefined) return { state: "not-read" };
  const verbatim = begin === end ? (begin ?? "").trim() : `${begin?.trim()} to ${end?.trim()}`;
  const stated = { means: "stated" as const, verbatim, basis };
  const isKnown = from.offset !== undefined && to.offset !== undefined;
  const claim = isKnown
    ? withOffsets(stated, from, to)
    : claimWithoutZone(stated, from.first, to.last, from.reading === to.reading ? from.reading : `${from.reading}/${to.reading}`);
  return claim.latest < claim.earliest ? { state: "not-read" } : { state: "read", claim };
}

function withOffsets(stated: Pick<TimeClaim, "means" | "verbatim" | "basis">, from: Wall, to: Wall): TimeClaim {
  const [a, b] = [from.offset ?? 0, to.offset ?? 0];
  const begins = claimWithOffset(stated, from.first, from.first, a);
  const ends = claimWithOffset(stated, to.last, to.last, b);
  return { ...begins, latest: ends.latest, zone: a === 0 && b === 0 ? { state: "utc" } : { state: "stated", offsetMinutes: a } };
}
