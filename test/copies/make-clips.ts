/**
 * Small synthetic clips whose truth is known: an original in which something moves all the time, copies of parts of it, and
 * another clip that has nothing of it. Made by ffmpeg while the test runs.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encodeScene } from "../../scripts/bench/copies/encode.ts";
import { oneShot, streetShot } from "../../scripts/bench/copies/sources.ts";

export interface Clips {
  readonly path: (name: string) => string;
  /** Runs ffmpeg, writes a clip of that name and gives its path. */
  readonly make: (name: string, ...args: readonly string[]) => string;
  readonly remove: () => void;
}

export function clipsFolder(name: string): Clips {
  const folder = mkdtempSync(join(tmpdir(), `witnessmark-${name}-`));
  const path = (file: string) => join(folder, file);
  return {
    path,
    make(file, ...args) {
      execFileSync("ffmpeg", ["-v", "error", "-nostdin", "-y", ...args, path(file)]);
      return path(file);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Quick to write, and small. */
export const asH264 = ["-c:v", "libx264", "-preset", "ultrafast", "-crf", "23", "-pix_fmt", "yuv420p"] as const;

/** A street filmed from the hand, with people, cars and street sound: 320 x 180, 12.5 pictures a second. */
export async function streetClip(clips: Clips, name: string, seconds: number, seed: number): Promise<string> {
  const size = [320, 180] as const;
  const scene = { ...oneShot(name, size, streetShot(name, seed, size, seconds, true)), fps: 12.5 };
  await encodeScene(scene, clips.path(`${name}.mp4`), clips.path(""));
  return clips.path(`${name}.mp4`);
}

/** Another picture, in which other things move otherwise. */
export function otherPicture(seconds: number, size = "640x360", fps = 25): readonly string[] {
  return [
    "-f",
    "lavfi",
    "-t",
    String(seconds),
    "-i",
    `life=size=${size}:mold=20:rate=${fps}:ratio=0.3:death_color=#406080:life_color=#f0e0a0:random_seed=7`,
  ];
}
