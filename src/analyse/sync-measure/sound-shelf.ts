/** Sounds that are being compared, read when they are wanted; those that were wanted longest ago go when all together grow too large. */
import { type PreparedSound, prepareSound } from "../sync-sound/prepared-sound.ts";
import type { SoundFeatures } from "../sync-sound/sound-features.ts";
import { bytesAlone, bytesKept } from "./sound-room.ts";

export interface SoundShelf {
  pair(a: number, b: number): readonly [PreparedSound, PreparedSound];
  /** As worked out from sizes. */
  readonly bytes: () => number;
}

interface Shelved {
  readonly sound: PreparedSound;
  readonly size: number;
  readonly keys: Set<string>;
  bytes: number;
}

export function soundShelf(read: (at: number) => { readonly features: SoundFeatures; readonly size: number }, most: number): SoundShelf {
  /** The last wanted stands last. */
  const shelf = new Map<number, Shelved>();
  const sum = () => [...shelf.values()].reduce((all, { bytes }) => all + bytes, 0);

  function take(at: number): Shelved {
    const before = shelf.get(at);
    if (before !== undefined) {
      shelf.delete(at);
      shelf.set(at, before);
      return before;
    }
    const { features, size } = read(at);
    const fresh = { sound: prepareSound(features), size, keys: new Set<string>(), bytes: bytesAlone(size) };
    shelf.set(at, fresh);
    return fresh;
  }

  function hold(one: Shelved, other: number): void {
    const { key, bytes } = bytesKept(one.size, other);
    if (one.keys.has(key)) return;
    one.keys.add(key);
    one.bytes += bytes;
  }

  return {
    pair(a, b) {
      const [one, other] = [take(a), take(b)];
      hold(one, other.size);
      hold(other, one.size);
      for (const at of shelf.keys()) {
        if (sum() <= most) break;
        if (at !== a && at !== b) shelf.delete(at);
      }
      if (sum() <= most || one.keys.size + other.keys.size === 2) return [one.sound, other.sound];
      // Only these two, with transforms at sizes that other pairs asked for: those go, what was read stays.
      for (const [at, { sound, size }] of [[a, one] as const, [b, other] as const]) {
        const { key, bytes } = bytesKept(size, at === a ? other.size : one.size);
        shelf.set(at, { sound: prepareSound(sound.features), size, keys: new Set([key]), bytes: bytesAlone(size) + bytes });
      }
      return [(shelf.get(a) as Shelved).sound, (shelf.get(b) as Shelved).sound];
    },
    bytes: sum,
  };
}
