/**
 * Where in time two items run together: agreement of every sampled moment of a with every one of b, and in that table
 * the straight lines (offset and speed) along which agreement adds up, each with its best stretch (Bentley's largest
 * sum of neighbours). Agreement off the line is what chance gives for the same pair, and is handed on with it.
 */
import type { Rows } from "./movement.ts";
import { nothingAgreement, sampleRate } from "./thresholds.ts";

export interface Line {
  /** Samples of a shown in one sample of b. */
  readonly speed: number;
  /** Sample of a at b's sample 0. */
  readonly offset: number;
  /** Samples of b, the last one included. */
  readonly from: number;
  readonly to: number;
  /** Sum of agreement above nothing. */
  readonly evidence: number;
}

/** Agreement of each of b's rows (first index) with each of a's: what is gone through for many offsets at once lies together. */
export function agreementTable(a: Rows, b: Rows): Float32Array {
  const { cells } = a;
  const table = new Float32Array(a.frames * b.frames);
  for (let other = 0; other < b.frames; other += 1)
    for (let one = 0; one < a.frames; one += 1) {
      let sum = 0;
      for (let x = one * cells, y = other * cells, end = x + cells; x < end; x += 1, y += 1) sum += (a.values[x] ?? 0) * (b.values[y] ?? 0);
      table[other * a.frames + one] = sum;
    }
  return table;
}

/** Lines of the given speeds whose evidence reaches `least`, best first; the best few may share samples of b, the others not. */
export function findLines(
  table: Float32Array,
  framesA: number,
  framesB: number,
  speeds: readonly number[],
  least: number,
  most: number,
): { lines: Line[]; elsewhere: number } {
  const taken = new Uint8Array(framesB);
  const waiting: Line[] = [];
  for (const speed of speeds) waiting.push(...untouchedStretches(table, framesA, framesB, speed));
  waiting.sort(byEvidence);
  waiting.splice(mostWaiting);
  const best = waiting[0];
  const elsewhere = best ? (waiting.find((line) => isElsewhere(line, best))?.evidence ?? 0) : 0;
  const lines: Line[] = [];
  // The best few as they are: which of them is meant, frames decide, not samples.
  for (const line of waiting) {
    if (lines.length >= mostRivals || line.evidence < Math.max(least, (best?.evidence ?? 0) * rivalShare)) break;
    if (lines.every((other) => isElsewhere(line, other))) lines.push(line);
  }
  if (best) taken.fill(1, best.from, best.to + 1);
  // Then lines for what is left. What a line can still have only falls as others take its samples: it is counted again when its turn comes.
  while (waiting.length > 0 && lines.length < most) {
    const next = waiting.shift();
    if (!next || next.evidence < least) break;
    const now = bestStretch(table, framesA, framesB, next.speed, next.offset, taken);
    if (now.evidence < next.evidence - 1e-6) {
      if (now.evidence < least) continue;
      const place = waiting.findIndex((line) => line.evidence <= now.evidence);
      waiting.splice(place < 0 ? waiting.length : place, 0, now);
      continue;
    }
    taken.fill(1, now.from, now.to + 1);
    if (lines.every((other) => isElsewhere(now, other))) lines.push(now);
  }
  return { lines, elsewhere };
}

/** Lines that are weighed against one another: enough for every segment, few enough for a camera that saw the same for hours. */
const mostWaiting = 600;
/** Lines that are handed on though they share samples, and the evidence that takes, as a part of the best. */
const mostRivals = 4;
const rivalShare = 0.5;

const byEvidence = (one: Line, other: Line): number => other.evidence - one.evidence;

/** Not the same line seen a little askew: wherever this one runs, the other is some way off. */
const apartSec = 0.5;

function isElsewhere(line: Line, best: Line): boolean {
  const gapAt = (sample: number): number => Math.abs(line.offset - best.offset + (line.speed - best.speed) * sample);
  return Math.min(gapAt(line.from), gapAt((line.from + line.to) / 2), gapAt(line.to)) > apartSec * sampleRate;
}

/**
 * What `bestStretch` gives for every offset at this speed while no sample is taken, where evidence reaches 1: all offsets go
 * through the samples side by side, in a third of the time of one after another.
 */
export function untouchedStretches(table: Float32Array, framesA: number, framesB: number, speed: number): Line[] {
  const lowest = -Math.floor((framesB - 1) * speed);
  const offsets = framesA - lowest;
  const sums = new Float64Array(offsets);
  const begun = new Int32Array(offsets);
  const evidence = new Float64Array(offsets);
  const froms = new Int32Array(offsets);
  const tos = new Int32Array(offsets);
  for (let sample = 0; sample < framesB; sample += 1) {
    // Offsets are whole, so that what a sample's place is rounded to moves with them.
    const place = Math.round(sample * speed);
    const row = sample * framesA;
    const last = sample * speed - Math.floor(sample * speed) > 0.49 && place === Math.floor(sample * speed) ? framesA - 1 : framesA;
    for (let one = Math.max(0, place + lowest), at = one - place - lowest; one < last; one += 1, at += 1) {
      let sum = sums[at] ?? 0;
      if (sum <= 0) {
        sum = 0;
        begun[at] = sample;
      }
      sum += (table[row + one] ?? 0) - nothingAgreement;
      sums[at] = sum;
      if (sum > (evidence[at] ?? 0)) {
        evidence[at] = sum;
        froms[at] = begun[at] ?? 0;
        tos[at] = sample;
      }
    }
  }
  const lines: Line[] = [];
  for (let at = 0; at < offsets; at += 1) {
    const found = evidence[at] ?? 0;
    if (found >= 1) lines.push({ speed, offset: lowest + at, from: froms[at] ?? 0, to: tos[at] ?? 0, evidence: found });
  }
  return lines;
}

/** The best stretch of one line, as long as it may not lie on samples that are taken. */
export function bestStretch(table: Float32Array, framesA: number, framesB: number, speed: number, offset: number, taken: Uint8Array): Line {
  const first = Math.max(0, Math.ceil((-offset - 0.5) / speed));
  const last = Math.min(framesB - 1, Math.floor((framesA - 1 - offset + 0.49) / speed));
  let sum = 0;
  let begun = first;
  let evidence = 0;
  let from = first;
  let to = first;
  for (let sample = first; sample <= last; sample += 1) {
    if (sum <= 0) {
      sum = 0;
      begun = sample;
    }
    if (taken[sample] === 1) sum -= 1;
    else sum += (table[sample * framesA + Math.round(offset + sample * speed)] ?? 0) - nothingAgreement;
    if (sum > evidence) {
      evidence = sum;
      from = begun;
      to = sample;
    }
  }
  return { speed, offset, from, to, evidence };
}
