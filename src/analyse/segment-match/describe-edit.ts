/** Says of a geometry what was done: mirrored, turned, tilted, which part of a is shown where in b. */
import type { PictureEdit, PictureSegment } from "../../core/copies/segment-match.ts";
import type { FrameBox } from "../../core/observation/observation.ts";
import { type Geometry, mapPoint } from "./geometry.ts";

export type EditedPicture = Pick<PictureSegment, "mirrored" | "turnedDeg" | "tiltDeg" | "partOfA" | "partOfB"> & {
  readonly edits: PictureEdit[];
};

/** Tilt from which it is an edit, degrees: below, it is the error of the measurement. */
const leastTiltDeg = 1.5;
/** A side from which more than this share is missing was cropped. */
const leastCrop = 0.025;
/** What lies between the sides of a filmed screen: their directions differ, degrees. */
const leastPerspectiveDeg = 2.5;

interface Shape {
  readonly width: number;
  readonly height: number;
}

export function describeEdit(
  map: Geometry,
  mirrored: boolean,
  b: Shape,
  partOfA: readonly [number, number, number, number],
  partOfB: readonly [number, number, number, number],
): EditedPicture {
  const middle: [number, number] = [(partOfA[0] + partOfA[2]) / 2, (partOfA[1] + partOfA[3]) / 2];
  const direction = (x1: number, y1: number, x2: number, y2: number): number => {
    const [u1, v1] = mapPoint(map, x1, y1);
    const [u2, v2] = mapPoint(map, x2, y2);
    return (Math.atan2((v2 - v1) * b.height, (u2 - u1) * b.width) * 180) / Math.PI;
  };
  const right = direction(partOfA[0], middle[1], partOfA[2], middle[1]);
  const whole = turn(mirrored ? right + 180 : right);
  const turned = (Math.round(whole / 90) * 90) % 360;
  const tilt = Math.round(turn(whole - turned + 180) * 10 - 1800) / 10;
  const edits: PictureEdit[] = [];
  if (mirrored) edits.push("mirrored");
  if (turned !== 0) edits.push("turned");
  const top = direction(partOfA[0], partOfA[1], partOfA[2], partOfA[1]);
  const low = direction(partOfA[0], partOfA[3], partOfA[2], partOfA[3]);
  const left = direction(partOfA[0], partOfA[1], partOfA[0], partOfA[3]);
  const far = direction(partOfA[2], partOfA[1], partOfA[2], partOfA[3]);
  const bent = Math.max(Math.abs(turn(top - low + 180) - 180), Math.abs(turn(left - far + 180) - 180));
  if (bent >= leastPerspectiveDeg) edits.push("filmed-from-a-screen");
  else if (Math.abs(tilt) >= leastTiltDeg) edits.push("tilted");
  if (partOfA[0] > leastCrop || partOfA[1] > leastCrop || partOfA[2] < 1 - leastCrop || partOfA[3] < 1 - leastCrop) edits.push("cropped");
  return {
    mirrored,
    turnedDeg: turned as 0 | 90 | 180 | 270,
    tiltDeg: Math.abs(tilt) < 0.05 ? 0 : tilt,
    partOfA: asBox(partOfA),
    partOfB: asBox(partOfB),
    edits,
  };
}

const turn = (degrees: number): number => ((degrees % 360) + 360) % 360;

/** Bounds from 0 to 1 as a box in millionths, never empty. */
export function asBox([fromX, fromY, toX, toY]: readonly [number, number, number, number]): FrameBox {
  const at = (value: number): number => Math.max(0, Math.min(999_999, Math.round(value * 1_000_000)));
  const [x, y] = [at(fromX), at(fromY)];
  return {
    x,
    y,
    width: Math.max(1, Math.min(1_000_000 - x, Math.round((toX - fromX) * 1_000_000))),
    height: Math.max(1, Math.min(1_000_000 - y, Math.round((toY - fromY) * 1_000_000))),
  };
}
