/** What speaks for one line: windows along all that the two sounds would share on it, and how they agree. */
import { type Agreement, agreeingLine, type Peak } from "./agreeing-line.ts";
import { type ClockLine, sharedOnB } from "./clock-line.ts";
import { type PhaseWindow, phaseWindows } from "./phase-windows.ts";
import { rate, type SoundFeatures } from "./sound-features.ts";

export interface TriedLine extends Agreement {
  /** The line that the windows were cut along. */
  readonly along: ClockLine;
  readonly windows: readonly PhaseWindow[];
  readonly strong: readonly Peak[];
  /** Root of the mean square of the windows' scores near the line: what is compared between lines, however long. */
  readonly strength: number;
  /** The same, growing with what is shared: what the best line is chosen by. */
  readonly weight: number;
  /** Seconds on b from one window to the next. */
  readonly stepS: number;
  readonly windowS: number;
}

/** A window above this agrees by itself: of windows that share nothing, about one in a hundred near a given line does. */
export const strongScore = 6;
/** Loud agreement counts for so much at most: a copied second must not outweigh a minute. */
const mostScore = 60;
const longWindow = 16_384;
const shortWindow = 8192;
/** What is shared is taken in short windows below this. */
const shortS = 8;

export function tryLine(
  a: SoundFeatures,
  b: SoundFeatures,
  along: ClockLine,
  { most, slopes }: { readonly most: number; readonly slopes: number },
): TriedLine | undefined {
  const [from, to] = sharedOnB(along, a.durationS, b.durationS);
  const length = to - from < shortS ? shortWindow : longWindow;
  const windowS = length / rate;
  // Windows that hang over an end by a quarter still hold enough.
  const [first, last] = [from + windowS / 4, to - windowS / 4];
  if (last < first) return undefined;
  const count = Math.max(1, Math.min(most, Math.floor((last - first) / (windowS / 2)) + 1));
  const stepS = count === 1 ? windowS : (last - first) / (count - 1);
  const places = Array.from({ length: count }, (_, i) => (count === 1 ? (from + to) / 2 : first + i * stepS));
  const windows = phaseWindows(a, b, along, places, length);
  const agreement = agreeingLine(windows, slopes);
  if (agreement === undefined) return undefined;
  const squares = agreement.peaks.map(({ score }) => Math.max(0, Math.min(mostScore, score) ** 2 - 9));
  const sum = squares.reduce((all, one) => all + one, 0);
  return {
    ...agreement,
    along,
    windows,
    stepS,
    windowS,
    strong: agreement.peaks.filter(({ score }) => score >= strongScore),
    strength: Math.sqrt(sum / squares.length),
    weight: Math.sqrt(sum),
  };
}

/** The line that was found, on the sounds' own clocks. */
export function lineOf({ along, lagS, slope, atB }: TriedLine): ClockLine {
  return { b: atB, a: along.a + (atB - along.b) * along.rate + lagS, rate: along.rate + slope };
}
