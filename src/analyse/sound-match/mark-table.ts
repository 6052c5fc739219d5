/**
 * Marks of many sounds, found by their number: columns in pieces that are sorted once they are full, so that a thousand sounds
 * are a few sorted arrays and adding one costs no copy of the others.
 */
import type { SoundPrints } from "../../core/copies/sound-prints.ts";
import type { Marks } from "./landmark-marks.ts";

export interface MarkTable {
  add(owner: number, marks: Marks, prints: SoundPrints): void;
  /**
   * Calls `use` for each mark in the table that is also one of `marks`: whose it is, when its first landmark is and at what
   * tone, how much later the last one is, and the place of the other in `marks`.
   */
  each(marks: Marks, use: (owner: number, firstMs: number, tone: number, lastsMs: number, place: number) => void): void;
}

interface Piece {
  readonly marks: Uint32Array;
  readonly owners: Uint32Array;
  readonly first: Uint32Array;
  /** How much later the last landmark is, above the first one's tone: `toneBits` of it. */
  readonly more: Uint32Array;
}

const toneBits = 11;

const pieceLength = 1 << 20;
/** A mark that so many sounds of a piece share tells nothing: a tuning tone, a click track. */
const mostEqual = 512;

export function createMarkTable(): MarkTable {
  const pieces: Piece[] = [];
  let open: Piece[] = [];
  let openLength = 0;

  /** One sorted piece of many. */
  function merged(parts: readonly Piece[]): Piece {
    const length = parts.reduce((sum, { marks }) => sum + marks.length, 0);
    const keyed = new Float64Array(length);
    const all: Piece = {
      marks: new Uint32Array(length),
      owners: new Uint32Array(length),
      first: new Uint32Array(length),
      more: new Uint32Array(length),
    };
    let at = 0;
    for (const { marks, owners, first, more } of parts) {
      // Mark and place in one number: up to 2^26 places.
      for (let i = 0; i < marks.length; i++) keyed[at + i] = marks[i]! * 2 ** 26 + at + i;
      all.owners.set(owners, at);
      all.first.set(first, at);
      all.more.set(more, at);
      at += marks.length;
    }
    keyed.sort();
    const places = Uint32Array.from(keyed, (key) => key % 2 ** 26);
    const picked = (column: Uint32Array) => places.map((place) => column[place]!);
    return {
      marks: Uint32Array.from(keyed, (key) => Math.floor(key / 2 ** 26)),
      owners: picked(all.owners),
      first: picked(all.first),
      more: picked(all.more),
    };
  }

  return {
    add(owner, { marks, first, last }, { times, tones }) {
      const more = first.map((one, i) => ((times[last[i]!]! - times[one]!) << toneBits) | tones[one]!);
      open.push({ marks, owners: new Uint32Array(marks.length).fill(owner), first: first.map((one) => times[one]!), more });
      openLength += marks.length;
      if (openLength < pieceLength) return;
      pieces.push(merged(open));
      [open, openLength] = [[], 0];
    },
    each({ marks }, use) {
      if (open.length > 8) open = [merged(open)];
      for (const piece of [...pieces, ...open]) {
        for (let i = 0, from = 0; i < marks.length && from < piece.marks.length;) {
          const mark = marks[i]!;
          from = firstAtLeast(piece.marks, mark, from);
          let to = from;
          while (piece.marks[to] === mark) to++;
          for (; marks[i] === mark; i++)
            if (to - from <= mostEqual)
              for (let n = from; n < to; n++)
                use(piece.owners[n]!, piece.first[n]!, piece.more[n]! & ((1 << toneBits) - 1), piece.more[n]! >>> toneBits, i);
          from = to;
        }
      }
    },
  };
}

/** First place from `from` on that holds at least `mark`: doubling steps, then halves, as the next is mostly near. */
function firstAtLeast(marks: Uint32Array, mark: number, from: number): number {
  let step = 1;
  while (from + step < marks.length && marks[from + step]! < mark) step *= 2;
  let [low, high] = [from + (step >> 1), Math.min(marks.length, from + step)];
  if (marks[from]! >= mark) return from;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (marks[middle]! < mark) low = middle + 1;
    else high = middle;
  }
  return low;
}
