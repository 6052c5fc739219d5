/** What an observation is pinned to: the original's stream and stored times, never the proxy's. */
import type { ObservationRequest } from "../../api/items.ts";
import type { ProbeResult } from "../../core/analysis/probe-result.ts";
import type { FrameClock } from "./frame-clock.ts";
import { soundStream } from "./sound-clock.ts";

export type ObservedRange = NonNullable<ObservationRequest["range"]>;

/** Frames in any order. Undefined when the probe named no stream to pin to. */
export function rangeOf(clock: FrameClock, probe: ProbeResult | undefined, from: number, to: number): ObservedRange | undefined {
  const video = probe?.streams.find((stream) => stream.type === "video" && !stream.attachedPicture);
  const sound = video || !probe ? undefined : soundStream(probe);
  const stream = video ?? sound;
  const [start, end] = [Math.min(from, to), Math.max(from, to)];
  const [startPts, endPts] = [clock.table.pts[start], clock.table.pts[end]];
  if (!stream || startPts === undefined || endPts === undefined) return undefined;
  return { stream: stream.index, timeBase: clock.table.timeBase, startPts, endPts, startFrame: start, endFrame: end };
}
