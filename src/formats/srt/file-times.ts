/** Times of a segment on the clock of a subtitle file, which knows none before its beginning. */
import type { TierSegment } from "../../core/tier/tier.ts";
import type { Told } from "../../core/tier/told.ts";

/** Undefined for one that ends before the file begins. */
export function fileTimes({ startMs, endMs }: TierSegment, zeroMs: number, told: Told): [number, number] | undefined {
  const [start, end] = [startMs - zeroMs, endMs - zeroMs];
  if (end <= 0) {
    told.add("# left out: before the beginning of the file's clock");
    return undefined;
  }
  if (start < 0) told.add("# that starts before the beginning of the file's clock and is cut there");
  return [Math.max(0, start), end];
}
