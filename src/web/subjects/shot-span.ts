/** When a shot was, as the two ends between which it lies: what is moved on the screen. A record has its middle, and how far off that may be. */

export interface ShotSpan {
  readonly fromS: number;
  readonly toS: number;
}

interface ShotTime {
  readonly atS: number;
  readonly plusMinusS: number;
}

/** No time is more exact than this, seconds. */
const leastS = 0.001;

export function spanOfShot({ atS, plusMinusS }: ShotTime): ShotSpan {
  return { fromS: atS - plusMinusS, toS: atS + plusMinusS };
}

export function shotOfSpan({ fromS, toS }: ShotSpan): ShotTime {
  return { atS: micros((fromS + toS) / 2), plusMinusS: Math.max(leastS / 2, micros((toS - fromS) / 2)) };
}

export function moved({ fromS, toS }: ShotSpan, by: number): ShotSpan {
  return { fromS: fromS + by, toS: toS + by };
}

/** An end never passes the other. */
export function movedStart({ fromS, toS }: ShotSpan, by: number): ShotSpan {
  return { fromS: Math.min(fromS + by, toS - leastS), toS };
}

export function movedEnd({ fromS, toS }: ShotSpan, by: number): ShotSpan {
  return { fromS, toS: Math.max(toS + by, fromS + leastS) };
}

/** The two halves: where nothing else is said, the first shot lies in the earlier one. */
export function halvesOf({ fromS, toS }: ShotSpan): readonly [ShotSpan, ShotSpan] {
  const middle = (fromS + toS) / 2;
  return [
    { fromS, toS: middle },
    { fromS: middle, toS },
  ];
}

/** From the earliest to the latest that either may have been. */
export function hullOf(one: ShotSpan, other: ShotSpan): ShotSpan {
  return { fromS: Math.min(one.fromS, other.fromS), toS: Math.max(one.toS, other.toS) };
}

/** How long the frame lasts that is shown at a moment, by the item's own table; ten milliseconds where there are no frames. */
export function frameLengthAt(edited: readonly (number | null)[], atS: number): number {
  const shown = edited.filter((at) => at !== null).toSorted((a, b) => a - b);
  const at = Math.max(
    0,
    shown.findLastIndex((begins) => begins <= atS + 1e-6),
  );
  const [from, to] = [shown[at] ?? shown.at(-2), shown[at + 1]];
  const length = from === undefined ? undefined : to === undefined ? from - (shown[at - 1] ?? from) : to - from;
  return length === undefined || length <= 0 ? 0.01 : length;
}

function micros(seconds: number): number {
  return Math.round(seconds * 1e6) / 1e6;
}
