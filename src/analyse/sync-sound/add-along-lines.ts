/** The line along which columns of scores add up to most: what none of them shows alone, all of them may together. */

export interface AddedLine {
  /** Place in the columns, at `middle`; and places more a unit of `at`. */
  readonly place: number;
  readonly slope: number;
  readonly sum: number;
}

export interface Column {
  /** Where on the line the column stands. */
  readonly at: number;
  readonly scores: Float32Array;
  /** Places of it that hold something; all of them where nothing is said. */
  readonly used?: readonly [from: number, to: number];
}

/** Lines that are tried at most, either way. */
const mostSlopes = 400;

/**
 * Every slope up to `slopes` either way, in steps that move the farthest column by one place. `use` is told the sums of each slope; they
 * are good during the call alone. Columns are of one length; what lies beyond a column's ends adds nothing.
 */
export function addAlongLines(
  columns: readonly Column[],
  { middle, slopes, slopeAt = 0 }: { readonly middle: number; readonly slopes: number; readonly slopeAt?: number },
  use: (sums: Float32Array, slope: number) => void,
): void {
  const length = columns[0]?.scores.length ?? 0;
  const farthest = Math.max(1e-9, ...columns.map(({ at }) => Math.abs(at - middle)));
  const count = Math.min(mostSlopes, Math.ceil(slopes * farthest));
  const sums = new Float32Array(length);
  for (let n = -count; n <= count; n++) {
    const slope = slopeAt + (count === 0 ? 0 : (n / count) * slopes);
    sums.fill(0);
    for (const { at, scores, used } of columns) {
      const shift = Math.round((at - middle) * slope);
      const from = Math.max(0, (used?.[0] ?? 0) - shift);
      const to = Math.min(length, (used?.[1] ?? length) - shift);
      for (let i = from; i < to; i++) sums[i]! += scores[i + shift]!;
    }
    use(sums, slope);
  }
}

export function bestLine(columns: readonly Column[], how: { readonly middle: number; readonly slopes: number }): AddedLine {
  let best: AddedLine = { place: 0, slope: 0, sum: -Infinity };
  addAlongLines(columns, how, (sums, slope) => {
    for (let i = 0; i < sums.length; i++) if (sums[i]! > best.sum) best = { place: i, slope, sum: sums[i]! };
  });
  return best;
}
