/**
 * All channels of a sound as one, with the largest sample of any of them at each moment: a recorder's limit shows in its own channel
 * alone, and is lost where channels are added up. Every other channel goes to either of two; what those two cancel lies in their
 * difference.
 */
import { twoChannels } from "../sync-sound/two-channels.ts";

export interface ManyChannels {
  /** Samples of all channels in turn, however they are cut. */
  add(samples: Float32Array): void;
  /** Whether nearly all that was heard lies in what was not given. */
  mostIsInTheOther(): boolean;
}

/** What a broken float says is no sound. */
const most = 1e6;

export function manyChannels(count: number, of: "sum" | "difference", use: (sample: number, largest: number) => void): ManyChannels {
  const two = twoChannels(of);
  const firsts = Math.ceil(count / 2);
  let pairs = new Float32Array(0);
  let largest = new Float32Array(0);
  let [channel, first, second, size] = [0, 0, 0, 0];
  return {
    add(samples) {
      const moments = Math.ceil(samples.length / count) + 1;
      if (largest.length < moments) [pairs, largest] = [new Float32Array(2 * moments), new Float32Array(moments)];
      let filled = 0;
      for (const value of samples) {
        const sample = Math.abs(value) < most ? value : 0;
        if (Math.abs(sample) > size) size = Math.abs(sample);
        if (channel % 2 === 0) first += sample;
        else second += sample;
        if (++channel < count) continue;
        pairs[2 * filled] = first / firsts;
        pairs[2 * filled + 1] = count === 1 ? first : second / (count - firsts);
        largest[filled++] = size;
        [channel, first, second, size] = [0, 0, 0, 0];
      }
      const one = two.add(pairs.subarray(0, 2 * filled));
      for (let n = 0; n < filled; n++) use(one[n]!, largest[n]!);
    },
    mostIsInTheOther: () => count > 1 && two.mostIsInTheOther(),
  };
}
