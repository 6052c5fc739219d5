/**
 * The offset of two videos by light and by movement, or why there is none. Refusing is the rule: docs/method/sync-picture.md
 * has what is asked of an agreement, and how often it was wrong.
 */
import type { PairMeasurement, SyncRefusal } from "../../core/sync/pair-measurement.ts";
import { lightEvents } from "./light-events.ts";
import { type EventAgreement, matchEvents, type Span } from "./match-events.ts";
import { matchMovement, type MovementAgreement, type MovementSaid } from "./match-movement.ts";
import type { PictureFeatures } from "./picture-features.ts";

/** Changes whenever the same curves may be answered otherwise. */
export const pictureMeasureVersion = "1";

type Measured = Extract<PairMeasurement, { state: "measured" }>;
type Refused = Extract<PairMeasurement, { state: "refused" }>;

/** Shorter videos hold no pattern. */
const leastS = 4;
/** Events that agree, in groups that lie apart: a burst of one lamp is one thing, however often it blinks. */
const leastEvents = 4;
const leastGroups = 3;
const groupApartS = 1;
/** Of what both show. */
const leastShare = 0.6;
const leastLogChance = -6;
/** Another offset with more than this part of the agreement makes both doubtful. */
const runnerUp = 1 / 3;
/** Movement. */
const leastValue = 0.5;
const leastDeviations = 10;
const movementRunnerUp = 0.5;
const leastThird = 0.35;
const thirdApartS = 0.081;
/** Two views of one crowd that was made for it reached 0.91, a recording encoded twice 0.95 at least. */
const sameValue = 0.93;
/** As the scenes that were made for it gave: see docs/method/sync-picture.md. */
const wrongByLight = 0.01;
const wrongByMovement = 0.02;
/** A rate is told where events lie this far apart. */
const leastForRateS = 60;

export function measurePicture(a: PictureFeatures, b: PictureFeatures): PairMeasurement {
  const [spanA, spanB] = [spanOf(a), spanOf(b)];
  if (spanA.to - spanA.from < leastS || spanB.to - spanB.from < leastS) return refused("too-short", []);
  const agreements = matchEvents(lightEvents(a), lightEvents(b), spanA, spanB);
  const byLight = judgeEvents(agreements);
  const movement = matchMovement(a, b);
  if (byLight.state === "measured") return { ...byLight, sameRecording: isSameRecording(movement, byLight.offset.offsetS) };
  const byMovement = judgeMovement(movement, a, b);
  if (byMovement.state === "measured") {
    // A pattern of light that says otherwise is a contradiction, and no answer.
    return byLight.reason === "nothing-common" ? byMovement : byLight;
  }
  return byLight.reason === "nothing-common"
    ? { ...byMovement, candidates: [...byLight.candidates, ...byMovement.candidates].slice(0, 20) }
    : byLight;
}

function spanOf({ timeSec }: PictureFeatures): Span {
  return { from: timeSec[0] ?? 0, to: timeSec.at(-1) ?? 0 };
}

function refused(reason: SyncRefusal, candidates: Refused["candidates"], stretches: Refused["stretches"] = []): Refused {
  return { state: "refused", channel: "picture", reason, candidates, stretches };
}

function judgeEvents(found: readonly EventAgreement[]): PairMeasurement & { readonly reason?: SyncRefusal } {
  const candidates = found.slice(0, 10).map(({ offsetS, pairs }) => ({ offsetS, score: pairs.length }));
  const [best] = found;
  if (best === undefined || !isPattern(best)) return refused("nothing-common", candidates);
  const others = found.filter((one) => one !== best);
  const second = others.reduce((most, { pairs }) => Math.max(most, pairs.length), 0);
  if (second > best.pairs.length * runnerUp) {
    const cut = others.find((one) => isPattern(one) && disjoint(best, one));
    if (cut === undefined) return refused("repeats", candidates);
    return refused("cut", candidates, [best, cut].map(stretchOf));
  }
  if (best.share < leastShare) return refused("nothing-common", candidates);
  return measuredByLight(best);
}

function isPattern({ pairs, logChance }: EventAgreement): boolean {
  let groups = 0;
  let last = Number.NEGATIVE_INFINITY;
  for (const { a } of pairs) {
    if (a.atSec - last >= groupApartS) groups++;
    last = a.atSec;
  }
  return pairs.length >= leastEvents && groups >= leastGroups && logChance <= leastLogChance;
}

/** They rest on different parts of both videos, but for a tenth at either end: one event may agree with another by chance. */
function disjoint(one: EventAgreement, other: EventAgreement): boolean {
  const ends = (side: "a" | "b", { pairs }: EventAgreement): [number, number] => {
    const spare = Math.floor(pairs.length / 10);
    return [(pairs[spare] as (typeof pairs)[number])[side].atSec, (pairs[pairs.length - 1 - spare] as (typeof pairs)[number])[side].atSec];
  };
  return (["a", "b"] as const).every((side) => {
    const [from, to] = ends(side, one);
    const [start, end] = ends(side, other);
    return to < start || end < from;
  });
}

function stretchOf({ pairs, offsetS }: EventAgreement): Refused["stretches"][number] {
  const [first, last] = [pairs[0], pairs.at(-1)] as [EventAgreement["pairs"][number], EventAgreement["pairs"][number]];
  return { startB: first.b.atSec, endB: last.b.atSec, offsetS, score: pairs.length };
}

function measuredByLight(best: EventAgreement): Measured {
  const { pairs, offsetS } = best;
  const residuals = pairs.map(({ a, b }) => a.atSec - b.atSec - offsetS);
  // Each moment lies somewhere between two frames of both; several do not narrow that, because cameras differ in when a frame is open.
  const halfFrames = Math.max(...pairs.map(({ a, b }) => a.halfGapSec + b.halfGapSec));
  const scatter = 1.96 * Math.sqrt(residuals.reduce((sum, one) => sum + one ** 2, 0) / pairs.length);
  const middle = (stretchOf(best).startB + stretchOf(best).endB) / 2;
  return {
    state: "measured",
    channel: "picture",
    offset: {
      offsetS,
      plusMinusS: Math.max(halfFrames, scatter),
      at: { a: middle + offsetS, b: middle },
      rate: rateOf(best, halfFrames),
      rateLike: null,
    },
    wrong: wrongByLight,
    stretches: [stretchOf(best)],
    sameRecording: false,
  };
}

/** A line through the residuals; told where the events lie far enough apart. */
function rateOf({ pairs, offsetS }: EventAgreement, halfFrames: number): Measured["offset"]["rate"] {
  const times = pairs.map(({ b }) => b.atSec);
  const length = (times.at(-1) as number) - (times[0] as number);
  if (length < leastForRateS) return "not-measured";
  const mean = times.reduce((sum, one) => sum + one, 0) / times.length;
  const power = times.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  const slope = pairs.reduce((sum, { a, b }) => sum + (a.atSec - b.atSec - offsetS) * (b.atSec - mean), 0) / power;
  return { ppm: slope * 1e6, plusMinusPpm: ((2 * halfFrames) / length) * 1e6 };
}

/** Two views of one scene never move alike to the last twentieth: the same pictures are shown, and one may be a copy. */
function isSameRecording(said: MovementSaid, offsetS: number): boolean {
  if (said.state === "still") return false;
  return said.found.some((one) => Math.abs(one.offsetS - offsetS) <= thirdApartS && one.value >= sameValue);
}

function judgeMovement(said: MovementSaid, a: PictureFeatures, b: PictureFeatures): PairMeasurement {
  if (said.state === "still") return refused("nothing-common", []);
  const candidates = said.found.filter(({ deviations }) => deviations > 4).map(({ offsetS, deviations: score }) => ({ offsetS, score }));
  const [best, second] = said.found;
  if (best === undefined || best.deviations < leastDeviations || best.value < leastValue) return refused("nothing-common", candidates);
  const agree = agreeing(best);
  if (second !== undefined && second.deviations > best.deviations * movementRunnerUp) {
    const others = agreeing(second);
    const cut = agree.length > 0 && others.length > 0 && agree.every((one) => others.every((other) => apart(one, other)));
    return cut ? refused("cut", candidates, [...agree, ...others].map(stretchOfThird)) : refused("repeats", candidates);
  }
  const stretches = best.thirds.map(stretchOfThird);
  if (agree.length < best.thirds.length) {
    const strong = best.thirds.every(({ value }) => value >= leastThird);
    return refused(strong ? "cut" : "nothing-common", candidates, strong ? stretches : []);
  }
  return measuredByMovement(best, a, b, stretches);
}

type Third = MovementAgreement["thirds"][number];

function agreeing({ thirds, offsetS }: MovementAgreement): Third[] {
  return thirds.filter((third) => third.value >= leastThird && Math.abs(third.offsetS - offsetS) <= thirdApartS);
}

function apart(one: Third, other: Third): boolean {
  return one.endB <= other.startB || other.endB <= one.startB;
}

function stretchOfThird({ startB, endB, offsetS, value }: Third): Refused["stretches"][number] {
  return { startB, endB, offsetS, score: value };
}

function measuredByMovement(best: MovementAgreement, a: PictureFeatures, b: PictureFeatures, stretches: Measured["stretches"]): Measured {
  const scatter = Math.max(...best.thirds.map(({ offsetS }) => Math.abs(offsetS - best.offsetS)));
  const middle = ((best.thirds[0]?.startB ?? 0) + (best.thirds.at(-1)?.endB ?? 0)) / 2;
  return {
    state: "measured",
    channel: "picture",
    offset: {
      offsetS: best.offsetS,
      plusMinusS: Math.max(usualGap(a) / 2 + usualGap(b) / 2, scatter),
      at: { a: middle + best.offsetS, b: middle },
      rate: "not-measured",
      rateLike: null,
    },
    wrong: wrongByMovement,
    stretches,
    sameRecording: best.value >= sameValue,
  };
}

function usualGap({ timeSec }: PictureFeatures): number {
  const gaps = Float64Array.from({ length: timeSec.length - 1 }, (_, n) => (timeSec[n + 1] as number) - (timeSec[n] as number)).sort();
  return gaps[gaps.length >> 1] ?? 0.04;
}
