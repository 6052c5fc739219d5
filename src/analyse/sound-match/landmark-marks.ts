/**
 * Numbers made of few landmarks near each other, such that the same sound gives the same numbers. Pairs (Wang 2003) are for
 * sound at its own speed. Triplets are for sound played faster or slower, with its pitch kept ("stretched") or not
 * ("resampled"): what stays is the ratio of their times and their tones, or only the steps between their tones (Six and
 * Leman, Panako, ISMIR 2014).
 */
import type { SoundPrints } from "../../core/copies/sound-prints.ts";

export interface Marks {
  /** Rising. */
  readonly marks: Uint32Array;
  /** Numbers of its first and its last landmark. */
  readonly first: Uint32Array;
  readonly last: Uint32Array;
}

/** Bins of the spectrogram (15.6 Hz), which is what tones are told apart by: 4 at the lowest tone, 256 at the highest. */
export const binsOf = ({ tones }: Pick<SoundPrints, "tones">): Float32Array => Float32Array.from(tones, (tone) => 4 * 2 ** (tone / 256));

/** Pairs: so far apart in time. */
const [leastMs, mostMs] = [40, 1600];
/** Triplets: made of those landmarks that are among the higher half of their surroundings, and lie so near each other. */
const companionMs = 3500;
const surroundings = 12;
const strongShare = 0.5;

export function pairMarks(prints: SoundPrints, partners: number): Marks {
  const { times } = prints;
  const bins = binsOf(prints);
  const made = makeMarks();
  for (let i = 0; i < times.length; i++) {
    let taken = 0;
    for (let j = i + 1; j < times.length && taken < partners; j++) {
      const ms = times[j]! - times[i]!;
      if (ms > mostMs) break;
      if (ms < leastMs) continue;
      // Two bins and 32 ms a step: what re-encoding moves seldom crosses two of three borders.
      made.add((half(bins[i]!) << 13) | (half(bins[j]!) << 6) | (ms >> 5), i, j);
      taken++;
    }
  }
  return made.sorted();
}

const half = (bin: number) => Math.min(127, Math.round(bin / 2));

export type TripletKind = "stretched" | "resampled";

/** `companions`: with so many of the next each landmark makes triplets. */
export function tripletMarks(prints: SoundPrints, kind: TripletKind, companions: number): Marks {
  const strong = strongest(prints);
  const { times, tones } = prints;
  const bins = binsOf(prints);
  const made = makeMarks();
  for (let i = 0; i < strong.length; i++) {
    const [one, t1] = [strong[i]!, times[strong[i]!]!];
    for (let k = i + 2, taken = 0; k < strong.length && taken < companions; k++) {
      const [three, t3] = [strong[k]!, times[strong[k]!]!];
      if (t3 - t1 > companionMs) break;
      if (t3 - t1 < 100) continue;
      taken++;
      for (let j = i + 1; j < k; j++) {
        const [two, t2] = [strong[j]!, times[strong[j]!]!];
        const ratio = Math.min(15, Math.floor(((t2 - t1) / (t3 - t1)) * 16));
        if (kind === "stretched")
          made.add((half(bins[one]!) << 18) | (half(bins[two]!) << 11) | (half(bins[three]!) << 4) | ratio, one, three);
        else made.add((step(tones[two]! - tones[one]!) << 12) | (step(tones[three]! - tones[one]!) << 4) | ratio, one, three);
      }
    }
  }
  return made.sorted();
}

/** Sixteenths of an octave, above -8 octaves. */
const step = (tones: number) => 128 + Math.round(tones / 16);

/** Numbers of the landmarks that stand out most among those around them: a share, so that speed does not change the choice. */
function strongest({ times, heights }: SoundPrints): Uint32Array {
  const kept: number[] = [];
  for (let i = 0; i < times.length; i++) {
    const [from, to] = [Math.max(0, i - surroundings), Math.min(times.length, i + surroundings + 1)];
    let higher = 0;
    for (let j = from; j < to; j++) if (heights[j]! > heights[i]!) higher++;
    if (higher < (to - from) * strongShare) kept.push(i);
  }
  return Uint32Array.from(kept);
}

function makeMarks() {
  const marks: number[] = [];
  const first: number[] = [];
  const last: number[] = [];
  return {
    add(mark: number, one: number, other: number) {
      marks.push(mark);
      first.push(one);
      last.push(other);
    },
    sorted(): Marks {
      // Sorted as numbers of mark and place together: typed arrays sort these ten times as fast as a comparing function would.
      const keyed = Float64Array.from(marks, (mark, i) => mark * 2 ** 26 + i).sort();
      const at = (i: number) => keyed[i]! % 2 ** 26;
      const pick = (column: readonly number[]) => Uint32Array.from({ length: marks.length }, (_, i) => column[at(i)]!);
      return { marks: pick(marks), first: pick(first), last: pick(last) };
    },
  };
}
