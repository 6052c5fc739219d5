/**
 * Bars filled with a blurred copy of the picture, as programs put beside an upright clip. They move with it, so the only
 * signs are that they are smooth up to a straight edge, and what they show: the picture itself, enlarged to cover the frame.
 * The second sign is asked for, so that sky above a straight horizon stays.
 */
import type { Area } from "./area-means.ts";
import type { BarEvidence } from "./bar-evidence.ts";
import { type Lines, linesFrom, quantile, type Side, without } from "./picture-lines.ts";

/** Sharpness of a bar's lines and of the picture's first lines, against the picture's middle. */
const bluntInBar = 0.45;
const sharpInPicture = 0.6;
/** Of the frame's lines. */
const leastDepth = 0.04;
const deepest = 0.45;
/** Lines in which the change from blunt to sharp must happen. */
const edge = 4;
/** Share of the edge along which the step across it stands out from the steps beside it, and by how much. */
const leastEdge = 0.35;
const standsOut = 2;
/** Correlation of what the bars show with the enlarged picture. */
const leastLikeness = 0.6;
const pairs = [
  ["left", "right"],
  ["top", "bottom"],
] as const;

export function blurredBars(evidence: BarEvidence, whole: Area): Area {
  for (const [one, other] of pairs) {
    const cut = { top: 0, bottom: 0, left: 0, right: 0 };
    cut[one] = bluntDepth(evidence, linesFrom(one, whole, evidence.width), one);
    cut[other] = bluntDepth(evidence, linesFrom(other, whole, evidence.width), other);
    if (cut[one] === 0 && cut[other] === 0) continue;
    const area = without(whole, cut);
    if (showsEnlarged(evidence, area)) return area;
  }
  return whole;
}

/** Sharpness along the lines: steps that a straight edge between bar and picture adds nothing to. */
function bluntDepth(evidence: BarEvidence, { count, length, at }: Lines, side: Side): number {
  const upright = side === "left" || side === "right";
  const along = upright ? evidence.stepsDown : evidence.stepsAcross;
  const sharp = Array.from({ length: count }, (_, line) => {
    let sum = 0;
    for (let pixel = 0; pixel < length; pixel += 1) sum += along[at(line, pixel)] as number;
    return sum / length;
  });
  const middle = quantile(sharp.slice(Math.floor(count * 0.4), Math.ceil(count * 0.6)), 0.5);
  if (middle / evidence.samples < 1) return 0;
  const depth = sharp.findIndex((value) => value > bluntInBar * middle);
  if (depth < leastDepth * count || depth > deepest * count) return 0;
  const inside = sharp.slice(depth, depth + edge);
  if (!inside.some((value) => value >= sharpInPicture * middle)) return 0;
  const place = straightEdge(evidence, { count, length, at }, side, depth);
  return place ?? 0;
}

/** The line before which the edge lies, if there is one along enough of the side. */
function straightEdge(evidence: BarEvidence, { count, length, at }: Lines, side: Side, near: number): number | undefined {
  const upright = side === "left" || side === "right";
  const across = upright ? evidence.stepsAcross : evidence.stepsDown;
  const least = evidence.samples * 2;
  let best: { line: number; share: number } | undefined;
  for (let line = Math.max(1, near - edge); line <= Math.min(count - 1, near + edge); line += 1) {
    let standing = 0;
    for (let pixel = 0; pixel < length; pixel += 1) {
      const here = stepBefore(line, pixel);
      const beside = Math.max(stepBefore(line - 3, pixel), stepBefore(line - 5, pixel));
      if (here > least && here > standsOut * beside) standing += 1;
    }
    const share = standing / length;
    if (best === undefined || share > best.share) best = { line, share };
  }
  return best !== undefined && best.share >= leastEdge ? best.line : undefined;

  /** Step between a line and the one before it, seen from the side. */
  function stepBefore(line: number, pixel: number): number {
    if (line < 1) return 0;
    const inner = at(line, pixel);
    const outer = at(line - 1, pixel);
    return across[Math.min(inner, outer)] as number;
  }
}

/** Whether the bars look like the picture scaled to cover the whole frame, blurred: cell by cell, by correlation. */
function showsEnlarged({ width, height, sums }: BarEvidence, area: Area): boolean {
  const scale = Math.max(width / area.width, height / area.height);
  const cell = Math.max(4, Math.round(Math.max(width, height) / 32));
  const bars: number[] = [];
  const enlarged: number[] = [];
  for (let y = 0; y + cell <= height; y += cell) {
    for (let x = 0; x + cell <= width; x += cell) {
      const inBar = x + cell <= area.left || x >= area.left + area.width || y + cell <= area.top || y >= area.top + area.height;
      if (!inBar) continue;
      // The background is centred on the frame, as every program does it.
      const fromX = area.left + area.width / 2 + (x + cell / 2 - width / 2) / scale;
      const fromY = area.top + area.height / 2 + (y + cell / 2 - height / 2) / scale;
      const reach = Math.max(1, Math.round(cell / scale));
      const behind = meanAround(sums, width, area, fromX, fromY, reach);
      if (behind === undefined) continue;
      bars.push(meanAround(sums, width, { left: 0, top: 0, width, height }, x + cell / 2, y + cell / 2, cell / 2) ?? 0);
      enlarged.push(behind);
    }
  }
  return correlation(bars, enlarged) >= leastLikeness;
}

function meanAround(sums: Uint32Array, pictureWidth: number, inside: Area, x: number, y: number, reach: number): number | undefined {
  const left = Math.max(inside.left, Math.round(x - reach));
  const right = Math.min(inside.left + inside.width, Math.round(x + reach));
  const top = Math.max(inside.top, Math.round(y - reach));
  const bottom = Math.min(inside.top + inside.height, Math.round(y + reach));
  if (right <= left || bottom <= top) return undefined;
  let sum = 0;
  for (let row = top; row < bottom; row += 1)
    for (let column = left; column < right; column += 1) sum += sums[row * pictureWidth + column] as number;
  return sum / ((right - left) * (bottom - top));
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const count = a.length;
  if (count < 6) return 0;
  const meanA = a.reduce((sum, value) => sum + value, 0) / count;
  const meanB = b.reduce((sum, value) => sum + value, 0) / count;
  let both = 0;
  let ownA = 0;
  let ownB = 0;
  for (let n = 0; n < count; n += 1) {
    const [x, y] = [(a[n] as number) - meanA, (b[n] as number) - meanB];
    both += x * y;
    ownA += x * x;
    ownB += y * y;
  }
  return ownA === 0 || ownB === 0 ? 0 : both / Math.sqrt(ownA * ownB);
}
