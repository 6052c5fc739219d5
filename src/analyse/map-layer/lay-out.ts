/** Lays part of a picture out as a square tile: where each of its pixels comes from is known at the corners of a grid, and between them by halves. */

/** A part of a picture, four bytes a pixel; `left` and `top` are in pixels of it at `scale`. */
export interface SourceWindow {
  readonly data: Uint8Array;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Pixels of the part for each of the whole picture. */
  readonly scale: number;
}

/** `corners`: column and row in the whole picture at each corner of a grid of `steps` by `steps`, row by row. */
export function layOut(window: SourceWindow, corners: readonly number[], side: number, steps: number) {
  const pixels = new Uint8Array(side * side * 4);
  let shown = 0;
  const cell = side / steps;
  const corner = (column: number, row: number, axis: 0 | 1): number => corners[(row * (steps + 1) + column) * 2 + axis] ?? Number.NaN;
  for (let y = 0; y < side; y++) {
    const row = Math.min(steps - 1, Math.floor(y / cell));
    const down = (y + 0.5) / cell - row;
    for (let x = 0; x < side; x++) {
      const column = Math.min(steps - 1, Math.floor(x / cell));
      const along = (x + 0.5) / cell - column;
      const between = (axis: 0 | 1): number =>
        (corner(column, row, axis) * (1 - along) + corner(column + 1, row, axis) * along) * (1 - down) +
        (corner(column, row + 1, axis) * (1 - along) + corner(column + 1, row + 1, axis) * along) * down;
      // Places of pixels are their middles.
      const sx = between(0) * window.scale - window.left - 0.5;
      const sy = between(1) * window.scale - window.top - 0.5;
      if (sample(window, sx, sy, pixels, (y * side + x) * 4)) shown++;
    }
  }
  const seeThrough: "none" | "some" | "all" = shown === 0 ? "all" : shown === side * side ? "none" : "some";
  return { pixels, seeThrough };
}

/** Mixes the four nearest pixels; nothing outside the part. Whether it is wholly covered there. */
function sample({ data, width, height }: SourceWindow, x: number, y: number, out: Uint8Array, to: number): boolean {
  if (!(x >= -0.5) || !(y >= -0.5) || !(x <= width - 0.5) || !(y <= height - 0.5)) return false;
  const [left, top] = [Math.max(0, Math.floor(x)), Math.max(0, Math.floor(y))];
  const [right, bottom] = [Math.min(width - 1, left + 1), Math.min(height - 1, top + 1)];
  const [fx, fy] = [Math.max(0, x - left), Math.max(0, y - top)];
  const at = (column: number, row: number, band: number): number => data[(row * width + column) * 4 + band] ?? 0;
  for (let band = 0; band < 4; band++)
    out[to + band] =
      (at(left, top, band) * (1 - fx) + at(right, top, band) * fx) * (1 - fy) +
      (at(left, bottom, band) * (1 - fx) + at(right, bottom, band) * fx) * fy +
      0.5;
  return (out[to + 3] ?? 0) > 0;
}
