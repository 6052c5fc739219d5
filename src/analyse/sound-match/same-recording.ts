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
/** A window speaks against the common offset when it fits this well at another one, so much better, so far off (0.7 m of way). */
const [clearElsewhere, better, elsewhereMs] = [0.4, 0.2, 2];
/** A tone agrees with itself a period later, and tells no offset: nearly as well at a place further off than this. */
const [tonalShare, tonalMs] = [0.8, 4];
const tonalWeight = 0.1;
/** A window that should agree by its loudness in both, and does not at all: each place has its own quiet. */
const [foreseen, nothing] = [0.7, 0.15];
const strangeShare = 0.1;
/** The landmarks' line is true to a few milliseconds. */
const commonReachMs = 20;
const leastMean = 0.55;
/** Where all is tones, whose offset is only known to a period, it takes nearly all. */
const leastMeanOfTones = 0.8;

const unknown: Sameness = { verdict: "open", shiftMs: undefined, agreement: 0 };

export function samenessOf(a: PreparedSound, b: PreparedSound, shared: Shared, fine: FineAgreement): Sameness {
  const { line } = shared;
  const rate = b.prints.fineRate;
  if (line.speed !== 1 || line.pitch !== 1 || rate !== a.prints.fineRate) return unknown;
  const windows = windowsOf(b, shared);
  if (windows.length < 3) return unknown;
  const offset = Math.round((line.offsetMs * rate) / 1000);
  const reach = Math.round((reachMs * rate) / 1000);
  const rows = windows.map((from) =>
    Float32Array.from({ length: 2 * reach + 1 }, (_, i) => fine.at(from + offset + i - reach, from, windowWords)),
  );
  const perMs = rate / 1000;
  const peaks = rows.map((row) => peakOf(row, tonalMs * perMs));
  // The lag that most agree on: each window counts by how far it stands above what chance gives.
  const sums = new Float64Array(2 * reach + 1);
  rows.forEach((row, n) => row.forEach((value, i) => (sums[i]! += Math.max(0, value - 0.15) * (peaks[n]!.tonal ? tonalWeight : 1))));
  let common = reach;
  for (let i = reach - commonReachMs * perMs; i <= reach + commonReachMs * perMs; i++) if (sums[i]! > sums[common]!) common = i;
  const expected = expectedAgreement(a, b, shared, windows);
  let [agreeing, contrary, strange, mean] = [0, 0, 0, 0];
  rows.forEach((row, n) => {
    const here = Math.max(row[common]!, row[common - 1]!, row[common + 1]!);
    const { at, value, tonal } = peaks[n]!;
    mean += here / rows.length;
    if (here >= clear) agreeing++;
    if (here < nothing && expected[n]! >= foreseen) strange++;
    if (!tonal && value >= clearElsewhere && value - here >= better && Math.abs(at - common) >= elsewhereMs * perMs) contrary++;
  });
  if (contrary >= Math.max(2, 0.05 * agreeing) || strange >= Math.max(3, strangeShare * rows.length))
    return { verdict: "another", shiftMs: undefined, agreement: mean };
  const tones = peaks.filter(({ tonal }) => tonal).length;
  const enough = rows.length - tones >= 3 ? leastMean : leastMeanOfTones;
  const same = contrary === 0 && strange === 0 && agreeing >= 0.9 * rows.length && mean >= enough;
  const shiftMs = agreeing >= 3 && agreeing >= 0.3 * rows.length ? (common - reach) / perMs : undefined;
  return { verdict: same ? "same" : "open", shiftMs, agreement: mean };
}

/** Where a window agrees best, and whether it does nearly so elsewhere. */
function peakOf(row: Float32Array, away: number): { readonly at: number; readonly value: number; readonly tonal: boolean } {
  const at = row.reduce((best, value, i) => (value > row[best]! ? i : best), 0);
  const value = row[at]!;
  return { at, value, tonal: row.some((other, i) => Math.abs(i - at) > away && other > tonalShare * value) };
}

/**
 * How far the signs of each window would agree if one sound were the other with noise added: by how loud it is in both, against
 * what the loud windows say of the loudness of one in the other (correlation to signs: Van Vleck and Middleton 1966).
 */
function expectedAgreement(a: PreparedSound, b: PreparedSound, { line }: Shared, windows: readonly number[]): number[] {
  const rate = b.prints.fineRate;
  const levels = windows.map((from) => {
    const sec = from / rate;
    return [loudness(a.prints, sec + line.offsetMs / 1000), loudness(b.prints, sec)] as const;
  });
  const loud = levels.toSorted(([x], [y]) => y - x).slice(0, Math.ceil(levels.length / 5));
  const gain = loud.map(([x, y]) => y - x).toSorted((x, y) => x - y)[loud.length >> 1] ?? 0;
  return levels.map(([x, y]) => (2 / Math.PI) * Math.asin(10 ** (-Math.abs(y - x - gain) / 20)));
}

/** Decibels of half a second in the bands of the fine structure, 200 to 950 Hz: the 4th to the 10th of 16. */
function loudness({ energy, bands, hopSec }: PreparedSound["prints"], fromSec: number): number {
  let sum = 0;
  const from = Math.max(0, Math.round(fromSec / hopSec));
  for (let hop = from; hop < from + 16; hop++) for (let band = 3; band <= 9; band++) sum += 10 ** ((energy[hop * bands + band] ?? 0) / 20);
  return 10 * Math.log10(sum + 1e-9);
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
