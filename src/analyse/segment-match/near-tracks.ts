/**
 * The tracks of one item whose descriptions lie near one that is asked for, among those that share a key with it: the innermost
 * loop of comparing two items, as a small WebAssembly module, since counting bits 64 at a time takes a third of the time that the
 * language itself needs.
 */
import { type Code, get, give, i32, i64, pageBytes, repeatWhile, set, wasmFunction, wasmModule, when } from "../hash-search/wasm-emit.ts";
import { createSharedMemory, instantiate } from "../hash-search/web-assembly.ts";
import { words } from "./hamming.ts";
import { landmarkReach } from "./thresholds.ts";
import { type KeyedTracks, keysATrack, type TrackBuckets } from "./track-lookup.ts";

/** Tracks of one bucket that are looked at: a bucket with more holds what is everywhere. */
const mostInBucket = 40;
const descriptionBytes = words * 4;
const hitBytes = 8;
/** The largest item has 2,400 frames of 300 landmarks, and both of a pair stand here. */
const mostPages = 4096;

const n = i32.const;
const increase = (variable: number, by: number): Code => set(variable, i32.add(get(variable), n(by)));
const element = (base: number, index: Code): Code => i32.add(get(base), i32.shl(index, n(2)));

const near = wasmFunction(
  "near",
  { query: "i32", keys: "i32", starts: "i32", tracks: "i32", descriptions: "i32", seen: "i32", stamp: "i32", out: "i32" },
  { begin: "i32", end: "i32", from: "i32", to: "i32", at: "i32", other: "i32", q0: "i64", q1: "i64", q2: "i64", q3: "i64", d: "i64" },
  (v) => {
    const apart = (query: number, place: number): Code => i64.popcnt(i64.xor(get(query), i64.load(get(v.at), place * 8)));
    const look: Code = [
      ...set(v.other, i32.load(get(v.from))),
      ...set(v.at, element(v.seen, get(v.other))),
      ...when(
        i32.xor(i32.load(get(v.at)), get(v.stamp)),
        i32.store(get(v.at), get(v.stamp)),
        set(v.at, i32.add(get(v.descriptions), i32.shl(get(v.other), n(5)))),
        set(v.d, i64.add(i64.add(apart(v.q0, 0), apart(v.q1, 1)), i64.add(apart(v.q2, 2), apart(v.q3, 3)))),
        when(
          i32.leU(i32.wrap(get(v.d)), n(landmarkReach)),
          i32.store(get(v.out), get(v.other)),
          i32.store(get(v.out), i32.wrap(get(v.d)), 4),
          increase(v.out, hitBytes),
        ),
      ),
      ...increase(v.from, 4),
    ];
    return [
      set(v.begin, get(v.out)),
      set(v.q0, i64.load(get(v.query))),
      set(v.q1, i64.load(get(v.query), 8)),
      set(v.q2, i64.load(get(v.query), 16)),
      set(v.q3, i64.load(get(v.query), 24)),
      set(v.end, i32.add(get(v.keys), n(keysATrack * 4))),
      repeatWhile(
        i32.ltU(get(v.keys), get(v.end)),
        set(v.at, element(v.starts, i32.load(get(v.keys)))),
        set(v.from, i32.load(get(v.at))),
        set(v.to, i32.load(get(v.at), 4)),
        when(i32.gtU(i32.sub(get(v.to), get(v.from)), n(mostInBucket)), set(v.to, i32.add(get(v.from), n(mostInBucket)))),
        set(v.from, element(v.tracks, get(v.from))),
        set(v.to, element(v.tracks, get(v.to))),
        when(i32.ltU(get(v.from), get(v.to)), repeatWhile(i32.ltU(get(v.from), get(v.to)), look)),
        increase(v.keys, 4),
      ),
      give(i32.shrU(i32.sub(get(v.out), get(v.begin)), n(3))),
    ];
  },
);

interface NearExports {
  near(query: number, keys: number, starts: number, tracks: number, descriptions: number, seen: number, stamp: number, out: number): number;
}

const memory = createSharedMemory(mostPages);
let module: NearExports | undefined;

/** Asks for tracks of `b` near to tracks of an item, one after another; another call of this takes the memory anew. */
export function nearTracks(b: KeyedTracks, buckets: TrackBuckets, mostAsked: number): NearTracks {
  module ??= instantiate(wasmModule([near]), memory) as NearExports;
  const { near: look } = module;
  let end = 64;
  const take = (bytes: number): number => {
    const at = end;
    end += Math.ceil(bytes / 64) * 64;
    return at;
  };
  const descriptions = take(b.descriptions.byteLength);
  const starts = take(buckets.starts.byteLength);
  const tracks = take(buckets.tracks.byteLength);
  const seen = take(b.count * 4);
  const asked = take(mostAsked * descriptionBytes);
  const keys = take(mostAsked * keysATrack * 4);
  const out = take(keysATrack * mostInBucket * hitBytes);
  const missing = Math.ceil((end - memory.buffer.byteLength) / pageBytes);
  if (missing > 0) memory.grow(missing);
  const column = new Uint32Array(memory.buffer);
  column.set(b.descriptions, descriptions / 4);
  column.set(buckets.starts, starts / 4);
  column.set(buckets.tracks, tracks / 4);
  column.fill(0, seen / 4, seen / 4 + b.count);
  let stamp = 0;
  return {
    found: column.subarray(out / 4),
    ask(a) {
      column.set(a.descriptions, asked / 4);
      column.set(a.keys, keys / 4);
      return (track) =>
        look(asked + track * descriptionBytes, keys + track * keysATrack * 4, starts, tracks, descriptions, seen, ++stamp, out);
    },
  };
}

export interface NearTracks {
  /** After a question: number of a track and its distance in bits, for each that is near. */
  readonly found: Uint32Array;
  /** Of one track of `a`: how many were found. `a` has no more tracks than was said. */
  ask(a: KeyedTracks): (track: number) => number;
}
