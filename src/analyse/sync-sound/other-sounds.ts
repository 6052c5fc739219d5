/**
 * How far the offsets of other sounds lie from the one that was found: an event has many sources, and each reaches two recorders with a
 * difference of its own. Short windows along all that is shared are looked at for a clear peak that is not on the line.
 */
import { type ClockLine, sharedOnB } from "./clock-line.ts";
import { phaseWindows } from "./phase-windows.ts";
import { rate, type SoundFeatures } from "./sound-features.ts";

const length = 8192;
const hopS = 0.4;
/** The highest of 4,000 lags that share nothing reaches 4.5; and an echo is no source, so that it must outdo the line clearly. */
const clear = 7;
const outdoes = 1.25;
/** Nearer than that is the peak on the line, or how a room blurs it. */
const ownS = 0.002;

/** Seconds beside the line, of each window in which another sound is the clearest; `most` windows are looked at. */
export function otherSounds(a: SoundFeatures, b: SoundFeatures, line: ClockLine, most: number): number[] {
  const [from, to] = sharedOnB(line, a.durationS, b.durationS);
  const [first, last] = [from + length / rate / 4, to - length / rate / 4];
  if (last <= first) return [];
  const count = Math.min(most, Math.floor((last - first) / hopS) + 1);
  const places = Array.from({ length: count }, (_, i) => (count === 1 ? (first + last) / 2 : first + (i * (last - first)) / (count - 1)));
  const near = Math.round(ownS * rate);
  return phaseWindows(a, b, line, places, length).flatMap(({ agreement, usual }) => {
    const middle = (agreement.length - 1) / 2;
    let own = 0;
    let top = 0;
    let at = middle;
    for (let k = 0; k < agreement.length; k++) {
      const value = Math.abs(agreement[k]!);
      if (Math.abs(k - middle) <= near) own = Math.max(own, value);
      else if (value > top) {
        top = value;
        at = k;
      }
    }
    return top >= clear * usual && top >= outdoes * own ? [(at - middle) / rate] : [];
  });
}
