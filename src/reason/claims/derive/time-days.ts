/** The days that the readings of a time name. */
import type { ClaimValue } from "../../../core/claim/claim-value.ts";

type TimeValue = Extract<ClaimValue, { is: "time" }>;

/** No statement lists more days than this; a longer span is told by its ends. */
const mostDays = 62;

/** Without what "on or around" adds; limits are left out. */
export function daysOf({ readings }: TimeValue): string[] {
  const days = new Set<string>();
  for (const reading of readings) {
    if (reading.kind !== "within" && reading.kind !== "sun") continue;
    if (reading.day === undefined) continue;
    days.add(reading.day);
    if (reading.kind === "sun" || reading.toDay === undefined) continue;
    const last = Date.parse(reading.toDay);
    for (let at = Date.parse(reading.day), count = 0; at < last && count < mostDays; count++) {
      at += 86_400_000;
      days.add(new Date(at).toISOString().slice(0, 10));
    }
    days.add(reading.toDay);
  }
  return [...days];
}

/** Whether it names no day at all: a limit, a part of a day, an order. */
export function isBoundOnly({ readings }: TimeValue): boolean {
  return readings.every(
    (reading) => reading.kind === "bound" || reading.kind === "order" || (reading.kind === "sun" && reading.day === undefined),
  );
}
