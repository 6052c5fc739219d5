/**
 * The offset of two sounds, or why none is given. Lines that the coarse search names are each held against the phases of the waveforms;
 * the best is given only if it stands far above what sounds that share nothing reach, and no other line fits about as well.
 * docs/method/sync-sound.md.
 */
import type { AgreeingStretch, PairMeasurement, SyncRefusal } from "../../core/sync/pair-measurement.ts";
import { type ClockLine, onA } from "./clock-line.ts";
import { coarseOffsets } from "./coarse-offsets.ts";
import { fitLine } from "./fit-line.ts";
import { type PreparedSound, prepareSound } from "./prepared-sound.ts";
import { rateLike } from "./known-rates.ts";
import { sameRecording } from "./same-recording.ts";
import { isSilent } from "./silence.ts";
import { type SoundFeatures } from "./sound-features.ts";
import { stretchesOf } from "./stretches.ts";
import { type TriedLine, tryLine } from "./try-line.ts";
import { acceptEvidence, chanceWrong } from "./chance-wrong.ts";

/** Changes whenever the same sounds may be answered otherwise. */
export const measureVersion = "1";

const leastLengthS = 2;
const mostCandidates = 6;
const mostWindows = 32;
/** Clocks of recorders run off each other by less than that, when nothing else is known. */
const usualSlopes = 1.5e-4;

export const measureSound = (a: SoundFeatures, b: SoundFeatures): PairMeasurement => measurePrepared(prepareSound(a), prepareSound(b));

export function measurePrepared(a: PreparedSound, b: PreparedSound): PairMeasurement {
  const refuse = refuser(a.features, b.features);
  if (Math.min(a.features.durationS, b.features.durationS) < leastLengthS) return refuse("too-short", []);
  if (isSilent(a.features) || isSilent(b.features)) return refuse("silent", []);
  const tried: TriedLine[] = [];
  for (const { lagS } of coarseOffsets(a, b, mostCandidates)) {
    const one = tryLine(a.features, b.features, { a: lagS, b: 0, rate: 1 }, { most: mostWindows, slopes: usualSlopes });
    if (one !== undefined) tried.push(one);
  }
  tried.sort((one, other) => other.weight - one.weight);
  const best = tried[0];
  if (best === undefined || best.evidence < acceptEvidence) return refuse("nothing-common", tried);
  const rivals = tried.slice(1).filter((other) => isRival(best, other));
  if (rivals.length > 0) return refuse(rivals.some((other) => claimSameSeconds(best, other)) ? "repeats" : "cut", [best, ...rivals]);
  return accept(a.features, b.features, best);
}

/** A line that fits about as well, and is another one. */
const rivalShare = 0.6;
function isRival(best: TriedLine, other: TriedLine): boolean {
  const apart = Math.abs(onA(other.along, other.atB) + other.lagS - (onA(best.along, other.atB) + best.lagS));
  if (apart < 0.01 || other.evidence < acceptEvidence) return false;
  const level = (tried: TriedLine) => tried.strong.reduce((sum, { score }) => sum + score, 0) / Math.max(1, tried.strong.length);
  return other.strength >= rivalShare * best.strength || (other.strong.length >= 3 && level(other) >= rivalShare * level(best));
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

function accept(a: SoundFeatures, b: SoundFeatures, best: TriedLine): PairMeasurement {
  const peaks = best.strong.length >= 3 ? best.strong : best.peaks;
  const spanS = Math.max(...peaks.map(({ atB }) => atB)) - Math.min(...peaks.map(({ atB }) => atB));
  const withSlope = peaks.length >= 4 && spanS >= leastRateSpanS;
  const fit = fitLine(peaks, withSlope);
  const line: ClockLine = { b: fit.atB, a: onA(best.along, fit.atB) + fit.lagS, rate: best.along.rate + fit.slope };
  const at = { a: a.startS + line.a, b: b.startS + line.b };
  const ppm = (line.rate - 1) * 1e6;
  const plusMinusPpm = fit.plusMinusSlope * 1e6;
  return {
    state: "measured",
    channel: "sound",
    offset: {
      offsetS: at.a - at.b,
      plusMinusS: fit.plusMinusS,
      at,
      rate: withSlope ? { ppm, plusMinusPpm } : "not-measured",
      rateLike: withSlope ? rateLike(ppm, plusMinusPpm) : null,
    },
    wrong: chanceWrong(best.evidence),
    stretches: itemStretches(a, b, best).slice(0, 200),
    sameRecording: sameRecording(a, b, line),
  };
}
