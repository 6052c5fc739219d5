/** Where the words of a bar stand: after it where there is room, else before it, never cut at the edge of the lane. */

export interface LabelPlace {
  readonly x: number;
  readonly anchor: "start" | "end";
}

const edgePx = 4;
const besidePx = 6;

/** `after`: where the words would begin. `before`: the left end of the bar. */
export function labelPlace(words: string, { before, after }: { before: number; after: number }, width: number): LabelPlace {
  const long = widthOf(words);
  const start = Math.max(edgePx, after);
  if (start + long <= width - edgePx) return { x: start, anchor: "start" };
  if (before - besidePx - long >= edgePx) return { x: Math.min(before - besidePx, width - edgePx), anchor: "end" };
  // No side has room: over the bar, and the beginning of the words is what stays in sight.
  return long <= width - 2 * edgePx ? { x: width - edgePx, anchor: "end" } : { x: edgePx, anchor: "start" };
}

/** An upper bound at 11 px: a full em for scripts whose signs are as wide as they are high. */
function widthOf(words: string): number {
  let px = 0;
  for (const sign of words) px += (sign.codePointAt(0) ?? 0) >= 0x1100 ? 11.5 : /[A-ZMW@%]/.test(sign) ? 8.5 : 6.2;
  return px;
}
