/**
 * Clips drawn pixel by pixel for tests of picture matching: a textured place, things that move through it on paths that
 * never repeat, and edits whose effect on every second and every part of the picture is known. Printed by the code that
 * prints real clips.
 */
import type { FramePrints } from "../../src/core/copies/frame-prints.ts";
import { createFramePrinting } from "../../src/analyse/frame-print/print-frames.ts";

export interface Picture {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** The picture at a moment of the scene, seconds. */
export type Scene = (sec: number) => Picture;

export const width = 240;
export const height = 180;
export const frameSec = 0.08;

/** From 0 up to 1, always the same for a seed. */
export function chance(seed: number): () => number {
  let state = (seed * 2_654_435_761 + 12_345) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8) / 16_777_216;
  };
}

/** Smooth patches of several sizes with boxes on them: corners to find, and no two places alike. */
export function place(seed: number, wide: number, high: number): Picture {
  const random = chance(seed);
  const values = new Float32Array(wide * high).fill(110);
  for (const cell of [60, 25, 9]) {
    const columns = Math.ceil(wide / cell) + 2;
    const grid = Float32Array.from({ length: columns * (Math.ceil(high / cell) + 2) }, () => (random() - 0.5) * (cell > 10 ? 90 : 40));
    for (let y = 0; y < high; y += 1)
      for (let x = 0; x < wide; x += 1) {
        const [left, top] = [Math.floor(x / cell), Math.floor(y / cell)];
        const [u, v] = [x / cell - left, y / cell - top];
        const at = (dx: number, dy: number): number => grid[(top + dy) * columns + left + dx] ?? 0;
        values[y * wide + x] =
          (values[y * wide + x] ?? 0) + (at(0, 0) * (1 - u) + at(1, 0) * u) * (1 - v) + (at(0, 1) * (1 - u) + at(1, 1) * u) * v;
      }
  }
  for (let box = 0; box < (wide * high) / 700; box += 1) {
    const [x0, y0, w, h, shade] = [random() * wide, random() * high, 4 + random() * 22, 4 + random() * 22, random() * 220 + 15];
    for (let y = Math.floor(y0); y < Math.min(high, y0 + h); y += 1)
      for (let x = Math.floor(x0); x < Math.min(wide, x0 + w); x += 1) values[y * wide + x] = shade;
  }
  return { data: Uint8Array.from(values, (value) => Math.max(0, Math.min(255, value))), width: wide, height: high };
}

/** A fixed camera on a place through which things move. `movers` decides what moves; 0 things move when it is null. */
export function fixedCamera(placeSeed: number, movers: number | null): Scene {
  const ground = place(placeSeed, width, height);
  const actors = movers === null ? [] : paths(movers, 7);
  return (sec) => {
    const data = ground.data.slice();
    for (const actor of actors) actor(data, sec);
    return { data, width, height };
  };
}

/** A camera that wanders over a larger place. */
export function wanderingCamera(placeSeed: number, walk: number): Scene {
  const ground = place(placeSeed, 520, 400);
  const random = chance(walk);
  const [p, q, r, s] = [random() * 6, random() * 6, 0.31 + random() * 0.3, 0.37 + random() * 0.3];
  return (sec) => {
    const left = 140 + 130 * Math.sin(p + r * sec) * Math.cos(0.173 * sec + q);
    const top = 110 + 100 * Math.sin(q + s * sec) * Math.cos(0.127 * sec + p);
    return sampled(width, height, (x, y) => at(ground, x + left, y + top));
  };
}

/** A camera that pans steadily over a larger place, so many pixels a second. */
export function panningCamera(placeSeed: number, pixelsASec: number): Scene {
  const ground = place(placeSeed, 900, height + 60);
  return (sec) => sampled(width, height, (x, y) => at(ground, x + 10 + pixelsASec * sec, y + 30 + 20 * Math.sin(sec)));
}

function paths(seed: number, count: number): ((data: Uint8Array, sec: number) => void)[] {
  const random = chance(seed * 31 + 7);
  return Array.from({ length: count }, () => {
    const [size, shade, p, q, r, s] = [14 + random() * 24, random() * 255, random() * 6, random() * 6, 0.4 + random(), 0.4 + random()];
    return (data: Uint8Array, sec: number) => {
      const x0 = Math.round(width * (0.5 + 0.45 * Math.sin(p + r * sec) * Math.cos(0.31 * sec + q)) - size / 2);
      const y0 = Math.round(height * (0.55 + 0.4 * Math.sin(q + s * sec) * Math.cos(0.23 * sec + p)) - size / 2);
      for (let y = Math.max(0, y0); y < Math.min(height, y0 + size); y += 1)
        for (let x = Math.max(0, x0); x < Math.min(width, x0 + size); x += 1)
          data[y * width + x] = (x - x0 + (y - y0) * 2) % 13 < 5 ? 255 - shade : shade;
    };
  });
}

function at({ data, width: w, height: h }: Picture, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  if (left < 0 || top < 0 || left >= w - 1 || top >= h - 1)
    return data[Math.max(0, Math.min(h - 1, top)) * w + Math.max(0, Math.min(w - 1, left))] ?? 0;
  const [u, v] = [x - left, y - top];
  const from = top * w + left;
  return (
    ((data[from] ?? 0) * (1 - u) + (data[from + 1] ?? 0) * u) * (1 - v) +
    ((data[from + w] ?? 0) * (1 - u) + (data[from + w + 1] ?? 0) * u) * v
  );
}

function sampled(w: number, h: number, value: (x: number, y: number) => number): Picture {
  const data = new Uint8Array(w * h);
  for (let y = 0; y < h; y += 1) for (let x = 0; x < w; x += 1) data[y * w + x] = value(x, y) + 0.5;
  return { data, width: w, height: h };
}

export type Edit = (picture: Picture, frame: number) => Picture;

export const mirrored: Edit = (picture) => sampled(picture.width, picture.height, (x, y) => at(picture, picture.width - 1 - x, y));
export const quarterTurned: Edit = (picture) => sampled(picture.height, picture.width, (x, y) => at(picture, y, picture.height - 1 - x));
/** Cuts the same share off every side and enlarges what is left. */
export const cropped =
  (share: number): Edit =>
  (picture) =>
    sampled(picture.width, picture.height, (x, y) =>
      at(picture, picture.width * share + x * (1 - 2 * share), picture.height * share + y * (1 - 2 * share)),
    );
export const tilted =
  (degrees: number): Edit =>
  (picture) => {
    const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
    const [cx, cy] = [picture.width / 2, picture.height / 2];
    return sampled(picture.width, picture.height, (x, y) => {
      const [u, v] = [cx + (x - cx) * c + (y - cy) * s, cy - (x - cx) * s + (y - cy) * c];
      return u < 0 || v < 0 || u >= picture.width || v >= picture.height ? 0 : at(picture, u, v);
    });
  };
/** Black on either side. */
export const padded: Edit = (picture) => {
  const wide = Math.round(picture.width * 1.6);
  const left = (wide - picture.width) / 2;
  return sampled(wide, picture.height, (x, y) => (x < left || x >= left + picture.width ? 0 : at(picture, x - left, y)));
};
/** A flat box, x, y, width, height as shares of the picture. */
export const boxed =
  (x0: number, y0: number, w: number, h: number, shade: number): Edit =>
  (picture) =>
    sampled(picture.width, picture.height, (x, y) =>
      x >= x0 * picture.width && x < (x0 + w) * picture.width && y >= y0 * picture.height && y < (y0 + h) * picture.height
        ? shade
        : at(picture, x, y),
    );
export const brighter: Edit = (picture) => sampled(picture.width, picture.height, (x, y) => Math.min(255, at(picture, x, y) * 0.8 + 45));
export const noisy =
  (levels: number): Edit =>
  (picture, frame) => {
    const random = chance(frame + 991);
    return sampled(picture.width, picture.height, (x, y) => Math.max(0, Math.min(254, at(picture, x, y) + (random() - 0.5) * levels)));
  };
/** A screen filmed from the side: its right edge is farther away than its left one. */
export const filmed: Edit = (picture, frame) =>
  noisy(16)(
    sampled(picture.width, picture.height, (x, y) => {
      const [u, v] = [x / picture.width, y / picture.height];
      const across = (u - 0.03) / (0.98 - 0.15 * u);
      const down = (v * (1 + 0.15 * across) - 0.03 - 0.07 * across) / 0.93;
      return across < 0 || across > 1 || down < 0 || down > 1 ? 25 : at(picture, across * (picture.width - 1), down * (picture.height - 1));
    }),
    frame,
  );

/** A piece of a clip: from second `from` of a scene, for so many seconds, at a speed. */
export interface Piece {
  readonly scene: Scene;
  readonly from: number;
  readonly seconds: number;
  readonly speed?: number;
}

/** Prints of pieces one after another, each frame edited. */
export function printed(pieces: readonly Piece[], ...edits: readonly Edit[]): FramePrints {
  let printing: ReturnType<typeof createFramePrinting> | undefined;
  let frame = 0;
  for (const { scene, from, seconds, speed = 1 } of pieces)
    for (let n = 0; n < Math.round(seconds / frameSec); n += 1, frame += 1) {
      const picture = edits.reduce((one, edit) => edit(one, frame), scene(from + n * frameSec * speed));
      const size = { width: picture.width, height: picture.height };
      printing ??= createFramePrinting(size, { ...size, still: false });
      printing.add(picture.data, frame * frameSec);
    }
  const prints = printing?.end();
  if (!prints) throw new Error("expected at least one frame; found none");
  return prints;
}

export function printedStill(picture: Picture): FramePrints {
  const size = { width: picture.width, height: picture.height };
  const printing = createFramePrinting(size, { ...size, still: true });
  printing.add(picture.data, 0);
  return printing.end() as FramePrints;
}
