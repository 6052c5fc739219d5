/**
 * Pairs that repeat what another pair says: where the sound of two clips is one recording (a copy, or sound laid under other pictures), both heard
 * the same against a third, and both are wrong together. Counted as two they would pass for two that agree. One clip of such a family stands for
 * it; each other keeps the one pair that places it best, which no loop then checks.
 */
import { partsOf } from "./blocks.ts";
import { naturalOrder } from "./natural-order.ts";
import type { SyncPair } from "./sync-problem.ts";

/** `used`: pairs that would be used. Answers with the ids of those that repeat others. */
export function repeatedPairs(clips: readonly string[], pairs: readonly SyncPair[], used: ReadonlySet<string>): ReadonlySet<string> {
  const standsFor = representatives(clips, pairs, used);
  const others = clips.filter((id) => standsFor.get(id) !== id);
  if (others.length === 0) return new Set();
  const isOther = new Set(others);
  const heard = pairs.filter(
    (pair) => used.has(pair.id) && pair.channel === "sound" && pair.sameRecording !== true && (isOther.has(pair.a) || isOther.has(pair.b)),
  );
  const inFamily = ({ a, b }: SyncPair) => standsFor.get(a) === standsFor.get(b);
  const kept = new Set<string>();
  for (const id of others) {
    // Somebody holds the pictures to be the same too: that pair places it.
    if (pairs.some((pair) => used.has(pair.id) && pair.sameRecording === true && (pair.a === id || pair.b === id))) continue;
    const [best] = heard
      .filter((pair) => (pair.a === id || pair.b === id) && !inFamily(pair))
      .sort(
        (one, two) =>
          besideOthers(one, isOther) - besideOthers(two, isOther) || one.plusMinusS - two.plusMinusS || naturalOrder(one.id, two.id),
      );
    if (best !== undefined) kept.add(best.id);
  }
  return new Set(heard.flatMap(({ id }) => (kept.has(id) ? [] : [id])));
}

/** Clips that have the sound of another, by clip; those whose pair a person rejected are none. */
export function sameSound(pairs: readonly SyncPair[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { a, b, sameRecording, judged } of pairs) {
    if (sameRecording !== true || judged === "rejected") continue;
    for (const [one, other] of [[a, b] as const, [b, a] as const]) found.set(one, [...(found.get(one) ?? []), other]);
  }
  return new Map([...found].map(([id, list]) => [id, [...new Set(list)].sort(naturalOrder)]));
}

/** Of every clip the one that stands for its family: of most pairs, or the first. */
function representatives(clips: readonly string[], pairs: readonly SyncPair[], used: ReadonlySet<string>): ReadonlyMap<string, string> {
  const numbers = new Map(clips.map((id, number) => [id, number]));
  const same = pairs
    .filter(({ sameRecording, judged }) => sameRecording === true && judged !== "rejected")
    .map(({ a, b }) => ({ a: numbers.get(a) as number, b: numbers.get(b) as number }));
  const families = partsOf(clips.length, same).map((part) => part.map((number) => clips[number] as string));
  const familyOf = new Map(families.flatMap((family, number) => family.map((id) => [id, number] as const)));
  const outside = new Map<string, number>();
  for (const { id, a, b } of pairs)
    if (used.has(id) && familyOf.get(a) !== familyOf.get(b)) for (const clip of [a, b]) outside.set(clip, (outside.get(clip) ?? 0) + 1);
  return new Map(
    families.flatMap((family) => {
      const most = family.reduce((best, id) => ((outside.get(id) ?? 0) > (outside.get(best) ?? 0) ? id : best));
      return family.map((id) => [id, most] as const);
    }),
  );
}

function besideOthers({ a, b }: SyncPair, isOther: ReadonlySet<string>): number {
  return isOther.has(a) && isOther.has(b) ? 1 : 0;
}
