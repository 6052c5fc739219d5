/**
 * Whether all that is heard in a span is impulsive noise: steep beginnings and what dies away after them. What made the noise is
 * nobody's guess here; it only says that no word can stand on it.
 */
import { framesOf, type Quiet, type Span } from "./quiet.ts";
import { levelStepSec, type SoundLevels } from "./sound-levels.ts";

/** Over what sounded two frames before. A syllable that begins with a plosive rises as steeply, but goes on. */
const leastRiseDb = 12;
/** A noise that dies away has lost this much so long after its peak, also in a hall. */
const fallDb = 10;
const fallFrames = 30;
/** In a burst the next one begins before the last has died away: it rises and falls by less. */
const inBurstDb = 6;
/** Echoes of it may stand out by so much over what has died away already. */
const echoDb = 4;
/** Reverberation is not followed further. */
const longestFrames = 300;
/** Of sound that nothing explains: less than any word needs. */
const mostUnexplained = 10;
/** A voice in the span speaks for words, whatever else sounds. */
const mostVoiced = 9;

/** Frames of item times, seconds: for a whole sound at once, since every word of it is asked about. */
export function framesAt({ startSec }: SoundLevels, times: readonly number[]): ReadonlySet<number> {
  return new Set(times.map((sec) => Math.round((sec - startSec) / levelStepSec)));
}

/** `known`: frames at which impulsive sounds were found by other means. */
export function isImpulsiveAlone(levels: SoundLevels, { belowDb }: Quiet, span: Span, known: ReadonlySet<number>): boolean {
  const { levelDb, voiced } = levels;
  const { first, end } = framesOf(levels, span);
  let impulses = 0;
  let unexplained = 0;
  let voices = 0;
  // What began before the span still dies away in it.
  let n = Math.max(0, first - longestFrames);
  let diedAt = -1;
  while (n < end) {
    const inBurst = n - diedAt <= 2;
    if (isOnset(levelDb, n, belowDb, known, inBurst ? inBurstDb : leastRiseDb)) {
      const past = diesAwayAt(levelDb, n, belowDb, inBurst ? inBurstDb : fallDb);
      if (past !== undefined) {
        diedAt = past;
        if (past > first) impulses++;
        for (let m = Math.max(n, first); m < Math.min(past, end); m++) if (voiced[m] === 1) voices++;
        n = past;
        continue;
      }
    }
    if (n >= first && levelDb[n]! > belowDb) {
      unexplained++;
      if (voiced[n] === 1) voices++;
    }
    // Enough is heard for words: a program may ask of a minute and a half for each of thousands of words.
    if (unexplained >= mostUnexplained || voices > mostVoiced) return false;
    n++;
  }
  return impulses > 0 && voices <= mostVoiced;
}

function isOnset(levelDb: Float32Array, n: number, belowDb: number, known: ReadonlySet<number>, riseDb: number): boolean {
  const level = levelDb[n]!;
  if (level <= belowDb) return false;
  if ([-2, -1, 0, 1, 2].some((near) => known.has(n + near))) return true;
  const before = Math.min(levelDb[n - 1] ?? belowDb, levelDb[n - 2] ?? belowDb);
  return level - Math.max(before, belowDb - leastRiseDb) >= riseDb;
}

/** The frame at which it has died away, is followed by something else, or is followed no further; undefined for what does not die away. */
function diesAwayAt(levelDb: Float32Array, onset: number, belowDb: number, leastFallDb: number): number | undefined {
  let peakAt = onset;
  for (let n = onset; n < Math.min(levelDb.length, onset + 4); n++) if (levelDb[n]! > levelDb[peakAt]!) peakAt = n;
  const peak = levelDb[peakAt]!;
  let lowest = peak;
  let past = Math.min(levelDb.length, onset + longestFrames);
  for (let n = peakAt + 3; n < past; n++) {
    const level = smooth(levelDb, n);
    if (level <= belowDb || level > lowest + echoDb) {
      past = n;
      break;
    }
    lowest = Math.min(lowest, level);
    if (n - peakAt === fallFrames && peak - lowest < leastFallDb) return undefined;
  }
  const fallen = past - peakAt <= fallFrames ? peak - Math.min(lowest, levelDb[past] ?? lowest) : peak - lowest;
  return fallen >= leastFallDb ? Math.max(past, onset + 1) : undefined;
}

/** Over three frames, and none of them still to come: the next of a burst is not seen before it begins. */
function smooth(levelDb: Float32Array, n: number): number {
  return (levelDb[n - 2]! + levelDb[n - 1]! + levelDb[n]!) / 3;
}
