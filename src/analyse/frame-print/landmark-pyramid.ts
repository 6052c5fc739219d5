/**
 * A luma picture at falling sizes, so that a landmark found in a picture is found again where it was shrunk or enlarged.
 * Takes one plane of bytes; refuses nothing: a picture too small for a single patch has no levels.
 */

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
  let last = first < 1 ? areaMeans(picture, sized(picture.width, first), sized(picture.height, first)) : picture;
  for (let level = 0; level < mostLevels && Math.min(last.width, last.height) >= leastSide; level += 1) {
    levels.push(last);
    last = areaMeans(last, sized(last.width, step), sized(last.height, step));
  }
  return levels;
}

const sized = (side: number, by: number): number => Math.max(1, Math.round(side * by));

/** Mean of what each pixel of the smaller picture covers; first along lines, then along columns. */
function areaMeans(from: Plane, width: number, height: number): Plane {
  const across = coverage(from.width, width);
  const down = coverage(from.height, height);
  const narrow = new Float32Array(width * from.height);
  for (let y = 0; y < from.height; y += 1) {
    const line = y * from.width;
    for (let x = 0; x < width; x += 1) {
      let sum = 0;
      const first = across.first[x] ?? 0;
      for (let tap = 0; tap < across.taps; tap += 1)
        sum += (across.weights[x * across.taps + tap] ?? 0) * (from.data[line + first + tap] ?? 0);
      narrow[y * width + x] = sum;
    }
  }
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const first = down.first[y] ?? 0;
    for (let x = 0; x < width; x += 1) {
      let sum = 0;
      for (let tap = 0; tap < down.taps; tap += 1)
        sum += (down.weights[y * down.taps + tap] ?? 0) * (narrow[(first + tap) * width + x] ?? 0);
      data[y * width + x] = sum + 0.5;
    }
  }
  return { data, width, height };
}

function coverage(from: number, to: number): { first: Int32Array; taps: number; weights: Float32Array } {
  const ratio = from / to;
  const taps = Math.min(from, Math.ceil(ratio) + 1);
  const first = new Int32Array(to);
  const weights = new Float32Array(to * taps);
  for (let cell = 0; cell < to; cell += 1) {
    const begin = cell * ratio;
    const end = begin + ratio;
    const start = Math.min(Math.floor(begin), from - taps);
    first[cell] = start;
    for (let tap = 0; tap < taps; tap += 1) {
      const part = Math.min(end, start + tap + 1) - Math.max(begin, start + tap);
      weights[cell * taps + tap] = Math.max(0, part) / ratio;
    }
  }
  return { first, taps, weights };
}
