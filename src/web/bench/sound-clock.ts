/** A clock for sound: it has no frames, so it is walked in steps of ten milliseconds (as ELAN does) on the stream's own time base. */
import type { FrameTable, ProbeResult } from "../../core/analysis/probe-result.ts";
import { type FrameClock, frameClock } from "./frame-clock.ts";

/** Longer sounds get longer steps, so that ten hours stay a small table. */
const MOST_STEPS = 400_000;
const STEP_SEC = 0.01;

export type AudioStreamRow = Extract<ProbeResult["streams"][number], { type: "audio" }>;

export function soundStream(probe: ProbeResult): AudioStreamRow | undefined {
  return probe.streams.find((stream) => stream.type === "audio");
}

/** Null when the probe could not tell how long it is: then nothing can be pinned to a time. */
export function soundClock(probe: ProbeResult): FrameClock | null {
  const stream = soundStream(probe);
  const durationSec = stream?.durationSec === "unknown" || stream === undefined ? probe.durationSec : stream.durationSec;
  if (!stream || durationSec === "unknown" || !(durationSec > 0)) return null;
  const startSec = stream.startSec === "unknown" ? 0 : stream.startSec;
  const stepSec = Math.max(STEP_SEC, durationSec / MOST_STEPS);
  const steps = Math.max(1, Math.ceil(durationSec / stepSec));
  const { num, den } = stream.timeBase;
  const seconds = Array.from({ length: steps }, (_, n) => n * stepSec);
  const table: FrameTable = {
    timeBase: { num, den },
    pts: seconds.map((sec) => Math.round(((startSec + sec) * den) / num)),
    keyFrames: [],
    edited: seconds,
  };
  return frameClock(table);
}
