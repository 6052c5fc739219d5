/** Lays a picture over the ground by its four corners, as a camera from above would see a flat sheet (a projective mapping), in a mesh of triangles. */
import { projective } from "../../core/map-layer/projective.ts";
import type { Pixel } from "../map/viewport.ts";

/** Cells each way: straight lines are then off by less than a pixel for sheets that are not steep. */
const cells = 16;

/** `corners`: top left, top right, bottom right, bottom left, in pixels of the map. */
export function layPicture(context: CanvasRenderingContext2D, picture: ImageBitmap, corners: readonly Pixel[]): void {
  const to = projective(corners);
  if (to === undefined) return;
  const { width, height } = picture;
  for (let row = 0; row < cells; row++)
    for (let column = 0; column < cells; column++) {
      const [u, v, w, z] = [column / cells, row / cells, (column + 1) / cells, (row + 1) / cells];
      const [a, b, c, d] = [to(u, v), to(w, v), to(w, z), to(u, z)];
      const [left, top, right, bottom] = [u * width, v * height, w * width, z * height];
      triangle(context, picture, [left, top, right, top, right, bottom], [a, b, c]);
      triangle(context, picture, [left, top, right, bottom, left, bottom], [a, c, d]);
    }
}

type Six = readonly [number, number, number, number, number, number];

/** The affine mapping that takes three points of the picture to three of the map. */
function triangle(
  context: CanvasRenderingContext2D,
  picture: ImageBitmap,
  [x0, y0, x1, y1, x2, y2]: Six,
  [p0, p1, p2]: readonly [Pixel, Pixel, Pixel],
): void {
  const det = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0);
  if (det === 0) return;
  const a = ((p1.x - p0.x) * (y2 - y0) - (p2.x - p0.x) * (y1 - y0)) / det;
  const b = ((p1.y - p0.y) * (y2 - y0) - (p2.y - p0.y) * (y1 - y0)) / det;
  const c = ((p2.x - p0.x) * (x1 - x0) - (p1.x - p0.x) * (x2 - x0)) / det;
  const d = ((p2.y - p0.y) * (x1 - x0) - (p1.y - p0.y) * (x2 - x0)) / det;
  context.save();
  context.beginPath();
  // A hair wider, so that no seam is seen between two of them.
  const [mx, my] = [(p0.x + p1.x + p2.x) / 3, (p0.y + p1.y + p2.y) / 3];
  for (const p of [p0, p1, p2]) {
    const far = Math.hypot(p.x - mx, p.y - my) || 1;
    context.lineTo(p.x + ((p.x - mx) / far) * 0.7, p.y + ((p.y - my) / far) * 0.7);
  }
  context.clip();
  context.transform(a, b, c, d, p0.x - a * x0 - c * y0, p0.y - b * x0 - d * y0);
  context.drawImage(picture, 0, 0);
  context.restore();
}
