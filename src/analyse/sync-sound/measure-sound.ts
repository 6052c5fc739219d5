/**
 * The offset of two sounds, or why none is given. Lines that the coarse search names are each held against the phases of the waveforms;
 * the best is given only if it stands far above what sounds that share nothing reach, and no other line fits about as well.
 * docs/method/sync-sound.md.
 */
import type { AgreeingStretch, PairMeasurement, SyncRefusal } from "../../core/sync/pair-measurement.ts";
import { type ClockLine, onA } from "./clock-line.ts";
import { coarseOffsets } from "./coarse-offsets.ts";
import { driftLines } from "./drift-lines.ts";
import { fitLine } from "./fit-line.ts";
import { otherWays } from "./other-ways.ts";
import { type PreparedSound, prepareSound } from "./prepared-sound.ts";
import { rateLike } from "./known-rates.ts";
import { sameRecording } from "./same-recording.ts";
import { isSilent } from "./silence.ts";
import { type SoundFeatures } from "./sound-features.ts";
import { stretchesOf } from "./stretches.ts";
import { lineOf, type TriedLine, tryLine } from "./try-line.ts";
import { acceptEvidence, chanceWrong } from "./chance-wrong.ts";

/** Changes whenever the same sounds may be answered otherwise. */
export const measureVersion = "1";

const leastLengthS = 2;
const mostCandidates = 6;
const mostDriftLines = 2;
const mostWindows = 32;
/** Clocks of recorders run off each other by less than that, when nothing else is known. */
const usualSlopes = 1.5e-4;

export const measureSound = (a: SoundFeatures, b: SoundFeatures): PairMeasurement => measurePrepared(prepareSound(a), prepareSound(b));

export function measurePrepared(a: PreparedSound, b: PreparedSound): PairMeasurement {
  const refuse = refuser(a.features, b.features);
  if (Math.min(a.features.durationS, b.features.durationS) < leastLengthS) return refuse("too-short", []);
  if (isSilent(a.features) || isSilent(b.features)) return refuse("silent", []);
  const tried = tryLines(a, b);
  const best = tried[0];
  if (best === undefined || best.evidence < acceptEvidence) return refuse("nothing-common", tried);
  const rivals = tried.slice(1).filter((other) => isRival(best, other));
  if (rivals.length > 0) return refuse(rivals.some((other) => claimSameSeconds(best, other)) ? "repeats" : "cut", [best, ...rivals]);
  return accept(a.features, b.features, best);
}

/** Best first. */
function tryLines(a: PreparedSound, b: PreparedSound): TriedLine[] {
  const tried: TriedLine[] = [];
  const add = (line: ClockLine, slopes: number): TriedLine | undefined => {
    const one = tryLine(a.features, b.features, line, { most: mostWindows, slopes });
    if (one !== undefined) tried.push(one);
    return one;
  };
  for (const { lagS } of coarseOffsets(a, b, mostCandidates)) add({ a: lagS, b: 0, rate: 1 }, usualSlopes);
  if (!tried.some(isPlain)) {
    for (const { line, slopes } of driftLines(a, b, mostDriftLines)) {
      // Windows that are cut along the speed itself agree more sharply than those cut along one near it.
      const rough = add(line, slopes);
      if (rough !== undefined && rough.evidence >= acceptEvidence) add(lineOf(rough), usualSlopes);
    }
  }
  return tried.sort((one, other) => other.weight - one.weight);
}

/** Agreement at one speed in so many windows leaves nothing for another speed to explain. */
const plainShare = 0.6;
const isPlain = ({ strong, peaks, slope }: TriedLine) =>
  strong.length >= 4 && strong.length >= plainShare * peaks.length && Math.abs(slope) < 0.8 * usualSlopes;

/** A line that fits about as well in places where the best does not run. */
const rivalShare = 0.6;
/** Peaks nearer to the best line than this lie on it. */
const sameLineS = 0.02;
function isRival(best: TriedLine, other: TriedLine): boolean {
  if (other.evidence < acceptEvidence) return false;
  const line = lineOf(best);
  const isOff = ({ atB, lagS }: { readonly atB: number; readonly lagS: number }) =>
    Math.abs(onA(other.along, atB) + lagS - onA(line, atB)) > sameLineS;
  const off = other.strong.filter(isOff);
  if (other.strong.length > 0 ? off.length * 2 < other.strong.length : !isOff(other)) return false;
  const level = (peaks: readonly { readonly score: number }[]) =>
    peaks.reduce((sum, { score }) => sum + score, 0) / Math.max(1, peaks.length);
  return other.strength >= rivalShare * best.strength || (off.length >= 3 && level(off) >= rivalShare * level(best.strong));
}

/** Whether windows that agree on the other line agree on the best as well. */
function claimSameSeconds(best: TriedLine, other: TriedLine): boolean {
  const near = other.strong.filter(({ atB }) =>
    best.strong.some((one) => Math.abs(one.atB - atB) < Math.max(best.stepS, best.windowS / 2)),
  );
  return near.length * 2 >= other.strong.length;
}

function refuser(a: SoundFeatures, b: SoundFeatures) {
  return (reason: SyncRefusal, tried: readonly TriedLine[]): PairMeasurement => ({
    state: "refused",
    channel: "sound",
    reason,
    candidates: tried.slice(0, 20).map((one) => ({ offsetS: a.startS - b.startS + offsetOf(one), score: one.evidence })),
    stretches: reason === "cut" ? tried.flatMap((one) => itemStretches(a, b, one)).slice(0, 200) : [],
  });
}

/** Seconds of a less seconds of b, from each first sample, in the middle of what agrees. */
const offsetOf = ({ along, atB, lagS }: TriedLine) => onA(along, atB) + lagS - atB;

function itemStretches(a: SoundFeatures, b: SoundFeatures, tried: TriedLine): AgreeingStretch[] {
  return stretchesOf(tried).map(({ startB, endB, offsetS, score }) => ({
    startB: b.startS + startB,
    endB: b.startS + endB,
    offsetS: a.startS - b.startS + offsetS,
    score,
  }));
}

/** Shortest span of windows over which a rate is told. */
const leastRateSpanS = 12;
/** Another way that is nearly as strong, so far off that nothing tells which it is. */
const rivalWayShare = 0.75;
const rivalWayS = 0.05;

function accept(a: SoundFeatures, b: SoundFeatures, best: TriedLine): PairMeasurement {
  const peaks = best.strong.length >= 3 ? best.strong : best.peaks;
  const spanS = Math.max(...peaks.map(({ atB }) => atB)) - Math.min(...peaks.map(({ atB }) => atB));
  const withSlope = peaks.length >= 4 && spanS >= leastRateSpanS;
  const fit = fitLine(peaks, withSlope);
  const ways = otherWays(best.windows, ({ atB }) => fit.lagS + (atB - fit.atB) * fit.slope);
  if (ways.some(({ lagS, share }) => Math.abs(lagS) > rivalWayS && share >= rivalWayShare)) return refuser(a, b)("repeats", [best]);
  const farthestWay = Math.max(0, ...ways.map(({ lagS }) => Math.abs(lagS)));
  const line: ClockLine = { b: fit.atB, a: onA(best.along, fit.atB) + fit.lagS, rate: best.along.rate + fit.slope };
  const at = { a: a.startS + line.a, b: b.startS + line.b };
  const ppm = (line.rate - 1) * 1e6;
  const plusMinusPpm = fit.plusMinusSlope * 1e6;
  return {
    state: "measured",
    channel: "sound",
    offset: {
      offsetS: at.a - at.b,
      plusMinusS: Math.hypot(fit.plusMinusS, farthestWay),
      at,
      rate: withSlope ? { ppm, plusMinusPpm } : "not-measured",
      rateLike: withSlope ? rateLike(ppm, plusMinusPpm) : null,
    },
    wrong: chanceWrong(best.evidence),
    stretches: itemStretches(a, b, best).slice(0, 200),
    sameRecording: sameRecording(a, b, line),
  };
}
