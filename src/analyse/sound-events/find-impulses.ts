/**
 * Finds impulsive sounds while samples stream past. The energy of a few milliseconds against that of the ones before, in bands
 * (short-term over long-term average, Allen 1978; in decibels and summed over bands as spectral flux is, Dixon 2006), says where
 * something may begin; Akaike's criterion says where exactly; what follows says whether it is an attack, or the start of
 * something that grows, as a syllable does. A few seconds are held, however long the sound is.
 */
import { longestFollowedMs, type SoundEvent } from "../../core/sound-events/sound-events.ts";
import { createBandFilter } from "./band-filter.ts";
import { pickOnset } from "./pick-onset.ts";

export interface ImpulseFinder {
  /** Mono samples, full scale 1, in order; `largest` of any channel then, and whether that is at full scale. */
  add(sample: number, clipped: boolean, largest?: number): void;
  /** Tells what is left. */
  end(): void;
  readonly samples: () => number;
  readonly clippedSec: () => number;
}

/** A hop is a millisecond; what is held is a power of two of them. */
const held = 8192;
const mask = held - 1;
/** Bands, Hz. The highest one is left out where the rate does not reach it. */
const bandEdges = [100, 400, 1600, 6400, 16_000];
/** -90 dB of full scale: below is digital silence with a little dither. */
const silence = 1e-9;
/** What an onset is looked for with: mean energy of `short` ms against that of `before` ms, `gap` ms earlier. */
const shortMs = 4;
const gapMs = 3;
const beforeMs = 25;
/** Energy of the second strongest band must rise by this, dB, or that of the strongest by 8 more: far-off sounds have lost their high tones. */
const leastRise = 12;
const aloneMore = 8;
/** Nothing else begins so soon after. Automatic processes of 15 a second are 66 ms apart. */
const apartMs = 40;
const backgroundMs = 1500;
/** The attack: its loudest millisecond is looked for within this, and all but 3 dB of it must be there within the longest rise. Vowels take 10 to 30 ms. */
const attackMs = 30;
const longestRiseMs = 6;
/** Low tones go up and down within these times: what begins out of near silence may take this. */
const dull = { risesBy: 20, riseMs: 11 };
const leastOver = 10;
/** What follows must not be louder than the attack by this, dB: a vowel is louder than the consonant before it. */
const mostGrowth = 1;
/** And must be less loud by this at some time soon: what stays as loud is a level that changed. */
const leastDecay = 2.5;
const growthFromMs = 35;
const growthToMs = 160;
/** A moment is judged once what follows it is known. */
const aheadMs = longestFollowedMs + 200;

/** What is called clear: figures of docs/method/sound-events.md. */
const clear = { over: 12, risesBy: 18, riseMs: 4, below: 3 };
/** A clear sound is not much weaker than the loudest twentieth of this time around it: consonants are, beside vowels. */
const aroundMs = 1000;

const decibels = (energy: number): number => 10 * Math.log10(energy + silence);

export function createImpulseFinder(
  { rate, startSec }: { readonly rate: number; readonly startSec: number },
  onEvent: (event: SoundEvent) => void,
): ImpulseFinder {
  const perHop = Math.max(1, Math.round(rate / 1000));
  const hopSec = perHop / rate;
  const filters = bandEdges
    .slice(0, -1)
    .map((low, n) => [low, Math.min(bandEdges[n + 1] as number, rate * 0.45)] as const)
    .filter(([low, high]) => high > low * 1.2)
    .map(([low, high]) => createBandFilter(low, high, rate));
  const energies = filters.map(() => new Float64Array(held));
  const all = new Float64Array(held);
  const peaks = new Float64Array(held);
  const cut = new Uint8Array(held);
  const raw = new Float32Array(held * perHop);
  const rise = new Float64Array(held);
  const sums = new Float64Array(filters.length);
  let [allSum, peak, inHop, hops, samples, cutInHop, clippedHops] = [0, 0, 0, 0, 0, false, 0];
  let lastEvent = Number.NEGATIVE_INFINITY;
  let judged = 0;

  function closeHop(): void {
    const at = hops & mask;
    for (const [band, own] of energies.entries()) {
      own[at] = sums[band]! / perHop;
      sums[band] = 0;
    }
    all[at] = allSum / perHop;
    peaks[at] = peak;
    cut[at] = cutInHop ? 1 : 0;
    if (cutInHop) clippedHops++;
    [allSum, peak, inHop, cutInHop] = [0, 0, 0, false];
    hops++;
    const begins = hops - shortMs;
    rise[begins & mask] = begins >= 0 ? riseAt(begins) : 0;
    if (hops - aheadMs > judged) judge(judged++);
  }

  /** How a hop begins, dB: the second largest rise of a band, or the largest where it is larger by far. */
  function riseAt(hop: number): number {
    let [first, second] = [0, 0];
    for (const own of energies) {
      const before = mean(own, hop - gapMs - beforeMs, hop - gapMs);
      const up = Math.min(40, decibels(mean(own, hop, hop + shortMs)) - decibels(before));
      if (up > first) [first, second] = [up, first];
      else if (up > second) second = up;
    }
    return Math.max(second, first - aloneMore);
  }

  function mean(own: Float64Array, from: number, to: number): number {
    let sum = 0;
    const start = Math.max(0, from);
    if (to <= start) return 0;
    for (let hop = start; hop < to; hop++) sum += own[hop & mask]!;
    return sum / (to - start);
  }

  function judge(hop: number): void {
    const here = rise[hop & mask]!;
    if (here < leastRise || hop - lastEvent < apartMs) return;
    for (let other = hop - attackMs; other <= hop + attackMs; other++) {
      if (other < 0 || other >= hops) continue;
      const beside = rise[other & mask]!;
      if (beside > here || (beside === here && other < hop)) return;
    }
    const event = describe(hop);
    if (event === undefined) return;
    lastEvent = hop;
    onEvent(event);
  }

  function describe(hop: number): SoundEvent | undefined {
    // Sound that just began, or begins after a gap in the recording, has no background to stand out of.
    const background = medianBefore(hop - gapMs);
    if (background === undefined) return undefined;
    let loudest = hop;
    for (let n = hop - 2; n < hop + attackMs; n++) if (n >= 0 && all[n & mask]! > all[loudest & mask]!) loudest = n;
    const attack = decibels(mean(all, loudest - 2, loudest + 3));
    const over = attack - background;
    if (over < leastOver) return undefined;
    const decay = attack - leastAfter(loudest);
    if (decay < leastDecay || swells(loudest)) return undefined;
    const onset = onsetNear(hop, loudest);
    const riseMs = Math.max(0, (fullAt(hop, loudest) + 1) * hopSec * 1000 - onset * 1000);
    if (riseMs > (rise[hop & mask]! >= dull.risesBy ? dull.riseMs : longestRiseMs)) return undefined;
    let [top, clipped] = [0, false];
    for (let n = hop - 2; n < hop + 50; n++) {
      if (n < 0) continue;
      top = Math.max(top, peaks[n & mask]!);
      if (cut[n & mask] === 1) clipped = true;
    }
    const isClear =
      over >= clear.over &&
      (rise[hop & mask] as number) >= clear.risesBy &&
      riseMs <= clear.riseMs &&
      attack >= loudAround(hop, loudest) - clear.below;
    return {
      atSec: rounded(startSec + onset, 6),
      plusMinusSec: rounded(Math.max(0.001, riseMs / 2000, over < 15 ? 0.004 : 0), 4),
      peakDbfs: rounded(20 * Math.log10(Math.max(1e-6, top)), 1),
      overBackgroundDb: rounded(over, 1),
      riseMs: rounded(riseMs, 1),
      lengthMs: lengthFrom(hop, loudest, attack, background),
      clipped,
      confidence: isClear ? "clear" : "doubtful",
    };
  }

  function loudAround(hop: number, loudest: number): number {
    const levels: number[] = [];
    const from = Math.max(0, hop - aroundMs);
    for (let n = from; n + 5 <= Math.min(hops, loudest + aroundMs); n += 5) {
      if (n + 5 <= hop - 5 || n >= loudest + 10) levels.push(mean(all, n, n + 5));
    }
    return decibels(levels.sort((a, b) => a - b)[Math.floor(levels.length * 0.95)] ?? 0);
  }

  /** The first hop at which it is as loud as its loudest, but for 3 dB; low tones go up and down while they are loud. */
  function fullAt(hop: number, loudest: number): number {
    const most = mean(all, loudest - 1, loudest + 2);
    for (let n = Math.max(1, hop - 2); n < loudest; n++) if (mean(all, n - 1, n + 2) >= most / 2) return n;
    return loudest;
  }

  /** The quietest 10 ms of the tenth of a second that follows: another sound may follow, and not at once. */
  function leastAfter(loudest: number): number {
    let least = Number.POSITIVE_INFINITY;
    for (let n = loudest + 15; n < loudest + 110; n += 5) least = Math.min(least, decibels(mean(all, n, n + 10)));
    return least;
  }

  /** What follows grows louder, and not by another sound that begins as suddenly. */
  function swells(loudest: number): boolean {
    const most = decibels(mean(all, loudest - 5, loudest + 5)) + mostGrowth;
    for (let n = loudest + attackMs / 2; n < loudest + growthToMs; n++) {
      if (rise[(n + 10) & mask]! >= leastRise) return false;
      if (n >= loudest + growthFromMs && decibels(mean(all, n, n + 10)) > most) return true;
    }
    return false;
  }

  /** Of 5 ms each; undefined with less than 100 ms of sound before. */
  function medianBefore(end: number): number | undefined {
    const levels: number[] = [];
    for (let to = end; to - 5 >= Math.max(0, end - backgroundMs); to -= 5) levels.push(decibels(mean(all, to - 5, to)));
    if (levels.length < 20) return undefined;
    return levels.sort((a, b) => a - b)[levels.length >> 1];
  }

  function onsetNear(hop: number, loudest: number): number {
    const from = Math.max(0, hop - 15) * perHop;
    const to = Math.min(hops, Math.max(hop + 2, loudest + 1)) * perHop;
    const stretch = Float32Array.from({ length: to - from }, (_, n) => raw[(from + n) % raw.length] as number);
    return (from + pickOnset(stretch)) / rate;
  }

  function lengthFrom(hop: number, loudest: number, attack: number, background: number): SoundEvent["lengthMs"] {
    const gone = Math.max(attack - 20, background + 3);
    for (let n = loudest + 5; n + 10 < Math.min(hops, hop + longestFollowedMs); n++) {
      if (decibels(mean(all, n, n + 10)) <= gone) return n - hop;
    }
    return "longer";
  }

  return {
    add(sample, clipped, largest = Math.abs(sample)) {
      raw[samples % raw.length] = sample;
      samples++;
      for (let band = 0; band < filters.length; band++) {
        const out = filters[band]!(sample);
        sums[band]! += out * out;
      }
      allSum += sample * sample;
      if (largest > peak) peak = largest;
      if (clipped) cutInHop = true;
      if (++inHop === perHop) closeHop();
    },
    end() {
      while (judged < hops - shortMs) judge(judged++);
    },
    samples: () => samples,
    clippedSec: () => clippedHops * hopSec,
  };
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
