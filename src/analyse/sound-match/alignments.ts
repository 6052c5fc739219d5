/**
 * Lines on which the moments of two sounds may lie, found by votes of the marks they share: a = offset + speed * b. A line
 * is only a suspicion; what lies on it is counted by follow-alignment.ts.
 */
import type { Marks } from "./landmark-marks.ts";
import type { PreparedSound } from "./prepared-sound.ts";

/** Milliseconds of a are `offsetMs + speed` times milliseconds of b; tones of b are `pitch` times those of a. */
export interface Alignment {
  readonly offsetMs: number;
  readonly speed: number;
  readonly pitch: number;
  readonly votes: number;
}

/** How far apart votes may lie and still mean one line. */
const cellMs = 50;
/** At its own speed sound from two sources is told apart by less. */
const ownCellMs = 20;
const mostLines = 24;
/** Triplets that agree on a speed and an offset. */
const leastHits = 8;
const [slowest, fastest] = [0.45, 2.2];
/** Speeds are first counted in cells of so much of their logarithm, then told apart by a thousandth. */
const speedCell = 0.02;
const fineSpeed = 0.001;
/** How far pitch and speed of a resampled sound may differ, octaves. */
const pitchSlack = 0.06;

export function alignmentsOf(a: PreparedSound, b: PreparedSound): Alignment[] {
  return [...atOwnSpeed(a, b), ...atOtherSpeed(a, b, "stretched"), ...atOtherSpeed(a, b, "resampled")];
}

function atOwnSpeed(a: PreparedSound, b: PreparedSound): Alignment[] {
  const [ta, tb] = [a.prints.times, b.prints.times];
  const least = -(tb.at(-1) ?? 0);
  const cells = new Uint32Array(Math.ceil(((ta.at(-1) ?? 0) - least) / ownCellMs) + 3);
  let votes = 0;
  sharedMarks(a.pairs, b.pairs, (x, y) => {
    cells[Math.floor((ta[a.pairs.first[x]!]! - tb[b.pairs.first[y]!]! - least) / ownCellMs) + 1]!++;
    votes++;
  });
  const enough = leastVotes((3 * votes) / cells.length);
  const found: Alignment[] = [];
  for (let i = 1; i + 1 < cells.length; i++) {
    const here = cells[i]!;
    const three = here + cells[i - 1]! + cells[i + 1]!;
    if (here < cells[i - 1]! || here <= cells[i + 1]! || three < enough) continue;
    found.push({ offsetMs: (i - 0.5) * ownCellMs + least, speed: 1, pitch: 1, votes: three });
  }
  return strongest(found);
}

/** Votes that chance hardly gives where `usual` fall into a cell on average. */
const leastVotes = (usual: number) => 5 + usual + 5 * Math.sqrt(usual);

/**
 * Whether a step of tone may be what playing changed: pitch goes with speed, or was moved by itself (a semitone up is an old way
 * to hide). What was not bent at all is found by pairs.
 */
export function isBent(speed: number, octaves: number): boolean {
  const alone = Math.abs(speed - 1) < speedCell;
  if (alone && Math.abs(octaves) < pitchSlack / 3) return false;
  return (alone && Math.abs(octaves) < 0.5) || Math.abs(octaves - Math.log2(speed)) <= pitchSlack;
}

function atOtherSpeed(a: PreparedSound, b: PreparedSound, kind: "stretched" | "resampled"): Alignment[] {
  const [ma, mb] = [a[kind], b[kind]];
  const { times: ta, tones: na } = a.prints;
  const { times: tb, tones: nb } = b.prints;
  const speeds: number[] = [];
  const startsA: number[] = [];
  const startsB: number[] = [];
  const pitches: number[] = [];
  sharedMarks(ma, mb, (x, y) => {
    const [fromA, fromB] = [ma.first[x]!, mb.first[y]!];
    const speed = (ta[ma.last[x]!]! - ta[fromA]!) / (tb[mb.last[y]!]! - tb[fromB]!);
    if (speed < slowest || speed > fastest) return;
    const octaves = (nb[fromB]! - na[fromA]!) / 256;
    if (kind === "resampled" && !isBent(speed, octaves)) return;
    speeds.push(Math.log(speed));
    startsA.push(ta[fromA]!);
    startsB.push(tb[fromB]!);
    pitches.push(kind === "stretched" ? 0 : octaves);
  });
  const cellOf = (i: number) => Math.floor(speeds[i]! / speedCell);
  const byCell = new Map<number, number[]>();
  for (let i = 0; i < speeds.length; i++) for (const cell of [cellOf(i), cellOf(i) + 1]) listIn(byCell, cell).push(i);
  const found: Alignment[] = [];
  for (const [cell, hits] of byCell) {
    if (hits.length < leastHits) continue;
    // A cell holds two steps of speed, its own and the one before.
    found.push(...linesThrough(hits, (cell - 1) * speedCell, { startsA, startsB, pitches }));
  }
  return strongest(found);
}

interface Hits {
  readonly startsA: readonly number[];
  readonly startsB: readonly number[];
  readonly pitches: readonly number[];
}

/** The best lines through hits whose speeds lie between e^from and e^(from + 2 cells). */
function linesThrough(hits: readonly number[], from: number, { startsA, startsB, pitches }: Hits): Alignment[] {
  const best = new Map<number, Alignment>();
  const counts = new Map<number, number>();
  for (let log = from; log < from + 2 * speedCell; log += fineSpeed) {
    const speed = Math.exp(log);
    counts.clear();
    for (const i of hits) {
      const cell = Math.floor((startsA[i]! - speed * startsB[i]!) / cellMs);
      counts.set(cell, (counts.get(cell) ?? 0) + 1);
    }
    for (const [cell, count] of counts) {
      const both = count + Math.max(counts.get(cell - 1) ?? 0, counts.get(cell + 1) ?? 0);
      if (both < leastHits) continue;
      // Lines that cross near the hits are one: kept apart by where they start, to a second.
      const place = Math.floor((cell * cellMs) / 1000);
      const before = best.get(place);
      if (before !== undefined && before.votes >= both) continue;
      best.set(place, { offsetMs: (cell + 0.5) * cellMs, speed, pitch: 1, votes: both });
    }
  }
  return strongest([...best.values()]).map((line) => ({
    ...line,
    pitch: 2 ** middle(hits.filter((i) => near(line, startsA[i]!, startsB[i]!)).map((i) => pitches[i]!)),
  }));
}

const near = (line: Alignment, ta: number, tb: number) => Math.abs(ta - line.offsetMs - line.speed * tb) < 2 * cellMs;

function middle(values: readonly number[]): number {
  return values.toSorted((x, y) => x - y)[values.length >> 1] ?? 0;
}

const strongest = (found: readonly Alignment[]) => found.toSorted((x, y) => y.votes - x.votes).slice(0, mostLines);

function listIn(lists: Map<number, number[]>, key: number): number[] {
  let list = lists.get(key);
  if (list === undefined) lists.set(key, (list = []));
  return list;
}

/** Marks that stand so often in both tell nothing, and would cost their product. */
const mostEqual = 4096;

/** Calls `use` with the places of each pair of equal marks. */
function sharedMarks(a: Marks, b: Marks, use: (x: number, y: number) => void): void {
  for (let i = 0, j = 0; i < a.marks.length && j < b.marks.length;) {
    const mark = a.marks[i]!;
    if (mark < b.marks[j]!) i++;
    else if (mark > b.marks[j]!) j++;
    else {
      const [fromA, fromB] = [i, j];
      while (a.marks[i] === mark) i++;
      while (b.marks[j] === mark) j++;
      if ((i - fromA) * (j - fromB) > mostEqual) continue;
      for (let x = fromA; x < i; x++) for (let y = fromB; y < j; y++) use(x, y);
    }
  }
}
