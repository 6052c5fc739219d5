/**
 * Where seconds of an item lie across a figure of given width. At every cut the figure has a gap: what stands on both sides of a cut was
 * not filmed in one go, and is not drawn as if it were.
 */
export interface FigureScale {
  /** At a cut: the left edge of its gap, where what comes before ends. */
  endingAt(seconds: number): number;
  /** At a cut: the right edge of its gap, where what comes after begins. */
  beginningAt(seconds: number): number;
  /** Left edge and width of each gap, in the order of the cuts. */
  readonly gaps: readonly { readonly atS: number; readonly x: number; readonly width: number }[];
}

const widestGap = 10;
/** Of a figure all gaps together take no more than this. */
const mostInGaps = 0.25;

export function figureScale(
  { startS, endS, cuts }: { readonly startS: number; readonly endS: number; readonly cuts: readonly number[] },
  width: number,
): FigureScale {
  const inside = [...new Set(cuts)].filter((cut) => cut > startS && cut < endS).toSorted((a, b) => a - b);
  const gap = inside.length === 0 ? 0 : Math.min(widestGap, (width * mostInGaps) / inside.length);
  const length = Math.max(endS - startS, 1e-6);
  const perSecond = (width - gap * inside.length) / length;
  const at = (seconds: number, before: number): number => (Math.min(endS, Math.max(startS, seconds)) - startS) * perSecond + gap * before;
  return {
    endingAt: (seconds) => at(seconds, inside.filter((cut) => cut < seconds).length),
    beginningAt: (seconds) => at(seconds, inside.filter((cut) => cut <= seconds).length),
    gaps: inside.map((cut, index) => ({ atS: cut, x: at(cut, index), width: gap })),
  };
}
