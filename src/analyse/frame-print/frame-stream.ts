/**
 * Every frame of a picture stream in one pass of the decoder: small, grey in the range that the stream has (luma-range.ts),
 * turned as shown, each with the time that the container states. The decoder writes pictures on one pipe and times on another; the n-th of each belong
 * together.
 */
import type { MediaFile, ProbedStream } from "../ffmpeg/ask-ffprobe.ts";
import { ratio } from "../ffmpeg/ask-ffprobe.ts";
import { hasLumaPlane } from "../ffmpeg/luma-range.ts";
import { type ProgramEnd, runProgram } from "../ffmpeg/run-program.ts";
import { safeInput } from "../ffmpeg/safe-input.ts";
import { orientationOf } from "../probe/streams.ts";
import type { PrintSize } from "./print-size.ts";

export interface FrameStreamQuestion {
  /** As shown. */
  readonly size: PrintSize;
  readonly threads: number;
  /** Frames after which the decoder is stopped. */
  readonly mostFrames: number;
  /** `luma` holds for the time of the call only. NaN where the decoder knows no time. */
  readonly onFrame: (luma: Uint8Array, timeSec: number) => void;
}

export interface FrameStreamEnd {
  readonly frames: number;
  readonly end: ProgramEnd;
}

export async function streamFrames(file: MediaFile, stream: ProbedStream, question: FrameStreamQuestion): Promise<FrameStreamEnd> {
  const { size, threads, mostFrames } = question;
  const length = size.width * size.height;
  const pairing = pairFrames(length, ratio(stream.time_base) ?? { num: 1, den: 1000 }, question.onFrame);
  const { words, chain } = pictureChain(stream, size);
  const args = [
    ...["-v", "error", "-nostdin", ...words, "-threads", String(threads), "-copyts", ...safeInput(file.demuxer), "-i", file.path],
    ...["-map", `0:${stream.index}`, "-an", "-sn", "-dn", "-vsync", "passthrough", "-frames:v", String(mostFrames)],
    ...["-flags", "bitexact", "-vf", chain, "-pix_fmt", "gray", "-f", "rawvideo", "pipe:1"],
  ];
  const end = await runProgram(file.ffmpeg, args, {
    inputPath: file.path,
    mostOutput: length * mostFrames + length,
    onOutput: pairing.takePixels,
    onSide: pairing.takeTimes,
  });
  return { frames: pairing.end(), end };
}

const exact = "flags=area+accurate_rnd+bitexact";
/**
 * Stored luma is shrunk as it is: as if it were full range already, because a change of range takes longer than all the rest
 * (1080p: 0.5 ms a frame instead of 0.2, which is also less than a copy of the plane takes). The prints open the range.
 */
const asStored = ":in_range=pc:out_range=pc";
const turns: Readonly<Record<number, string>> = { 90: ",transpose=clock", 180: ",hflip,vflip", 270: ",transpose=cclock" };
/** A frame without a note has nothing printed; the note itself says nothing. What the file says of its frames is dropped first: it could pass for a line of ours. */
const tellTimes = "metadata=mode=delete,metadata=mode=add:key=n:value=1,metadata=mode=print:key=n:file=pipe\\\\:3:direct=1";

/** Turned when they are small; a flipped or tilted picture is left to the decoder, which turns it first. */
function pictureChain(stream: ProbedStream, { width, height }: PrintSize): { words: readonly string[]; chain: string } {
  const { rotationDeg, mirrored } = orientationOf(stream);
  const how = `${exact}${hasLumaPlane(stream) ? asStored : ""},format=gray`;
  const after = turns[rotationDeg];
  if (mirrored || (rotationDeg !== 0 && after === undefined)) return { words: [], chain: `${tellTimes},scale=${width}:${height}:${how}` };
  const [across, down] = rotationDeg % 180 === 0 ? [width, height] : [height, width];
  return { words: ["-noautorotate"], chain: `${tellTimes},scale=${across}:${down}:${how}${after ?? ""}` };
}

interface Pairing {
  takePixels(chunk: Buffer): void;
  takeTimes(chunk: Buffer): void;
  /** How many frames had a time noted. */
  end(): number;
}

/** Exported for its tests. */
export function pairFrames(
  length: number,
  timeBase: { readonly num: number; readonly den: number },
  onFrame: FrameStreamQuestion["onFrame"],
): Pairing {
  const current = new Uint8Array(length);
  let filled = 0;
  let frames = 0;
  const times: number[] = [];
  let timesTaken = 0;
  /** Whole frames that came before their time did. */
  const early: Uint8Array[] = [];
  let rest = "";

  const hand = (luma: Uint8Array) => {
    const time = times[timesTaken] as number;
    timesTaken++;
    frames++;
    onFrame(luma, time);
    if (timesTaken < 4096) return;
    times.splice(0, timesTaken);
    timesTaken = 0;
  };
  const handEarly = () => {
    while (early.length > 0 && timesTaken < times.length) hand(early.shift() as Uint8Array);
  };
  return {
    takePixels(chunk) {
      for (let at = 0; at < chunk.length;) {
        const part = Math.min(length - filled, chunk.length - at);
        current.set(chunk.subarray(at, at + part), filled);
        filled += part;
        at += part;
        if (filled < length) return;
        filled = 0;
        if (early.length === 0 && timesTaken < times.length) hand(current);
        else early.push(current.slice());
      }
    },
    takeTimes(chunk) {
      const lines = (rest + chunk.toString("latin1")).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        if (!line.startsWith("frame:")) continue;
        const found = /pts:(-?\d+)/.exec(line);
        times.push(found === null ? Number.NaN : (Number(found[1]) * timeBase.num) / timeBase.den);
      }
      handEarly();
    },
    end: () => frames,
  };
}
