/**
 * Whether two sounds are one recording or two recordings of one event. Copies agree in phase throughout, in quiet moments as well, where
 * two microphones each hear a room of their own.
 */
import { type ClockLine, sharedOnB } from "./clock-line.ts";
import { phaseWindows } from "./phase-windows.ts";
import { rate, type SoundFeatures } from "./sound-features.ts";

const length = 8192;
const windowCount = 24;
/**
 * Agreement, middle and lowest eighth: recordings coded again at 12 and 24 kbit/s had at least 0.80 and 0.78, pairs of recorders over six
 * seconds and more at most 0.67 and 0.58; over two seconds of one clean voice such a pair had 0.82.
 */
const leastMiddle = 0.77;
const leastLow = 0.72;
const leastS = 6;
/** Lags round the line, samples: the line is known to a fraction of a millisecond. */
const near = 8;

export function sameRecording(a: SoundFeatures, b: SoundFeatures, line: ClockLine): boolean {
  const [from, to] = sharedOnB(line, a.durationS, b.durationS);
  if (to - from < leastS) return false;
  const step = (to - from - length / rate) / (windowCount - 1);
  const places = Array.from({ length: windowCount }, (_, i) => from + length / rate / 2 + i * step);
  const heights = phaseWindows(a, b, line, places, length).map(({ agreement }) => {
    const middle = (agreement.length - 1) / 2;
    let most = 0;
    for (let k = middle - near; k <= middle + near; k++) most = Math.max(most, Math.abs(agreement[k]!));
    return most;
  });
  if (heights.length < windowCount / 3) return false;
  heights.sort((x, y) => x - y);
  return heights[heights.length >> 1]! >= leastMiddle && heights[heights.length >> 3]! >= leastLow;
}
