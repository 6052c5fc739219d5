/**
 * How well reported segments agree with the truth of a copy. A pair is found when at least four fifths of the truly shared
 * seconds are reported and at least four fifths of the reported ones are true; a second is true when the moment of the source
 * it is matched with is right.
 */
import type { Span } from "../../../src/core/copies/segment-match.ts";
import type { SharedSound } from "./truth.ts";

/** What both pictures and sounds report: seconds of the source (a) that are seconds of the copy (b). */
export interface Reported {
  readonly a: Span;
  readonly b: Span;
  readonly speed: number;
}

export interface Judged {
  readonly sharedSec: number;
  /** Of the shared seconds, those reported with the right moment. */
  readonly reportedOfShared: number;
  readonly reportedSec: number;
  readonly trueOfReported: number;
  readonly found: boolean;
}

/** Seconds by which the matched moment may be off and still be the same scene; bounds are judged apart, and much closer. */
export const MOMENT_SEC = 0.5;
const STEP_SEC = 0.02;
const SHARE = 0.8;

export function judgePair(truth: readonly SharedSound[], reported: readonly Reported[]): Judged {
  const sharedSec = truth.reduce((sum, part) => sum + part.toSec - part.fromSec, 0);
  let reportedOfShared = 0;
  for (const part of truth) {
    for (const moment of moments(part.fromSec, part.toSec)) {
      if (reported.some((segment) => inside(segment.b, moment) && near(sourceMoment(part, moment), matchedMoment(segment, moment)))) {
        reportedOfShared += STEP_SEC;
      }
    }
  }
  let [reportedSec, trueOfReported] = [0, 0];
  for (const segment of reported) {
    for (const moment of moments(segment.b.fromSec, segment.b.toSec)) {
      reportedSec += STEP_SEC;
      if (isTrue(truth, segment, moment)) trueOfReported += STEP_SEC;
    }
  }
  // What shares nothing is found by saying nothing.
  if (sharedSec === 0) return { sharedSec, reportedOfShared, reportedSec, trueOfReported, found: reportedSec === 0 };
  const found = reportedOfShared >= SHARE * sharedSec - STEP_SEC && trueOfReported >= SHARE * reportedSec - STEP_SEC;
  return { sharedSec, reportedOfShared, reportedSec, trueOfReported, found };
}

/** Share of a segment's seconds that are true. */
export function shareTrue(truth: readonly SharedSound[], segment: Reported): number {
  const all = [...moments(segment.b.fromSec, segment.b.toSec)];
  return all.length === 0 ? 0 : all.filter((moment) => isTrue(truth, segment, moment)).length / all.length;
}

export interface EndError {
  readonly of: "copy" | "source";
  readonly end: "from" | "to";
  /** Reported less true, seconds. */
  readonly sec: number;
}

/** How far the bounds of each shared part are off in the reported segments that cover it; nothing for a part that is not covered. */
export function endErrors(truth: readonly SharedSound[], reported: readonly Reported[]): EndError[] {
  return truth.flatMap((part) => {
    const mine = reported
      .filter((segment) => overlap(segment.b, part) > 0.5 * (segment.b.toSec - segment.b.fromSec) && shareTrue([part], segment) > 0.5)
      .toSorted((one, other) => one.b.fromSec - other.b.fromSec);
    const [first, last] = [mine[0], mine.at(-1)];
    if (first === undefined || last === undefined) return [];
    return [
      { of: "copy", end: "from", sec: first.b.fromSec - part.fromSec },
      { of: "copy", end: "to", sec: last.b.toSec - part.toSec },
      { of: "source", end: "from", sec: first.a.fromSec - part.sourceFromSec },
      { of: "source", end: "to", sec: last.a.toSec - part.sourceToSec },
    ] as const;
  });
}

/** Wilson's interval of 95 % for a share (Wilson 1927): honest for few trials and for shares near 0 and 1. */
export function wilson(hits: number, trials: number): { readonly low: number; readonly high: number } {
  if (trials === 0) return { low: 0, high: 1 };
  const z = 1.959964;
  const share = hits / trials;
  const middle = share + z ** 2 / (2 * trials);
  const half = z * Math.sqrt((share * (1 - share)) / trials + z ** 2 / (4 * trials ** 2));
  const under = 1 + z ** 2 / trials;
  return { low: Math.max(0, (middle - half) / under), high: Math.min(1, (middle + half) / under) };
}

/** The value below which `share` of the values lie; NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

function* moments(fromSec: number, toSec: number): Generator<number> {
  const count = Math.round((toSec - fromSec) / STEP_SEC);
  for (let i = 0; i < count; i++) yield fromSec + (i + 0.5) * STEP_SEC;
}

const inside = (span: Span, moment: number) => moment >= span.fromSec && moment < span.toSec;
const near = (one: number, other: number) => Math.abs(one - other) <= MOMENT_SEC;
const overlap = (span: Span, part: SharedSound) => Math.min(span.toSec, part.toSec) - Math.max(span.fromSec, part.fromSec);
const sourceMoment = (part: SharedSound, moment: number) => part.sourceFromSec + (moment - part.fromSec) * part.speed;

function matchedMoment({ a, b }: Reported, moment: number): number {
  const long = b.toSec - b.fromSec;
  return long <= 0 ? a.fromSec : a.fromSec + ((moment - b.fromSec) * (a.toSec - a.fromSec)) / long;
}

function isTrue(truth: readonly SharedSound[], segment: Reported, moment: number): boolean {
  const matched = matchedMoment(segment, moment);
  return truth.some((part) => inside(part, moment) && near(sourceMoment(part, moment), matched));
}
