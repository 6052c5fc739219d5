/** Runs ffmpeg and ffprobe for the sample, quietly, and in the way that gives the same bytes every time. */
import { spawn } from "node:child_process";
import type { Readable } from "node:stream";

/** Output options that keep versions, clocks and random numbers out of a file. */
export const REPRODUCIBLE = [
  "-map_metadata",
  "-1",
  "-fflags",
  "+bitexact",
  "-flags:v",
  "+bitexact",
  "-flags:a",
  "+bitexact",
  "-threads",
  "2",
];

/** Every frame in is a frame out, at its own time. */
export const EACH_FRAME = ["-fps_mode", "passthrough"];

export interface Fed {
  /** Pieces for standard input. */
  readonly input?: Iterable<Uint8Array>;
}

/** Resolves to standard output; rejects with the program's own last words. */
export async function runFfmpeg(args: readonly string[], fed: Fed = {}): Promise<Buffer> {
  return run("ffmpeg", ["-hide_banner", "-nostdin", "-loglevel", "error", "-y", ...args], fed);
}

export async function runFfprobe(args: readonly string[]): Promise<Buffer> {
  return run("ffprobe", ["-hide_banner", "-loglevel", "error", ...args], {});
}

async function run(program: string, args: readonly string[], fed: Fed): Promise<Buffer> {
  const child = spawn(program, args, { stdio: ["pipe", "pipe", "pipe"] });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  const output = collect(child.stdout);
  const complaint = collect(child.stderr);
  // When the program stops early, its own message says why: the broken pipe adds nothing.
  child.stdin.on("error", () => undefined);
  for (const piece of fed.input ?? []) {
    if (child.exitCode !== null || child.stdin.destroyed) break;
    if (!child.stdin.write(piece)) await Promise.race([drained(child.stdin), ended]);
  }
  child.stdin.end();
  const code = await ended;
  if (code !== 0) throw new Error(`${program} ended with ${code}: ${(await complaint).toString().trim().slice(-800)}`);
  return output;
}

const drained = (stream: NodeJS.WritableStream) => new Promise<void>((resolve) => stream.once("drain", () => resolve()));

async function collect(stream: Readable): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
