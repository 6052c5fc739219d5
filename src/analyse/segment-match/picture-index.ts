/**
 * Which of many items may share picture with one: an inverted index of landmarks. Near descriptions vote, as written and as
 * mirrored, for an item together with a coarse geometry; so it finds parts of pictures under a crop, a logo or a tilt as
 * well as whole ones. Says who is worth comparing, never that something matches.
 */
import { createGeometryVotes, landmarkNumbers } from "./geometry-votes.ts";
import { distance, words } from "./hamming.ts";
import { keyOf, keyTables } from "./landmark-keys.ts";
import { type LandmarkedPrints, mirroredWords } from "./landmark-sets.ts";
import { landmarkTracks } from "./landmark-tracks.ts";

export interface PictureCandidate<Key> {
  readonly key: Key;
  /** Landmarks that are alike and agree on a geometry, the more telling ones counting more. */
  readonly votes: number;
}

export interface PictureIndex<Key> {
  add(key: Key, prints: LandmarkedPrints): void;
  /** Others that may share something with this item, likeliest first. */
  candidates(key: Key): PictureCandidate<Key>[];
}

const tables = keyTables(4, 18);
const buckets = tables.tables << tables.bits;
/** Bits in which a landmark may differ to vote, and how much more than the nearest of all. */
const reach = 48;
const margin = 12;
/** A vote is worth half as much for each of so many bits. */
const halfEvery = 16;
/** Landmarks of an item that are kept, a second of it, and of all of it: an evenly spread choice. */
const tracksASec = 80;
const leastTracks = 600;
const mostTracks = 60_000;
/** A bucket with more than this holds what is in every picture: corners of letters, window frames. */
const mostInBucket = 800;
/** Votes that chance does not give. */
const leastVotes = 2.5;
/**
 * Of those with fewer votes than the first, the likeliest of so many are worth comparing: where everything shows the same kind of
 * windows and letters, everything has a few votes for everything. Of 54 edits asked among 658 clips, the picture that was laid
 * under them stood among the first 41, or had 20 votes and more; the others had none.
 */
const surelyVotes = 20;
const mostUnsure = 64;
/** An item with fewer landmarks cannot be found by them: it is a candidate of everyone, by its whole picture. */
const poorTracks = 60;

interface Tracks {
  readonly descriptions: Uint32Array;
  readonly places: Float32Array;
}

interface Item<Key> {
  readonly key: Key;
  /** Its own, or once the index is built, its part of the index's. */
  tracks: Tracks;
}

interface Built extends Tracks {
  readonly starts: Uint32Array;
  readonly tracks: Uint32Array;
  readonly itemOf: Uint32Array;
}

export function createPictureIndex<Key>(): PictureIndex<Key> {
  const items: Item<Key>[] = [];
  const numbers = new Map<Key, number>();
  let built: Built | undefined;
  return {
    add(key, prints) {
      numbers.set(key, items.length);
      items.push({ key, tracks: chosenTracks(prints) });
      built = undefined;
    },
    candidates(key) {
      const own = numbers.get(key);
      const item = own === undefined ? undefined : items[own];
      if (own === undefined || !item) throw new RangeError("expected an item that was added to the picture index; found another one");
      if (!built) {
        built = build(items.map((one) => one.tracks));
        share(built, items);
      }
      const votes = createGeometryVotes();
      for (const mirrored of [false, true])
        vote(built, mirrored ? mirroredTracks(item.tracks) : item.tracks, own, mirrored, items.length, votes);
      const found: PictureCandidate<Key>[] = [];
      const poor: PictureCandidate<Key>[] = [];
      for (const [number, count] of votes.most(items.length).entries()) {
        const other = items[number];
        if (!other || number === own) continue;
        if (isPoor(item.tracks) || isPoor(other.tracks)) poor.push({ key: other.key, votes: count });
        else if (count >= leastVotes) found.push({ key: other.key, votes: count });
      }
      const byVotes = (one: PictureCandidate<Key>, other: PictureCandidate<Key>): number => other.votes - one.votes;
      found.sort(byVotes);
      const unsure = found.findIndex(({ votes: count }) => count < surelyVotes);
      if (unsure !== -1) found.splice(unsure + mostUnsure);
      return [...found, ...poor].sort(byVotes);
    },
  };
}

const isPoor = (tracks: Tracks): boolean => tracks.descriptions.length / words < poorTracks;

function chosenTracks({ prints, sets }: LandmarkedPrints): Tracks {
  const tracks = landmarkTracks(sets);
  const lengthSec = (prints.times[prints.times.length - 1] ?? 0) - (prints.times[0] ?? 0);
  const wanted = Math.min(tracks.count, mostTracks, Math.max(leastTracks, Math.round(tracksASec * lengthSec)));
  const longest = Math.max(prints.width, prints.height);
  const descriptions = new Uint32Array(wanted * words);
  const places = new Float32Array(wanted * landmarkNumbers);
  for (let to = 0; to < wanted; to += 1) {
    const track = Math.floor((to * tracks.count) / wanted);
    descriptions.set(tracks.descriptions.subarray(track * words, (track + 1) * words), to * words);
    const set = sets[tracks.sets[track] ?? 0];
    const landmark = tracks.landmarks[track] ?? 0;
    if (!set) continue;
    const x = (set.places[landmark * 2] ?? 0) - prints.width / longest / 2;
    const y = (set.places[landmark * 2 + 1] ?? 0) - prints.height / longest / 2;
    places.set([x, y, set.sizes[landmark] ?? 0, set.turns[landmark] ?? 0], to * landmarkNumbers);
  }
  return { descriptions, places };
}

/** The same landmarks in the picture mirrored left to right, places counting from its middle. */
function mirroredTracks(tracks: Tracks): Tracks {
  const places = tracks.places.slice();
  for (let at = 0; at < places.length; at += landmarkNumbers) {
    places[at] = -(places[at] ?? 0);
    places[at + 3] = Math.PI - (places[at + 3] ?? 0);
  }
  return { descriptions: mirroredWords(tracks.descriptions), places };
}

/** Items keep no copy of what the index holds. */
function share<Key>(built: Built, items: readonly Item<Key>[]): void {
  let track = 0;
  for (const item of items) {
    const next = track + item.tracks.descriptions.length / words;
    item.tracks = {
      descriptions: built.descriptions.subarray(track * words, next * words),
      places: built.places.subarray(track * landmarkNumbers, next * landmarkNumbers),
    };
    track = next;
  }
}

function build(items: readonly Tracks[]): Built {
  const count = items.reduce((sum, item) => sum + item.descriptions.length / words, 0);
  const descriptions = new Uint32Array(count * words);
  const places = new Float32Array(count * landmarkNumbers);
  const itemOf = new Uint32Array(count);
  let track = 0;
  for (const [number, item] of items.entries()) {
    descriptions.set(item.descriptions, track * words);
    places.set(item.places, track * landmarkNumbers);
    const next = track + item.descriptions.length / words;
    itemOf.fill(number, track, next);
    track = next;
  }
  const starts = new Uint32Array(buckets + 1);
  const keys = new Uint32Array(count * tables.tables);
  for (let one = 0; one < count; one += 1)
    for (let table = 0; table < tables.tables; table += 1) {
      const key = keyOf(tables, table, descriptions, one) + (table << tables.bits);
      keys[one * tables.tables + table] = key;
      starts[key + 1] = (starts[key + 1] ?? 0) + 1;
    }
  for (let key = 0; key < buckets; key += 1) starts[key + 1] = (starts[key + 1] ?? 0) + (starts[key] ?? 0);
  const next = starts.slice();
  const tracks = new Uint32Array(keys.length);
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at] ?? 0;
    const to = next[key] ?? 0;
    tracks[to] = Math.floor(at / tables.tables);
    next[key] = to + 1;
  }
  return { starts, tracks, itemOf, descriptions, places };
}

function vote(
  index: Built,
  asked: Tracks,
  own: number,
  mirrored: boolean,
  items: number,
  votes: ReturnType<typeof createGeometryVotes>,
): void {
  /** Of each item, its landmark nearest to the one that is asked for. */
  const nearest = new Uint32Array(items);
  const nearestBits = new Uint16Array(items);
  const askedFor = new Int32Array(items).fill(-1);
  for (let track = 0; track < asked.descriptions.length / words; track += 1) {
    const others: number[] = [];
    let best = reach;
    for (let table = 0; table < tables.tables; table += 1) {
      const key = keyOf(tables, table, asked.descriptions, track) + (table << tables.bits);
      const from = index.starts[key] ?? 0;
      const to = index.starts[key + 1] ?? 0;
      if (to - from > mostInBucket) continue;
      for (let place = from; place < to; place += 1) {
        const other = index.tracks[place] ?? 0;
        const item = index.itemOf[other] ?? 0;
        if (item === own) continue;
        const enough = Math.min(reach, best + margin);
        const bits = distance(asked.descriptions, track * words, index.descriptions, other * words, enough);
        if (bits > enough) continue;
        if (askedFor[item] !== track) {
          askedFor[item] = track;
          others.push(item);
        } else if (bits >= (nearestBits[item] ?? 0)) continue;
        nearest[item] = other;
        nearestBits[item] = bits;
        if (bits < best) best = bits;
      }
    }
    for (const item of others) {
      const bits = nearestBits[item] ?? 0;
      // What is farther than the nearest of all by as much is alike by chance.
      if (bits > best + margin) continue;
      votes.add(
        item,
        mirrored,
        asked.places,
        track * landmarkNumbers,
        index.places,
        (nearest[item] ?? 0) * landmarkNumbers,
        2 ** (-bits / halfEvery),
      );
    }
  }
}
