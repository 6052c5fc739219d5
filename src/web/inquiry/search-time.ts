/** When a search was made: now by this machine's clock, or a time that the person types with the clock it was read from. */
import type { TimeClaim } from "../../core/time/time-claim.ts";
import { typedInterval, wallSpan } from "../../core/time/typed-interval.ts";
import { t } from "../words/t.ts";

export type TypedZone = "here" | "utc" | "unknown";

/** Undefined when the words are no time. */
export function searchTime(words: string, zone: TypedZone): TimeClaim | undefined {
  if (words.trim() === "") {
    const now = new Date().toISOString();
    return { means: "stated", verbatim: now, earliest: now, latest: now, zone: { state: "utc" }, basis: t("searches.basis-now") };
  }
  const span = wallSpan(words);
  if (span === undefined) return undefined;
  const offsets =
    zone === "unknown"
      ? ("unknown" as const)
      : zone === "utc"
        ? { from: 0, to: 0 }
        : { from: localOffset(span.first), to: localOffset(span.last) };
  return typedInterval({ from: words, to: "", offsets, means: "stated", basis: t("searches.basis-typed") });
}

/** Minutes east of UTC of this machine at a wall clock that is read as if it were UTC. */
export function localOffset(wallMs: number): number {
  const wall = new Date(wallMs);
  const local = new Date(wall.getUTCFullYear(), wall.getUTCMonth(), wall.getUTCDate(), wall.getUTCHours(), wall.getUTCMinutes());
  return -local.getTimezoneOffset();
}

/** "UTC+03:00". */
export function offsetWords(minutes: number): string {
  const size = Math.abs(minutes);
  return `UTC${minutes < 0 ? "−" : "+"}${String(Math.floor(size / 60)).padStart(2, "0")}:${String(size % 60).padStart(2, "0")}`;
}
