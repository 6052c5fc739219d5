/** What is wrong with a mark, before it is kept: a key out of order or out of the picture would leave a frame bare. */
import type { RedactionMark } from "./redaction.ts";

/** Rounding of shares as they are written. */
const slack = 1e-6;

/** Undefined where it meets the recording; a mark that lies outside covers no frame, and would still stand in the list of marks. */
export function faultOfSpan(
  { sort: { fromS, toS } }: RedactionMark,
  whole: { readonly fromS: number; readonly toS: number },
): string | undefined {
  return fromS > whole.toS || toS < whole.fromS
    ? `expected a span that meets the recording, ${whole.fromS} s to ${whole.toS} s; found ${fromS} s to ${toS} s`
    : undefined;
}

/** Undefined where nothing is. `kind`: of the item that it is made on. */
export function faultOfMark({ sort }: RedactionMark, kind: "video" | "picture" | "sound"): string | undefined {
  if (sort.toS < sort.fromS) return `expected an end after the start ${sort.fromS} s; found ${sort.toS} s`;
  if (sort.what === "sound") {
    if (kind === "picture") return "expected a box on a picture; found a span of sound";
    return sort.toS > sort.fromS ? undefined : "expected a span of sound that lasts; found its end at its start";
  }
  if (kind === "sound") return "expected a span of a sound; found a box";
  if (kind === "picture" && (sort.fromS !== 0 || sort.toS !== 0)) return "expected a box at second 0 of a picture; found a span of time";
  let before = Number.NEGATIVE_INFINITY;
  for (const [n, { atS, box }] of sort.keys.entries()) {
    if (atS <= before) return `key ${n + 1}: expected a time after ${before} s, the one before; found ${atS} s`;
    if (atS < sort.fromS - slack || atS > sort.toS + slack)
      return `key ${n + 1}: expected a time from ${sort.fromS} s to ${sort.toS} s, which the mark covers; found ${atS} s`;
    if (box.w <= 0 || box.h <= 0) return `key ${n + 1}: expected a box with an area; found none`;
    if (box.x + box.w > 1 + slack || box.y + box.h > 1 + slack)
      return `key ${n + 1}: expected a box inside the picture; found one that leaves it`;
    before = atS;
  }
  return undefined;
}
