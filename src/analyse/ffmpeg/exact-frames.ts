/**
 * Chosen frames of a video as small raw pictures, found by their times. One pass over the whole stream where frames lie
 * close together; a seek for each where they lie far apart, because decoding ten hours for sixty pictures is waste.
 */
import type { MediaFile, ProbedStream } from "./ask-ffprobe.ts";
import { runProgram } from "./run-program.ts";
import { safeInput } from "./safe-input.ts";
import { exactPixels, type FrameSize } from "./small-frames.ts";

export interface FrameQuestion {
  readonly timeBase: { readonly num: number; readonly den: number };
  /** Where the file's clock starts; seeking counts from there. */
  readonly startSec: number;
  readonly shownFrames: number;
  /** Rising times on the player's clock, seconds. */
  readonly wanted: readonly number[];
  readonly size: FrameSize;
  readonly onProgress: (done: number) => void;
}

/** Frames between two wanted ones above which a seek is cheaper than decoding on: x264's usual distance of key frames. */
const farApart = 250;

/** In the order of `wanted`; undefined where the decoder gave none. */
export async function exactFrames(
  file: MediaFile,
  stream: ProbedStream,
  question: FrameQuestion,
): Promise<readonly (Buffer | undefined)[]> {
  const { wanted, shownFrames } = question;
  if (shownFrames / wanted.length <= farApart) {
    const inOnePass = await passOver(file, stream, question);
    if (inOnePass.length === wanted.length) return inOnePass;
  }
  const found: (Buffer | undefined)[] = [];
  for (const [n, sec] of wanted.entries()) {
    found.push(await seekTo(file, stream, question, sec));
    question.onProgress((n + 1) / wanted.length);
  }
  return found;
}

function units(sec: number, { timeBase }: FrameQuestion): number {
  return Math.round((sec * timeBase.den) / timeBase.num);
}

async function passOver(file: MediaFile, stream: ProbedStream, question: FrameQuestion): Promise<Buffer[]> {
  const times = question.wanted.map((sec) => `eq(pts,${units(sec, question)})`);
  return pictures(file, stream, question, { select: times.join("+"), seek: [], most: times.length });
}

/** The first frame at or after its time, decoded from the key frame before it. */
async function seekTo(file: MediaFile, stream: ProbedStream, question: FrameQuestion, sec: number): Promise<Buffer | undefined> {
  const from = Math.max(0, sec - question.startSec);
  const seek = ["-noaccurate_seek", "-ss", from.toFixed(6)];
  return (await pictures(file, stream, question, { select: `gte(pts,${units(sec, question)})`, seek, most: 1 }))[0];
}

async function pictures(
  file: MediaFile,
  stream: ProbedStream,
  { size, wanted, onProgress }: FrameQuestion,
  { select, seek, most }: { select: string; seek: readonly string[]; most: number },
): Promise<Buffer[]> {
  const length = size.width * size.height * 3;
  const chunks: Buffer[] = [];
  let total = 0;
  const args = [
    ...["-v", "error", "-nostdin", "-threads", "2", "-copyts", ...seek, ...safeInput(file.demuxer), "-i", file.path],
    ...["-map", `0:${stream.index}`, "-an", "-sn", "-dn", "-vsync", "passthrough", "-frames:v", String(most), ...exactPixels],
    ...["-vf", `select='${select}',scale=${size.width}:${size.height}`, "-pix_fmt", "rgb24", "-f", "rawvideo", "pipe:1"],
  ];
  await runProgram(file.ffmpeg, args, {
    inputPath: file.path,
    mostOutput: length * most,
    onOutput(chunk) {
      chunks.push(chunk);
      total += chunk.length;
      if (most > 1) onProgress(total / (length * wanted.length));
    },
  });
  const data = Buffer.concat(chunks);
  return Array.from({ length: Math.floor(data.length / length) }, (_, n) => data.subarray(n * length, (n + 1) * length));
}
