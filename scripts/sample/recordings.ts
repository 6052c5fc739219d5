/** Every recording that is rendered: the three cameras, and short clips that are hard to step through. */
import { cameraById, CAMERAS, clipStartUtcMs, type Camera, type CameraId } from "./cameras.ts";
import { TOWN_UTC_OFFSET_H } from "./event.ts";
import type { Writing } from "./record.ts";

export interface Recording {
  readonly camera: Camera;
  readonly writing: Writing;
  /** What the clock inside the camera did, in words. */
  readonly clock: string;
  /** Seconds that the camera's clock was ahead of the truth. */
  readonly clockAheadS: number;
  /** Frames at the beginning that are in the file and never shown. */
  readonly hiddenFrames: number;
}

const isoSeconds = (utcMs: number) => `${new Date(Math.floor(utcMs / 1000) * 1000).toISOString().slice(0, 19)}Z`;

const cameraWritings: Record<CameraId, Omit<Writing, "creationTime"> & { clock: string; clockAheadS: number }> = {
  A: { codec: "h264", quality: 20, rate: "steady", keyEvery: 100, clock: "right, in UTC", clockAheadS: 0 },
  B: { codec: "h264", quality: 22, rate: "jittered", keyEvery: 120, rotated: true, clock: "47 s fast", clockAheadS: 47 },
  C: {
    codec: "hevc",
    quality: 23,
    rate: "steady",
    keyEvery: 90,
    clock: "right, but writes Ostrel's wall clock where UTC belongs",
    clockAheadS: TOWN_UTC_OFFSET_H * 3600,
  },
};

export const CAMERA_RECORDINGS: readonly Recording[] = CAMERAS.map((camera) => {
  const { clock, clockAheadS, ...writing } = cameraWritings[camera.id as CameraId];
  const creationTime = isoSeconds(clipStartUtcMs(camera) + clockAheadS * 1000);
  return { camera, writing: { ...writing, creationTime }, clock, clockAheadS, hiddenFrames: 0 };
});

/** A small copy of a camera's view with its own clock, for stepping. */
function steppingCamera(file: string, summary: string, from: Camera, change: Partial<Camera> & { frames?: number } = {}): Camera {
  const { frames = 125, ...rest } = change;
  const timescale = rest.timescale ?? from.timescale;
  const ticks = rest.frameTicks ?? from.frameTicks;
  const frameTicks = ticks.slice(0, frames);
  const upright = from.height > from.width;
  const [width, height] = upright ? [240, 426] : [320, 180];
  const cell = upright ? 9 : 10;
  return {
    ...from,
    id: file,
    file: `stepping/${file}`,
    summary,
    width,
    height,
    shakePx: from.shakePx / 2,
    containerStartS: 0,
    ...rest,
    frameTicks,
    durationS: (ticks[frames] ?? 0) / timescale,
    frameCode: { x: 6, y: height - cell - 6, cellWidth: cell, cellHeight: cell, width, height },
  };
}

const A = cameraById("A");
const B = cameraById("B");
const C = cameraById("C");
const CREATED = isoSeconds(clipStartUtcMs(A));
const H264 = { codec: "h264", quality: 26, rate: "steady", keyEvery: 60, creationTime: CREATED } as const;

function stepping(camera: Camera, writing: Writing, hiddenFrames = 0): Recording {
  return { camera, writing, clock: "right, in UTC", clockAheadS: 0, hiddenFrames };
}

const HIDDEN_FRAMES = 17;

export const STEPPING_RECORDINGS: readonly Recording[] = [
  stepping(steppingCamera("b-frames.mp4", "H.264 with B-frames, 25 fps, a key frame every 60", A), H264),
  stepping(
    steppingCamera("variable-rate.mp4", "H.264 with B-frames, gaps of 25 to 50 ms", A, {
      timescale: B.timescale,
      frameTicks: B.frameTicks,
    }),
    { ...H264, rate: "jittered" },
  ),
  stepping(steppingCamera("rotated.mov", "H.264 lying on its side with a rotation flag, variable rate", B), {
    ...H264,
    rate: "jittered",
    rotated: true,
  }),
  stepping(
    steppingCamera("edit-list.mp4", `H.264, an edit list hides the first ${HIDDEN_FRAMES} frames`, A),
    { ...H264, hiddenS: HIDDEN_FRAMES / 25 },
    HIDDEN_FRAMES,
  ),
  stepping(steppingCamera("late-start.mp4", "H.264, the container's clock starts at 10.04 s", A, { containerStartS: 10.04 }), H264),
  stepping(steppingCamera("hevc.mp4", "HEVC with B-frames, 30000/1001 fps", C), { ...H264, codec: "hevc" }),
];
