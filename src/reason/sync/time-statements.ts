/**
 * Clips on one clock as statements for the time reasoner: each begins so long after the reference, more or less. What is known of any of them
 * then limits all.
 */
import type { TimeStatement } from "../time/time-problem.ts";
import type { PlacedClip, SyncGroup } from "./sync-answer.ts";

const hourMs = 3_600_000;

/**
 * One "offset" a clip but the reference, from the beginning of the reference to that of the clip. `eventOf`: what the beginning of a clip is
 * called there. `ratePpm`: how far the reference's clock may run from true time. What is known by sound alone is as wide as its way makes it.
 */
export function timeStatements(
  { reference, clips }: Pick<SyncGroup, "reference" | "clips">,
  eventOf: (clip: string) => string,
  ratePpm: number,
): TimeStatement[] {
  const from = clips.find(({ clip }) => clip === reference) as PlacedClip;
  return clips
    .filter(({ clip }) => clip !== reference)
    .map(({ clip, start, bySound }) => {
      const seconds = start.value - from.start.value;
      const error = start.plusMinus + Math.abs(seconds) * ratePpm * 1e-6 + (bySound?.atMostS ?? 0);
      return {
        id: offsetStatementId(reference, clip),
        kind: "offset" as const,
        from: eventOf(reference),
        to: eventOf(clip),
        hours: Math.round(seconds * 1000) / hourMs,
        // Whole milliseconds, outwards: the moment itself was rounded by up to half of one.
        plusMinusHours: Math.ceil(error * 1000 + 0.5) / hourMs,
        source: "sync",
      };
    });
}

export function offsetStatementId(reference: string, clip: string): string {
  return `sync ${reference} to ${clip}`.slice(0, 200);
}
