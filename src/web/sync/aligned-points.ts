/** The moment at which clips that a hand aligned are said to be one: all that were moved, and one that was not, at a second they all filmed. */
import type { ItemId } from "../../core/item/item.ts";
import { toItem } from "./clip-timing.ts";
import type { LaneOf } from "./wall-lanes.tsx";

export interface AlignedPoint {
  readonly lane: LaneOf;
  readonly itemSec: number;
}

/**
 * The moment in sight when all of them filmed it, else the middle of what they share. Undefined when they share nothing, or when every clip
 * was moved by the same: then nothing was aligned.
 */
export function alignedPoints(
  lanes: readonly LaneOf[],
  reference: ItemId,
  moves: ReadonlyMap<ItemId, number>,
  clockSec: number,
): AlignedPoint[] | undefined {
  const movedOnes = lanes.filter(({ detail }) => moves.has(detail.row.id));
  const still = lanes.filter(({ detail }) => !moves.has(detail.row.id));
  const anchors = [...still.filter(({ detail }) => detail.row.id === reference), ...still];
  const candidates = anchors.length > 0 ? anchors.map((anchor) => [anchor, ...movedOnes]) : [movedOnes];
  for (const joined of candidates) {
    if (joined.length < 2) continue;
    const from = Math.max(...joined.map(({ covered }) => covered.from));
    const to = Math.min(...joined.map(({ covered }) => covered.to));
    if (to <= from) continue;
    const at = clockSec >= from && clockSec < to ? clockSec : (from + to) / 2;
    return joined.map((lane) => ({ lane, itemSec: toItem(lane.timing, at) }));
  }
  return undefined;
}
