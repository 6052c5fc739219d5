/**
 * Bars of one colour, black most often, at any of the four sides. A line belongs to a bar when hardly a pixel of it ever
 * leaves the colour of the border; a caption in the bar may leave it along some lines. The picture must begin at once along
 * the side: where pixels come alive little by little, it is dark content and stays.
 */
import type { Area } from "./area-means.ts";
import type { BarEvidence } from "./bar-evidence.ts";
import { type Lines, linesFrom, quantile, sides, type Side, without } from "./picture-lines.ts";

/** Grey levels around the border's colour. Re-encoded bars measured within 2, ringing beside the picture within 6. */
const near = 8;
/** Share of live pixels, against the lines where most are alive: at the border, inside a bar, and where the picture is. */
const liveAtBorder = 0.08;
const liveInBar = 0.4;
const liveInPicture = 0.6;
/** A side with fewer live pixels than this anywhere is too dark to judge. */
const leastLive = 0.25;
const leastDepth = 2;
const deepest = 0.45;
/** Lines at the edge that may be half bar and half picture. */
const edge = 2;
const judged = 4;
/** Spread of the quiet pixels of a bar, grey levels. A night sky has more; bars of lossy video measured below 1. */
const mostSpread = 1.5;

export function flatBars(evidence: BarEvidence, whole: Area): Area {
  let area = whole;
  // Twice: with bars on all sides, rows are judged by the columns that hold picture, and columns by such rows.
  for (let pass = 0; pass < 2; pass += 1) {
    const cut = { top: 0, bottom: 0, left: 0, right: 0 };
    for (const [one, other] of [
      ["top", "bottom"],
      ["left", "right"],
    ] as const) {
      cut[one] = barDepth(evidence, linesFrom(one, area, evidence.width));
      cut[other] = barDepth(evidence, linesFrom(other, area, evidence.width));
      area = without(area, { top: 0, bottom: 0, left: 0, right: 0, [one]: cut[one], [other]: cut[other] });
    }
    if (sides.every((side: Side) => cut[side] === 0)) break;
  }
  return area;
}

/** Whether nothing at all happens outside an area: bars that the picture inside is too dark to show the edge of. */
export function isQuietOutside({ darkest, brightest, width, height }: BarEvidence, area: Area): boolean {
  let lowest = 255;
  let highest = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const inside = x >= area.left - 1 && x <= area.left + area.width && y >= area.top - 1 && y <= area.top + area.height;
      if (inside) continue;
      lowest = Math.min(lowest, darkest[y * width + x] as number);
      highest = Math.max(highest, brightest[y * width + x] as number);
    }
  }
  return highest - lowest <= near;
}

function barDepth({ darkest, brightest }: BarEvidence, lines: Lines): number {
  const { count, length, at } = lines;
  if (count < 8) return 0;
  const middles = Array.from({ length }, (_, pixel) => middle(at(0, pixel)));
  const colour = quantile(middles, 0.5);
  const live = Array.from({ length: count }, (_, line) => {
    let alive = 0;
    for (let pixel = 0; pixel < length; pixel += 1) if (isLive(at(line, pixel))) alive += 1;
    return alive / length;
  });
  const most = quantile(live, 0.9);
  if (most < leastLive || (live[0] as number) > liveAtBorder) return 0;
  const depth = live.findIndex((share) => share > liveInBar * most);
  if (depth < leastDepth || depth > deepest * count) return 0;
  const inside = live.slice(depth + edge - 1, depth + edge - 1 + judged);
  if (inside.length === 0 || inside.some((share) => share < liveInPicture * most)) return 0;
  return spreadOf(depth) <= mostSpread ? depth : 0;

  function middle(place: number): number {
    return ((darkest[place] as number) + (brightest[place] as number)) / 2;
  }
  function isLive(place: number): boolean {
    return (darkest[place] as number) < colour - near || (brightest[place] as number) > colour + near;
  }
  /** Mean distance from the colour, of the pixels that keep to it, without the lines beside the picture. */
  function spreadOf(depth: number): number {
    let sum = 0;
    let quiet = 0;
    for (let line = 0; line < Math.max(1, depth - edge); line += 1) {
      for (let pixel = 0; pixel < length; pixel += 1) {
        const place = at(line, pixel);
        if (isLive(place)) continue;
        quiet += 1;
        sum += Math.max(Math.abs((darkest[place] as number) - colour), Math.abs((brightest[place] as number) - colour));
      }
    }
    return quiet === 0 ? Number.POSITIVE_INFINITY : sum / quiet;
  }
}
