/**
 * What texts are compared by: every three words that follow each other, as a number of 53 bits. A repeated one counts as often
 * as it stands there (its second time is another feature), so a text of one word a thousand times is like no shorter one.
 *
 * Numbers can only make texts look more alike, never less: what is nearly the same is always among what is found, and what is
 * shown is compared again word by word. They start from a seed that nobody can know beforehand, so none can be forged.
 */
import { foldForSearch } from "../../core/search/fold-text.ts";
import { leastLetters, leastWords, wordsTogether } from "./rules.ts";
import { eachWord } from "./text-tokens.ts";

export interface TextFeatures {
  /** Tells texts of the same words in the same order; two numbers, because one alone is too few for a million texts. */
  readonly key: number;
  readonly check: number;
  /** Ascending and all different; a view that the next text overwrites. */
  readonly features: Float64Array;
}

/** Undefined for a text that is too short to compare. */
export type FeatureReader = (text: string) => TextFeatures | undefined;

/** Multipliers of MurmurHash3's finalizer (Appleby, public domain). */
const [first, second] = [0x85ebca6b, 0xc2b2ae35];

function mixed(value: number): number {
  let mix = value ^ (value >>> 16);
  mix = Math.imul(mix, first);
  mix ^= mix >>> 13;
  mix = Math.imul(mix, second);
  return (mix ^ (mix >>> 16)) >>> 0;
}

/** 53 bits of two words. */
function joined(high: number, low: number): number {
  return (high & 0x1fffff) * 0x1_0000_0000 + low;
}

export function createFeatureReader(seed: number): FeatureReader {
  const seeds = [mixed(seed ^ 0x9e3779b9), mixed(seed + 0x7f4a7c15)] as const;
  let highs = new Uint32Array(1024);
  let lows = new Uint32Array(1024);
  let features = new Float64Array(1024);

  return (text) => {
    const folded = foldForSearch(text);
    let count = 0;
    let letters = 0;
    let [keyHigh, keyLow] = seeds;
    let [checkHigh, checkLow] = [seeds[1], seeds[0]];
    eachWord(folded, (from, to) => {
      let [high, low] = seeds;
      for (let at = from; at < to; at += 1) {
        const unit = folded.charCodeAt(at);
        high = Math.imul(high ^ unit, first);
        low = Math.imul((low ^ unit) + (low >>> 15), second);
      }
      if (count === highs.length) [highs, lows] = [grown(highs), grown(lows)];
      highs[count] = mixed(high + to - from);
      lows[count] = mixed(low);
      keyHigh = mixed(Math.imul(keyHigh, 5) + (highs[count] as number));
      keyLow = mixed(Math.imul(keyLow, 9) ^ (lows[count] as number));
      checkHigh = mixed(Math.imul(checkHigh, 13) ^ (highs[count] as number));
      checkLow = mixed(Math.imul(checkLow, 17) + (lows[count] as number));
      count += 1;
      letters += to - from;
    });
    if (count < leastWords || letters < leastLetters) return undefined;
    const size = count - wordsTogether + 1;
    if (features.length < size) features = new Float64Array(size * 2);
    for (let n = 0; n < size; n += 1) {
      let [high, low] = seeds;
      for (let k = n; k < n + wordsTogether; k += 1) {
        high = mixed(Math.imul(high, 31) + (highs[k] as number));
        low = mixed(Math.imul(low, 33) ^ (lows[k] as number));
      }
      features[n] = joined(high, low);
    }
    const own = features.subarray(0, size).sort();
    countRepeats(own);
    return { key: joined(keyHigh, keyLow), check: joined(checkHigh, checkLow), features: own };
  };
}

/** The second and later ones of the same become numbers of their own. */
function countRepeats(sorted: Float64Array): void {
  let repeated = false;
  for (let n = 1, times = 0, value = sorted[0] as number; n < sorted.length; n += 1) {
    if (sorted[n] !== value) {
      value = sorted[n] as number;
      times = 0;
      continue;
    }
    times += 1;
    repeated = true;
    sorted[n] = joined(mixed(Math.floor(value / 0x1_0000_0000) + Math.imul(times, first)), mixed((value >>> 0) ^ Math.imul(times, second)));
  }
  if (repeated) sorted.sort();
}

function grown(from: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const to = new Uint32Array(from.length * 2);
  to.set(from);
  return to;
}
