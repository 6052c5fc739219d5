/**
 * Recordings of one made-up event for the tests of the wall: one sound cut into three, and every picture carries its number as a frame
 * code, so that what stands on the screen can be held against the clock. A fourth is of something else.
 */
import { execFileSync, spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { FRAME_CODE_CELLS, frameCodeCells } from "../../scripts/sample/frame-code.ts";

const width = 240;
const height = 136;
const cell = Math.floor(width / FRAME_CODE_CELLS);
const codeHeight = 16;

export interface SyncClipMade {
  readonly name: string;
  readonly fps: number;
  /** Seconds of the first clip's clock at which it begins. */
  readonly beginsSec: number;
  readonly lengthSec: number;
}

export const syncClips: readonly SyncClipMade[] = [
  { name: "1-first.mp4", fps: 25, beginsSec: 0, lengthSec: 16 },
  { name: "2-second.mp4", fps: 30, beginsSec: 3.24, lengthSec: 11 },
  { name: "3-third.mp4", fps: 25, beginsSec: 5.5, lengthSec: 9 },
];
export const otherClip: SyncClipMade = { name: "4-other.mp4", fps: 25, beginsSec: 0, lengthSec: 6 };

/** Where the code is on a canvas of the clip's own size. */
export const codeRow = { y: codeHeight / 2, cell, cells: FRAME_CODE_CELLS };

export async function makeSyncClips(folder: string): Promise<void> {
  const sound = join(folder, "sound.wav");
  // Noise that swells and falls without repeating.
  const event = "anoisesrc=r=16000:color=pink:seed=7:duration=18,volume='0.15+0.6*abs(sin(t*1.7)*sin(t*t*0.31))':eval=frame";
  execFileSync("ffmpeg", ["-v", "error", "-y", "-f", "lavfi", "-i", event, sound]);
  const other = join(folder, "other.wav");
  execFileSync("ffmpeg", ["-v", "error", "-y", "-f", "lavfi", "-i", "anoisesrc=r=16000:color=brown:seed=99:duration=8", other]);
  for (const clip of syncClips) await encode(clip, join(folder, clip.name), sound);
  await encode(otherClip, join(folder, otherClip.name), other);
  rmSync(sound);
  rmSync(other);
}

async function encode({ fps, beginsSec, lengthSec }: SyncClipMade, out: string, sound: string): Promise<void> {
  const raw = ["-f", "rawvideo", "-pix_fmt", "gray", "-s", `${width}x${height}`, "-r", String(fps), "-i", "pipe:0"];
  // Another recorder, another place: its own noise, its own room and its own loudness, so that it is not the same recording.
  const own = `anoisesrc=r=16000:color=white:amplitude=0.06:seed=${lengthSec}:duration=${lengthSec}`;
  const heard = ["-ss", String(beginsSec), "-t", String(lengthSec), "-i", sound, "-f", "lavfi", "-i", own];
  const room = `[1:a]highpass=f=${60 + lengthSec * 12},lowpass=f=${7600 - lengthSec * 150},aecho=0.9:0.7:${30 + lengthSec}:0.25[a];[a][2:a]amix=inputs=2:normalize=0[mix]`;
  const coded = [
    "-c:v",
    "libx264",
    "-preset",
    "veryfast",
    "-crf",
    "22",
    "-bf",
    "2",
    "-g",
    "50",
    "-pix_fmt",
    "yuv420p",
    "-c:a",
    "aac",
    "-b:a",
    "96k",
  ];
  const child = spawn(
    "ffmpeg",
    ["-v", "error", "-y", ...raw, ...heard, "-filter_complex", room, "-map", "0:v", "-map", "[mix]", ...coded, out],
    {
      stdio: ["pipe", "ignore", "inherit"],
    },
  );
  const ended = new Promise<number>((resolve) => child.on("close", (code) => resolve(code ?? -1)));
  for (let frame = 0; frame < fps * lengthSec; frame++)
    if (!child.stdin.write(picture(frame))) await new Promise((resolve) => child.stdin.once("drain", resolve));
  child.stdin.end();
  if ((await ended) !== 0) throw new Error(`ffmpeg could not make ${out}`);
}

/** The code on top, and a bar that moves below it. */
function picture(frame: number): Buffer {
  const pixels = Buffer.alloc(width * height, 110);
  frameCodeCells(frame).forEach((value, at) => {
    for (let y = 0; y < codeHeight; y++) pixels.fill(value === 1 ? 235 : 16, y * width + at * cell, y * width + (at + 1) * cell);
  });
  const bar = (frame * 3) % (width - 20);
  for (let y = codeHeight; y < height; y++) pixels.fill(190, y * width + bar, y * width + bar + 20);
  return pixels;
}
