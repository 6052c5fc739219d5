/**
 * Prints of many clips of 30 seconds, made from rendered luma without any codec: what is measured is comparing, not decoding.
 * Ten frames a second, a hand-held camera over a drawn street, things that move, sound of its own. Every tenth is a copy of
 * another one with something done to it.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { createFramePrinting } from "../../../src/analyse/frame-print/print-frames.ts";
import { printSize } from "../../../src/analyse/frame-print/print-size.ts";
import { soundPrintsOf } from "../../../src/analyse/sound-print/sound-prints-of.ts";
import { soundRate } from "../../../src/core/copies/sound-prints.ts";
import { encodeFramePrints } from "../../../src/formats/frame-prints/encode-frame-prints.ts";
import { encodeSoundPrints } from "../../../src/formats/sound-prints/encode-sound-prints.ts";
import { randomStream } from "../../sample/random.ts";
import { handHeld, wander } from "./paths.ts";
import type { View } from "./scene.ts";
import { samplesOf } from "./sounds.ts";
import type { SharedSound } from "./truth.ts";
import { street } from "./worlds.ts";

const SECONDS = 30;
const FPS = 10;
const { width, height } = printSize(640, 480);
const copyKinds = ["darker, noise", "mirrored", "5 % cut off", "logo", "ten seconds in other footage"] as const;

export interface ManyCopy extends SharedSound {
  readonly copy: string;
  readonly kind: (typeof copyKinds)[number];
}

export const clipName = (index: number) => `clip-${index}`;

/** What a clip is a copy of; null for the nine in ten that are none. Among any first clips the sources are there too. */
export function copyOf(index: number): ManyCopy | null {
  if (index % 10 !== 9) return null;
  const kind = copyKinds[Math.floor(index / 10) % copyKinds.length] ?? copyKinds[0];
  const source = clipName(index - 7);
  const cut = kind === "ten seconds in other footage";
  const [fromSec, toSec, sourceFromSec] = cut ? [10, 20, 8] : [0, SECONDS, 0];
  return { copy: clipName(index), kind, source, fromSec, toSec, sourceFromSec, sourceToSec: sourceFromSec + toSec - fromSec, speed: 1 };
}

/** Writes `NAME.frames` and `NAME.sound`. */
export function printClipOf(index: number, folder: string): void {
  const printing = createFramePrinting({ width, height }, { width: 640, height: 480, still: false });
  for (let frame = 0; frame < SECONDS * FPS; frame++) printing.add(lumaOf(index, frame / FPS), frame / FPS);
  const frames = printing.end();
  if (frames === undefined) throw new Error(`${clipName(index)}: expected prints of its frames; found none`);
  const sound = soundPrintsOf({ startSec: 0 });
  sound.add(soundOfClip(index));
  writeFileSync(join(folder, `${clipName(index)}.frames`), deflateSync(encodeFramePrints(frames), { level: 1 }));
  writeFileSync(join(folder, `${clipName(index)}.sound`), encodeSoundPrints(sound.end()));
}

function soundOfClip(index: number): Float32Array {
  const copy = copyOf(index);
  if (copy === null) return samplesOf(clipName(index), SECONDS, soundRate);
  const own = samplesOf(`${clipName(index)} own`, SECONDS, soundRate);
  const source = samplesOf(copy.source, SECONDS, soundRate);
  const at = (seconds: number) => Math.round(seconds * soundRate);
  own.set(source.subarray(at(copy.sourceFromSec), at(copy.sourceToSec)), at(copy.fromSec));
  return own;
}

function lumaOf(index: number, seconds: number): Uint8Array {
  const copy = copyOf(index);
  if (copy === null || seconds < copy.fromSec || seconds >= copy.toSec) return film(index, seconds, 1, false);
  const from = Number(copy.source.slice("clip-".length));
  const moment = copy.sourceFromSec + seconds - copy.fromSec;
  const luma = film(from, moment, copy.kind === "5 % cut off" ? 0.9 : 1, copy.kind === "mirrored");
  const random = randomStream(index, `noise ${seconds}`);
  const darker = copy.kind === "darker, noise" ? 0.75 : 1;
  for (let i = 0; i < luma.length; i++) luma[i] = Math.min(255, Math.max(0, (luma[i] ?? 0) * darker + (random() - 0.5) * 10));
  if (copy.kind === "logo") {
    for (let y = 8; y < height * 0.28; y++) luma.fill(y % 7 < 3 ? 235 : 60, y * width + Math.round(width * 0.66), (y + 1) * width - 8);
  }
  return luma;
}

interface Stage {
  readonly world: { readonly width: number; readonly height: number; readonly luma: Uint8Array };
  readonly path: (seconds: number) => View;
  readonly things: readonly ((seconds: number) => readonly [x: number, y: number, rx: number, ry: number, level: number])[];
}

/** Clips come one by one and a copy's source is near: two stages are enough. */
const stages = new Map<number, Stage>();

function stageOf(index: number): Stage {
  const known = stages.get(index);
  if (known !== undefined) return known;
  const world = street(5000 + index, 640, 440);
  const luma = Uint8Array.from(
    { length: world.width * world.height },
    (_, i) => 0.299 * (world.data[i * 3] ?? 0) + 0.587 * (world.data[i * 3 + 1] ?? 0) + 0.114 * (world.data[i * 3 + 2] ?? 0),
  );
  const random = randomStream(index, "things");
  const things = Array.from({ length: 9 }, () => {
    const [x, y, turn, reach, pace] = [random() * 640, 280 + random() * 140, random() * 6, 60 + random() * 200, 0.2 + random() * 0.9];
    const [wide, tall, level] = [5 + random() * 22, 12 + random() * 30, random() < 0.5 ? random() * 70 : 170 + random() * 80];
    return (seconds: number) =>
      [x + reach * Math.sin(turn + pace * seconds), y + 9 * Math.sin(pace * 3 * seconds), wide, tall, level] as const;
  });
  const path = handHeld(wander(clipName(index), world, { width, height }, SECONDS), clipName(index), 4);
  const stage = { world: { width: world.width, height: world.height, luma }, path, things };
  if (stages.size >= 2) for (const oldest of [...stages.keys()].slice(0, 1)) stages.delete(oldest);
  stages.set(index, stage);
  return stage;
}

/** `close` below 1 cuts off the edges. */
function film(index: number, seconds: number, close: number, mirrored: boolean): Uint8Array {
  const { world, path, things } = stageOf(index);
  const view = path(seconds);
  const scale = view.scale * close;
  const [cos, sin] = [Math.cos(view.roll) * scale, Math.sin(view.roll) * scale];
  const [maxX, maxY] = [world.width - 1.001, world.height - 1.001];
  const luma = new Uint8Array(width * height);
  let out = 0;
  for (let row = 0; row < height; row++) {
    const dy = row - height / 2;
    for (let column = 0; column < width; column++) {
      const dx = (mirrored ? width - 1 - column : column) - width / 2;
      const x = Math.min(maxX, Math.max(0, view.x + dx * cos - dy * sin));
      const y = Math.min(maxY, Math.max(0, view.y + dx * sin + dy * cos));
      luma[out++] = sampleAt(world.luma, world.width, x, y);
    }
  }
  for (const thing of things) drawThing(luma, thing(seconds), view, scale, mirrored);
  return luma;
}

/** The camera's slight turn is left out: what moves is small and round. */
function drawThing(
  luma: Uint8Array,
  thing: readonly [number, number, number, number, number],
  view: View,
  scale: number,
  mirrored: boolean,
): void {
  const [x, y, rx, ry, level] = thing;
  const middle = (x - view.x) / scale;
  const cx = width / 2 + (mirrored ? -middle : middle);
  const cy = height / 2 + (y - view.y) / scale;
  const wide = rx / scale;
  const tall = ry / scale;
  for (let row = Math.max(0, Math.ceil(cy - tall)); row < Math.min(height, cy + tall); row++) {
    const half = wide * Math.sqrt(Math.max(0, 1 - ((row - cy) / tall) ** 2));
    const from = Math.max(0, Math.round(cx - half));
    const to = Math.min(width, Math.round(cx + half));
    if (from < to) luma.fill(level, row * width + from, row * width + to);
  }
}

function sampleAt(luma: Uint8Array, wide: number, x: number, y: number): number {
  const x0 = x | 0;
  const y0 = y | 0;
  const fx = x - x0;
  const fy = y - y0;
  const at = y0 * wide + x0;
  const top = (luma[at] ?? 0) * (1 - fx) + (luma[at + 1] ?? 0) * fx;
  const bottom = (luma[at + wide] ?? 0) * (1 - fx) + (luma[at + wide + 1] ?? 0) * fx;
  return top * (1 - fy) + bottom * fy;
}
