/** In what a recording counts its time, as an exact fraction: edit programs drift apart by what is rounded here. */
import type { ProbeResult } from "../../core/analysis/probe-result.ts";
import type { ClipRate } from "../../reason/sync/sync-problem.ts";

type Stream = ProbeResult["streams"][number];
export type VideoOf = Extract<Stream, { type: "video" }>;
export type AudioOf = Extract<Stream, { type: "audio" }>;

/** Rates that cameras and programs write, as [frames, seconds]. */
const usualRates = [
  [24_000, 1001],
  [24, 1],
  [25, 1],
  [30_000, 1001],
  [30, 1],
  [48, 1],
  [50, 1],
  [60_000, 1001],
  [60, 1],
  [120_000, 1001],
  [120, 1],
  [240_000, 1001],
  [240, 1],
] as const;
/** Ticks by which first and last frame may be off: a container rounds each to its time base. */
const roundedTicks = 2;
const microseconds: ClipRate = { of: "ticks", numerator: 1_000_000, denominator: 1 };

export function clipRate(video: VideoOf | undefined, audio: AudioOf | undefined): ClipRate {
  if (video !== undefined) return frameRate(video) ?? ticks(video.timeBase);
  return audio === undefined ? microseconds : fraction("samples", audio.sampleRate, 1);
}

/** Undefined where frames do not come evenly. */
function frameRate({ variableRate, frameCount, firstPts, endPts, timeBase: { num, den } }: VideoOf): ClipRate | undefined {
  const length = endPts - firstPts;
  if (variableRate || frameCount < 2 || length <= 0) return undefined;
  const usual = usualRates.find(([frames, seconds]) => {
    const expected = (frameCount * seconds * den) / (frames * num);
    return Math.abs(expected - length) <= roundedTicks;
  });
  return usual === undefined ? fraction("frames", frameCount * den, length * num) : fraction("frames", usual[0], usual[1]);
}

function ticks({ num, den }: VideoOf["timeBase"]): ClipRate {
  return num > 0 && den > 0 ? fraction("ticks", den, num) : microseconds;
}

const mostWritten = 1_000_000_000;

function fraction(of: ClipRate["of"], numerator: number, denominator: number): ClipRate {
  const shared = greatestShared(numerator, denominator);
  const [n, d] = [numerator / shared, denominator / shared];
  return n > mostWritten || d > mostWritten || n < 1 || !Number.isInteger(n) ? microseconds : { of, numerator: n, denominator: d };
}

function greatestShared(a: number, b: number): number {
  return b === 0 ? Math.max(a, 1) : greatestShared(b, a % b);
}
