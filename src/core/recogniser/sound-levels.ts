/**
 * How loud a sound is, and whether a voice's pitch is in it, every 10 ms: what decides whether words that a recogniser wrote can
 * stand on anything. Measured from the samples, never asked of the program that wrote the words.
 */

/** Samples a second that all recognisers of this family read. */
export const speechRate = 16_000;
export const levelStepSec = 0.01;
/** Below this there is nothing at all. */
export const leastDb = -120;

export interface SoundLevels {
  /** Item time of the first frame, seconds. */
  readonly startSec: number;
  /** Of full scale, without what lies below a voice, a value every 10 ms. */
  readonly levelDb: Float32Array;
  /** 1 where the sound repeats itself as a voice does. */
  readonly voiced: Uint8Array;
}

export interface LevelMeter {
  /** Samples from -1 to 1 in order, however they are cut. */
  add(samples: Float32Array): void;
  end(): SoundLevels;
}

const frameLength = speechRate * levelStepSec;
/** Wind, handling and traffic lie below this, and would make a quiet room loud. */
const lowestHz = 120;
/** Pitch is looked for in the sound at a quarter of its rate: 4,000 samples a second. */
const decimation = 4;
const pitchRate = speechRate / decimation;
const pitchStep = frameLength / decimation;
const pitchWindow = 160;
/** 400 to 70 repetitions a second. */
const shortestLag = pitchRate / 400;
const longestLag = Math.floor(pitchRate / 70);
/** Noise of that length reaches about 0.45 by chance. */
const leastLikeness = 0.6;
const leastDip = 0.3;
/** Too quiet to be asked for its pitch. */
const leastPitchDb = -75;

export function createLevelMeter(startSec: number): LevelMeter {
  let levels = new Float32Array(1 << 12);
  let voiced = new Uint8Array(1 << 12);
  let frames = 0;
  const highPass = createHighPass();
  let inFrame = 0;
  let energy = 0;
  let fourth = 0;
  let inFourth = 0;
  /** The last samples at the lower rate: what one look for a pitch needs. */
  const held = new Float32Array(pitchWindow + longestLag);

  function close(): void {
    if (frames === levels.length) {
      levels = grown(levels, new Float32Array(frames * 2));
      voiced = grown(voiced, new Uint8Array(frames * 2));
    }
    const level = inFrame === 0 ? leastDb : Math.max(leastDb, 10 * Math.log10(energy / inFrame + 1e-12));
    levels[frames] = level;
    voiced[frames] = level > leastPitchDb && hasPitch(held) ? 1 : 0;
    frames++;
    inFrame = 0;
    energy = 0;
  }

  return {
    add(samples) {
      for (const given of samples) {
        // A sample that is no number would make every level after it none.
        const sample = highPass(Math.abs(given) <= 8 ? given : 0);
        energy += sample * sample;
        fourth += sample;
        if (++inFourth === decimation) {
          held.copyWithin(0, 1);
          held[held.length - 1] = fourth / decimation;
          fourth = 0;
          inFourth = 0;
        }
        if (++inFrame === frameLength) close();
      }
    },
    end() {
      if (inFrame > 0) close();
      // The look reaches back over its window: a pitch is told where it sounded, not where it was seen to its end.
      const back = Math.round(held.length / 2 / pitchStep);
      const placed = new Uint8Array(frames);
      placed.set(voiced.subarray(Math.min(back, frames), frames));
      return { startSec, levelDb: levels.slice(0, frames), voiced: placed };
    },
  };
}

function grown<T extends Float32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** Two poles, as of an audio equaliser (Bristow-Johnson's cookbook, Q 0.707). */
function createHighPass(): (sample: number) => number {
  const w = (2 * Math.PI * lowestHz) / speechRate;
  const alpha = Math.sin(w) / Math.SQRT2;
  const cos = Math.cos(w);
  const a0 = 1 + alpha;
  const b = [(1 + cos) / 2 / a0, -(1 + cos) / a0, (1 + cos) / 2 / a0] as const;
  const a = [(-2 * cos) / a0, (1 - alpha) / a0] as const;
  let [x1, x2, y1, y2] = [0, 0, 0, 0];
  return (x) => {
    const y = b[0] * x + b[1] * x1 + b[2] * x2 - a[0] * y1 - a[1] * y2;
    [x2, x1, y2, y1] = [x1, x, y1, y];
    return y;
  };
}

/** Whether the sound is like itself one pitch period later, and not merely dull: between the two it must be unlike. */
function hasPitch(held: Float32Array): boolean {
  let own = 0;
  for (let n = 0; n < pitchWindow; n++) own += held[n]! * held[n]!;
  if (own === 0) return false;
  let lowest = 1;
  let later = own;
  for (let lag = 1; lag <= longestLag; lag++) {
    later += held[pitchWindow + lag - 1]! ** 2 - held[lag - 1]! ** 2;
    // Below the shortest period every other lag is enough to see the dip.
    if (lag < shortestLag && lag % 2 === 1) continue;
    let sum = 0;
    for (let n = 0; n < pitchWindow; n++) sum += held[n]! * held[n + lag]!;
    const likeness = later <= 0 ? 0 : sum / Math.sqrt(own * later);
    if (lag >= shortestLag && likeness >= leastLikeness && likeness - lowest >= leastDip) return true;
    lowest = Math.min(lowest, likeness);
  }
  return false;
}
