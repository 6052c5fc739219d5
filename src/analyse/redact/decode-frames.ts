/**
 * Frames of a video one by one, as raw bytes with each one's own time, for a user that may take long with each: the decoder waits.
 * Turned as a player turns them.
 */
import type { Readable } from "node:stream";
import { type MediaFile, type ProbedStream, ratio } from "../ffmpeg/ask-ffprobe.ts";
import { cleaned, notFound, type ProgramEnd, spawnLimited } from "../ffmpeg/run-program.ts";
import { safeInput } from "../ffmpeg/safe-input.ts";
import { createLines, noted } from "../ffmpeg/timed-pictures.ts";

export interface FramesQuestion {
  /** Bytes of one frame. */
  readonly frameBytes: number;
  /** Which frames, as an expression of the decoder's; undefined for every one. */
  readonly select?: string;
  /** Filters that give it its size, and the format of its pixels. */
  readonly shape: string;
  readonly pixels: "yuv420p" | "yuvj420p" | "rgb24" | "gray";
  /** Seconds from the file's own start to begin before; undefined for the start. */
  readonly seekS: number | undefined;
  /** Whether to go on. The bytes are overwritten by the next frame but one. */
  readonly onFrame: (bytes: Uint8Array, atS: number | "unknown") => Promise<boolean> | boolean;
}

export async function decodeFrames(file: MediaFile, stream: ProbedStream, question: FramesQuestion): Promise<ProgramEnd> {
  const { frameBytes, select, shape, pixels, seekS, onFrame } = question;
  const clock = ratio(stream.time_base) ?? { num: 1, den: 1000 };
  const seek = seekS === undefined ? [] : ["-noaccurate_seek", "-ss", Math.max(0, seekS).toFixed(6)];
  const filters = [...(select === undefined ? [] : [`select='${select}'`]), noted("any"), shape].join(",");
  const child = spawnLimited(
    file.ffmpeg,
    [
      ...["-v", "error", "-nostdin", "-threads", "2", "-copyts", ...seek, ...safeInput(file.demuxer), "-i", file.path],
      ...["-map", `0:${stream.index}`, "-an", "-sn", "-dn", "-vsync", "passthrough", "-flags", "bitexact"],
      ...["-sws_flags", "accurate_rnd+bitexact", "-vf", filters, "-pix_fmt", pixels, "-f", "rawvideo", "pipe:1"],
    ],
    ["ignore", "pipe", "pipe", "pipe"],
  );
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => (said = `${said}${chunk.toString()}`.slice(-4000)));
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve, reject) => {
    child.on("close", (code, signal) => resolve({ code, signal }));
    child.on("error", (error: NodeJS.ErrnoException) =>
      error.code === "ENOENT" ? resolve({ code: notFound, signal: null }) : reject(error),
    );
  });
  ended.catch(() => undefined);
  const moments = momentsOf(child.stdio[3] as Readable, clock);
  const buffers = [new Uint8Array(frameBytes), new Uint8Array(frameBytes)];
  let [which, filled, goesOn] = [0, 0, true];
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
    for (let from = 0; goesOn && from < chunk.length;) {
      const frame = buffers[which] as Uint8Array;
      const more = Math.min(frameBytes - filled, chunk.length - from);
      frame.set(chunk.subarray(from, from + more), filled);
      filled += more;
      from += more;
      if (filled < frameBytes) continue;
      goesOn = await onFrame(frame, await moments.next());
      which = 1 - which;
      filled = 0;
    }
    if (!goesOn) break;
  }
  if (!goesOn) child.kill("SIGKILL");
  const { code, signal } = await ended;
  // Told to stop, it has done what it should.
  return {
    code: goesOn ? code : 0,
    signal: goesOn ? signal : null,
    said: goesOn ? cleaned(said, file.path) : "",
    missing: code === notFound,
    tooMuch: false,
  };
}

/** Times of frames in the order in which they pass; a frame's note may come after its bytes. */
function momentsOf(notes: Readable, clock: { readonly num: number; readonly den: number }): { next(): Promise<number | "unknown"> } {
  const times: (number | "unknown")[] = [];
  let wake: (() => void) | undefined;
  let atS: number | "unknown" = "unknown";
  let closed = false;
  const hear = createLines((line) => {
    const note = /^frame:\d+ +pts:(-?\d+|NOPTS)/.exec(line);
    if (note !== null) atS = note[1] === "NOPTS" ? "unknown" : (Number(note[1]) * clock.num) / clock.den;
    if (!line.startsWith("any=")) return;
    times.push(atS);
    wake?.();
  });
  notes.on("data", hear);
  notes.on("error", () => undefined);
  notes.on("close", () => {
    closed = true;
    wake?.();
  });
  return {
    async next() {
      while (times.length === 0 && !closed)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      return times.shift() ?? "unknown";
    },
  };
}
