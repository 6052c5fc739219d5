/**
 * What a plain rule per frame finds on the same clips: PDQ of every frame at the picture's own size, frames of quality 50 and
 * more, a frame matched when some frame of the other clip is within 31 bits (vPDQ of facebook/ThreatExchange, its defaults).
 * Our own implementation of the published rule. It names no moments, so only which frames it matches is judged.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { createPdqHasher } from "../../../src/analyse/pdq/pdq.ts";
import type { SharedSound } from "./truth.ts";

const BYTES = 32;
const MOST_BITS = 31;
const LEAST_QUALITY = 50;

export interface FrameHashes {
  readonly words: Uint32Array;
  readonly quality: Uint8Array;
}

/** Hashes of every frame, kept in `cache`. */
export async function hashFrames(path: string, size: { width: number; height: number }, cache: string): Promise<FrameHashes> {
  if (!existsSync(cache)) {
    const rows = await hashAll(path, size);
    mkdirSync(dirname(cache), { recursive: true });
    writeFileSync(`${cache}.part`, rows);
    renameSync(`${cache}.part`, cache);
  }
  const rows = readFileSync(cache);
  const frames = rows.length / (BYTES + 1);
  const bytes = new Uint8Array(frames * BYTES);
  const quality = new Uint8Array(frames);
  for (let i = 0; i < frames; i++) {
    bytes.set(rows.subarray(i * (BYTES + 1), i * (BYTES + 1) + BYTES), i * BYTES);
    quality[i] = rows[i * (BYTES + 1) + BYTES] ?? 0;
  }
  return { words: new Uint32Array(bytes.buffer), quality };
}

async function hashAll(path: string, { width, height }: { width: number; height: number }): Promise<Buffer> {
  const args = ["-v", "error", "-threads", "1", "-i", path, "-an", "-fps_mode", "passthrough", "-vf", "scale=out_range=pc,format=gray"];
  const child = spawn("ffmpeg", [...args, "-f", "rawvideo", "-"], { stdio: ["ignore", "pipe", "inherit"] });
  const hasher = createPdqHasher(width, height);
  const rows: Uint8Array[] = [];
  const frame = new Uint8Array(width * height);
  let filled = 0;
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
    for (let at = 0; at < chunk.length;) {
      const part = Math.min(frame.length - filled, chunk.length - at);
      frame.set(chunk.subarray(at, at + part), filled);
      filled += part;
      at += part;
      if (filled < frame.length) continue;
      filled = 0;
      const row = new Uint8Array(BYTES + 1);
      const { quality } = hasher.hash(frame, row.subarray(0, BYTES));
      row[BYTES] = quality;
      rows.push(row);
    }
  }
  if (rows.length === 0) throw new Error(`${path}: expected frames of ${width} x ${height}; found none`);
  return Buffer.concat(rows);
}

/** For each frame of `b`: whether it is fit, and whether some fit frame of `a` is near. */
export function matchFrames(a: FrameHashes, b: FrameHashes): { readonly fit: boolean; readonly near: boolean }[] {
  return Array.from(b.quality, (quality, i) => {
    if (quality < LEAST_QUALITY) return { fit: false, near: false };
    for (let j = 0; j < a.quality.length; j++) {
      if ((a.quality[j] ?? 0) >= LEAST_QUALITY && within(a.words, j * 8, b.words, i * 8)) return { fit: true, near: true };
    }
    return { fit: true, near: false };
  });
}

function within(a: Uint32Array, at: number, b: Uint32Array, to: number): boolean {
  let bits = 0;
  for (let word = 0; word < 8; word++) {
    let x = ((a[at + word] ?? 0) ^ (b[to + word] ?? 0)) >>> 0;
    x -= (x >>> 1) & 0x55555555;
    x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
    bits += Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
    if (bits > MOST_BITS) return false;
  }
  return true;
}

/** The same two shares as for segments, over frames; that it cannot say which moment is not held against it. */
export function foundByFrames(matched: readonly { near: boolean }[], truth: readonly SharedSound[], fps: number): boolean {
  let [shared, hits, near] = [0, 0, 0];
  matched.forEach((frame, i) => {
    const moment = (i + 0.5) / fps;
    const isShared = truth.some((part) => moment >= part.fromSec && moment < part.toSec);
    if (isShared) shared++;
    if (frame.near) near++;
    if (isShared && frame.near) hits++;
  });
  return shared > 0 && hits >= 0.8 * shared && hits >= 0.8 * near;
}

/** As its users set it: four fifths of the fit frames of one clip matched. */
export function claimedByFrames(matched: readonly { fit: boolean; near: boolean }[]): boolean {
  const fit = matched.filter((frame) => frame.fit).length;
  return fit > 0 && matched.filter((frame) => frame.near).length >= 0.8 * fit;
}
