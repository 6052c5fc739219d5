/**
 * Where one shot ends and the next begins, from the thumbs alone. A cut is a change that is large against the contrast of
 * both pictures, stands out from the changes around it (a fast pan changes everything, but evenly) and stays: a flash or a
 * single broken frame comes back to what was before. Brightness is taken out first. A run of empty frames between pictures
 * ends a shot too. Known limits: a dissolve, a wipe and a fade from one picture into another are no cuts, and neither is a
 * cut between two pictures that hardly differ.
 */
import { thumbBytes } from "../../core/copies/frame-prints.ts";

/** Frames after a change that must show it too. */
export const lookAhead = 3;
/** Change against contrast: two pictures that have nothing in common give about 0.7, moving ones up to 0.3. */
const leastChange = 0.42;
/** Against the median change of the frames around it. */
const standsOut = 2.5;
const around = 8;
/** Share of the change that must be left when the picture before is held against the frames that follow. */
const stays = 0.6;
/** Mean deviation from the mean, grey levels, below which a frame is empty. */
const emptyContrast = 2;
const leastEmpty = 2;

export interface ShotCuts {
  /** Takes the thumb of the next frame: `thumbs` holds all of them so far. */
  add(thumbs: Uint8Array, frame: number): void;
  /** Whether `frame` begins a shot. To be asked in order, when `lookAhead` frames after it are in or there are no more. */
  isCut(thumbs: Uint8Array, frame: number): boolean;
}

export function createShotCuts(): ShotCuts {
  const means: number[] = [];
  const contrasts: number[] = [];
  const changes: number[] = [];
  let empties = 0;
  let shownInShot = false;

  /** Of two frames, without their brightness, against their contrast. */
  function change(thumbs: Uint8Array, one: number, other: number): number {
    const [a, b] = [one * thumbBytes, other * thumbBytes];
    const shift = (means[one] as number) - (means[other] as number);
    let sum = 0;
    for (let n = 0; n < thumbBytes; n += 1) sum += Math.abs((thumbs[a + n] as number) - (thumbs[b + n] as number) - shift);
    const contrast = Math.max(emptyContrast, contrasts[one] as number) + Math.max(emptyContrast, contrasts[other] as number);
    return sum / thumbBytes / contrast;
  }

  function cutAt(thumbs: Uint8Array, frame: number): boolean {
    const here = changes[frame] as number;
    if (here < leastChange) return false;
    const others = [...changes.slice(Math.max(1, frame - around), frame), ...changes.slice(frame + 1, frame + 1 + lookAhead)];
    others.sort((a, b) => a - b);
    if (here < standsOut * (others[Math.floor(others.length / 2)] ?? 0)) return false;
    const last = Math.min(means.length - 1, frame + lookAhead);
    for (let after = frame + 1; after <= last; after += 1) if (change(thumbs, frame - 1, after) < stays * here) return false;
    // Back from a flash: what is shown now was shown before it.
    for (let earlier = frame - 2; earlier >= Math.max(0, frame - 1 - lookAhead); earlier -= 1)
      if (change(thumbs, earlier, frame) < stays * here) return false;
    return true;
  }

  return {
    add(thumbs, frame) {
      const at = frame * thumbBytes;
      let sum = 0;
      for (let n = 0; n < thumbBytes; n += 1) sum += thumbs[at + n] as number;
      const mean = sum / thumbBytes;
      let deviation = 0;
      for (let n = 0; n < thumbBytes; n += 1) deviation += Math.abs((thumbs[at + n] as number) - mean);
      means.push(mean);
      contrasts.push(deviation / thumbBytes);
      changes.push(frame === 0 ? 0 : change(thumbs, frame - 1, frame));
    },
    isCut(thumbs, frame) {
      const empty = (contrasts[frame] as number) < emptyContrast;
      const afterEmpties = !empty && empties >= leastEmpty && shownInShot;
      const cut = frame > 0 && (afterEmpties || cutAt(thumbs, frame));
      if (cut) shownInShot = false;
      if (!empty) shownInShot = true;
      empties = empty ? empties + 1 : 0;
      return cut;
    },
  };
}
