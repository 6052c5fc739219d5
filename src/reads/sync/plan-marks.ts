/**
 * Marks of people as offsets of two recordings each. Picture and sound points are kept apart: light comes at once, sound later. The
 * points of one mark are joined to the best known of them and not each with each: a loop within one mark closes by itself, and would
 * be taken for a check.
 */
import type { Digest } from "../../core/hash/digest.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { SyncMarkPoint } from "../../core/sync/sync-mark.ts";
import type { SyncPair } from "../../reason/sync/sync-problem.ts";
import type { LeftOutOfPlan, SyncMarkRow } from "./sync-rows.ts";

export interface MarkPairs {
  readonly pairs: readonly SyncPair[];
  readonly leftOut: readonly LeftOutOfPlan[];
}

/** `objects`: the originals of the clips of the plan. */
export function markPairs(marks: readonly SyncMarkRow[], objects: ReadonlyMap<ItemId, Digest>): MarkPairs {
  const pairs: SyncPair[] = [];
  const leftOut: LeftOutOfPlan[] = [];
  for (const mark of marks.toReversed()) {
    if (mark.withdrawn !== undefined) continue;
    const wanted = mark.points.filter(({ item }) => objects.has(item));
    const usable = wanted.filter(({ item, object }) => objects.get(item) === object);
    for (const { item } of wanted.filter((point) => !usable.includes(point)))
      leftOut.push({ what: "mark", of: mark.id, why: `its point on ${item} is of other bytes than the original that is held` });
    const own = (["picture", "sound"] as const).flatMap((channel) =>
      starOf(
        mark.id,
        channel,
        usable.filter((point) => point.channel === channel),
      ),
    );
    const items = new Set(usable.map(({ item }) => item));
    if (own.length === 0 && items.size > 1)
      leftOut.push({
        what: "mark",
        of: mark.id,
        why: "it is seen in one recording and heard in another, and sound comes later than light",
      });
    pairs.push(...own);
  }
  return { pairs, leftOut };
}

function starOf(mark: string, channel: SyncMarkPoint["channel"], points: readonly SyncMarkPoint[]): SyncPair[] {
  const [best, ...others] = points.toSorted((one, other) => Number(one.plusMinusS) - Number(other.plusMinusS));
  return best === undefined ? [] : others.map((point) => pairOf(mark, channel, best, point));
}

function pairOf(mark: string, channel: SyncMarkPoint["channel"], one: SyncMarkPoint, other: SyncMarkPoint): SyncPair {
  const [a, b] = Number(one.item.slice(1)) < Number(other.item.slice(1)) ? [one, other] : [other, one];
  return {
    ...{ id: `${mark} ${channel} ${a.item} ${b.item}`, a: a.item, b: b.item, channel: "marks" },
    offsetS: Number(a.atS) - Number(b.atS),
    plusMinusS: Math.hypot(Number(a.plusMinusS), Number(b.plusMinusS)),
    at: { a: Number(a.atS), b: Number(b.atS) },
    heard: channel === "sound",
    cites: [mark],
  };
}
