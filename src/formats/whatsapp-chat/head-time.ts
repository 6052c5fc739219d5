/** The time of a head as a claim: the sender's words in the exporting phone's zone, which no export names. */
import type { TimeClaim } from "../../core/time/time-claim.ts";
import { claimWithoutZone, utcInstant } from "../../core/time/wall-clock.ts";
import { type DateOrder, dayOf } from "./date-order.ts";
import type { MessageHead } from "./message-head.ts";

const minuteMs = 60_000;
const hourMs = 3_600_000;

/** Every reading of the head's wall clock that the orders allow, read as UTC, earliest first. None: it is no head of this export. */
export function readingsOf(head: MessageHead, orders: readonly DateOrder[]): number[] {
  if (head.minute > 59 || (head.second ?? 0) > 59) return [];
  const hours = hoursOf(head);
  const found = new Set<number>();
  for (const order of orders) {
    const day = dayOf(head, order);
    if (day === undefined) continue;
    for (const hour of hours) found.add(day + hour * hourMs + head.minute * minuteMs + (head.second ?? 0) * 1000);
  }
  return [...found].toSorted((a, b) => a - b);
}

function hoursOf({ hour, half }: MessageHead): readonly number[] {
  if (half === undefined || hour > 12 || (half === "unknown" && hour === 0)) return hour > 23 ? [] : [hour];
  const morning = hour % 12;
  if (half === "unknown") return [morning, morning + 12];
  return [half === "am" ? morning : morning + 12];
}

export function claimOfReadings(head: MessageHead, readings: readonly number[], basis: string): TimeClaim {
  const first = readings[0] as number;
  const last = readings.at(-1) as number;
  const reading = readings.map((ms) => utcInstant(ms).replace(/Z$/, "")).join("/");
  return claimWithoutZone(
    { means: "posted", verbatim: head.words, basis },
    first,
    // A head without seconds names a minute.
    last + (head.second === undefined ? minuteMs - 1000 : 0),
    reading,
  );
}
