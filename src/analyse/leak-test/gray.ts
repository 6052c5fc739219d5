/** Pictures in grey, and how alike two of them are: the normalised correlation of their brightness, which no change of light moves. */
export interface Gray {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** Shares of a picture. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export function grayOf(bytes: Uint8Array, width: number, height: number): Gray {
  return { width, height, data: Float32Array.from(bytes.subarray(0, width * height)) };
}

/** The part of `gray` in `box`, at another size: means over what each new pixel covers. */
export function resize(gray: Gray, width: number, height: number, box: Box = { x: 0, y: 0, w: 1, h: 1 }, mirrored = false): Gray {
  const data = new Float32Array(width * height);
  const stepX = (box.w * gray.width) / width;
  const stepY = (box.h * gray.height) / height;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const value = meanOf(gray, box.x * gray.width + x * stepX, box.y * gray.height + y * stepY, stepX, stepY);
      data[y * width + (mirrored ? width - 1 - x : x)] = value;
    }
  return { width, height, data };
}

function meanOf({ width, height, data }: Gray, left: number, top: number, w: number, h: number): number {
  if (w <= 1.5 && h <= 1.5) return between(data, width, height, left + w / 2 - 0.5, top + h / 2 - 0.5);
  const [x0, y0] = [Math.max(0, Math.floor(left)), Math.max(0, Math.floor(top))];
  const [x1, y1] = [Math.min(width, Math.max(x0 + 1, Math.round(left + w))), Math.min(height, Math.max(y0 + 1, Math.round(top + h)))];
  let sum = 0;
  for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) sum += data[y * width + x] as number;
  return sum / Math.max(1, (x1 - x0) * (y1 - y0));
}

function between(data: Float32Array, width: number, height: number, x: number, y: number): number {
  const [cx, cy] = [Math.min(width - 1, Math.max(0, x)), Math.min(height - 1, Math.max(0, y))];
  const [x0, y0] = [Math.floor(cx), Math.floor(cy)];
  const [x1, y1] = [Math.min(width - 1, x0 + 1), Math.min(height - 1, y0 + 1)];
  const [fx, fy] = [cx - x0, cy - y0];
  const at = (px: number, py: number) => data[py * width + px] as number;
  return (at(x0, y0) * (1 - fx) + at(x1, y0) * fx) * (1 - fy) + (at(x0, y1) * (1 - fx) + at(x1, y1) * fx) * fy;
}

export function spread({ data }: Gray): number {
  let [sum, squares] = [0, 0];
  for (const value of data) {
    sum += value;
    squares += value * value;
  }
  const mean = sum / data.length;
  return Math.sqrt(Math.max(0, squares / data.length - mean * mean));
}

/** -1 to 1; 0 where either is flat. `leave`: pixels that do not count. */
export function alike(a: Gray, b: Gray, leave?: Uint8Array): number {
  let [n, sa, sb, aa, bb, ab] = [0, 0, 0, 0, 0, 0];
  for (let at = 0; at < a.data.length; at++) {
    if (leave?.[at] === 1) continue;
    const [x, y] = [a.data[at] as number, b.data[at] as number];
    n++;
    sa += x;
    sb += y;
    aa += x * x;
    bb += y * y;
    ab += x * y;
  }
  if (n < 9) return 0;
  const [va, vb] = [aa - (sa * sa) / n, bb - (sb * sb) / n];
  return va < n || vb < n ? 0 : (ab - (sa * sb) / n) / Math.sqrt(va * vb);
}
