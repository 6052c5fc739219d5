/**
 * Short windows along all that two sounds share on the line that was found: which of them agree on it, which agree clearly on something
 * beside it, and which on nothing. Sounds made at other places, edits and bends are seen here, closer than lines are told apart by.
 */
import { type ClockLine, sharedOnB } from "./clock-line.ts";
import { type PhaseWindow, phaseWindows } from "./phase-windows.ts";
import { rate, type SoundFeatures } from "./sound-features.ts";

export interface AlongWindow extends PhaseWindow {
  /** Highest agreement near the line, in units of what is usual in the window, and where: seconds beside the line. */
  readonly score: number;
  readonly lagS: number;
  /** Where another sound is clearly what both heard, seconds beside the line; null elsewhere. */
  readonly otherS: number | null;
  /** False where nothing agrees, or where the only window that does is a weak one that stands alone. */
  readonly agrees: boolean;
}

export interface AlongLine {
  readonly windows: readonly AlongWindow[];
  /** What is shared, seconds of b from its first sample; and seconds from one window to the next. */
  readonly fromB: number;
  readonly toB: number;
  readonly stepS: number;
}

const length = 8192;
const hopS = 0.4;
/** The highest of 4,000 lags that share nothing reaches 4.5; and an echo is no source, so that it must outdo the line clearly. */
const clear = 7;
const outdoes = 1.25;
/** Nearer than that is the peak on the line, or how a room blurs it. */
const ownS = 0.002;
/** Of windows that share nothing one in some hundreds reaches the first near a line, hardly any the second. */
const agreeing = 4;
const agreeingAlone = 7;

/** `most` windows are looked at. */
export function alongLine(a: SoundFeatures, b: SoundFeatures, line: ClockLine, most: number): AlongLine {
  const [fromB, toB] = sharedOnB(line, a.durationS, b.durationS);
  const [first, last] = [fromB + length / rate / 4, toB - length / rate / 4];
  if (last <= first) return { windows: [], fromB, toB, stepS: hopS };
  const count = Math.min(most, Math.floor((last - first) / hopS) + 1);
  const stepS = count === 1 ? toB - fromB : (last - first) / (count - 1);
  const places = Array.from({ length: count }, (_, i) => (count === 1 ? (first + last) / 2 : first + i * stepS));
  const windows = phaseWindows(a, b, line, places, length).map(seen);
  const may = windows.map(({ score, otherS }) => score >= agreeing || otherS !== null);
  return {
    windows: windows.map((one, i) => ({
      ...one,
      agrees: one.score >= agreeingAlone || (may[i] === true && (may[i - 1] === true || may[i + 1] === true)),
    })),
    fromB,
    toB,
    stepS,
  };
}

function seen(window: PhaseWindow) {
  const { agreement, usual } = window;
  const near = Math.round(ownS * rate);
  const middle = (agreement.length - 1) / 2;
  let [own, ownAt, top, topAt] = [0, middle, 0, middle];
  for (let k = 0; k < agreement.length; k++) {
    const value = Math.abs(agreement[k]!);
    if (Math.abs(k - middle) <= near) {
      if (value > own) [own, ownAt] = [value, k];
    } else if (value > top) [top, topAt] = [value, k];
  }
  const other = top >= clear * usual && top >= outdoes * own;
  return { ...window, score: own / usual, lagS: (ownAt - middle) / rate, otherS: other ? (topAt - middle) / rate : null };
}
