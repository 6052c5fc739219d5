/** What words for parts of a day mean by the clock where nobody says otherwise. Minutes from midnight; a night runs into the next day. */
import { defaultHouseRules } from "../../time/time-problem.ts";
import type { DayPart } from "./time-words.ts";

export type MinuteSpan = readonly [from: number, to: number];

function fromRule(name: "morning" | "evening"): MinuteSpan {
  const [from, to] = (defaultHouseRules[name] ?? ["00:00", "24:00"]).map(minutesOf) as [number, number];
  return [from, to];
}

/**
 * Morning and evening are the time reasoner's house rules. Afternoon and night are the sun's there and need a place; where only
 * the clock is meant they are taken wide, so that nothing contradicts by a narrow reading.
 */
export const claimDayParts: Readonly<Record<DayPart, MinuteSpan>> = {
  morning: fromRule("morning"),
  afternoon: [12 * 60, 20 * 60],
  evening: fromRule("evening"),
  night: [18 * 60, 33 * 60],
};

export function minutesOf(clock: string): number {
  const [hours = "0", minutes = "0"] = clock.split(":");
  return Number(hours) * 60 + Number(minutes);
}
