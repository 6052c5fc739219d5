/**
 * Whether two sounds are one recording or two recordings of one event. Copies agree in phase throughout, in quiet moments as well, where
 * two microphones each hear a room of their own.
 */
import type { ClockLine } from "./clock-line.ts";
import { phaseWindows } from "./phase-windows.ts";
import { rate, type SoundFeatures } from "./sound-features.ts";
import { sharedOnB } from "./clock-line.ts";

const length = 8192;
const windowCount = 24;
/** Agreement of copies, coded at a low rate too, and of phones side by side: measured, see the method page. */
const leastMiddle = 0.75;
const leastLow = 0.5;

export function sameRecording(a: SoundFeatures, b: SoundFeatures, line: ClockLine): boolean {
  const [from, to] = sharedOnB(line, a.durationS, b.durationS);
  const step = (to - from - length / rate) / (windowCount - 1);
  if (step <= 0) return false;
  const places = Array.from({ length: windowCount }, (_, i) => from + length / rate / 2 + i * step);
  const heights = phaseWindows(a, b, line, places, length).map(({ agreement }) => {
    const middle = (agreement.length - 1) / 2;
    let most = 0;
    for (let k = middle - 8; k <= middle + 8; k++) most = Math.max(most, Math.abs(agreement[k]!));
    return most;
  });
  if (heights.length < 4) return false;
  heights.sort((x, y) => x - y);
  return heights[heights.length >> 1]! >= leastMiddle && heights[heights.length >> 3]! >= leastLow;
}
