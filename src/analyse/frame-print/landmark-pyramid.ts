/**
 * A luma picture at falling sizes, so that a landmark found in a picture is found again where it was shrunk or enlarged.
 * Takes one plane of bytes; refuses nothing: a picture too small for a single patch has no levels.
 */
import { type AreaMeans, createAreaMeans } from "./area-means.ts";

export interface Plane {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Longer side of the largest level, pixels: finer detail does not survive re-encoding. */
export const longestSide = 320;
/** Each level against the one before. Six steps of it are 3.8, what lies between a picture and itself shown in a quarter of another. */
const step = 0.8;
const mostLevels = 7;
/** A level must hold patches with room around them. */
const leastSide = 40;

export function pyramidOf(picture: Plane): Plane[] {
  const levels: Plane[] = [];
  const first = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  let last = first < 1 ? shrunk(picture, sized(picture.width, first), sized(picture.height, first)) : picture;
  for (let level = 0; level < mostLevels && Math.min(last.width, last.height) >= leastSide; level += 1) {
    levels.push(last);
    last = shrunk(last, sized(last.width, step), sized(last.height, step));
  }
  return levels;
}

const sized = (side: number, by: number): number => Math.max(1, Math.round(side * by));

/** Mean of what each pixel of the smaller picture covers. */
function shrunk({ data, width, height }: Plane, toWidth: number, toHeight: number): Plane {
  const key = `${width} ${height} ${toWidth} ${toHeight}`;
  let means = shrinkers.get(key);
  if (means === undefined) {
    means = createAreaMeans(width, { left: 0, top: 0, width, height }, toWidth, toHeight);
    const [oldest] = shrinkers.keys();
    if (shrinkers.size >= mostShrinkers && oldest !== undefined) shrinkers.delete(oldest);
    shrinkers.set(key, means);
  }
  const out = new Uint8Array(toWidth * toHeight);
  const values = means(data);
  for (let n = 0; n < out.length; n += 1) out[n] = (values[n] as number) + 0.5;
  return { data: out, width: toWidth, height: toHeight };
}

/** Those of one size of picture, and of one that came before it. */
const mostShrinkers = 16;
const shrinkers = new Map<string, AreaMeans>();
