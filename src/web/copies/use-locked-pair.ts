/** The two players of a pair as one, from the moment both clocks are there. */
import { useEffect, useRef, useState } from "react";
import type { CopiesAddress } from "./copies-address.ts";
import { LockedPair } from "./locked-pair.ts";
import { segmentName, type SharedSegment } from "./segment-map.ts";
import type { PairSide } from "./use-pair-side.ts";

export function useLockedPair(
  a: PairSide,
  b: PairSide,
  segments: readonly SharedSegment[],
  { segment, at }: Pick<CopiesAddress, "segment" | "at">,
): LockedPair | null {
  const [lock, setLock] = useState<LockedPair | null>(null);
  // The address counts once; what is chosen and shown later is written to it.
  const start = useRef({ segment, at });
  const ready = !a.waiting && !b.waiting;
  const [playerA, playerB] = [a.player, b.player];
  useEffect(() => {
    if (!ready) return undefined;
    const named = segments.find((one) => segmentName(one) === start.current.segment);
    const made = new LockedPair({ a: playerA, b: playerB }, segments, {
      leader: start.current.at?.side ?? "a",
      chosen: named ?? segments[0],
    });
    const { at: second } = start.current;
    if (second !== undefined) made.goTo(second.side, second.sec);
    else if (named ?? segments[0]) made.choose((named ?? segments[0]) as SharedSegment);
    setLock(made);
    return () => {
      made.close();
      setLock(null);
    };
  }, [ready, playerA, playerB, segments]);
  return lock;
}
