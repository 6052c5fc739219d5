/** Every pair of many sounds. Transforms are made for a block of sounds at a time, and kept by bytes: kept-spectra.ts. */
import type { PairMeasurement } from "../../core/sync/pair-measurement.ts";
import { effortFor } from "./effort.ts";
import { measurePrepared } from "./measure-sound.ts";
import { prepareSound } from "./prepared-sound.ts";
import type { SoundFeatures } from "./sound-features.ts";

export interface MeasuredSounds {
  /** Places in the list, the lower first. */
  readonly a: number;
  readonly b: number;
  readonly measurement: PairMeasurement;
}

/** Part of the work, for several that divide it: blocks of pairs whose number leaves `at` when divided by `of`. */
export interface Share {
  readonly of: number;
  readonly at: number;
}

const inBlock = 24;

/** `onPair` may wait: nothing goes on until it has. */
export async function measureAllSounds(
  sounds: readonly SoundFeatures[],
  onPair: (pair: MeasuredSounds) => void | Promise<void>,
  signal?: { readonly aborted: boolean },
  share: Share = { of: 1, at: 0 },
): Promise<void> {
  let block = 0;
  const effort = effortFor(sounds.length);
  for (let low = 0; low < sounds.length; low += inBlock) {
    const lows = sounds.slice(low, low + inBlock).map(prepareSound);
    for (let high = low; high < sounds.length; high += inBlock) {
      if (block++ % share.of !== share.at) continue;
      const highs = high === low ? lows : sounds.slice(high, high + inBlock).map(prepareSound);
      for (const [i, a] of lows.entries()) {
        for (const [k, b] of highs.entries()) {
          if (low + i >= high + k) continue;
          if (signal?.aborted === true) return;
          await onPair({ a: low + i, b: high + k, measurement: measurePrepared(a, b, effort) });
        }
      }
    }
  }
}
