/**
 * The encoder: takes painted frames as they come and plain samples from a file, and writes a file that holds these two streams and
 * nothing else: no metadata, no chapters, no notes of the encoder, no side data of the stream.
 */
import { availableParallelism } from "node:os";
import type { Writable } from "node:stream";
import { type ProbedStream, ratio } from "../ffmpeg/ask-ffprobe.ts";
import { cleaned, notFound, type ProgramEnd, spawnLimited } from "../ffmpeg/run-program.ts";
import type { FrameSize } from "../ffmpeg/small-frames.ts";
import type { PlainSound } from "./cover-sound.ts";
import { rawFrameHead, rawVideoHead } from "./raw-video.ts";

/** More threads hold more frames at once than the limit on memory allows for pictures of 4K. */
const threads = String(Math.min(8, Math.ceil(availableParallelism() * 1.5)));
/** Visually lossless: over 40 dB on what is filmed. Spoken of in the answer, so that a second person can do the same. */
export const encoderSettings = ["-c:v", "libx264", "-preset", "fast", "-crf", "17"] as const;
const soundSettings = ["-c:a", "aac", "-b:a", "192k"] as const;
const bare = [
  ...[
    "-map_metadata",
    "-1",
    "-map_chapters",
    "-1",
    "-metadata:s",
    "encoder=",
    "-sn",
    "-dn",
    "-fflags",
    "+bitexact",
    "-flags:v",
    "+bitexact",
    "-flags:a",
    "+bitexact",
  ],
  ...["-movflags", "+faststart"],
];
export const ticksPerS = 90_000;

export interface SoundInput extends Pick<PlainSound, "rate" | "channels"> {
  readonly path: string;
}

const soundInput = ({ path, rate, channels }: SoundInput) => [
  ...["-protocol_whitelist", "file", "-f", "s16le", "-ar", String(rate), "-ac", String(channels), "-i", path],
];

export interface FrameEncoder {
  /** Resolves when the next frame may come; the bytes must stay until the call after it resolves. */
  add(frame: Uint8Array, atUs: number, durationUs: number): Promise<void>;
  end(): Promise<ProgramEnd>;
  stop(): void;
}

export function startEncoder(
  ffmpeg: string,
  {
    size,
    full,
    stream,
    turned,
    sound,
    out,
  }: { size: FrameSize; full: boolean; stream: ProbedStream; turned: boolean; sound: SoundInput | undefined; out: string },
): FrameEncoder {
  const child = spawnLimited(
    ffmpeg,
    [
      ...["-v", "error", "-y", "-protocol_whitelist", "pipe", "-format_whitelist", "matroska", "-f", "matroska", "-i", "pipe:0"],
      ...(sound === undefined ? [] : soundInput(sound)),
      ...["-map", "0:v:0", ...(sound === undefined ? ["-an"] : ["-map", "1:a:0", ...soundSettings])],
      ...["-vf", `settb=1/${ticksPerS}${aspect(stream, turned)}`, "-vsync", "passthrough", "-enc_time_base", `1:${ticksPerS}`],
      ...[
        "-video_track_timescale",
        String(ticksPerS),
        "-threads",
        threads,
        ...encoderSettings,
        "-pix_fmt",
        "yuv420p",
        ...colours(stream, full),
      ],
      // Messages inside the stream, such as the encoder's note of its settings.
      ...["-bsf:v", "filter_units=remove_types=6", ...bare, out],
    ],
    ["pipe", "ignore", "pipe"],
  );
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => (said = `${said}${chunk.toString()}`.slice(-4000)));
  const closed = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve, reject) => {
    child.on("close", (code, signal) => resolve({ code, signal }));
    child.on("error", (error: NodeJS.ErrnoException) =>
      error.code === "ENOENT" ? resolve({ code: notFound, signal: null }) : reject(error),
    );
  });
  closed.catch(() => undefined);
  const input = child.stdin as Writable;
  let gone = false;
  let before = Promise.resolve();
  // An encoder that ended early says why by its end; what was still to be written to it is nobody's fault.
  input.on("error", () => (gone = true));
  child.on("close", () => (gone = true));
  input.write(rawVideoHead(size));
  return {
    async add(frame, atUs, durationUs) {
      if (gone) return;
      input.write(rawFrameHead(frame.length, atUs, durationUs));
      // Told when the bytes are handed over, with an error too; "room for more" would not do: bytes that wait are not copied.
      const handedOver = new Promise<void>((resolve) => void input.write(frame, () => resolve()));
      await before;
      before = handedOver;
    },
    async end() {
      if (!gone) input.end();
      const { code, signal } = await closed;
      return { code, signal, said: cleaned(said, out), missing: code === notFound, tooMuch: false };
    },
    stop: () => void child.kill("SIGKILL"),
  };
}

/** Sound by itself. */
export function soundArguments(sound: SoundInput, out: string): string[] {
  return ["-v", "error", "-nostdin", "-y", ...soundInput(sound), "-map", "0:a:0", "-vn", ...soundSettings, ...bare, out];
}

/** Pixels that are not square stay so: the picture is not resampled for it. */
function aspect({ sample_aspect_ratio }: ProbedStream, turned: boolean): string {
  const sample = ratio(sample_aspect_ratio);
  if (sample === undefined || sample.num <= 0 || sample.den <= 0) return "";
  return turned ? `,setsar=${sample.den}/${sample.num}` : `,setsar=${sample.num}/${sample.den}`;
}

/** How numbers mean colours: without it a player guesses, and all of the picture changes a little. */
function colours({ color_space, color_transfer, color_primaries }: ProbedStream, full: boolean): string[] {
  const known = (name: string | undefined) => name !== undefined && /^[a-z0-9-]{2,20}$/.test(name) && !/unknown|reserved|gbr/.test(name);
  return [
    ...["-color_range", full ? "pc" : "tv"],
    ...(known(color_space) ? ["-colorspace", color_space as string] : []),
    ...(known(color_transfer) ? ["-color_trc", color_transfer as string] : []),
    ...(known(color_primaries) ? ["-color_primaries", color_primaries as string] : []),
  ];
}
