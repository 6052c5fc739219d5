/** Days and minutes of a person's own exposure, as they are told. */
import { GraphicLevel } from "../../core/item/item.ts";
import { type ExposureSeconds, secondsOf } from "../../core/wellbeing/exposure.ts";
import { t } from "../words/t.ts";

/** The day by the clock of this page. */
export function dayOf(date: Date): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Hardest first. */
export const levelsShown: readonly GraphicLevel[] = ["severe", "strong", "unassessed", "mild", "none"];

export function minuteWords(seconds: number): string {
  if (seconds < 60) return seconds < 1 ? t("wellbeing.minutes", { count: 0 }) : t("wellbeing.under-a-minute");
  return t("wellbeing.minutes", { count: Math.floor(seconds / 60) });
}

/** Of the last so many days, this one included. */
export function sumOfDays(days: Readonly<Record<string, ExposureSeconds>>, count: number, today: Date): ExposureSeconds {
  const first = new Date(today);
  first.setDate(first.getDate() - count + 1);
  const from = dayOf(first);
  const sum: ExposureSeconds = {};
  for (const [day, seconds] of Object.entries(days)) {
    if (day < from) continue;
    for (const level of GraphicLevel.options) if (seconds[level] !== undefined) sum[level] = (sum[level] ?? 0) + seconds[level];
  }
  return sum;
}

export const totalOf = secondsOf;
