/**
 * Whether what moves agrees along a line, and not as well a moment beside it. Equal backgrounds are no evidence: the same
 * fixed camera at another time has them too. Pure arithmetic over rows of movement; decides nothing.
 */
import type { Rows } from "./movement.ts";

export interface MovementEvidence {
  /** Seconds of b during which something moves in both. */
  readonly movingSec: number;
  /** Agreement of movement where there is some: 1 the same, 0 nothing in common. */
  readonly agreement: number;
  /** The best agreement the same stretch of b has with a a second or more away. */
  readonly elsewhere: number;
}

/** Shifts that are tried on either side, seconds of a. */
const shifts = [1, 1.4, 1.9, 2.5, 3.2, 4, 5, 6.5, 8, 10, 13, 16, 20, 25];

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
export function verifyMovement(along: PairedRows, whole: PairedRows, perSec: number, stepSec: number): MovementEvidence {
  const here = agreementAt(along, 0);
  let elsewhere = 0;
  for (const shift of shifts)
    for (const sign of [-1, 1]) {
      const there = agreementAt(whole, Math.round(sign * shift * perSec));
      // A short overlap agrees by chance.
      if (there.presence > here.presence * 0.4) elsewhere = Math.max(elsewhere, there.sum / there.presence);
    }
  return { movingSec: here.presence * stepSec, agreement: here.presence > 0 ? here.sum / here.presence : 0, elsewhere };
}

function agreementAt({ a, b, rowsA, rowsB }: PairedRows, shift: number): { sum: number; presence: number } {
  const { cells } = a;
  let [sum, presence] = [0, 0];
  for (let pair = 0; pair < rowsA.length; pair += 1) {
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
