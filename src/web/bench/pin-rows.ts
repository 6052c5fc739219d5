/** Rows for pins on the timeline, so that two at the same place can both be pressed. */

export interface PlacedPin {
  /** Pixels from the left edge of the timeline. */
  readonly left: number;
  readonly width: number;
}

/** More would take the picture's room; what is left over then lies over the last row. */
export const mostPinRows = 3;

/** Row of each pin, from 0; pins come in any order. Earlier ones stand higher. */
export function pinRows(pins: readonly PlacedPin[]): number[] {
  const rows: number[] = Array.from({ length: pins.length }, () => 0);
  const ends: number[] = [];
  const fromLeft = [...pins.keys()].sort((a, b) => (pins[a]?.left ?? 0) - (pins[b]?.left ?? 0));
  for (const index of fromLeft) {
    const pin = pins[index];
    if (pin === undefined) continue;
    const free = ends.findIndex((end) => end <= pin.left);
    const row = free !== -1 ? free : Math.min(ends.length, mostPinRows - 1);
    rows[index] = row;
    ends[row] = Math.max(ends[row] ?? 0, pin.left + pin.width);
  }
  return rows;
}
