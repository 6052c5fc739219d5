/**
 * Stretches of a recording that somebody marked as graphic, so that others can go past them. They are markers of the case like any
 * other, told by how their words begin: no kind of entry of their own, and nothing that an older reader would not show.
 */
import type { ObservationId, ObservationTarget } from "../observation/observation.ts";

export const graphicWords = "Graphic:";

export interface GraphicStretch {
  readonly id: ObservationId;
  /** Frames of the original, both included. */
  readonly fromFrame: number;
  readonly toFrame: number;
  /** What is to be seen there, as somebody put it; empty where nobody did. */
  readonly words: string;
  readonly byName: string;
}

interface Marked {
  readonly id: ObservationId;
  readonly sort: "observation" | "marker";
  readonly target: ObservationTarget;
  readonly text: string;
  readonly byName: string;
  readonly withdrawn?: string | undefined;
}

/** By their beginnings. Those that were taken back are none. */
export function graphicStretches(observations: readonly Marked[]): GraphicStretch[] {
  return observations
    .flatMap(({ id, sort, target: { range }, text, byName, withdrawn }): GraphicStretch[] => {
      if (sort !== "marker" || range === undefined || withdrawn !== undefined || !text.startsWith(graphicWords)) return [];
      return [{ id, fromFrame: range.startFrame, toFrame: range.endFrame, words: text.slice(graphicWords.length).trim(), byName }];
    })
    .toSorted((a, b) => a.fromFrame - b.fromFrame);
}

/** The frame to go on from when one is reached that lies in a stretch: just past it, and past those that follow without a gap. */
export function framePast(
  stretches: readonly Pick<GraphicStretch, "fromFrame" | "toFrame">[],
  frame: number,
  direction: "forward" | "backward",
): number | undefined {
  let at = frame;
  for (;;) {
    const inside = stretches.find(({ fromFrame, toFrame }) => at >= fromFrame && at <= toFrame);
    if (inside === undefined) return at === frame ? undefined : at;
    at = direction === "forward" ? inside.toFrame + 1 : inside.fromFrame - 1;
  }
}
