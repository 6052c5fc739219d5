/** `created_at` in the spellings of X: "Sat Sep 14 15:20:17 +0000 2024", or ISO 8601 in newer interfaces. */
import { monthNumber } from "../../core/time/month-names.ts";
import type { TimeClaim } from "../../core/time/time-claim.ts";
import { claimOfInstant, claimWithOffset, type Stated, wallClockMs } from "../../core/time/wall-clock.ts";

const oldForm = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{2}) (\d{2}):(\d{2}):(\d{2}) ([+-])(\d{2})(\d{2}) (\d{4})$/;
const isoForm = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(?:Z|([+-])(\d{2}):?(\d{2}))$/;
/** The archives of 2013 to 2018. */
const plainForm = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2}) ([+-])(\d{2})(\d{2})$/;

export function readCreatedAt(words: string, basis: string): TimeClaim | undefined {
  const stated: Stated = { means: "posted", verbatim: words, basis };
  const old = oldForm.exec(words);
  if (old !== null) {
    const [, name, day, hour, minute, second, sign, offsetHours, offsetMinutes, year] = old;
    const wall = wallClockMs(Number(year), monthNumber(name ?? "") ?? 0, Number(day), Number(hour), Number(minute), Number(second));
    return at(stated, wall, sign, offsetHours, offsetMinutes);
  }
  const iso = isoForm.exec(words);
  if (iso !== null) {
    const [, year, month, day, hour, minute, second, fraction = "0", sign, offsetHours, offsetMinutes] = iso;
    const wall = wallClockMs(Number(year), Number(month), Number(day), Number(hour), Number(minute), Number(second));
    const more = Math.floor(Number(`0.${fraction}`) * 1000);
    return at(stated, wall === undefined ? undefined : wall + more, sign, offsetHours, offsetMinutes);
  }
  const plain = plainForm.exec(words);
  if (plain === null) return undefined;
  const [, year, month, day, hour, minute, second, sign, offsetHours, offsetMinutes] = plain;
  const wall = wallClockMs(Number(year), Number(month), Number(day), Number(hour), Number(minute), Number(second));
  return at(stated, wall, sign, offsetHours, offsetMinutes);
}

function at(
  stated: Stated,
  wall: number | undefined,
  sign: string | undefined,
  hours: string | undefined,
  minutes: string | undefined,
): TimeClaim | undefined {
  const offset = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * (sign === "-" ? -1 : 1);
  if (wall === undefined || Math.abs(offset) > 840) return undefined;
  return offset === 0 ? claimOfInstant(stated, wall) : claimWithOffset(stated, wall, wall, offset);
}
