/** What the exact search must say, from one look at every frame: slow, and short enough to be seen to be right. */
import type { HashHit } from "../../src/analyse/hash-search/collect-hits.ts";
import type { PrintedSource } from "../../src/analyse/hash-search/split-prints.ts";

export function naiveSearch(sources: readonly PrintedSource[], query: Uint8Array, radius: number): HashHit[] {
  const hits: HashHit[] = [];
  for (const { source, prints } of sources.toSorted((a, b) => (a.source < b.source ? -1 : 1))) {
    const fit = Array.from(prints.times.keys()).filter((frame) => (prints.quality[frame] ?? 0) >= 50);
    for (const plane of ["whole", "inner"] as const) {
      const hashOf = (frame: number) => (plane === "whole" ? prints.hashes : prints.innerHashes).subarray(frame * 32, frame * 32 + 32);
      const frames =
        plane === "whole" ? fit : fit.filter((frame) => distance(hashOf(frame), prints.hashes.subarray(frame * 32, frame * 32 + 32)) > 0);
      let open: { -readonly [K in keyof HashHit]: HashHit[K] } | undefined;
      for (const frame of frames) {
        const leastDistance = distance(hashOf(frame), query);
        const at = prints.times[frame] ?? 0;
        if (leastDistance > radius) {
          open = undefined;
        } else if (open === undefined) {
          open = { source, plane, fromSec: at, toSec: at, frames: 1, leastDistance };
          hits.push(open);
        } else {
          open.toSec = at;
          open.frames++;
          open.leastDistance = Math.min(open.leastDistance, leastDistance);
        }
      }
    }
  }
  return hits;
}

export function distance(a: Uint8Array, b: Uint8Array): number {
  let bits = 0;
  for (let at = 0; at < 32; at++) for (let rest = (a[at] ?? 0) ^ (b[at] ?? 0); rest !== 0; rest &= rest - 1) bits++;
  return bits;
}

/** Times to the microsecond, as they are stored. */
export const rounded = (hits: readonly HashHit[]): HashHit[] =>
  hits.map((hit) => ({ ...hit, fromSec: Math.round(hit.fromSec * 1e6) / 1e6, toSec: Math.round(hit.toSec * 1e6) / 1e6 }));
