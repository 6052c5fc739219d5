/**
 * `date` and `date_unixtime` of a message. Only the second is an instant; the first is the wall clock of the computer
 * that exported, and what lies between the two says something of that computer alone.
 */
import type { TimeClaim } from "../../core/time/time-claim.ts";
import { claimOfInstant, claimWithoutZone, inReach, wallClockMs } from "../stated-time/wall-clock.ts";
import type { Fields } from "./fields.ts";

const clockForm = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})$/;
/** Offsets in use are whole quarters of an hour, from UTC-12 to UTC+14. */
const quarterMinutes = 15;
const dayMs = 86_400_000;

export function readMessageTime(fields: Fields, name: "date" | "edited"): TimeClaim | undefined {
  const means = name === "date" ? "posted" : "edited";
  const unixName = `${name}_unixtime`;
  const clock = readClock(fields, name);
  const unixMs = readUnix(fields, unixName);
  const said = clock ?? (unixMs === undefined ? undefined : { ms: unixMs });
  if (said === undefined) return undefined;
  if (name === "edited" && Math.abs(unixMs ?? said.ms) < dayMs) {
    fields.log.trap("edited-at-epoch", fields.where);
    return undefined;
  }
  if (unixMs !== undefined) {
    if (clock !== undefined) noteOffset(fields, name, (clock.ms - unixMs) / 60_000);
    const basis = `result.json ${fields.where} ${unixName}`;
    return claimOfInstant({ means, verbatim: fields.whole(unixName) ?? "", basis }, unixMs);
  }
  if (clock === undefined) return undefined;
  fields.log.trap("zone-unknown", `${fields.where} ${name}`);
  return claimWithoutZone({ means, verbatim: clock.words, basis: `result.json ${fields.where} ${name}` }, clock.ms, clock.ms, clock.words);
}

function readClock(fields: Fields, name: string): { words: string; ms: number } | undefined {
  const words = fields.text(name);
  if (words === undefined) return undefined;
  const match = clockForm.exec(words);
  const [year, month, day, hour, minute, second] = (match ?? []).slice(1).map(Number);
  const ms = match === null ? undefined : wallClockMs(year as number, month as number, day as number, hour, minute, second);
  if (ms === undefined) {
    fields.fault(name, "a local time such as 2024-09-14T16:20:00", "a text that is none");
    return undefined;
  }
  return { words, ms };
}

function readUnix(fields: Fields, name: string): number | undefined {
  const digits = fields.whole(name);
  if (digits === undefined) return undefined;
  const ms = Number(digits) * 1000;
  if (inReach(ms)) return ms;
  fields.fault(name, "seconds since 1970 within the calendar", "a number far outside it");
  return undefined;
}

function noteOffset(fields: Fields, name: string, minutes: number): void {
  if (minutes === 0) return;
  const possible = minutes % quarterMinutes === 0 && minutes >= -12 * 60 && minutes <= 14 * 60;
  if (possible) fields.log.offset(minutes, `${fields.where} ${name}`);
  else fields.log.trap("dates-disagree", `${fields.where} ${name}`);
}
