/**
 * Landmark tracks of one item made ready for being looked up: keys of each, and the tracks of each key. Made once an item, however
 * many others it is compared with: making them took half the time of comparing.
 */
import { keyOf, keyTables } from "./landmark-keys.ts";
import { type LandmarkSet, mirroredSet } from "./landmark-sets.ts";
import { type LandmarkTracks, landmarkTracks } from "./landmark-tracks.ts";

const tables = keyTables(6, 14);
export const keysATrack = tables.tables;

export interface KeyedTracks extends LandmarkTracks {
  /** Of each track its key in each table, tables told apart. */
  readonly keys: Uint32Array;
}

export interface TrackBuckets {
  /** Where the tracks of each key begin. */
  readonly starts: Uint32Array;
  readonly tracks: Uint32Array;
}

interface Lookup {
  plain?: KeyedTracks;
  mirrored?: KeyedTracks;
  buckets?: TrackBuckets;
}

/** As long as the sets are held, and no longer. */
const lookups = new WeakMap<readonly LandmarkSet[], Lookup>();

function lookupOf(sets: readonly LandmarkSet[]): Lookup {
  let lookup = lookups.get(sets);
  if (lookup === undefined) lookups.set(sets, (lookup = {}));
  return lookup;
}

export function tracksOf(sets: readonly LandmarkSet[]): KeyedTracks {
  return (lookupOf(sets).plain ??= keyed(landmarkTracks(sets)));
}

export function mirroredTracksOf(sets: readonly LandmarkSet[], frame: { readonly width: number; readonly height: number }): KeyedTracks {
  return (lookupOf(sets).mirrored ??= keyed(landmarkTracks(sets.map((set) => mirroredSet(set, frame.width, frame.height)))));
}

export function bucketsOf(sets: readonly LandmarkSet[]): TrackBuckets {
  return (lookupOf(sets).buckets ??= sorted(tracksOf(sets)));
}

function keyed(tracks: LandmarkTracks): KeyedTracks {
  const keys = new Uint32Array(tracks.count * tables.tables);
  for (let track = 0; track < tracks.count; track += 1)
    for (let table = 0; table < tables.tables; table += 1)
      keys[track * tables.tables + table] = keyOf(tables, table, tracks.descriptions, track) + (table << tables.bits);
  return { ...tracks, keys };
}

/** Tracks by key, tables one after another, as one sorted column with the beginning of each key. */
function sorted({ keys }: KeyedTracks): TrackBuckets {
  const starts = new Uint32Array((tables.tables << tables.bits) + 1);
  for (const key of keys) starts[key + 1] = (starts[key + 1] ?? 0) + 1;
  for (let key = 0; key < starts.length - 1; key += 1) starts[key + 1] = (starts[key + 1] ?? 0) + (starts[key] ?? 0);
  const next = starts.slice();
  const tracks = new Uint32Array(keys.length);
  for (const [at, key] of keys.entries()) {
    const place = next[key] ?? 0;
    tracks[place] = Math.floor(at / tables.tables);
    next[key] = place + 1;
  }
  return { starts, tracks };
}
