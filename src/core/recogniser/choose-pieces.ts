/** Where a long sound is cut for a recogniser: in its pauses, so that no word is cut and each piece ends in minutes, not hours. */
import { framesOf, isSilent, type Quiet, type Span } from "./quiet.ts";
import { levelStepSec, type SoundLevels } from "./sound-levels.ts";

export interface Piece extends Span {
  /** Nothing is heard in it: it is given to no program. */
  readonly silent: boolean;
}

/** A recogniser of this family hears 30 s at a time; loading its model for less is waste. */
const shortestSec = 45;
const longestSec = 90;
/** A pause between two words is shorter than one between two sentences. */
const longestPauseFrames = 200;

/** Pieces in order that together are the whole span. */
export function choosePieces(levels: SoundLevels, quiet: Quiet, span: Span): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let startSec = span.startSec; startSec < span.endSec;) {
    const endSec = span.endSec - startSec <= longestSec ? span.endSec : cutAfter(levels, quiet, startSec);
    pieces.push({ startSec, endSec, silent: isSilent(levels, quiet, { startSec, endSec }) });
    startSec = endSec;
  }
  return pieces;
}

/** The middle of the longest pause within reach; where nobody pauses, the quietest tenth of a second. */
function cutAfter(levels: SoundLevels, { belowDb }: Quiet, startSec: number): number {
  const { first, end } = framesOf(levels, { startSec: startSec + shortestSec, endSec: startSec + longestSec });
  let best = { length: 0, middle: -1 };
  let run = 0;
  let quietest = { power: Number.POSITIVE_INFINITY, at: end };
  for (let n = first; n < end; n++) {
    run = levels.levelDb[n]! <= belowDb ? run + 1 : 0;
    // Of pauses that are long enough, the first: a piece need not grow for a longer one.
    if (Math.min(run, longestPauseFrames) > best.length) best = { length: run, middle: n - (run >> 1) };
    const power = powerAround(levels.levelDb, n);
    if (power < quietest.power) quietest = { power, at: n };
  }
  const at = best.length >= 20 ? best.middle : quietest.at;
  // Where the levels end before the sound does there is nothing to choose by.
  return first === end ? startSec + longestSec : levels.startSec + at * levelStepSec;
}

function powerAround(levelDb: Float32Array, n: number): number {
  let sum = 0;
  for (let m = n - 5; m <= n + 5; m++) sum += 10 ** ((levelDb[m] ?? 0) / 10);
  return sum;
}
