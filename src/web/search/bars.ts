/** Days or hours drawn together, so that there are no more bars than can be seen. */
import type { Histogram } from "../../api/search.ts";

export interface Bar {
  /** Milliseconds since 1970 at which it begins. */
  readonly at: number;
  readonly within: number;
  readonly touching: number;
}

const msOf = { day: 86_400_000, hour: 3_600_000 } as const;

/**
 * From the first bin to the last, empty ones left out. `perBar`: how many bins a bar stands for. Of several days a bar says
 * how many posts may lie in the fullest of them at most, since one that touches two days would count twice.
 */
export function barsOf(
  { bin, bins }: Pick<Histogram, "bin" | "bins">,
  most: number,
): { bars: Bar[]; perBar: { bins: number; ms: number } } {
  const times = bins.map(({ at }) => Date.parse(at));
  const first = times[0] ?? 0;
  const count = Math.round(((times.at(-1) ?? first) - first) / msOf[bin]) + 1;
  const perBar = Math.max(1, Math.ceil(count / most));
  const ms = perBar * msOf[bin];
  const bars = new Map<number, { at: number; within: number; touching: number }>();
  for (const [place, { within, touching }] of bins.entries()) {
    const at = first + Math.floor(((times[place] ?? first) - first) / ms) * ms;
    const bar = bars.get(at) ?? { at, within: 0, touching: 0 };
    bar.within += within;
    bar.touching = Math.max(bar.touching, touching);
    bars.set(at, bar);
  }
  return { bars: [...bars.values()], perBar: { bins: perBar, ms } };
}

/** What the bars reach over, to the end of the last. */
export function spanOf(bars: readonly Bar[], ms: number): { from: number; to: number } {
  const first = bars[0]?.at ?? 0;
  return { from: first, to: (bars.at(-1)?.at ?? first) + ms };
}
