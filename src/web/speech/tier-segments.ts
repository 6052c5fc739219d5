/** Segments of the version that was asked for; undefined where this copy of the case does not hold its words. */
import type { TierAnswer } from "../../api/tiers.ts";
import type { TierSegment } from "../../core/tier/tier.ts";

export function segmentsOf(answer: TierAnswer | undefined): readonly TierSegment[] | undefined {
  return answer === undefined || answer.document === "withheld" ? undefined : answer.document.segments;
}
