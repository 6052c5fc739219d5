/**
 * How far the pictures of the wall stand from its clock, measured while it plays: at each animation frame, after painting, which frame
 * every clip shows and which one the clock asks for. Kept for the last minutes, and summed up in a few figures.
 */
import type { ItemId } from "../../core/item/item.ts";
import type { ClipSight } from "./wall-clip.ts";

export interface DriftFigures {
  /** Animation frames looked at, while playing. */
  readonly looks: number;
  /** Seconds of the common clock that went by. */
  readonly clockSec: number;
  /** Looks at which every clip showed the frame that the clock asked for. */
  readonly inStep: number;
  /** Farthest that a clip fell behind, frames of its own, and seconds since the shown frame should have given way. */
  readonly worstFrames: number;
  readonly worstSec: number;
  readonly worstItem: ItemId | null;
  /** Frames that the clock asked for, and those of them that were shown. */
  readonly due: number;
  readonly shown: number;
  /** Seconds that the clock stood to wait for pictures. */
  readonly heldSec: number;
}

export const noDrift: DriftFigures = {
  looks: 0,
  clockSec: 0,
  inStep: 0,
  worstFrames: 0,
  worstSec: 0,
  worstItem: null,
  due: 0,
  shown: 0,
  heldSec: 0,
};

export interface Look {
  readonly clockSec: number;
  /** Since the last look. */
  readonly passedSec: number;
  readonly heldSec: number;
  readonly clips: readonly { readonly item: ItemId; readonly sight: ClipSight }[];
  readonly due: number;
  readonly shown: number;
}

export function withLook(figures: DriftFigures, { passedSec, heldSec, clips, due, shown }: Look): DriftFigures {
  let { worstFrames, worstSec, worstItem } = figures;
  let isInStep = true;
  for (const { item, sight } of clips) {
    if (sight.framesBehind === 0) continue;
    isInStep = false;
    if (sight.framesBehind > worstFrames || sight.lateSec > worstSec) worstItem = item;
    worstFrames = Math.max(worstFrames, sight.framesBehind);
    worstSec = Math.max(worstSec, sight.lateSec);
  }
  return {
    ...{ worstFrames, worstSec, worstItem, due, shown },
    looks: figures.looks + 1,
    clockSec: figures.clockSec + Math.max(0, passedSec),
    inStep: figures.inStep + (isInStep ? 1 : 0),
    heldSec: figures.heldSec + heldSec,
  };
}
