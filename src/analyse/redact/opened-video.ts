/** What rendering and tracking must know of a video before they decode it: size as shown, its clock, and every frame's time on it. */
import { lastAtOrBelowIn } from "./last-at-or-below.ts";
import type { FrameStay } from "../../core/redaction/box-at.ts";
import type { MediaFile, ProbedStream } from "../ffmpeg/ask-ffprobe.ts";
import { seconds } from "../ffmpeg/ask-ffprobe.ts";
import { readFrames } from "../ffmpeg/frame-table.ts";
import type { OpenedMedia } from "../ffmpeg/open-media.ts";
import type { StreamSpan } from "../ffmpeg/packet-table.ts";
import type { FrameSize } from "../ffmpeg/small-frames.ts";
import { orientationOf } from "../probe/streams.ts";

export interface OpenedVideo {
  readonly file: MediaFile;
  readonly stream: ProbedStream;
  /** After the turn, in stored pixels. */
  readonly size: FrameSize;
  readonly turned: boolean;
  /** Luma reaches from 0 to 255. */
  readonly full: boolean;
  /** Times of the frames that players show, rising, seconds of the item's clock. */
  readonly times: Float64Array;
  readonly startS: number;
  readonly spans: ReadonlyMap<number, StreamSpan>;
}

/** Undefined where it has no moving pictures or none of them is shown. */
export async function openVideo({ file, video, probed, size }: OpenedMedia): Promise<OpenedVideo | undefined> {
  if (video === undefined || (video.width ?? 0) <= 0 || (video.height ?? 0) <= 0) return undefined;
  const { table, spans } = await readFrames(file, video, { size, onProgress: () => undefined });
  const times = Float64Array.from(table.edited.filter((time) => time !== null)).sort();
  if (times.length === 0) return undefined;
  const turned = orientationOf(video).rotationDeg % 180 === 90;
  const [width, height] = [video.width as number, video.height as number];
  return {
    ...{ file, stream: video, turned, times, spans },
    size: turned ? { width: height, height: width } : { width, height },
    full: video.pix_fmt?.startsWith("yuvj") === true || video.color_range === "pc",
    startS: seconds(probed.format.start_time) ?? 0,
  };
}

/** How long a decoded frame is shown. One that the table does not know stays until the next that it knows. */
export function stayOf(times: Float64Array, atS: number): FrameStay {
  const next = lastAtOrBelowIn(times, atS + 1e-6) + 1;
  return { startS: atS, endS: times[next] ?? Number.POSITIVE_INFINITY };
}

/** Seconds from the file's start to seek to, so that nothing at or after `fromS` is missed; undefined to read from the start. */
export function seekBefore({ startS, times }: OpenedVideo, fromS: number): number | undefined {
  // Near the start a seek saves nothing, and times before the first frame are no places.
  return fromS - (times[0] as number) < 20 ? undefined : fromS - startS - 5;
}
