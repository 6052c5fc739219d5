/**
 * Whether two sounds agree all through a part of what they would share and not at all in the rest, though both go on sounding. So it
 * is where one of them is cut, and where the same song or announcement was played at two events: an offset would say too much.
 */
import type { TriedLine } from "./try-line.ts";

const leastWindows = 8;
/** Seconds without any agreement at the ends. */
const leastOutsideS = 5;
/** Of windows that share nothing one in seven hundred reaches this near a line. */
const agreeing = 4;
/** Windows between the first and the last that agree, of which so many do. */
const leastInside = 0.7;
/** Mean score near the line of windows that share nothing is 2.3, spread 0.5; those that share a little lie above this. */
const mostOutside = 2.8;

export function agreesInPart({ peaks, stepS }: TriedLine): boolean {
  if (peaks.length < leastWindows) return false;
  const agrees = peaks.map(({ score }) => score >= agreeing);
  const [first, last] = [agrees.indexOf(true), agrees.lastIndexOf(true)];
  if (first < 0) return false;
  const inside = agrees.slice(first, last + 1);
  if (inside.filter(Boolean).length < leastInside * inside.length) return false;
  // A window beside the part still holds some of it.
  const outside = [...peaks.slice(0, Math.max(0, first - 1)), ...peaks.slice(last + 2)];
  if (outside.length * stepS < leastOutsideS) return false;
  return outside.reduce((sum, { score }) => sum + score, 0) / outside.length < mostOutside;
}
