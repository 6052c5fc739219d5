/**
 * Whether what moves agrees along a line, and not as well a moment beside it. Equal backgrounds are no evidence: the same
 * fixed camera at another time has them too. Pure arithmetic over rows of movement; decides nothing.
 */
import { type Rows, unitRows } from "./movement.ts";

export interface MovementEvidence {
  /** Seconds of b during which something moves in both. */
  readonly movingSec: number;
  /** Agreement of movement where there is some: 1 the same, 0 nothing in common. */
  readonly agreement: number;
  /** The same for the part of the stretch where it is least. */
  readonly weakest: number;
  /** The best agreement the same stretch of b has with a a second or more away. */
  readonly elsewhere: number;
  /**
   * The least agreement that any half of the shared view has (upper, lower, left, right) in which something moves in both:
   * 1 where nothing does. A ticker, a clock or a counter that two pictures carry agrees in its own half alone.
   */
  readonly weakestHalf: number;
  /** Whether what moves in b lies in one band across it, as the words of a ticker do. */
  readonly inBand: boolean;
  /** How far the agreement stands above what the stretch has at all those places, in their standard deviations; 0 where there are too few. */
  readonly prominence: number;
}

/** Places that are looked at beside the line, seconds of a. */
const nearestShift = 1;
const shiftStep = 0.4;
const mostShifts = 60;
const leastShifts = 8;
/** Floor of the deviation: that of chance over a short stretch. */
const leastDeviation = 0.025;
const parts = 4;

/** Movement of a half below this many grey levels a cell is none, and less than so many seconds of it say nothing. */
const halfMovement = 1;
const leastHalfSec = 1.5;

/** Rows of a and of b that go together, and of them the movement. */
export interface PairedRows {
  readonly a: Rows;
  readonly b: Rows;
  readonly rowsA: ArrayLike<number>;
  readonly rowsB: ArrayLike<number>;
}

/**
 * `along` is the stretch alone, so that what comes before and after in either does not enter its mean pictures; `whole`
 * has all of a, for looking elsewhere. `perSec` rows of a in a second of a, `stepSec` seconds of b from pair to pair.
 */
export function verifyMovement(
  along: PairedRows,
  whole: PairedRows,
  perSec: number,
  stepSec: number,
  places: Pick<MovementEvidence, "weakestHalf" | "inBand">,
): MovementEvidence {
  const count = along.rowsA.length;
  const here = agreementAt(along, 0, 0, count);
  let weakest = 1;
  for (let part = 0; part < parts; part += 1) {
    const one = agreementAt(along, 0, Math.floor((part * count) / parts), Math.floor(((part + 1) * count) / parts));
    // A part in which hardly anything moves says nothing.
    if (one.presence > (0.3 * here.presence) / parts) weakest = Math.min(weakest, one.sum / one.presence);
  }
  const others: number[] = [];
  for (let shift = nearestShift, tried = 0; tried < mostShifts; tried += 1, shift += shiftStep)
    for (const sign of [-1, 1]) {
      const there = agreementAt(whole, Math.round(sign * shift * perSec), 0, count);
      // A short overlap agrees by chance.
      if (there.presence > here.presence * 0.4) others.push(there.sum / there.presence);
    }
  const agreement = here.presence > 0 ? here.sum / here.presence : 0;
  return {
    movingSec: here.presence * stepSec,
    agreement,
    weakest,
    elsewhere: Math.max(0, ...others),
    ...places,
    prominence: prominenceOf(agreement, others),
  };
}

/** `grid` has the place of each cell of the rows; `gridWidth` cells a line. Rows are not scaled yet. */
export function weakestHalfOf({ a, b, rowsA, rowsB }: PairedRows, grid: Uint16Array, gridWidth: number, stepSec: number): number {
  const { columns, lines } = placesOf(grid, gridWidth);
  const halves = [columns, lines].flatMap((places) => {
    const middle = (Math.min(...places) + Math.max(...places)) / 2;
    return [places.map((place) => place < middle), places.map((place) => place > middle)];
  });
  let weakest = 1;
  for (const half of halves) {
    const cells = half.filter(Boolean).length;
    if (cells === 0) continue;
    const [ofA, ofB] = [unitRows(only(a, half, cells), halfMovement), unitRows(only(b, half, cells), halfMovement)];
    let [sum, moving] = [0, 0];
    for (let pair = 0; pair < rowsA.length; pair += 1) {
      let [ab, aa, bb] = [0, 0, 0];
      for (let x = (rowsA[pair] ?? 0) * cells, y = (rowsB[pair] ?? 0) * cells, end = x + cells; x < end; x += 1, y += 1) {
        const [one, other] = [ofA.values[x] ?? 0, ofB.values[y] ?? 0];
        ab += one * other;
        aa += one * one;
        bb += other * other;
      }
      sum += ab;
      moving += Math.sqrt(aa * bb);
    }
    if (moving * stepSec >= leastHalfSec) weakest = Math.min(weakest, sum / moving);
  }
  return weakest;
}

/** A band is at most this share of the lines (or columns), holds this share of what moves, and goes across so much of the other side. */
const bandLines = 0.26;
const bandHolds = 0.9;
const bandAcross = 0.6;

/** `rows` of movement, not scaled yet. */
export function movesInBand(rows: Rows, grid: Uint16Array, gridWidth: number): boolean {
  const energy = new Float64Array(rows.cells);
  for (let at = 0; at < rows.values.length; at += 1) energy[at % rows.cells] = (energy[at % rows.cells] ?? 0) + (rows.values[at] ?? 0) ** 2;
  const { columns, lines } = placesOf(grid, gridWidth);
  const total = energy.reduce((sum, one) => sum + one, 0);
  if (total === 0) return false;
  const bandAlong = (along: readonly number[], across: readonly number[]): boolean => {
    const count = Math.max(...along) + 1;
    const high = Math.max(1, Math.floor(count * bandLines));
    const sums = new Float64Array(count);
    for (const [cell, line] of along.entries()) sums[line] = (sums[line] ?? 0) + (energy[cell] ?? 0);
    for (let first = 0; first + high <= count; first += 1) {
      if (sums.subarray(first, first + high).reduce((sum, one) => sum + one, 0) < bandHolds * total) continue;
      const other = new Float64Array(Math.max(...across) + 1);
      for (const [cell, place] of across.entries()) other[place] = (other[place] ?? 0) + (energy[cell] ?? 0);
      const usual = total / other.length;
      return other.filter((one) => one >= usual / 4).length >= bandAcross * other.length;
    }
    return false;
  };
  return bandAlong(lines, columns) || bandAlong(columns, lines);
}

/** Column and line of each cell. */
function placesOf(grid: Uint16Array, gridWidth: number): { readonly columns: readonly number[]; readonly lines: readonly number[] } {
  return { columns: Array.from(grid, (place) => place % gridWidth), lines: Array.from(grid, (place) => Math.floor(place / gridWidth)) };
}

function only(rows: Rows, kept: readonly boolean[], cells: number): Rows {
  const values = new Float32Array(rows.frames * cells);
  let to = 0;
  for (let at = 0; at < rows.values.length; at += 1) if (kept[at % rows.cells] === true) values[to++] = rows.values[at] ?? 0;
  return { frames: rows.frames, cells, values };
}

/** Part of the stretch's own agreement that parts what is shared from what only looks like it, and how long that must last to be cut off, seconds. */
const partingShare = 0.5;
const leastCutSec = 0.4;

/**
 * The pairs of a stretch, first and last, in which movement agrees: what follows or precedes in the same view, with other
 * things moving in it, is cut off. `stepSec` seconds from pair to pair.
 */
export function movingTogether({ a, b, rowsA, rowsB }: PairedRows, stepSec: number): { from: number; to: number } {
  const count = rowsA.length;
  const whole = agreementAt({ a, b, rowsA, rowsB }, 0, 0, count);
  const parting = Math.max(0.05, whole.presence > 0 ? (partingShare * whole.sum) / whole.presence : 0);
  let [sum, begun] = [0, 0];
  let best = { sum: 0, from: 0, to: count - 1 };
  const values = new Float64Array(count);
  for (let pair = 0; pair < count; pair += 1) {
    const one = agreementAt({ a, b, rowsA, rowsB }, 0, pair, pair + 1);
    values[pair] = one.sum - parting * one.presence;
    if (sum < 0) [sum, begun] = [0, pair];
    sum += values[pair] ?? 0;
    if (sum > best.sum) best = { sum, from: begun, to: pair };
  }
  const lost = (from: number, to: number): number => values.subarray(from, to).reduce((all, value) => all - value, 0);
  // What does not move, before or after, stays: it disagrees with nothing.
  return {
    from: lost(0, best.from) * stepSec > leastCutSec * parting ? best.from : 0,
    to: lost(best.to + 1, count) * stepSec > leastCutSec * parting ? best.to : count - 1,
  };
}

function prominenceOf(agreement: number, others: readonly number[]): number {
  if (others.length < leastShifts) return 0;
  const mean = others.reduce((sum, value) => sum + value, 0) / others.length;
  const variance = others.reduce((sum, value) => sum + (value - mean) ** 2, 0) / others.length;
  return (agreement - mean) / Math.max(leastDeviation, Math.sqrt(variance));
}

function agreementAt({ a, b, rowsA, rowsB }: PairedRows, shift: number, from: number, to: number): { sum: number; presence: number } {
  const { cells } = a;
  let [sum, presence] = [0, 0];
  for (let pair = from; pair < to; pair += 1) {
    const row = (rowsA[pair] ?? 0) + shift;
    if (row < 0 || row >= a.frames) continue;
    let [ab, aa, bb] = [0, 0, 0];
    for (let x = row * cells, y = (rowsB[pair] ?? 0) * cells, end = x + cells; x < end; x += 1, y += 1) {
      const one = a.values[x] ?? 0;
      const other = b.values[y] ?? 0;
      ab += one * other;
      aa += one * one;
      bb += other * other;
    }
    sum += ab;
    presence += Math.sqrt(aa * bb);
  }
  return { sum, presence };
}
