/**
 * Which pairs are measured, and how closely. What is known of the same bytes by the same versions is taken over if it was looked at as
 * closely as would be done now; an offset is never looked for again with less effort than found it.
 */
import type { KnownPair } from "../../core/sync/measurer.port.ts";
import { looksCloser, lookOf, type PairLook, type PairMeasurement } from "../../core/sync/pair-measurement.ts";

/** Places in the list, the lower first. */
export type WantedPair = readonly [a: number, b: number, look: PairLook];

/** So many pairs at most are looked at like that: each of 4 recordings with each other, each of 12. A glance is for any number. */
const mostPairs: readonly (readonly [PairLook, number])[] = [
  ["closely", 6],
  ["without-known-speeds", 66],
  ["at-a-glance", Number.POSITIVE_INFINITY],
];

export interface PairPlan {
  readonly wanted: readonly WantedPair[];
  readonly taken: readonly { readonly a: number; readonly b: number; readonly measurement: PairMeasurement }[];
}

export function planPairLooks(
  pairs: readonly (readonly [number, number])[],
  known: (a: number, b: number) => KnownPair | undefined,
): PairPlan {
  const all = pairs.map(([a, b]) => ({ a, b, known: known(a, b) }));
  for (const [look, most] of mostPairs) {
    const wanted = all.filter((one) => !serves(one.known, look));
    if (wanted.length > most) continue;
    return {
      wanted: wanted.map((one): WantedPair => [one.a, one.b, atLeast(look, one.known)]),
      taken: all.flatMap((one) =>
        one.known !== undefined && serves(one.known, look) ? [{ a: one.a, b: one.b, measurement: one.known.measurement }] : [],
      ),
    };
  }
  throw new RangeError("sync: expected a look for any number of pairs; found none");
}

/** What could not be read may be read now. */
function serves(known: KnownPair | undefined, look: PairLook): boolean {
  if (known === undefined || !known.isCurrent) return false;
  const { measurement } = known;
  return !(measurement.state === "refused" && measurement.reason === "unread") && !looksCloser(look, lookOf(measurement));
}

function atLeast(look: PairLook, known: KnownPair | undefined): PairLook {
  if (known?.measurement.state !== "measured") return look;
  const before = lookOf(known.measurement);
  return looksCloser(before, look) ? before : look;
}
