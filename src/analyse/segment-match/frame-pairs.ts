/** Which landmark frames of a show what which of b show: near descriptions vote for a pair of frames. */
import { distance, words } from "./hamming.ts";
import { keyOf, keyTables } from "./landmark-keys.ts";
import { type LandmarkSet, mirroredSet } from "./landmark-sets.ts";
import { landmarkTracks } from "./landmark-tracks.ts";
import { landmarkReach } from "./thresholds.ts";

export interface FramePair {
  /** Index of a's and b's landmark set. */
  readonly a: number;
  readonly b: number;
  readonly mirrored: boolean;
  readonly votes: number;
}

const tables = keyTables(6, 14);
/** Tracks of one bucket that are looked at: a bucket with more holds what is everywhere. */
const mostInBucket = 40;

/** Pairs with at least `least` votes, most first; of pairs next to one another only the best. */
export function framePairs(
  a: readonly LandmarkSet[],
  b: readonly LandmarkSet[],
  frameA: { width: number; height: number },
  least: number,
): FramePair[] {
  const tracksB = landmarkTracks(b);
  const buckets = bucketsOf(tracksB.descriptions, tracksB.count);
  const found: FramePair[] = [];
  const seen = new Int32Array(tracksB.count).fill(-1);
  let asked = 0;
  for (const mirrored of [false, true]) {
    const sets = mirrored ? a.map((set) => mirroredSet(set, frameA.width, frameA.height)) : a;
    const tracksA = landmarkTracks(sets);
    const votes = new Map<number, number>();
    for (let track = 0; track < tracksA.count; track += 1) {
      asked += 1;
      let best = landmarkReach + 1;
      const near: number[] = [];
      for (let table = 0; table < tables.tables; table += 1) {
        const key = keyOf(tables, table, tracksA.descriptions, track) + (table << tables.bits);
        const from = buckets.starts[key] ?? 0;
        const to = Math.min(buckets.starts[key + 1] ?? 0, from + mostInBucket);
        for (let place = from; place < to; place += 1) {
          const other = buckets.tracks[place] ?? 0;
          if (seen[other] === asked) continue;
          seen[other] = asked;
          const bits = distance(tracksA.descriptions, track * words, tracksB.descriptions, other * words, landmarkReach);
          if (bits > landmarkReach) continue;
          best = Math.min(best, bits);
          near.push(other, bits);
        }
      }
      for (let place = 0; place < near.length; place += 2) {
        // Only the nearest few say anything: what lies much farther than the nearest is chance.
        if ((near[place + 1] ?? 0) > best + 12) continue;
        const pair = (tracksA.sets[track] ?? 0) * b.length + (tracksB.sets[near[place] ?? 0] ?? 0);
        votes.set(pair, (votes.get(pair) ?? 0) + 2 / near.length);
      }
    }
    for (const [pair, count] of votes)
      if (count >= least) found.push({ a: Math.floor(pair / b.length), b: pair % b.length, mirrored, votes: count });
  }
  return found.sort((x, y) => y.votes - x.votes || x.a - y.a || x.b - y.b);
}

/** Tracks by key, tables one after another, as one sorted column with the beginning of each key. */
function bucketsOf(descriptions: Uint32Array, count: number): { starts: Uint32Array; tracks: Uint32Array } {
  const keys = tables.tables << tables.bits;
  const starts = new Uint32Array(keys + 1);
  const keyed = new Uint32Array(count * tables.tables);
  for (let track = 0; track < count; track += 1)
    for (let table = 0; table < tables.tables; table += 1) {
      const key = keyOf(tables, table, descriptions, track) + (table << tables.bits);
      keyed[track * tables.tables + table] = key;
      starts[key + 1] = (starts[key + 1] ?? 0) + 1;
    }
  for (let key = 0; key < keys; key += 1) starts[key + 1] = (starts[key + 1] ?? 0) + (starts[key] ?? 0);
  const next = starts.slice();
  const tracks = new Uint32Array(keyed.length);
  for (const [at, key] of keyed.entries()) {
    const place = next[key] ?? 0;
    tracks[place] = Math.floor(at / tables.tables);
    next[key] = place + 1;
  }
  return { starts, tracks };
}
