/**
 * Where a shared part begins and ends, better than the first and last landmark say. Outward from well inside, what agrees is
 * summed against half of what agrees inside; the end is where that sum is highest. What agrees is the waveform's signs
 * where they do, else the energy of the bands.
 */
import type { FineAgreement } from "./fine-agreement.ts";
import { overlap, type Shared } from "./follow-alignment.ts";
import type { PreparedSound } from "./prepared-sound.ts";
import type { Sameness } from "./same-recording.ts";

export interface Ends {
  /** Milliseconds of b. */
  readonly fromMs: number;
  readonly toMs: number;
  /** How far off either may be. */
  readonly errorMs: number;
}

/** How far inside an end the look begins, and how far outside it stops. */
const [insideMs, outsideMs] = [1500, 2500];
const stepMs = 32;
/** How far off ends are by each of the three in 95 of 100: docs/method/copies-sound.md. */
const [waveformErrorMs, energyErrorMs, landmarksErrorMs] = [150, 400, 500];

export function endsOf(a: PreparedSound, b: PreparedSound, shared: Shared, sameness: Sameness, fine: FineAgreement): Ends {
  const [fromMs, toMs] = shared.b;
  const [least, most] = overlap(a, b, shared.line);
  const bySigns = sameness.shiftMs === undefined ? undefined : signsAgree(b, shared, sameness.shiftMs, fine);
  const agree = bySigns ?? energiesAgree(a, b, shared);
  const usual = bySigns !== undefined ? waveformErrorMs : agree !== undefined ? energyErrorMs : landmarksErrorMs;
  const inside = Math.min(insideMs, (toMs - fromMs) / 3);
  const from = agree === undefined ? fromMs : outward(agree, fromMs + inside, Math.max(least, fromMs - outsideMs), -stepMs);
  const to = agree === undefined ? toMs : outward(agree, toMs - inside, Math.min(most, toMs + outsideMs), stepMs);
  return { fromMs: from, toMs: to, errorMs: Math.max(usual, quietBefore(a, b, shared, from, least), quietAfter(a, b, shared, to, most)) };
}

/** How long after an end it stays so quiet that nothing tells whether more is shared: up to the later of both next landmarks. */
function quietAfter(a: PreparedSound, b: PreparedSound, { line }: Shared, end: number, most: number): number {
  const next = (times: Uint32Array, from: number) => times.find((ms) => ms > from) ?? Infinity;
  const nextA = (next(a.prints.times, line.offsetMs + line.speed * end) - line.offsetMs) / line.speed;
  return Math.max(0, Math.min(most, Math.max(nextA, next(b.prints.times, end))) - end);
}

function quietBefore(a: PreparedSound, b: PreparedSound, { line }: Shared, begin: number, least: number): number {
  const last = (times: Uint32Array, to: number) => times.findLast((ms) => ms < to) ?? -Infinity;
  const lastA = (last(a.prints.times, line.offsetMs + line.speed * begin) - line.offsetMs) / line.speed;
  return Math.max(0, begin - Math.max(least, Math.min(lastA, last(b.prints.times, begin))));
}

/** Value of the step that begins at a moment of b: above 0 where it agrees, below where not. */
type Agree = (ms: number) => number;

function outward(agree: Agree, start: number, stop: number, step: number): number {
  let [sum, best, end] = [0, 0, start];
  for (let ms = start; step > 0 ? ms + step <= stop : ms + step >= stop; ms += step) {
    sum += agree(step > 0 ? ms : ms + step);
    if (sum > best) [best, end] = [sum, ms + step];
  }
  // What is left to the end of either sound is shorter than a step.
  return Math.abs(stop - end) <= 2 * Math.abs(step) ? stop : end;
}

function signsAgree(b: PreparedSound, shared: Shared, shiftMs: number, fine: FineAgreement): Agree | undefined {
  const perMs = b.prints.fineRate / 1000;
  const offset = Math.round((shared.line.offsetMs + shiftMs) * perMs);
  const words = Math.round((stepMs * perMs) / 32);
  const at = (ms: number) => fine.at(Math.round(ms * perMs) + offset, Math.round(ms * perMs), words);
  const usual = mean(shared.b, at);
  return usual < 0.2 ? undefined : (ms) => at(ms) - usual / 2;
}

function energiesAgree(a: PreparedSound, b: PreparedSound, shared: Shared): Agree | undefined {
  const { line } = shared;
  const { bands } = b.prints;
  if (bands !== a.prints.bands) return undefined;
  // Bands are a third of an octave apart: log2(38) / 16.
  const higher = Math.log2(line.pitch) / (Math.log2(38) / bands);
  const [low, high] = [Math.max(0, Math.ceil(-higher)), Math.min(bands - 1, Math.floor(bands - 1 - higher))];
  if (high - low < 5) return undefined;
  const levelA = (ms: number, band: number) => between(a, line.offsetMs + line.speed * ms, band);
  const levelB = (ms: number, band: number) => between(b, ms, band + higher);
  const usual = Float64Array.from({ length: bands }, (_, band) =>
    band < low || band > high ? 0 : mean(shared.b, (ms) => levelB(ms + stepMs / 2, band) - levelA(ms + stepMs / 2, band)),
  );
  const apart = (ms: number, off: number) => {
    let sum = 0;
    for (let band = low; band <= high; band++) {
      const middle = ms + stepMs / 2;
      sum += Math.min(24, Math.abs(levelB(middle, band) - levelA(middle + off, band) - usual[band]!));
    }
    return sum / (high - low + 1);
  };
  const right = mean(shared.b, (ms) => apart(ms, 0));
  const wrong = mean(shared.b, (ms) => apart(ms, 2300) / 2 + apart(ms, -1700) / 2);
  if (wrong < 1.3 * right) return undefined;
  return (ms) => (right + wrong) / 2 - apart(ms, 0);
}

/** Half decibels at a moment, between hops and between bands. */
function between({ prints: { energy, bands, hopSec } }: PreparedSound, ms: number, band: number): number {
  const at = Math.max(0, Math.min(energy.length / bands - 1, ms / 1000 / hopSec));
  const hop = Math.floor(at);
  const low = Math.floor(band);
  const level = (h: number, k: number) => energy[Math.min(energy.length / bands - 1, h) * bands + Math.min(bands - 1, k)] ?? 0;
  const row = (h: number) => level(h, low) + (band - low) * (level(h, low + 1) - level(h, low));
  return row(hop) + (at - hop) * (row(hop + 1) - row(hop));
}

/** Over the part, at no more than two hundred of its steps. */
function mean([from, to]: readonly [number, number], of: (ms: number) => number): number {
  const step = Math.max(stepMs, (to - from) / 200);
  let [sum, count] = [0, 0];
  for (let ms = from; ms + stepMs <= to; ms += step) {
    sum += of(ms);
    count++;
  }
  return count === 0 ? 0 : sum / count;
}
