/**
 * Whether a part of a picture can be known again. One that is little but an edge, a corner, a strip or a slope looks like the edge of
 * any cover; one that stands more than once in its own frame says nothing of where a copy comes from.
 */
import type { Crop } from "./find-crop.ts";
import { alike, type Gray, resize, spread } from "./gray.ts";

const side = 20;
/** A flat part looks like any other flat part, and shows nobody. */
const flattest = 9;
/** Well below what two pictures of one thing come to. */
const simpleAtMost = 0.8;
const repeatedAtMost = 0.86;

let simple: readonly Gray[] | undefined;

export function isTelling({ frame, box }: Crop): boolean {
  const part = resize(frame, side, side, box);
  if (spread(part) < flattest) return false;
  simple ??= simplePictures();
  if (simple.some((one) => Math.abs(alike(part, one)) > simpleAtMost)) return false;
  for (let y = 0; y + box.h <= 1; y += box.h / 4)
    for (let x = 0; x + box.w <= 1; x += box.w / 4) {
      const apart = Math.abs(x - box.x) >= box.w * 0.7 || Math.abs(y - box.y) >= box.h * 0.7;
      if (apart && alike(part, resize(frame, side, side, { ...box, x, y })) > repeatedAtMost) return false;
    }
  return true;
}

function simplePictures(): Gray[] {
  const pictures: Gray[] = [];
  const draw = (value: (x: number, y: number) => number) => {
    const data = new Float32Array(side * side);
    for (let y = 0; y < side; y++)
      for (let x = 0; x < side; x++) data[y * side + x] = 255 * value((x + 0.5) / side - 0.5, (y + 0.5) / side - 0.5);
    pictures.push({ width: side, height: side, data });
  };
  const places = [-0.4, -0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3, 0.4];
  for (let angle = 0; angle < 180; angle += 15) {
    const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
    draw((x, y) => 0.5 + (x * cos + y * sin) / 2);
    for (const at of places) {
      draw((x, y) => (x * cos + y * sin > at ? 1 : 0));
      for (const width of [0.15, 0.3, 0.5]) draw((x, y) => (Math.abs(x * cos + y * sin - at) < width / 2 ? 1 : 0));
    }
  }
  for (const left of places) for (const top of places) for (const turn of [1, -1]) draw((x, y) => (x > left && turn * y > top ? 1 : 0));
  for (const w of [0.2, 0.4, 0.6])
    for (const h of [0.2, 0.4, 0.6])
      for (const cx of [-0.2, 0, 0.2])
        for (const cy of [-0.2, 0, 0.2]) draw((x, y) => (Math.abs(x - cx) < w / 2 && Math.abs(y - cy) < h / 2 ? 1 : 0));
  return pictures;
}
