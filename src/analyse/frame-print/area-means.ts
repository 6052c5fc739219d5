/**
 * A part of a grey picture shrunk (or enlarged) to another size by exact area means: each value is the mean of the area it
 * covers, pixels at its border counted by the share that lies inside.
 */
export interface Area {
  /** In pixels of the picture, whole or broken. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Gives the same array each time it is called, to be used before the next call: `toWidth` x `toHeight` values, row by row. */
export type AreaMeans = (luma: Uint8Array | Float32Array) => Float32Array;

export function createAreaMeans(width: number, area: Area, toWidth: number, toHeight: number): AreaMeans {
  const across = coverage(area.left, area.width, toWidth);
  const down = coverage(area.top, area.height, toHeight);
  const firstColumn = across.first[0] as number;
  const columns = (across.first[toWidth - 1] as number) + (across.counts[toWidth - 1] as number) - firstColumn;
  const row = new Float32Array(columns);
  const out = new Float32Array(toWidth * toHeight);
  return (luma) => {
    for (let y = 0; y < toHeight; y += 1) {
      addRows(luma, row, (down.first[y] as number) * width + firstColumn, width, down, y);
      for (let x = 0; x < toWidth; x += 1) {
        const at = (across.first[x] as number) - firstColumn;
        const count = across.counts[x] as number;
        const weights = x * across.most;
        let sum = 0;
        for (let k = 0; k < count; k += 1) sum += (across.weights[weights + k] as number) * (row[at + k] as number);
        out[y * toWidth + x] = sum;
      }
    }
    return out;
  };
}

/** Four rows at a time, the last of them with weight 0 where there are fewer: one pass over the sum instead of three or four. */
function addRows(luma: Uint8Array | Float32Array, row: Float32Array, from: number, width: number, down: Coverage, y: number): void {
  const count = down.counts[y] as number;
  const weights = y * down.most;
  const columns = row.length;
  for (let k = 0; k < count; k += 4) {
    const left = count - k;
    const w0 = down.weights[weights + k] as number;
    const w1 = left > 1 ? (down.weights[weights + k + 1] as number) : 0;
    const w2 = left > 2 ? (down.weights[weights + k + 2] as number) : 0;
    const w3 = left > 3 ? (down.weights[weights + k + 3] as number) : 0;
    const r0 = from + k * width;
    const r1 = left > 1 ? r0 + width : r0;
    const r2 = left > 2 ? r1 + width : r0;
    const r3 = left > 3 ? r2 + width : r0;
    for (let x = 0; x < columns; x += 1) {
      const sum =
        w0 * (luma[r0 + x] as number) + w1 * (luma[r1 + x] as number) + w2 * (luma[r2 + x] as number) + w3 * (luma[r3 + x] as number);
      row[x] = k === 0 ? sum : (row[x] as number) + sum;
    }
  }
}

interface Coverage {
  readonly first: Int32Array;
  readonly counts: Int32Array;
  /** Value n's weights lie at n x `most`; they add up to 1. */
  readonly weights: Float32Array;
  readonly most: number;
}

function coverage(start: number, length: number, to: number): Coverage {
  const each = length / to;
  const most = Math.ceil(each) + 1;
  const first = new Int32Array(to);
  const counts = new Int32Array(to);
  const weights = new Float32Array(to * most);
  for (let n = 0; n < to; n += 1) {
    const from = start + n * each;
    const end = from + each;
    const begin = Math.floor(from + 1e-9);
    first[n] = begin;
    for (let k = 0; k < most; k += 1) {
      const part = Math.min(end, begin + k + 1) - Math.max(from, begin + k);
      if (part <= 1e-9) break;
      weights[n * most + k] = part / each;
      counts[n] = k + 1;
    }
  }
  return { first, counts, weights, most };
}
