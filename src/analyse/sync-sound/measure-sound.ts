/**
 * The offset of two sounds, or why none is given. Lines that the coarse search names are each held against the phases of the waveforms;
 * the best is given only if it stands far above what sounds that share nothing reach, and no other line fits about as well.
 * docs/method/sync-sound.md.
 */
import type { AgreeingStretch, PairMeasurement, SyncRefusal } from "../../core/sync/pair-measurement.ts";
import { type ClockLine, onA } from "./clock-line.ts";
import { coarseOffsets } from "./coarse-offsets.ts";
import { driftLines } from "./drift-lines.ts";
import { type Effort, thorough } from "./effort.ts";
import { fitLine } from "./fit-line.ts";
import { agreesInPart } from "./in-part.ts";
import { alongLine } from "./along-line.ts";
import { bendOf } from "./bend.ts";
import { isEdited } from "./not-agreeing.ts";
import { otherWays } from "./other-ways.ts";
import { type PreparedSound, prepareSound } from "./prepared-sound.ts";
import { atSpeed } from "./at-speed.ts";
import { rateLike, triedSpeeds } from "./known-rates.ts";
import { sameRecording } from "./same-recording.ts";
import { isSilent } from "./silence.ts";
import { type SoundFeatures } from "./sound-features.ts";
import { type Stretch, stretchesAlong, stretchesOf } from "./stretches.ts";
import { lineOf, type TriedLine, tryLine } from "./try-line.ts";
import { acceptEvidence, chanceWrong } from "./chance-wrong.ts";

/** Changes whenever the same sounds may be answered otherwise. */
export const measureVersion = "3";

const leastLengthS = 2;
const mostDriftLines = 2;
/** Lines that share nothing reach it one time in ten; those that share enough hardly ever miss it. */
const glanceEvidence = 3.8;
/** Clocks of recorders run off each other by less than that, when nothing else is known. */
const usualSlopes = 1.5e-4;

export const measureSound = (a: SoundFeatures, b: SoundFeatures): PairMeasurement =>
  measurePrepared(prepareSound(a), prepareSound(b), thorough);

/** `looked` is a word of the answer, so that a refusal at a glance is never taken for one that was looked into. */
export const measurePrepared = (a: PreparedSound, b: PreparedSound, effort: Effort): PairMeasurement => ({
  ...measure(a, b, effort),
  looked: effort.looked,
});

function measure(a: PreparedSound, b: PreparedSound, effort: Effort): PairMeasurement {
  const refuse = refuser(a.features, b.features);
  if (Math.min(a.features.durationS, b.features.durationS) < leastLengthS) return refuse("too-short", []);
  if (isSilent(a.features) || isSilent(b.features)) return refuse("silent", []);
  const near = tryLines(a, b, effort);
  const found =
    isAbove(near[0]) || !effort.knownSpeeds
      ? { tried: near, sound: b, speed: 1 }
      : (atKnownSpeeds(a, b, effort) ?? { tried: near, sound: b, speed: 1 });
  const { tried, sound, speed } = found;
  const best = tried[0];
  if (!isAbove(best)) return refuse("nothing-common", tried);
  const rivals = tried.slice(1).filter((other) => isRival(best, other));
  if (rivals.length > 0) return refuse(rivals.some((other) => claimSameSeconds(best, other)) ? "repeats" : "cut", [best, ...rivals], speed);
  if (agreesInPart(best)) return refuse("cut", [best], speed);
  return accept(a.features, sound.features, best, speed, effort);
}

/** Two horns or two bangs can be alike over a second: what is shared for a few seconds must agree nearly all through, and clearly. */
const shortWindows = 8;
const shortShare = 0.6;
const shortStrength = 9;
function isAbove(one: TriedLine | undefined): one is TriedLine {
  if (one === undefined || one.evidence < acceptEvidence) return false;
  const { peaks, strong, strength } = one;
  return peaks.length > shortWindows || (strong.length >= shortShare * peaks.length && strength >= shortStrength);
}

/** b is made longer or shorter, as programs do that change frame rates. */
function atKnownSpeeds(a: PreparedSound, b: PreparedSound, effort: Effort) {
  for (const speed of triedSpeeds) {
    const sound = prepareSound(atSpeed(b.features, speed));
    const tried = tryLines(a, sound, effort);
    if (isAbove(tried[0])) return { tried, sound, speed };
  }
  return undefined;
}

/** Those that stand above chance before the others, the weightiest first. */
function tryLines(a: PreparedSound, b: PreparedSound, effort: Effort): TriedLine[] {
  const tried: TriedLine[] = [];
  const add = (line: ClockLine, slopes: number): TriedLine | undefined => {
    // A few windows tell most wrong lines; the others are worth a closer look.
    const glance = tryLine(a.features, b.features, line, { most: effort.glance, slopes });
    if (glance === undefined) return undefined;
    const wanted = glance.evidence >= glanceEvidence && glance.windows.length >= effort.glance;
    const one = wanted ? (tryLine(a.features, b.features, line, { most: effort.windows, slopes }) ?? glance) : glance;
    tried.push(one);
    return one;
  };
  const coarse = coarseOffsets(a, b, effort.candidates);
  const least = Math.max(effort.leastScore, effort.leastShare * (coarse[0]?.score ?? 0));
  for (const { lagS, score } of coarse) if (score >= least) add({ a: lagS, b: 0, rate: 1 }, usualSlopes);
  if (!tried.some(isPlain)) {
    for (const { line, slopes } of driftLines(a, b, mostDriftLines, effort)) {
      // Windows that are cut along the speed itself agree more sharply than those cut along one near it.
      let rough = add(line, slopes);
      for (let round = 0; round < 2 && rough !== undefined && rough.evidence >= acceptEvidence; round++) {
        tried.pop();
        rough = add(lineOf(rough), round === 0 ? slopes / 4 : usualSlopes);
      }
    }
  }
  const above = (one: TriedLine) => Number(isAbove(one));
  return tried.sort((one, other) => above(other) - above(one) || other.weight - one.weight);
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
  return (reason: SyncRefusal, tried: readonly TriedLine[], speed = 1): PairMeasurement => ({
    state: "refused",
    channel: "sound",
    reason,
    candidates: tried.slice(0, 20).map((one) => ({ offsetS: a.startS - b.startS + offsetOf(one, speed), score: one.evidence })),
    stretches:
      reason === "cut"
        ? onItems(
            a,
            b,
            tried.flatMap((one) => stretchesOf(one, speed)),
            speed,
          )
        : [],
  });
}

/** As many as an answer may hold. */
const mostStretches = 200;

/** Seconds of a less seconds of b, from each first sample, in the middle of what agrees. */
const offsetOf = ({ along, atB, lagS }: TriedLine, speed: number) => onA(along, atB) + lagS - atB / speed;

function onItems(a: SoundFeatures, b: SoundFeatures, stretches: readonly Stretch[], speed: number): AgreeingStretch[] {
  return stretches.slice(0, mostStretches).map(({ startB, endB, offsetS, score }) => ({
    startB: b.startS + startB,
    endB: b.startS + Math.min(b.durationS / speed, endB),
    offsetS: a.startS - b.startS + offsetS,
    score,
  }));
}

/** Shortest span of windows over which a rate is told. */
const leastRateSpanS = 12;
/** Another way that is nearly as strong, so far off that nothing tells which it is. */
const rivalWayShare = 0.65;
const rivalWayS = 0.05;

/** `b` as it was compared: `speed` seconds for each of its own. */
function accept(a: SoundFeatures, b: SoundFeatures, best: TriedLine, speed: number, effort: Effort): PairMeasurement {
  const peaks = best.strong.length >= 3 ? best.strong : best.peaks;
  const spanS = Math.max(...peaks.map(({ atB }) => atB)) - Math.min(...peaks.map(({ atB }) => atB));
  const withSlope = peaks.length >= 4 && spanS >= leastRateSpanS;
  const fit = fitLine(peaks, withSlope);
  const ways = otherWays(best.windows, ({ atB }) => fit.lagS + (atB - fit.atB) * fit.slope);
  if (ways.some(({ lagS, share }) => Math.abs(lagS) > rivalWayS && share >= rivalWayShare)) return refuser(a, b)("repeats", [best], speed);
  const farthestWay = Math.max(0, ...ways.map(({ lagS }) => Math.abs(lagS)).filter((lagS) => lagS <= rivalWayS));
  const line: ClockLine = { b: fit.atB, a: onA(best.along, fit.atB) + fit.lagS, rate: best.along.rate + fit.slope };
  // So that the error holds for every sound of the event, not only for the one that most windows heard.
  const along = alongLine(a, b, line, effort.soundWindows);
  const stretches = onItems(a, b, stretchesAlong(along, line, speed), speed);
  if (isEdited(a, b, line, along)) return { ...refuser(a, b)("cut", [best], speed), stretches };
  const farthestSound = Math.max(0, ...along.windows.map(({ otherS }) => Math.abs(otherS ?? 0)));
  const at = { a: a.startS + line.a, b: b.startS + line.b / speed };
  const ppm = (line.rate * speed - 1) * 1e6;
  const plusMinusPpm = Math.max(fit.plusMinusSlope, withSlope ? bendOf(along, fit.plusMinusSlope) : 0) * speed * 1e6;
  return {
    state: "measured",
    channel: "sound",
    offset: {
      offsetS: at.a - at.b,
      plusMinusS: Math.hypot(fit.plusMinusS, Math.max(farthestWay, farthestSound)),
      at,
      rate: withSlope ? { ppm, plusMinusPpm } : "not-measured",
      rateLike: withSlope ? rateLike(ppm, plusMinusPpm) : null,
    },
    wrong: chanceWrong(best.evidence),
    stretches,
    sameRecording: sameRecording(a, b, line),
  };
}
