/**
 * Films a flat world picture with a scripted camera: pans, zooms, hand shake, figures that move, grain. The world may be drawn
 * (worlds.ts) or a photograph; either way the truth of every frame is known. No depth: parallax is what this cannot show.
 */
import type { Rgb } from "../../sample/pixel-text.ts";
import { randomStream } from "../../sample/random.ts";
import { grainTable } from "./noise.ts";

/** World pixels: the middle of the frame, world pixels in one frame pixel, turn of the camera. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  readonly roll: number;
}

export type Path = (seconds: number) => View;

/** Where a world point lies in the frame, and how many frame pixels a world pixel is. */
export interface OnFrame {
  readonly size: number;
  place(x: number, y: number): readonly [number, number];
}

export interface Shot {
  readonly seconds: number;
  readonly world: Rgb;
  readonly view: Path;
  /** Drawn in order, far ones first. */
  readonly figures: readonly ((frame: Rgb, seconds: number, on: OnFrame) => void)[];
  /** Deviation of the grain, levels of 255. */
  readonly grain: number;
  /** Factor on brightness, such as a cloud or a lamp; 1 when absent. */
  readonly light?: (seconds: number) => number;
}

export interface Scene {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  readonly shots: readonly Shot[];
}

export const secondsOf = (scene: Scene) => scene.shots.reduce((sum, shot) => sum + shot.seconds, 0);

/** The frames one by one, three bytes a pixel; each is a buffer of its own. */
export function* framesOf(scene: Scene): Generator<Uint8Array> {
  const random = randomStream(0, `grain ${scene.name}`);
  const grain = grainTable(random);
  for (const shot of scene.shots) {
    const count = Math.round(shot.seconds * scene.fps);
    for (let index = 0; index < count; index++) {
      const seconds = index / scene.fps;
      const frame: Rgb = { width: scene.width, height: scene.height, data: new Uint8Array(scene.width * scene.height * 3) };
      const view = shot.view(seconds);
      film(frame, shot.world, view);
      const on = onFrame(frame, view);
      for (const figure of shot.figures) figure(frame, seconds, on);
      develop(frame, shot.grain, shot.light?.(seconds) ?? 1, grain, random);
      yield frame.data;
    }
  }
}

function onFrame(frame: Rgb, view: View): OnFrame {
  const [cos, sin] = [Math.cos(view.roll) / view.scale, Math.sin(view.roll) / view.scale];
  return {
    size: 1 / view.scale,
    place(x, y) {
      const [dx, dy] = [x - view.x, y - view.y];
      return [frame.width / 2 + dx * cos + dy * sin, frame.height / 2 - dx * sin + dy * cos];
    },
  };
}

/** Bilinear; beyond the world's edge its last pixels go on. */
function film(frame: Rgb, world: Rgb, view: View): void {
  const [cos, sin] = [Math.cos(view.roll) * view.scale, Math.sin(view.roll) * view.scale];
  const { data: to } = frame;
  const { data: from, width, height } = world;
  const [maxX, maxY] = [width - 1.001, height - 1.001];
  let out = 0;
  for (let row = 0; row < frame.height; row++) {
    const dy = row - frame.height / 2;
    for (let column = 0; column < frame.width; column++) {
      const dx = column - frame.width / 2;
      const x = Math.min(maxX, Math.max(0, view.x + dx * cos - dy * sin));
      const y = Math.min(maxY, Math.max(0, view.y + dx * sin + dy * cos));
      const [x0, y0] = [x | 0, y | 0];
      const [fx, fy] = [x - x0, y - y0];
      const at = (y0 * width + x0) * 3;
      const below = at + width * 3;
      const [w11, w10, w01] = [fx * fy, fx - fx * fy, fy - fx * fy];
      const w00 = 1 - fx - fy + w11;
      for (let k = 0; k < 3; k++) {
        to[out++] =
          (from[at + k] ?? 0) * w00 + (from[at + 3 + k] ?? 0) * w10 + (from[below + k] ?? 0) * w01 + (from[below + 3 + k] ?? 0) * w11 + 0.5;
      }
    }
  }
}

function develop(frame: Rgb, deviation: number, light: number, grain: Float32Array, random: () => number): void {
  const { data, width, height } = frame;
  for (let row = 0; row < height; row++) {
    let at = (random() * 65536) | 0;
    for (let i = row * width * 3; i < (row + 1) * width * 3; i += 3) {
      const add = (grain[at++ & 65535] ?? 0) * 2 * deviation;
      for (let k = 0; k < 3; k++) {
        const level = (data[i + k] ?? 0) * light + add;
        data[i + k] = level < 0 ? 0 : level > 255 ? 255 : level;
      }
    }
  }
}
