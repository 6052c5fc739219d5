/** Sums for boxes on a frame: parts, percent as people type them, and millionths as they are kept. */
import type { FrameBox } from "../../core/observation/observation.ts";

const WHOLE = 1_000_000;

/** Smallest box between two corners given in parts (0..1) of the frame; corners outside are brought to its edge. Null when it has no area. */
export function boxOfCorners(a: { x: number; y: number }, b: { x: number; y: number }): FrameBox | null {
  const clamp = (part: number): number => Math.round(Math.min(1, Math.max(0, part)) * WHOLE);
  const [left, right] = [clamp(Math.min(a.x, b.x)), clamp(Math.max(a.x, b.x))];
  const [top, bottom] = [clamp(Math.min(a.y, b.y)), clamp(Math.max(a.y, b.y))];
  // A click leaves a speck, not a box.
  if (right - left < WHOLE / 500 || bottom - top < WHOLE / 500) return null;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

export interface PercentBox {
  readonly x: string;
  readonly y: string;
  readonly width: string;
  readonly height: string;
}

/** Reads percent as typed ("12.5"). Null unless all four are numbers and the box lies in the frame. */
export function boxOfPercent(typed: PercentBox): FrameBox | null {
  const part = (words: string): number => {
    const text = words.trim().replace(",", ".").replace(/\s*%$/, "");
    return /^\d{1,3}(\.\d{1,6})?$/.test(text) ? Math.round(Number(text) * 10_000) : Number.NaN;
  };
  const box = { x: part(typed.x), y: part(typed.y), width: part(typed.width), height: part(typed.height) };
  const inside = box.width >= 1 && box.height >= 1 && box.x + box.width <= WHOLE && box.y + box.height <= WHOLE;
  return inside ? box : null;
}

export function percentOfBox(box: FrameBox): PercentBox {
  const percent = (millionths: number): string => String(millionths / 10_000);
  return { x: percent(box.x), y: percent(box.y), width: percent(box.width), height: percent(box.height) };
}
