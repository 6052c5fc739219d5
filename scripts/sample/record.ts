/** Turns the pictures and the sound of a camera into its file, as that camera would have written it. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PHONE_JITTER, type Camera } from "./cameras.ts";
import { PLACE } from "./event.ts";
import { EACH_FRAME, REPRODUCIBLE, runFfmpeg } from "./ffmpeg.ts";
import { renderFrames } from "./frames.ts";
import { flagQuarterTurn, hideBeginning } from "./mp4-boxes.ts";
import type { Background } from "./trace.ts";

/** How a recording is written. */
export interface Writing {
  readonly codec: "h264" | "hevc";
  readonly quality: number;
  readonly rate: "steady" | "jittered";
  /** Stored lying on its side with a flag that asks for a quarter turn. */
  readonly rotated?: boolean;
  /** Seconds at the beginning that an edit list hides. */
  readonly hiddenS?: number;
  /** Frames from one key frame to the next. */
  readonly keyEvery: number;
  /** What the camera's clock claimed, as the container says it. */
  readonly creationTime: string;
}

export const COMMENT = `SYNTHETIC sample, rendered by a script: the invented town of ${PLACE.town}. No real event.`;

/** Writes `path`; with `wav`, its sound too. */
export async function writeRecording(camera: Camera, background: Background, writing: Writing, path: string, wav?: string): Promise<void> {
  const filters = ["scale=out_color_matrix=bt709:out_range=tv", "format=yuv420p"];
  if (writing.rotated) filters.push("transpose=2");
  if (writing.rate === "jittered") filters.push(`setpts='${jitterExpression()}'`);
  await runFfmpeg(
    [
      ...["-f", "rawvideo", "-pix_fmt", "rgb24", "-s", `${camera.width}x${camera.height}`],
      ...["-framerate", frameRate(camera, writing), "-i", "pipe:0"],
      ...(wav ? ["-i", wav, "-map", "0:v", "-map", "1:a"] : ["-map", "0:v"]),
      ...["-vf", filters.join(","), ...EACH_FRAME],
      ...REPRODUCIBLE,
      ...codecOptions(writing),
      ...["-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709"],
      ...["-video_track_timescale", String(trackTimescale(camera))],
      ...(wav ? ["-c:a", "aac", "-b:a", "96k"] : []),
      ...["-metadata", `creation_time=${writing.creationTime}`, "-metadata", `comment=${COMMENT}`],
      ...(camera.containerStartS ? ["-output_ts_offset", String(camera.containerStartS)] : []),
      ...["-movflags", "+faststart", path],
    ],
    { input: renderFrames(camera, background) },
  );
  if (writing.rotated || writing.hiddenS) {
    const file = await readFile(path);
    if (writing.rotated) flagQuarterTurn(file, camera.width);
    if (writing.hiddenS) hideBeginning(file, writing.hiddenS);
    await writeFile(path, file);
  }
}

const frameRate = (camera: Camera, writing: Writing) =>
  writing.rate === "jittered" ? String(camera.timescale) : `${camera.timescale}/${camera.frameTicks[1] ?? 1}`;

/** Fine enough that every frame time is a whole number of ticks. */
const trackTimescale = (camera: Camera) => (camera.timescale < 1000 ? camera.timescale * 512 : camera.timescale);

/** Repeats `jitteredTicks` of the cameras; the filter keeps its variables from frame to frame. */
function jitterExpression(): string {
  const { multiplier, increment, modulus, minMs, spreadMs } = PHONE_JITTER;
  return `if(N,st(1,mod(ld(1)*${multiplier}+${increment},${modulus}));st(0,ld(0)+${minMs}+mod(ld(1),${spreadMs})),0)`;
}

function codecOptions({ codec, quality, keyEvery }: Writing): string[] {
  if (codec === "h264") {
    return [
      ...["-c:v", "libx264", "-profile:v", "high", "-level:v", "3.1", "-preset", "veryfast", "-crf", String(quality)],
      ...["-x264-params", `bframes=3:b-adapt=0:b-pyramid=normal:ref=3:keyint=${keyEvery}:min-keyint=${keyEvery}:scenecut=0`],
    ];
  }
  const x265 = `log-level=error:pools=2:frame-threads=1:bframes=3:b-adapt=0:info=0:keyint=${keyEvery}:min-keyint=${keyEvery}:scenecut=0`;
  return ["-c:v", "libx265", "-preset", "superfast", "-crf", String(quality), "-tag:v", "hvc1", "-x265-params", x265];
}

export const voiceFolder = join(import.meta.dirname, "voice");
