/** Which landmark frames of a show what which of b show: near descriptions vote for a pair of frames. */
import type { LandmarkSet } from "./landmark-sets.ts";
import { landmarkReach } from "./thresholds.ts";
import { nearTracks } from "./near-tracks.ts";
import { bucketsOf, mirroredTracksOf, tracksOf } from "./track-lookup.ts";

export interface FramePair {
  /** Index of a's and b's landmark set. */
  readonly a: number;
  readonly b: number;
  readonly mirrored: boolean;
  readonly votes: number;
}

/** Pairs with at least `least` votes, most first; of pairs next to one another only the best. */
export function framePairs(
  a: readonly LandmarkSet[],
  b: readonly LandmarkSet[],
  frameA: { width: number; height: number },
  least: number,
): FramePair[] {
  const tracksB = tracksOf(b);
  const plain = tracksOf(a);
  const turned = mirroredTracksOf(a, frameA);
  const near = nearTracks(tracksB, bucketsOf(b), Math.max(plain.count, turned.count));
  const found: FramePair[] = [];
  for (const mirrored of [false, true]) {
    const tracksA = mirrored ? turned : plain;
    const ask = near.ask(tracksA);
    const votes = new Float64Array(a.length * b.length);
    for (let track = 0; track < tracksA.count; track += 1) {
      const count = ask(track);
      let best = landmarkReach + 1;
      for (let hit = 0; hit < count; hit += 1) best = Math.min(best, near.found[hit * 2 + 1] ?? best);
      for (let hit = 0; hit < count; hit += 1) {
        // Only the nearest few say anything: what lies much farther than the nearest is chance.
        if ((near.found[hit * 2 + 1] ?? 0) > best + 12) continue;
        const pair = (tracksA.sets[track] ?? 0) * b.length + (tracksB.sets[near.found[hit * 2] ?? 0] ?? 0);
        votes[pair] = (votes[pair] ?? 0) + 1 / count;
      }
    }
    for (let pair = 0; pair < votes.length; pair += 1) {
      const count = votes[pair] ?? 0;
      if (count >= least) found.push({ a: Math.floor(pair / b.length), b: pair % b.length, mirrored, votes: count });
    }
  }
  return found.sort((x, y) => y.votes - x.votes || x.a - y.a || x.b - y.b);
}
