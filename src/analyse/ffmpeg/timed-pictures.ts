/**
 * All pictures of a video in the order in which they are shown, as raw luma with each one's own time: the decoder writes the
 * pictures to one pipe and notes of their times to another, so a dropped or damaged frame never moves the times of others.
 */
import type { MediaFile, ProbedStream } from "./ask-ffprobe.ts";
import { ratio } from "./ask-ffprobe.ts";
import { hasLumaPlane } from "./luma-range.ts";
import { type ProgramEnd, runProgram } from "./run-program.ts";
import { safeInput } from "./safe-input.ts";
import type { FrameSize } from "./small-frames.ts";

export interface PictureQuestion {
  readonly size: FrameSize;
  /** Seconds between two pictures; every one when undefined. */
  readonly everySec: number | undefined;
  /** Without the turn that the file asks for. */
  readonly asStored: boolean;
  readonly threads: number;
  /** The bytes are overwritten by the next picture. Range as stored: see luma-range.ts. */
  readonly onPicture: (luma: Uint8Array) => void;
  /** Once for each picture, in the same order, before or after it. */
  readonly onMoment: (moment: Moment) => void;
}

export interface Moment {
  /** Place among all frames that the decoder gives. */
  readonly frame: number;
  readonly atSec: number | "unknown";
}

/** A frame that rounding puts just before its turn counts. */
const slackSec = 0.0005;
/** Nothing but notes of our own is written there; a longer line would be no such note. */
const longestLine = 4096;

export async function timedPictures(
  file: MediaFile,
  stream: ProbedStream,
  question: PictureQuestion,
): Promise<{ readonly end: ProgramEnd; /** All frames that the decoder gave. */ readonly frames: number }> {
  const { size, everySec, asStored, threads, onPicture, onMoment } = question;
  const clock = ratio(stream.time_base) ?? { num: 1, den: 1000 };
  const picture = new Uint8Array(size.width * size.height);
  let filled = 0;
  const take = (chunk: Buffer) => {
    for (let from = 0; from < chunk.length;) {
      const more = Math.min(picture.length - filled, chunk.length - from);
      picture.set(chunk.subarray(from, from + more), filled);
      filled += more;
      from += more;
      if (filled === picture.length) {
        filled = 0;
        onPicture(picture);
      }
    }
  };

  let frames = 0;
  let atSec: Moment["atSec"] = "unknown";
  const hear = createLines((line) => {
    const note = /^frame:\d+ +pts:(-?\d+|NOPTS)/.exec(line);
    if (note !== null) atSec = note[1] === "NOPTS" ? "unknown" : (Number(note[1]) * clock.num) / clock.den;
    if (line.startsWith("any=")) frames += 1;
    if (line.startsWith(everySec === undefined ? "any=" : "taken=")) onMoment({ frame: frames - 1, atSec });
  });
  const args = [
    ...["-v", "error", "-nostdin", "-threads", String(threads), "-copyts", ...(asStored ? ["-noautorotate"] : [])],
    ...[...safeInput(file.demuxer), "-i", file.path, "-map", `0:${stream.index}`, "-an", "-sn", "-dn", "-vsync", "passthrough"],
    ...["-flags", "bitexact", "-vf", filters(stream, question), "-pix_fmt", "gray", "-f", "rawvideo", "pipe:1"],
  ];
  const end = await runProgram(file.ffmpeg, args, { inputPath: file.path, onOutput: take, onSide: hear });
  return { end, frames };
}

/** Notes the time of each frame that passes under a name of our own; what the file itself says of its frames is dropped first. */
export function noted(name: string): string {
  return `metadata=mode=delete,metadata=mode=add:key=${name}:value=1,metadata=mode=print:key=${name}:file=pipe\\\\:3:direct=1`;
}

function filters(stream: ProbedStream, { size: { width, height }, everySec }: PictureQuestion): string {
  // Area means, as vPDQ asks of the same library; the size is always stated, because a stream may change its own.
  const shaped = `${hasLumaPlane(stream) ? "extractplanes=y," : ""}scale=${width}:${height}:flags=area+accurate_rnd+bitexact,format=gray`;
  if (everySec === undefined) return `${noted("any")},${shaped}`;
  const least = (everySec - slackSec).toFixed(6);
  return `${noted("any")},select='isnan(prev_selected_t)+gte(t-prev_selected_t,${least})',${noted("taken")},${shaped}`;
}

/** Whole lines out of chunks. */
export function createLines(use: (line: string) => void): (chunk: Buffer) => void {
  let rest = "";
  return (chunk) => {
    const lines = (rest + chunk.toString("latin1")).split("\n");
    rest = (lines.pop() ?? "").slice(0, longestLine);
    for (const line of lines) use(line);
  };
}
