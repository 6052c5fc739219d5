/** A point of a frame with how far off it may be, as the box that other programs can draw. */
import type { FramePoint } from "../observation/frame-point.ts";
import type { FrameBox } from "../observation/observation.ts";

const whole = 1_000_000;

/** Null for a point that lies outside the frame, as marks of a camera may. `errorPx`: to each side; at least half a pixel. */
export function boxAround(
  { x, y }: FramePoint,
  errorPx: number,
  { width, height }: { readonly width: number; readonly height: number },
): FrameBox | null {
  if (x < 0 || y < 0 || x > width || y > height) return null;
  const reach = Math.max(0.5, errorPx);
  const [left, right] = sides(x, reach, width);
  const [top, bottom] = sides(y, reach, height);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function sides(at: number, reach: number, size: number): readonly [number, number] {
  const share = (px: number): number => Math.round((Math.max(0, Math.min(size, px)) / size) * whole);
  const [from, to] = [share(at - reach), share(at + reach)];
  return to > from ? [from, to] : from < whole ? [from, from + 1] : [from - 1, from];
}
