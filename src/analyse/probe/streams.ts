/** ffprobe's streams in the project's own words. */
import type { z } from "zod";
import type { AudioStream, OtherStream, VideoStream } from "../../core/analysis/probe-result.ts";
import { type ProbedStream, ratio, seconds } from "../ffmpeg/ask-ffprobe.ts";
import type { ReadFrames } from "../ffmpeg/frame-table.ts";
import type { StreamSpan } from "../ffmpeg/packet-table.ts";

export type Video = z.infer<typeof VideoStream>;
export type Audio = z.infer<typeof AudioStream>;
export type Other = z.infer<typeof OtherStream>;

const millisecond = { num: 1, den: 1000 };
const interlacedOrders: ReadonlySet<string> = new Set(["tt", "bb", "tb", "bt"]);

export function isAttachedPicture(stream: ProbedStream): boolean {
  return stream.disposition["attached_pic"] === 1 || stream.disposition["timed_thumbnails"] === 1;
}

/** The stream that a player shows: the first moving picture. */
export function mainVideo(streams: readonly ProbedStream[]): ProbedStream | undefined {
  return streams.find((stream) => stream.codec_type === "video" && !isAttachedPicture(stream) && (stream.width ?? 0) > 0);
}

/** `frames` for the main stream only. */
export function videoStream(stream: ProbedStream, frames: ReadFrames | undefined): Video {
  const { width = 0, height = 0 } = stream;
  const turn = orientationOf(stream);
  const sample = ratio(stream.sample_aspect_ratio);
  const wide =
    sample !== undefined && sample.num > 0 && sample.den > 0 ? Math.max(1, Math.round((width * sample.num) / sample.den)) : width;
  const upright = turn.rotationDeg % 180 === 0;
  const timeBase = frames?.table.timeBase ?? ratio(stream.time_base) ?? millisecond;
  const gap = frames === undefined ? undefined : gapOf(frames);
  return {
    type: "video",
    index: stream.index,
    codec: stream.codec_name,
    ...(stream.profile === undefined ? {} : { profile: stream.profile }),
    width,
    height,
    displayWidth: upright ? wide : height,
    displayHeight: upright ? height : wide,
    rotationDeg: turn.rotationDeg,
    pixelFormat: stream.pix_fmt ?? "unknown",
    timeBase,
    firstPts: frames?.table.pts[0] ?? 0,
    endPts: frames?.endPts ?? 0,
    frameCount: frames?.table.pts.length ?? 0,
    frameGapSec: gap ?? "unknown",
    variableRate: gap !== undefined && isVariable(gap, timeBase),
    hasBFrames: frames?.reordered ?? (stream.has_b_frames ?? 0) > 0,
    interlaced: interlacedOrders.has(stream.field_order ?? ""),
    attachedPicture: isAttachedPicture(stream),
  };
}

export function audioStream(stream: ProbedStream, span: StreamSpan | undefined): Audio {
  const timeBase = ratio(stream.time_base) ?? millisecond;
  const inSeconds = (units: number) => (units * timeBase.num) / timeBase.den;
  const known = span !== undefined && !Number.isNaN(span.first);
  const stated = seconds(stream.start_time);
  // Decoders drop the lead-in of AAC and Opus, and ffprobe's start says so; the packets alone do not.
  const start = known ? Math.max(inSeconds(span.first), Math.min(stated ?? Number.NEGATIVE_INFINITY, inSeconds(span.end))) : stated;
  return {
    type: "audio",
    index: stream.index,
    codec: stream.codec_name,
    sampleRate: Math.trunc(Number(stream.sample_rate ?? 0)) || 0,
    channels: stream.channels ?? 0,
    timeBase,
    startSec: start ?? "unknown",
    durationSec: known && start !== undefined ? inSeconds(span.end) - start : (seconds(stream.duration) ?? "unknown"),
  };
}

export function otherStream(stream: ProbedStream): Other {
  return { type: "other", index: stream.index, kind: stream.codec_type, codec: stream.codec_name };
}

/** The turn and flip that a player applies. ffprobe counts anticlockwise; the project counts clockwise. */
export function orientationOf(stream: ProbedStream): { readonly rotationDeg: number; readonly mirrored: boolean } {
  const matrix = stream.side_data_list.find((data) => data.side_data_type === "Display Matrix");
  if (matrix === undefined) return { rotationDeg: 0, mirrored: false };
  const numbers = (typeof matrix["displaymatrix"] === "string" ? matrix["displaymatrix"] : "")
    .split("\n")
    .flatMap((line) => line.split(":")[1]?.trim().split(/\s+/).map(Number) ?? []);
  const [a = 0, b = 0, , c = 0, d = 0] = numbers;
  const stated = typeof matrix["rotation"] === "number" && Number.isFinite(matrix["rotation"]) ? -matrix["rotation"] : 0;
  const quarter = Math.round(stated / 90) * 90;
  // Players turn by quarters; matrices that are off by rounding mean the quarter.
  const turn = Math.abs(stated - quarter) < 1 ? quarter : stated;
  return { rotationDeg: ((turn % 360) + 360) % 360, mirrored: a * d - b * c < 0 };
}

/** Between neighbours that differ at all: frames of the same time are counted elsewhere. */
function gapOf({ table: { pts, timeBase } }: ReadFrames): { shortest: number; longest: number } | undefined {
  let shortest = Number.POSITIVE_INFINITY;
  let longest = 0;
  for (let n = 1; n < pts.length; n++) {
    const gap = (pts[n] as number) - (pts[n - 1] as number);
    if (gap === 0) continue;
    shortest = Math.min(shortest, gap);
    longest = Math.max(longest, gap);
  }
  if (longest === 0) return undefined;
  return { shortest: (shortest * timeBase.num) / timeBase.den, longest: (longest * timeBase.num) / timeBase.den };
}

/** More than 1 % apart, and more than rounding to the time base explains: 33 and 34 ms are 30 a second in Matroska. */
function isVariable(gap: { shortest: number; longest: number }, timeBase: { num: number; den: number }): boolean {
  const difference = gap.longest - gap.shortest;
  return difference > gap.longest * 0.01 && difference > (1.5 * timeBase.num) / timeBase.den;
}
