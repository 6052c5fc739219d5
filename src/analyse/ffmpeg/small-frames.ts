/** Frames of a video as small raw pictures, straight from the decoder: nothing larger is ever written. */
import type { MediaFile } from "./ask-ffprobe.ts";
import { runProgram } from "./run-program.ts";
import { safeInput } from "./safe-input.ts";

export interface FrameSize {
  readonly width: number;
  readonly height: number;
}

/** The same build gives the same pixels. */
export const exactPixels: readonly string[] = ["-flags", "bitexact", "-sws_flags", "area+accurate_rnd+bitexact"];

/**
 * The frame that a player shows at a place, turned and scaled as shown, red-green-blue. Undefined when the decoder gives none.
 * `atSec` counts from the file's own start.
 */
export async function smallFrame(file: MediaFile, stream: number, atSec: number, size: FrameSize): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  const wanted = size.width * size.height * 3;
  const args = [
    ...["-v", "error", "-nostdin", "-threads", "1", "-ss", atSec.toFixed(6), ...safeInput(file.demuxer), "-i", file.path],
    ...["-map", `0:${stream}`, "-frames:v", "1", "-an", "-sn", "-dn", ...exactPixels],
    ...["-vf", `scale=${size.width}:${size.height}`, "-pix_fmt", "rgb24", "-f", "rawvideo", "pipe:1"],
  ];
  await runProgram(file.ffmpeg, args, { inputPath: file.path, onOutput: (chunk) => chunks.push(chunk), mostOutput: wanted });
  const data = Buffer.concat(chunks);
  return data.length === wanted ? data : undefined;
}
