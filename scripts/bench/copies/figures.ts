/** Things that move through a scene: walkers, cars, a speaker at a desk, lights; and what is laid over it: cards and tickers. */
import { drawText, fillBox, textWidth, type Ink, type Rgb } from "../../sample/pixel-text.ts";
import { randomStream } from "../../sample/random.ts";
import { lattice } from "./noise.ts";
import type { Shot } from "./scene.ts";

export type Figure = Shot["figures"][number];

/** An ellipse, filled; `stripes` darkens every other band across it. */
export function fillEllipse(frame: Rgb, x: number, y: number, rx: number, ry: number, ink: Ink, stripes = 0): void {
  for (let row = Math.max(0, Math.ceil(y - ry)); row < Math.min(frame.height, y + ry); row++) {
    const part = 1 - ((row - y) / ry) ** 2;
    if (part <= 0) continue;
    const half = rx * Math.sqrt(part);
    const shade = stripes > 0 && Math.floor((row - y + ry) / stripes) % 2 === 1 ? 0.55 : 1;
    for (let column = Math.max(0, Math.ceil(x - half)); column < Math.min(frame.width, x + half); column++) {
      const lit = shade * (0.85 + (0.25 * (column - x)) / rx);
      const at = (row * frame.width + column) * 3;
      for (let k = 0; k < 3; k++) frame.data[at + k] = Math.min(255, ink[k as 0] * lit);
    }
  }
}

function limb(frame: Rgb, x0: number, y0: number, x1: number, y1: number, thick: number, ink: Ink): void {
  const steps = Math.max(1, Math.ceil(Math.hypot(x1 - x0, y1 - y0) / Math.max(1, thick * 0.6)));
  for (let i = 0; i <= steps; i++) {
    fillEllipse(frame, x0 + ((x1 - x0) * i) / steps, y0 + ((y1 - y0) * i) / steps, thick, thick, ink);
  }
}

const inkOf = (random: () => number, low = 20, span = 200): Ink => [low + random() * span, low + random() * span, low + random() * span];

/** Somebody on foot, between two places of the world, there and back. */
export function walker(name: string, from: readonly [number, number], to: readonly [number, number], tall: number): Figure {
  const random = randomStream(0, `walker ${name}`);
  const [coat, legs] = [inkOf(random), inkOf(random, 10, 90)];
  const [pace, start, wait] = [0.05 + random() * 0.09, random(), random() * 7];
  const stripes = random() < 0.4 ? tall * 0.06 : 0;
  return (frame, seconds, on) => {
    const phase = (start + pace * (seconds + wait)) % 2;
    const part = phase < 1 ? phase : 2 - phase;
    const [x, y] = on.place(from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part);
    const h = tall * on.size;
    const swing = Math.sin((seconds + wait) * 7) * 0.16 * h;
    const bob = Math.abs(Math.cos((seconds + wait) * 7)) * 0.02 * h;
    limb(frame, x, y - 0.45 * h, x + swing, y, 0.06 * h, legs);
    limb(frame, x, y - 0.45 * h, x - swing, y, 0.06 * h, legs);
    limb(frame, x, y - 0.76 * h, x - swing * 0.9, y - 0.42 * h, 0.045 * h, coat);
    fillEllipse(frame, x, y - 0.62 * h - bob, 0.13 * h, 0.22 * h, coat, stripes * on.size);
    fillEllipse(frame, x, y - 0.91 * h - bob, 0.075 * h, 0.09 * h, [208, 168, 140]);
  };
}

/** A crowd between two lines of the world, each of its own colours and pace. */
export function crowd(name: string, count: number, world: Rgb, band: readonly [number, number], tall: readonly [number, number]): Figure[] {
  const random = randomStream(0, `crowd ${name}`);
  const places = Array.from({ length: count }, () => random()).toSorted((a, b) => a - b);
  return places.map((depth, i) => {
    const y = (band[0] + (band[1] - band[0]) * depth) * world.height;
    const size = tall[0] + (tall[1] - tall[0]) * depth;
    const [a, b] = [random() * world.width, random() * world.width];
    return walker(`${name} ${i}`, [a, y], [b, y + (random() - 0.5) * 20], size);
  });
}

export function car(name: string, y: number, fromX: number, toX: number, long: number): Figure {
  const random = randomStream(0, `car ${name}`);
  const paint = inkOf(random, 40, 200);
  const [takes, late] = [3 + random() * 4, random() * 5];
  return (frame, seconds, on) => {
    const part = ((seconds + late) / takes) % 1.4;
    if (part > 1) return;
    const [x, bottom] = on.place(fromX + (toX - fromX) * part, y);
    const l = long * on.size;
    fillBox(frame, Math.round(x - l / 2), Math.round(bottom - l * 0.3), Math.round(l), Math.round(l * 0.2), paint);
    fillBox(frame, Math.round(x - l * 0.3), Math.round(bottom - l * 0.46), Math.round(l * 0.6), Math.round(l * 0.17), [60, 74, 88]);
    for (const wheel of [-0.3, 0.3]) fillEllipse(frame, x + wheel * l, bottom - l * 0.08, l * 0.09, l * 0.09, [22, 22, 24]);
  };
}

/** Head and shoulders behind a desk; gestures and mouth follow the name, as words would. */
export function speaker(name: string, x: number, y: number, tall: number): Figure {
  const random = randomStream(0, `speaker ${name}`);
  const [jacket, shirt, hair, skin] = [inkOf(random, 15, 110), inkOf(random, 120, 130), inkOf(random, 15, 90), inkOf(random, 120, 100)];
  const beat = Array.from({ length: 6 }, () => [0.2 + random() * 1.7, random() * 6.3] as const);
  const wide = 0.9 + random() * 0.25;
  const wave = (which: number, seconds: number) => Math.sin((beat[which]?.[0] ?? 1) * seconds * 4 + (beat[which]?.[1] ?? 0));
  return (frame, seconds, on) => {
    const h = tall * on.size;
    const [cx, cy] = on.place(x + wave(0, seconds * 0.35) * tall * 0.05, y + wave(1, seconds * 0.4) * tall * 0.012);
    fillEllipse(frame, cx, cy, 0.42 * h * wide, 0.4 * h, jacket);
    fillEllipse(frame, cx, cy - 0.2 * h, 0.1 * h, 0.16 * h, shirt);
    const [hx, hy] = [cx + wave(2, seconds * 0.6) * 0.04 * h, cy - 0.52 * h];
    fillEllipse(frame, hx, hy - 0.05 * h, 0.17 * h * wide, 0.2 * h, hair);
    fillEllipse(frame, hx, hy, 0.14 * h * wide, 0.18 * h, skin);
    for (const side of [-1, 1]) fillEllipse(frame, hx + side * 0.055 * h, hy - 0.03 * h, 0.018 * h, 0.014 * h, [20, 18, 16]);
    fillEllipse(frame, hx, hy + 0.09 * h, 0.05 * h, Math.max(1, (0.02 + 0.025 * Math.abs(wave(3, seconds * 2))) * h), [110, 40, 44]);
    for (const side of [-1, 1]) {
      const up = wave(side < 0 ? 4 : 5, seconds * 0.5);
      const [ex, ey] = [cx + side * (0.4 + 0.1 * up) * h, cy + (0.12 - 0.16 * Math.max(0, up)) * h];
      limb(frame, cx + side * 0.34 * h, cy - 0.1 * h, ex, ey, 0.06 * h, jacket);
      fillEllipse(frame, ex, ey, 0.06 * h, 0.06 * h, skin);
    }
  };
}

/** A light that goes along the world by night: a lamp, a car, a tracer is not meant. */
export function light(name: string, world: Rgb): Figure {
  const random = randomStream(0, `light ${name}`);
  const [x0, y0, dx, dy] = [random() * world.width, (0.3 + random() * 0.6) * world.height, (random() - 0.5) * 160, (random() - 0.5) * 14];
  const ink: Ink = [230, 190 + random() * 60, 120 + random() * 120];
  const [size, blink] = [2 + random() * 4, random() * 3];
  return (frame, seconds, on) => {
    const [x, y] = on.place(x0 + dx * seconds, y0 + dy * seconds);
    if (Math.sin(seconds * blink * 2) < -0.6) return;
    fillEllipse(frame, x, y, size * on.size, size * on.size, ink);
  };
}

/** The lower line of a broadcast: the words move, what is behind them does not. */
export function ticker(name: string, first: number): Figure {
  const random = randomStream(0, `ticker ${name}`);
  // Two that began with the same words would be the same picture until these are gone.
  const words = [first, ...Array.from({ length: 13 }, () => Math.floor(random() * SAID.length))]
    .map((i) => SAID[i % SAID.length])
    .join("  -  ");
  return (frame, seconds) => {
    const tall = Math.round(frame.height * 0.1);
    fillBox(frame, 0, frame.height - tall, frame.width, tall, [150, 24, 28]);
    const scale = Math.max(1, Math.round(tall / 14));
    drawText(
      frame,
      words,
      Math.round(frame.width * 0.6 - seconds * 70),
      frame.height - tall + Math.round((tall - 7 * scale) / 2),
      scale,
      [250, 250, 250],
    );
  };
}

export const SAID = [
  "HARVEST FAIR OPENS IN OSTREL",
  "FERRY DELAYED BY FOG",
  "CHESS FINAL ENDS IN A DRAW",
  "NEW TRAM LINE FOR DORVANE",
  "RAIN EXPECTED ON SUNDAY",
  "LIBRARY OPEN UNTIL NINE",
  "CHOIR SEEKS TENORS",
  "BRIDGE PAINTED GREEN",
];

/** A card with words over a drawn ground; nothing moves but a thin bar when asked. */
export function card(words: readonly string[], seed: number): Figure {
  return (frame) => {
    for (let y = 0; y < frame.height; y++) {
      for (let x = 0; x < frame.width; x++) {
        const level = 30 + (60 * y) / frame.height + 40 * lattice(Math.floor(x / 40), Math.floor(y / 40), seed);
        frame.data.set([level * 0.4, level * 0.6, level * 1.2], (y * frame.width + x) * 3);
      }
    }
    words.forEach((line, i) => {
      const scale = Math.max(2, Math.floor((frame.width * 0.8) / textWidth(line, 1)));
      drawText(
        frame,
        line,
        Math.round((frame.width - textWidth(line, scale)) / 2),
        Math.round(frame.height * (0.3 + 0.25 * i)),
        scale,
        [245, 245, 240],
      );
    });
  };
}
