/**
 * Tells a copy of a recording from another recording of the same sounds. In a copy every half second of the waveform agrees at
 * one offset, what is quiet too. From another place each sound arrives with a delay of its own (343 m/s: 29 ms for 10 m), and
 * what is quiet is each place's own. Under added noise or at another speed neither shows, and the answer is "open".
 */
import type { SameRecording } from "../../core/copies/segment-match.ts";
import type { FineAgreement } from "./fine-agreement.ts";
import type { Shared } from "./follow-alignment.ts";
import type { PreparedSound } from "./prepared-sound.ts";

export interface Sameness {
  readonly verdict: SameRecording;
  /** What the line's offset lacks for the waveforms to agree best, milliseconds; nothing where they do not. */
  readonly shiftMs: number | undefined;
  /** Mean agreement there. */
  readonly agreement: number;
}

/** Half a second of signs, as 32-bit words. */
const windowWords = 32;
const mostWindows = 240;
/** 100 ms each way: sounds from 34 m further off. */
const reachMs = 100;
/** Agreement that chance hardly gives: five times its scatter over half a second of a narrow sound. */
const clear = 0.35;
/** A window speaks against one offset when another one fits so much better. */
const better = 0.2;
const leastMean = 0.55;

const unknown: Sameness = { verdict: "open", shiftMs: undefined, agreement: 0 };

export function samenessOf(a: PreparedSound, b: PreparedSound, shared: Shared, fine: FineAgreement): Sameness {
  const { line } = shared;
  const rate = b.prints.fineRate;
  if (line.speed !== 1 || rate !== a.prints.fineRate) return unknown;
  const windows = windowsOf(b, shared);
  if (windows.length < 3) return unknown;
  const offset = Math.round((line.offsetMs * rate) / 1000);
  const reach = Math.round((reachMs * rate) / 1000);
  const rows = windows.map((from) =>
    Float32Array.from({ length: 2 * reach + 1 }, (_, i) => fine.at(from + offset + i - reach, from, windowWords)),
  );
  // The lag that most agree on: each window counts by how far it stands above what chance gives.
  const sums = new Float64Array(2 * reach + 1);
  for (const row of rows) row.forEach((value, i) => (sums[i]! += Math.max(0, value - 0.15)));
  const common = sums.reduce((best, value, i) => (value > sums[best]! ? i : best), 0);
  let [agreeing, contrary, decided, mean] = [0, 0, 0, 0];
  for (const row of rows) {
    const here = Math.max(row[common]!, row[common - 1] ?? 0, row[common + 1] ?? 0);
    const most = row.reduce((x, y) => Math.max(x, y));
    mean += here / rows.length;
    if (here >= clear) agreeing++;
    if (most < clear) continue;
    decided++;
    if (most - here >= better) contrary++;
  }
  const shiftMs = ((common - reach) * 1000) / rate;
  if (contrary >= Math.max(2, 0.06 * decided)) return { verdict: "another", shiftMs: undefined, agreement: mean };
  const same = agreeing >= 0.9 * rows.length && mean >= leastMean;
  return {
    verdict: same ? "same" : "open",
    shiftMs: agreeing >= 3 && agreeing >= 0.3 * rows.length ? shiftMs : undefined,
    agreement: mean,
  };
}

/** First samples of half seconds spread over the part, without those that are silent. */
function windowsOf({ prints }: PreparedSound, { b: [fromMs, toMs] }: Shared): number[] {
  const length = windowWords * 32;
  const [first, last] = [Math.ceil((fromMs * prints.fineRate) / 1000), Math.floor((toMs * prints.fineRate) / 1000) - length];
  const step = Math.max(length, Math.ceil((last - first) / mostWindows));
  const found: number[] = [];
  for (let from = first; from <= last; from += step)
    if (isAudible(prints, from / prints.fineRate, length / prints.fineRate)) found.push(from);
  return found;
}

/** Some band above -72 dB of full scale, in half decibels above -120. */
const quietest = 96;

function isAudible({ energy, bands, hopSec }: PreparedSound["prints"], fromSec: number, lengthSec: number): boolean {
  const [from, to] = [Math.floor(fromSec / hopSec), Math.ceil((fromSec + lengthSec) / hopSec)];
  for (let i = from * bands; i < Math.min(energy.length, to * bands); i++) if (energy[i]! > quietest) return true;
  return false;
}
