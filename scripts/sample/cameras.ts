/**
 * The three cameras: where they stand, how they look, when each frame is taken. A frame is an
 * instant (no exposure time, no rolling shutter), which keeps its true time one number.
 */
import { EVENT_UTC_MS, SEED } from "./event.ts";
import type { FrameCodeLayout } from "./frame-code.ts";
import { bellCurve, randomStream } from "./random.ts";
import type { Vector } from "./sun.ts";

export interface View {
  readonly position: Vector;
  readonly headingDeg: number;
  readonly pitchDeg: number;
  /** Horizontal field of view of the displayed picture. */
  readonly hfovDeg: number;
  readonly width: number;
  readonly height: number;
}

export type CameraId = "A" | "B" | "C";

export interface Camera extends View {
  /** A, B or C; the stepping clips carry their file name. */
  readonly id: string;
  readonly file: string;
  readonly summary: string;
  /** Event time of frame 0 and of the first sound sample. */
  readonly startS: number;
  readonly durationS: number;
  /** Frame times as ticks of 1/timescale second after frame 0. */
  readonly timescale: number;
  readonly frameTicks: readonly number[];
  /** What the container's clock reads at frame 0. */
  readonly containerStartS: number;
  readonly shakePx: number;
  readonly pictureNoise: number;
  readonly frameCode: FrameCodeLayout;
  readonly sound: {
    readonly sampleRate: number;
    readonly noise: number;
    readonly lowPassHz: number | null;
    readonly echo: { readonly delayS: number; readonly gain: number } | null;
  };
}

/** A strip along the foot of the picture, in a bar that holds nothing else but the label. */
function strip(width: number, height: number, cell: number, rowHeight: number): FrameCodeLayout {
  return { x: 8, y: height - rowHeight - 6, cellWidth: cell, cellHeight: rowHeight, width, height };
}

function steadyTicks(durationS: number, timescale: number, perFrame: number): number[] {
  const count = Math.floor((durationS * timescale) / perFrame);
  return Array.from({ length: count }, (_, i) => i * perFrame);
}

/**
 * The phone's irregular clock: gaps of 25 to 50 ms from a linear congruential generator that
 * the ffmpeg filter expression in `record.ts` repeats exactly (all values are small integers).
 */
export const PHONE_JITTER = { multiplier: 137, increment: 4711, modulus: 65_536, minMs: 25, spreadMs: 26 };

function jitteredTicks(durationS: number): number[] {
  const { multiplier, increment, modulus, minMs, spreadMs } = PHONE_JITTER;
  const ticks: number[] = [];
  let state = 0;
  for (let at = 0; at < durationS * 1000;) {
    ticks.push(at);
    state = (state * multiplier + increment) % modulus;
    at += minMs + (state % spreadMs);
  }
  return ticks;
}

const A: Camera = {
  id: "A",
  file: "cameras/camera-a.mp4",
  summary: "H.264 High with B-frames, constant 25 fps, landscape, balcony to the south",
  position: [13, -42, 5.2],
  headingDeg: 343.5,
  pitchDeg: 3.2,
  hfovDeg: 60,
  width: 640,
  height: 360,
  startS: -6.137,
  durationS: 20,
  timescale: 25,
  frameTicks: steadyTicks(20, 25, 1),
  containerStartS: 0,
  shakePx: 1.2,
  pictureNoise: 1.6,
  frameCode: strip(640, 360, 16, 16),
  sound: { sampleRate: 48_000, noise: 0.002, lowPassHz: null, echo: null },
};

const B: Camera = {
  id: "B",
  file: "cameras/camera-b.mov",
  summary: "portrait phone: rotation flag, variable frame rate, H.264 in .mov, noisy",
  position: [-17, -12, 1.6],
  headingDeg: 33.5,
  pitchDeg: 5,
  hfovDeg: 58,
  width: 360,
  height: 640,
  startS: -1.518,
  durationS: 16,
  timescale: 1000,
  frameTicks: jitteredTicks(16),
  containerStartS: 0,
  shakePx: 7,
  pictureNoise: 5,
  frameCode: strip(360, 640, 14, 14),
  sound: { sampleRate: 44_100, noise: 0.009, lowPassHz: 7000, echo: null },
};

const C: Camera = {
  id: "C",
  file: "cameras/camera-c.mp4",
  summary: "HEVC, 30000/1001 fps, container clock starts at 1.5 s, far roof, dull sound",
  position: [58, -66, 13],
  headingDeg: 320.5,
  pitchDeg: -1,
  hfovDeg: 40,
  width: 480,
  height: 270,
  startS: -3.749,
  durationS: 18,
  timescale: 30_000,
  frameTicks: steadyTicks(18, 30_000, 1001),
  containerStartS: 1.5,
  shakePx: 2.5,
  pictureNoise: 3.5,
  frameCode: strip(480, 270, 12, 12),
  sound: {
    sampleRate: 48_000,
    noise: 0.006,
    lowPassHz: 3200,
    echo: { delayS: 0.137, gain: 0.35 },
  },
};

export const CAMERAS: readonly Camera[] = [A, B, C];

export function cameraById(id: CameraId): Camera {
  const camera = CAMERAS.find((c) => c.id === id);
  if (!camera) throw new Error(`no camera ${id}`);
  return camera;
}

/** Seconds after frame 0. */
export const frameTimeS = (camera: Camera, frame: number) => (camera.frameTicks[frame] ?? NaN) / camera.timescale;

export const clipStartUtcMs = (camera: Camera) => EVENT_UTC_MS + Math.round(camera.startS * 1000);

/** How far the hand moves the picture, whole pixels [right, down] per frame. */
export function handShake(camera: Camera): [number, number][] {
  const random = randomStream(SEED, `shake ${camera.id}`);
  const swing = Array.from({ length: 4 }, (_, k) => ({
    hz: 0.23 * (k + 1) + random() * 0.3,
    phaseX: random() * 6.283,
    phaseY: random() * 6.283,
    size: camera.shakePx / (k + 1.5),
  }));
  return camera.frameTicks.map((_, i) => {
    const t = frameTimeS(camera, i) * 2 * Math.PI;
    let x = bellCurve(random) * camera.shakePx * 0.06;
    let y = bellCurve(random) * camera.shakePx * 0.06;
    for (const s of swing) {
      x += Math.sin(t * s.hz + s.phaseX) * s.size;
      y += Math.sin(t * s.hz + s.phaseY) * s.size * 0.7;
    }
    const limit = SHAKE_MARGIN_PX;
    const whole = (v: number) => Math.max(-limit, Math.min(limit, Math.round(v)));
    return [whole(x), whole(y)];
  });
}

/** The still background is drawn this much larger on each side, so that shaking never shows an edge. */
export const SHAKE_MARGIN_PX = 12;

export interface Basis {
  readonly forward: Vector;
  readonly right: Vector;
  readonly up: Vector;
  /** Focal length in pixels. */
  readonly focalPx: number;
}

export function basisOf(view: View): Basis {
  const h = (view.headingDeg * Math.PI) / 180;
  const p = (view.pitchDeg * Math.PI) / 180;
  const forward: Vector = [Math.sin(h) * Math.cos(p), Math.cos(h) * Math.cos(p), Math.sin(p)];
  const right: Vector = [Math.cos(h), -Math.sin(h), 0];
  const up: Vector = [
    right[1] * forward[2] - right[2] * forward[1],
    right[2] * forward[0] - right[0] * forward[2],
    right[0] * forward[1] - right[1] * forward[0],
  ];
  return { forward, right, up, focalPx: view.width / 2 / Math.tan((view.hfovDeg * Math.PI) / 360) };
}

const dot = (a: Vector, b: Vector) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** Pixel of a point (without hand shake), or null when it is behind the camera. */
export function project(view: View, basis: Basis, point: Vector): [number, number] | null {
  const d: Vector = [point[0] - view.position[0], point[1] - view.position[1], point[2] - view.position[2]];
  const depth = dot(d, basis.forward);
  if (depth < 0.1) return null;
  return [view.width / 2 + (basis.focalPx * dot(d, basis.right)) / depth, view.height / 2 - (basis.focalPx * dot(d, basis.up)) / depth];
}
