/**
 * Where a box mark lies on a frame. Frames have exact times, which need not be evenly spaced, so the place is worked out from the
 * frame's own time and never from its number. In doubt a frame is covered: one bare frame between two keys shows what the rest hides.
 */
import type { BoxKey, RedactionMark, ShareBox } from "./redaction.ts";

/** When a frame is shown: seconds of the item's clock. */
export interface FrameStay {
  readonly startS: number;
  /** When the next frame takes its place. */
  readonly endS: number;
}

export type BoxSort = Extract<RedactionMark["sort"], { what: "box" }>;

/** Times are kept as written decimals: what rounding puts just past an end still counts as on it. */
export const slackS = 0.0005;

/** Both ends count: the frame that is on the screen at `fromS`, and the one that begins at `toS`. */
export function coversFrame({ fromS, toS }: { readonly fromS: number; readonly toS: number }, { startS, endS }: FrameStay): boolean {
  const onScreenAtStart = endS > fromS + slackS || startS >= fromS - slackS;
  return onScreenAtStart && startS <= toS + slackS;
}

/** The box as it lies on a frame, or undefined where the mark does not cover it. Outside its keys it stays as at the nearest one. */
export function boxAt(sort: BoxSort, stay: FrameStay): ShareBox | undefined {
  return coversFrame(sort, stay) ? boxBetween(sort.keys, stay.startS) : undefined;
}

function boxBetween(keys: readonly BoxKey[], atS: number): ShareBox | undefined {
  const next = keys.findIndex((key) => key.atS >= atS);
  const after = next < 0 ? keys.at(-1) : keys[next];
  const before = next <= 0 ? after : keys[next - 1];
  if (before === undefined || after === undefined) return undefined;
  const long = after.atS - before.atS;
  const part = long <= 0 ? 0 : Math.min(1, Math.max(0, (atS - before.atS) / long));
  const between = (from: number, to: number): number => from * (1 - part) + to * part;
  return {
    x: between(before.box.x, after.box.x),
    y: between(before.box.y, after.box.y),
    w: between(before.box.w, after.box.w),
    h: between(before.box.h, after.box.h),
  };
}
