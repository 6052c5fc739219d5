/** A day while it is typed. */
import { wallSpan } from "../../core/time/typed-interval.ts";

/** Whether the words are a day that a calendar has. */
export function isDay(words: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(words.trim()) && wallSpan(words) !== undefined;
}
