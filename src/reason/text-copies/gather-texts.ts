/**
 * Texts taken in, twice over: first to learn which texts are the same and which features are single, then to keep of each
 * different text the features that others may share. Memory grows with what is shared, not with what was written.
 */
import { createKeyTable } from "./key-table.ts";
import { type GrowingInts, growingInts } from "./growing.ts";
import { createFeatureReader } from "./text-features.ts";
import { createSeenOnce } from "./seen-once.ts";

/** The different texts, by number. */
export interface GatheredTexts {
  /** Number of its different text for each text taken in, in that order; -1 for one that is too short. */
  readonly textOf: Int32Array;
  /** All features of each, and how many of them no other text has. */
  readonly sizes: Int32Array;
  readonly singles: Int32Array;
  /** Shared features of text n, rarest first, from `starts[n]` to `starts[n + 1]`: numbers by rarity. */
  readonly starts: Int32Array;
  readonly shared: Int32Array;
  /** How many different texts have each feature; ascending. */
  readonly holders: Int32Array;
}

export interface TextGatherer {
  /** First time over. */
  learn(text: string): void;
  /** Second time over, the same texts in the same order. */
  keep(text: string): void;
  finish(): GatheredTexts;
}

/** `seed` is any number that the writers of the texts could not know. */
export function createTextGatherer(seed: number): TextGatherer {
  const read = createFeatureReader(seed);
  const known = createTextNumbers();
  const textOf = growingInts();
  const once = createSeenOnce();
  const table = createKeyTable();
  const [sizes, singles, ends, shared] = [growingInts(), growingInts(), growingInts(), growingInts()];
  let kept = 0;
  let taken = 0;

  return {
    learn(text) {
      const found = read(text);
      if (found === undefined) return textOf.push(-1);
      const before = known.count();
      const number = known.numberOf(found.key, found.check);
      textOf.push(number);
      if (number < before) return;
      for (const feature of found.features) once.note(feature);
    },
    keep(text) {
      const number = textOf.values()[taken];
      taken += 1;
      // Only the first of equal texts is looked at.
      if (number !== kept) return;
      const found = read(text);
      if (found === undefined) return;
      kept += 1;
      let single = 0;
      for (const feature of found.features) {
        if (once.isSingle(feature)) single += 1;
        else shared.push(table.placeOf(feature));
      }
      sizes.push(found.features.length);
      singles.push(single);
      ends.push(shared.length);
    },
    finish: () => ranked({ textOf, sizes, singles, ends, shared, features: table.count() }),
  };
}

/** Numbers of different texts, in the order in which they came first. */
function createTextNumbers() {
  const table = createKeyTable();
  let checks = new Float64Array(1024);
  return {
    count: () => table.count(),
    numberOf(key: number, check: number): number {
      // One key for two texts is rare and not impossible: the next free key is the other one's.
      for (let own = key; ; own += 1) {
        const before = table.count();
        const number = table.placeOf(own);
        if (number < before) {
          if (checks[number] === check) return number;
          continue;
        }
        if (number === checks.length) {
          const more = new Float64Array(number * 2);
          more.set(checks);
          checks = more;
        }
        checks[number] = check;
        return number;
      }
    },
  };
}

interface Collected {
  readonly textOf: GrowingInts;
  readonly sizes: GrowingInts;
  readonly singles: GrowingInts;
  readonly ends: GrowingInts;
  readonly shared: GrowingInts;
  readonly features: number;
}

/** Features by how few texts have them; those of one text after all are single too. */
function ranked(collected: Collected): GatheredTexts {
  const shared = collected.shared.values();
  const counts = new Int32Array(collected.features);
  for (const feature of shared) counts[feature] = (counts[feature] as number) + 1;
  const order = Int32Array.from(counts.keys()).sort((a, b) => (counts[a] as number) - (counts[b] as number) || a - b);
  const rankOf = new Int32Array(collected.features);
  let alone = 0;
  while (alone < order.length && counts[order[alone] as number] === 1) alone += 1;
  for (const [rank, feature] of order.entries()) rankOf[feature] = rank - alone;
  const holders = Int32Array.from(order.subarray(alone), (feature) => counts[feature] as number);

  const texts = collected.ends.length;
  const ends = collected.ends.values();
  const singles = collected.singles.values().slice();
  const starts = new Int32Array(texts + 1);
  const ranks = new Int32Array(shared.length);
  let to = 0;
  for (let text = 0, at = 0; text < texts; text += 1) {
    starts[text] = to;
    for (; at < (ends[text] as number); at += 1) {
      const rank = rankOf[shared[at] as number] as number;
      if (rank < 0) singles[text] = (singles[text] as number) + 1;
      else ranks[to++] = rank;
    }
    ranks.subarray(starts[text], to).sort();
  }
  starts[texts] = to;
  return {
    textOf: collected.textOf.values().slice(),
    sizes: collected.sizes.values().slice(),
    singles,
    starts,
    shared: ranks.slice(0, to),
    holders,
  };
}
