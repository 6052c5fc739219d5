/**
 * The eight flips and quarter turns of a picture, from what is known of one of them. A flip turns the sign of every other
 * coefficient, a turn also swaps the two directions: so one decoding gives all eight hashes, and a stored hash gives the
 * other seven nearly (its median moves a little; a mirrored clip was 12 bits off in the median).
 */
import { hashBytes } from "../../core/copies/frame-prints.ts";
import { coefficientCount, frequencies } from "./cosine-transform.ts";
import { hashOfCoefficients } from "./hash-bits.ts";

/**
 * Names as published. Flip x turns upside down about the horizontal axis, flip y is the mirror image, flip plus 1 and
 * minus 1 are about the two diagonals; quarter turns are counter-clockwise.
 */
export const dihedralNames = [
  "original",
  "rotate-90",
  "rotate-180",
  "rotate-270",
  "flip-x",
  "flip-y",
  "flip-plus-1",
  "flip-minus-1",
] as const;
export type Dihedral = (typeof dihedralNames)[number];

/** Whether rows and columns change places, and which coefficients of the result turn their sign: those of odd frequency down, across. */
const moves: Readonly<Record<Dihedral, { swap: boolean; down: boolean; across: boolean }>> = {
  original: { swap: false, down: false, across: false },
  "rotate-90": { swap: true, down: true, across: false },
  "rotate-180": { swap: false, down: true, across: true },
  "rotate-270": { swap: true, down: false, across: true },
  "flip-x": { swap: false, down: true, across: false },
  "flip-y": { swap: false, down: false, across: true },
  "flip-plus-1": { swap: true, down: false, across: false },
  "flip-minus-1": { swap: true, down: true, across: true },
};

/** For each coefficient of the result: which one of the original it is, and whether its sign turns. */
interface Move {
  readonly from: Uint8Array;
  readonly turned: Uint8Array;
}

function moveOf(which: Dihedral): Move {
  const { swap, down, across } = moves[which];
  const from = new Uint8Array(coefficientCount);
  const turned = new Uint8Array(coefficientCount);
  for (let y = 0; y < frequencies; y += 1) {
    for (let x = 0; x < frequencies; x += 1) {
      const at = y * frequencies + x;
      from[at] = swap ? x * frequencies + y : at;
      // Place 0 is frequency 1, so odd frequencies stand at even places.
      turned[at] = (down && y % 2 === 0) !== (across && x % 2 === 0) ? 1 : 0;
    }
  }
  return { from, turned };
}

const allMoves = Object.fromEntries(dihedralNames.map((which) => [which, moveOf(which)])) as Readonly<Record<Dihedral, Move>>;

/** The exact hashes of all eight, each with its own median. */
export function dihedralHashes(coefficients: Float64Array): Record<Dihedral, Uint8Array> {
  const moved = new Float64Array(coefficientCount);
  const hashOf = (which: Dihedral) => {
    const { from, turned } = allMoves[which];
    for (let n = 0; n < coefficientCount; n += 1) {
      const value = coefficients[from[n] as number] as number;
      moved[n] = turned[n] === 1 ? -value : value;
    }
    return hashOfCoefficients(moved);
  };
  return Object.fromEntries(dihedralNames.map((which) => [which, hashOf(which)])) as Record<Dihedral, Uint8Array>;
}

/** Nearly the hash that the flipped or turned picture would get, from the hash alone. Exact when undone: applying the inverse gives the hash back. */
export function dihedralOfHash(hash: Uint8Array, which: Dihedral, from = 0): Uint8Array {
  const { from: source, turned } = allMoves[which];
  const out = new Uint8Array(hashBytes);
  for (let n = 0; n < coefficientCount; n += 1) {
    const at = coefficientCount - 1 - (source[n] as number);
    const bit = (((hash[from + (at >> 3)] as number) >> (7 - (at & 7))) & 1) ^ (turned[n] as number);
    const to = coefficientCount - 1 - n;
    out[to >> 3] = (out[to >> 3] as number) | (bit << (7 - (to & 7)));
  }
  return out;
}
