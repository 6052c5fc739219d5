/** A moment in UTC as a person reads and types it: "2026-03-30 16:20:05". */
import { wallSpan } from "../../core/time/typed-interval.ts";

export function utcWords(date: Date): string {
  return date.toISOString().slice(0, 19).replace("T", " ");
}

/** Undefined when the words name no second of a clock. */
export function utcSecond(words: string): string | undefined {
  const span = /:/.test(words) ? wallSpan(words) : undefined;
  return span === undefined ? undefined : new Date(span.first).toISOString();
}
