/**
 * Under one geometry: the stretches of time during which b shows a, found at samples and bettered to the frame, each with
 * all that is measured about it. Judges nothing.
 */
import type { FramePrints } from "../../core/copies/frame-prints.ts";
import { agreementTable, findLines } from "./align-times.ts";
import { openCells } from "./covered-cells.ts";
import { difference, findEnds, lineCosts } from "./find-ends.ts";
import type { GuessedLine } from "./further-hypotheses.ts";
import type { Hypothesis } from "./hypotheses.ts";
import type { LandmarkedPrints } from "./landmark-sets.ts";
import { type Rows, movementRows, unitRows, viewRows } from "./movement.ts";
import { refineGeometry } from "./refine-geometry.ts";
import { refineLine } from "./refine-line.ts";
import { sampleMoments } from "./sample-moments.ts";
import { gridWidth, type SharedView, sharedView } from "./shared-view.ts";
import { leastMovement, movementWindowSec, sampleRate } from "./thresholds.ts";
import { type TimeLine, framesAlong } from "./time-line.ts";
import { type MovementEvidence, movesInBand, movingTogether, verifyMovement, weakestHalfOf } from "./verify-movement.ts";

export interface MatchedStretch {
  readonly hypothesis: Hypothesis;
  readonly view: SharedView;
  readonly line: TimeLine;
  /** First and last frame of b, and those of a that go with them. */
  readonly fromB: number;
  readonly toB: number;
  readonly fromA: number;
  readonly toA: number;
  readonly frames: number;
  readonly agreeing: number;
  readonly movement: MovementEvidence;
  /** Usual difference of pictures along the line, 0 to 1. */
  readonly difference: number;
  /** 1 for an open cell of the view, 0 for a covered one. */
  readonly open: Float32Array;
}

/** Speeds that are looked for, evenly on a logarithmic scale: a line found askew is still found for some seconds. */
const speeds: readonly number[] = Array.from({ length: 51 }, (_, step) => 1.06 ** (step - 25));
const middleSpeed = 25;
const leastEvidence = 3;
const mostLines = 8;
/** Evidence and how far it stands above the next from which a line at speed 1 needs no search for others. */
const plainEvidence = 15;
const plainAbove = 2.2;

export interface UnderGeometry {
  readonly stretches: MatchedStretch[];
  /** Lines as first guessed, best first. */
  readonly guesses: GuessedLine[];
}

export function matchGeometry(a: LandmarkedPrints, b: LandmarkedPrints, hypothesis: Hypothesis): UnderGeometry {
  const rough = linesUnder(a.prints, b.prints, hypothesis);
  // Where landmarks along the line better the geometry, each of its lines is looked at again with its own.
  const best = rough[0];
  const better = best && refineGeometry(a, b, hypothesis, best.line, b.prints.times[best.from] ?? 0, b.prints.times[best.to] ?? 0);
  const map = better ?? hypothesis.map;
  const { times } = b.prints;
  return {
    stretches: stretchesUnder(
      a.prints,
      b.prints,
      { ...hypothesis, map },
      better ? linesUnder(a.prints, b.prints, { ...hypothesis, map }) : rough,
    ),
    guesses: rough.map(({ line, from, to }) => ({ line, mirrored: hypothesis.mirrored, fromSec: times[from] ?? 0, toSec: times[to] ?? 0 })),
  };
}

interface RoughLine {
  readonly line: TimeLine;
  /** Frames of b, the last one included. */
  readonly from: number;
  readonly to: number;
  /** How far the samples may have missed it, seconds. */
  readonly reachSec: number;
}

function linesUnder(a: FramePrints, b: FramePrints, hypothesis: Hypothesis): RoughLine[] {
  const view = sharedView(hypothesis.map);
  if (!view) return [];
  const asked = alignment(a, b, hypothesis);
  const samplesA = sampleMoments(a.times, asked.rate, ...asked.windowA);
  const samplesB = sampleMoments(b.times, asked.rate, ...asked.windowB);
  const movesA = movementOf(a, view.ofA, samplesA, movementWindowSec);
  const movesB = movementOf(b, view.ofB, samplesB, movementWindowSec);
  const table = agreementTable(movesA, movesB);
  let found = findLines(table, samplesA.length, samplesB.length, [1], leastEvidence, mostLines);
  const first = found.lines[0];
  if (!first || first.evidence < plainEvidence || first.evidence < plainAbove * found.elsewhere) {
    const some = table.length > largeTable ? speeds.filter((_, at) => at % 3 === middleSpeed % 3) : speeds;
    found = findLines(table, samplesA.length, samplesB.length, some, leastEvidence, mostLines);
  }
  const startA = Math.max(asked.windowA[0], a.times[0] ?? 0);
  const startB = Math.max(asked.windowB[0], b.times[0] ?? 0);
  return found.lines.map((line) => ({
    line: { speed: line.speed, offsetSec: startA + line.offset / asked.rate - line.speed * startB },
    from: samplesB[line.from] ?? 0,
    to: samplesB[line.to] ?? 0,
    reachSec: (1.5 / asked.rate) * Math.max(1, line.speed),
  }));
}

/** Cells of the table of agreement at most: thirty seconds against an hour and a half, or seven minutes against seven. */
const mostCells = 6_000_000;
const largeTable = 600_000;
const leastRate = 3;

/** How often two items are sampled, and where: all of both while that fits, then less often, then around the moments the landmarks named. */
function alignment(
  a: FramePrints,
  b: FramePrints,
  { timeA, timeB }: Hypothesis,
): { rate: number; windowA: [number, number]; windowB: [number, number] } {
  const lengthA = Math.max(1, (a.times[a.times.length - 1] ?? 0) - (a.times[0] ?? 0));
  const lengthB = Math.max(1, (b.times[b.times.length - 1] ?? 0) - (b.times[0] ?? 0));
  const rate = Math.max(leastRate, Math.min(sampleRate, Math.sqrt(mostCells / (lengthA * lengthB))));
  const all: [number, number] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  if (rate > leastRate) return { rate, windowA: all, windowB: all };
  const room = mostCells / rate ** 2;
  const shorter = Math.min(lengthA, lengthB, Math.sqrt(room));
  const around = (moment: number, length: number): [number, number] =>
    length <= shorter ? all : [moment - Math.max(shorter, room / shorter) / 2, moment + Math.max(shorter, room / shorter) / 2];
  return lengthA <= lengthB
    ? { rate, windowA: lengthA <= shorter ? all : [timeA - shorter / 2, timeA + shorter / 2], windowB: around(timeB, lengthB) }
    : { rate, windowA: around(timeA, lengthA), windowB: lengthB <= shorter ? all : [timeB - shorter / 2, timeB + shorter / 2] };
}

function stretchesUnder(a: FramePrints, b: FramePrints, hypothesis: Hypothesis, roughLines: readonly RoughLine[]): MatchedStretch[] {
  const view = sharedView(hypothesis.map);
  if (!view || roughLines.length === 0) return [];
  const rowsA = viewRows(a.thumbs, view.ofA, allFrames(a));
  const rowsB = viewRows(b.thumbs, view.ofB, allFrames(b));
  const fineA = unitRows(movementRows(rowsA, a.times, movementWindowSec), leastMovement);
  const finesB = new Map<number, Rows>();
  const lines = roughLines.map(({ line, from, to, reachSec }) => {
    const fineB = finesB.get(line.speed) ?? unitRows(movementRows(rowsB, b.times, movementWindowSec / line.speed), leastMovement);
    if (finesB.size < mostFine) finesB.set(line.speed, fineB);
    return {
      line: refineLine(line, { rows: fineA, times: a.times }, { rows: fineB, times: b.times }, from, to, reachSec),
      from,
      to,
    };
  });
  const costs = lines.map(({ line, from, to }) => costsAlong(a, b, rowsA, rowsB, line, from, to));
  return findEnds(
    costs.map((one) => one.costs),
    b.times.length,
  )
    .sort((one, other) => other.to - other.from - (one.to - one.from))
    .slice(0, mostStretches)
    .flatMap((stretch) => {
      const one = lines[stretch.line];
      return one ? measured(a, b, hypothesis, view, rowsA, rowsB, one.line, stretch.from, stretch.to) : [];
    });
}

/** Stretches of one geometry that are measured, the longest ones; movement of b kept ready for so many speeds. */
const mostStretches = 48;
const mostFine = 3;
/** How much of a around a stretch is looked at for what it has elsewhere, seconds. */
const besideSec = 28;

function measured(
  a: FramePrints,
  b: FramePrints,
  hypothesis: Hypothesis,
  view: SharedView,
  rowsA: Rows,
  rowsB: Rows,
  line: TimeLine,
  from: number,
  to: number,
  mayCut = true,
): MatchedStretch[] {
  const along = framesAlong(line, a.times, b.times, from, to);
  const pairs = pairsAlong(along, from, 250);
  if (pairs.a.length === 0) return [];
  const open = openCells(rowsA, rowsB, pairs.a, pairs.b);
  const moves = (rows: Rows, times: Float64Array, windowSec: number): Rows => masked(movementRows(rows, times, windowSec), open);
  const firstA = pairs.a[0] ?? 0;
  const lastA = pairs.a[pairs.a.length - 1] ?? 0;
  const rawB = moves(part(rowsB, from, to), b.times.subarray(from, to + 1), movementWindowSec / line.speed);
  const rawA = moves(part(rowsA, firstA, lastA), a.times.subarray(firstA, lastA + 1), movementWindowSec);
  const ofB = unitRows(rawB, leastMovement);
  const ownB = pairs.b.map((row) => row - from);
  const stepSec = ((b.times[to] ?? 0) - (b.times[from] ?? 0)) / Math.max(1, pairs.b.length - 1);
  const alone = {
    a: unitRows(rawA, leastMovement),
    b: ofB,
    rowsA: pairs.a.map((row) => row - firstA),
    rowsB: ownB,
  };
  let [low, high] = [firstA, lastA];
  while (low > 0 && (a.times[low - 1] ?? 0) > (a.times[firstA] ?? 0) - besideSec) low -= 1;
  while (high < a.times.length - 1 && (a.times[high + 1] ?? 0) < (a.times[lastA] ?? 0) + besideSec) high += 1;
  const wider = unitRows(moves(part(rowsA, low, high), a.times.subarray(low, high + 1), movementWindowSec), leastMovement);
  const whole = { a: wider, b: ofB, rowsA: pairs.a.map((row) => row - low), rowsB: ownB };
  const perSec = a.times.length / Math.max(1e-6, (a.times[a.times.length - 1] ?? 0) - (a.times[0] ?? 0));
  const together = movingTogether(alone, stepSec);
  if (mayCut && (together.from > 0 || together.to < pairs.b.length - 1))
    return measured(a, b, hypothesis, view, rowsA, rowsB, line, pairs.b[together.from] ?? from, pairs.b[together.to] ?? to, false);
  const movement = verifyMovement(alone, whole, perSec, stepSec, {
    weakestHalf: weakestHalfOf({ ...alone, a: rawA, b: rawB }, view.grid, gridWidth, stepSec),
    inBand: movesInBand(rawB, view.grid, gridWidth),
  });
  const differences = Float64Array.from(pairs.a, (row, pair) => difference(rowsA, row, rowsB, pairs.b[pair] ?? 0, open));
  const usual = middleOf(differences);
  let agreeing = 0;
  for (const value of differences) if (value < 0.6) agreeing += 1;
  return [
    {
      hypothesis,
      view,
      line,
      fromB: from,
      toB: to,
      fromA: along.find((row) => row >= 0) ?? 0,
      toA: along.findLast((row) => row >= 0) ?? 0,
      frames: to - from + 1,
      agreeing: Math.round((agreeing / differences.length) * (to - from + 1)),
      movement,
      difference: usual,
      open,
    },
  ];
}

function costsAlong(
  a: FramePrints,
  b: FramePrints,
  rowsA: Rows,
  rowsB: Rows,
  line: TimeLine,
  from: number,
  to: number,
): { costs: Float64Array } {
  const along = framesAlong(line, a.times, b.times, 0, b.times.length - 1);
  const pairs = pairsAlong(along.subarray(from, to + 1), from, 120);
  const open = openCells(rowsA, rowsB, pairs.a, pairs.b);
  const differences = Float64Array.from(along, (row, frame) =>
    row < 0 ? Number.POSITIVE_INFINITY : difference(rowsA, row, rowsB, frame, open),
  );
  const usual = Math.min(0.3, middleOf(differences.subarray(from, to + 1)));
  return { costs: lineCosts(differences, usual) };
}

function pairsAlong(along: Int32Array, from: number, most: number): { a: Int32Array; b: Int32Array } {
  const every = Math.max(1, Math.ceil(along.length / most));
  const [one, other]: [number[], number[]] = [[], []];
  for (let at = 0; at < along.length; at += every) {
    const row = along[at] ?? -1;
    if (row < 0) continue;
    one.push(row);
    other.push(from + at);
  }
  return { a: Int32Array.from(one), b: Int32Array.from(other) };
}

function movementOf(prints: FramePrints, sums: SharedView["ofA"], samples: Int32Array, windowSec: number): Rows {
  const times = Float64Array.from(samples, (frame) => prints.times[frame] ?? 0);
  return unitRows(movementRows(viewRows(prints.thumbs, sums, samples), times, windowSec), leastMovement);
}

function part(rows: Rows, from: number, to: number): Rows {
  return { frames: to - from + 1, cells: rows.cells, values: rows.values.subarray(from * rows.cells, (to + 1) * rows.cells) };
}

function masked(rows: Rows, open: Float32Array): Rows {
  const values = rows.values.map((value, at) => value * (open[at % rows.cells] ?? 0));
  return { ...rows, values };
}

function middleOf(values: Float64Array): number {
  const sorted = values.filter((value) => Number.isFinite(value)).sort();
  return sorted[Math.floor(sorted.length / 2)] ?? 1;
}

function allFrames(prints: FramePrints): Int32Array {
  return Int32Array.from(prints.times, (_, frame) => frame);
}
