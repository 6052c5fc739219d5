/** A time in what Python prints: `datetime.datetime(2022, 3, 30, 5, 40, tzinfo=datetime.timezone.utc)`, a text, or seconds since 1970. */
import { readDateCell } from "../../core/time/read-date-cell.ts";
import type { TimeClaim } from "../../core/time/time-claim.ts";
import {
  claimOfInstant,
  claimWithOffset,
  claimWithoutZone,
  inReach,
  type Stated,
  utcInstant,
  wallClockMs,
} from "../../core/time/wall-clock.ts";
import { isCall, type PythonCall, type PythonValue, wholeNumber } from "../python-literal/python-value.ts";

export function readPythonTime(value: PythonValue, about: Omit<Stated, "verbatim">): TimeClaim | undefined {
  if (typeof value === "string") {
    const read = readDateCell(value, about);
    return read.state === "read" ? read.claim : undefined;
  }
  if (isCall(value)) return fromCall(value, about);
  if (typeof value !== "object" || value === null || value.is !== "number") return undefined;
  const ms = Math.round(Number(value.digits) * 1000);
  return Number.isFinite(ms) && inReach(ms) ? claimOfInstant({ ...about, verbatim: value.digits }, ms) : undefined;
}

function fromCall(call: PythonCall, about: Omit<Stated, "verbatim">): TimeClaim | undefined {
  if (!/(?:^|\.)datetime$/.test(call.name)) return undefined;
  const [year, month, day, hour = 0, minute = 0, second = 0] = call.items.map(wholeNumber);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const ms = wallClockMs(year, month, day, hour, minute, second);
  if (ms === undefined) return undefined;
  const reading = utcInstant(ms).replace(/Z$/, "");
  const zone = call.named.find(([name]) => name === "tzinfo")?.[1] ?? null;
  const offset = offsetOf(zone);
  const stated = {
    ...about,
    verbatim: `${reading}${zone === null ? "" : offset === undefined ? " in a zone that is only named" : zoneWords(offset)}`,
  };
  if (offset === undefined) return claimWithoutZone(stated, ms, ms, reading);
  return offset === 0 ? claimOfInstant(stated, ms) : claimWithOffset(stated, ms, ms, offset);
}

/** Minutes east of UTC; undefined where the zone is missing, or only a name that a table would have to explain. */
function offsetOf(zone: PythonValue): number | undefined {
  if (typeof zone !== "object" || zone === null) return undefined;
  if (zone.is === "words") return /(?:^|[.<])utc>?$/i.test(zone.text) ? 0 : undefined;
  if (!isCall(zone)) return undefined;
  if (/(?:^|\.)tzutc$/.test(zone.name)) return 0;
  const delta = zone.items.find(isCall);
  if (!/(?:^|\.)timezone$/.test(zone.name) || delta === undefined || !/(?:^|\.)timedelta$/.test(delta.name)) return undefined;
  const named = (name: string, place: number) => wholeNumber(delta.named.find(([one]) => one === name)?.[1] ?? delta.items[place]) ?? 0;
  const minutes = named("days", 0) * 1440 + named("seconds", 1) / 60;
  return Number.isInteger(minutes) && Math.abs(minutes) <= 840 ? minutes : undefined;
}

function zoneWords(offset: number): string {
  const two = (n: number) => String(n).padStart(2, "0");
  const size = Math.abs(offset);
  return offset === 0 ? "Z" : `${offset < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
