/**
 * Which of many items are worth comparing with one, and in which channel: everything else shares nothing that could be
 * found. Keeps what the indexes keep and no prints.
 */
import { createPictureIndex } from "../segment-match/picture-index.ts";
import { createSoundIndex } from "../sound-match/sound-index.ts";
import { type Comparable, stillThroughout } from "./comparable.ts";
import type { Channels } from "./compare-pair.ts";

export interface CandidatePairs {
  /** Items in their order. Of one that is asked about later, `asked`. All are added before the first question. */
  add(made: Comparable, asked: boolean): void;
  /** Of the items before the n-th those that may share something with it, in their order. */
  before(n: number): { readonly item: number; readonly channels: Channels }[];
}

export function createCandidatePairs(): CandidatePairs {
  const pictures = createPictureIndex<number>();
  const sounds = createSoundIndex<number>();
  const seen = new Set<number>();
  const heard = new Map<number, readonly number[]>();
  let items = 0;
  return {
    add({ picture, sound }, asked) {
      const n = items;
      items += 1;
      if (picture !== null && (picture.unfit === "" || picture.unfit === stillThroughout)) {
        pictures.add(n, picture.prints);
        seen.add(n);
      }
      if (sound === null || sound.unfit !== "") return;
      // Asked while its marks are at hand, and before it is added: the answer holds those before it alone.
      if (asked) heard.set(n, sounds.candidates(sound.prints));
      sounds.add(n, sound.prints.prints);
    },
    before(n) {
      const byPicture = new Set(seen.has(n) ? pictures.candidates(n).flatMap(({ key }) => (key < n ? [key] : [])) : []);
      const bySound = new Set(heard.get(n) ?? []);
      return [...new Set([...byPicture, ...bySound])]
        .toSorted((one, other) => one - other)
        .map((item) => ({ item, channels: { picture: byPicture.has(item), sound: bySound.has(item) } }));
    },
  };
}
