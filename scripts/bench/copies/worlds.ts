/** Grounds to film, drawn from a seed: a street, a studio, textures without landmarks, a dark field with lamps. All invented. */
import { fillBox, type Ink, type Rgb } from "../../sample/pixel-text.ts";
import { randomStream } from "../../sample/random.ts";
import { fillEllipse } from "./figures.ts";
import { lattice, layered, smooth } from "./noise.ts";

export const textures = ["sky", "sea", "asphalt", "grass"] as const;
export type Texture = (typeof textures)[number];

const blank = (width: number, height: number): Rgb => ({ width, height, data: new Uint8Array(width * height * 3) });

function paint(world: Rgb, colour: (x: number, y: number) => readonly [number, number, number]): Rgb {
  for (let y = 0; y < world.height; y++) {
    for (let x = 0; x < world.width; x++) world.data.set(colour(x, y).map(clamp), (y * world.width + x) * 3);
  }
  return world;
}

const clamp = (level: number) => Math.max(0, Math.min(255, level));

/** A street seen from across: sky, a row of houses, pavement; houses, windows, trees and shops by the seed. */
export function street(seed: number, width = 1500, height = 820): Rgb {
  const random = randomStream(seed, "street");
  const roof = height * 0.16;
  const ground = height * 0.62;
  const tint = [0.8 + random() * 0.3, 0.8 + random() * 0.3, 0.8 + random() * 0.3] as const;
  const world = paint(blank(width, height), (x, y) => {
    if (y < ground) {
      const cloud = Math.max(0, layered(x / 190, y / 90, seed, 4) - 0.45) * 260;
      return [120 + y * 0.12 + cloud, 155 + y * 0.1 + cloud, 205 + cloud * 0.5];
    }
    const near = (y - ground) / (height - ground);
    const tile = 14 + 44 * near;
    const joint = (y * (1.6 - near)) % tile < 2 || (x + Math.floor(y / tile) * tile * 0.5) % (tile * 1.7) < 2 ? 0.7 : 1;
    const level = (105 + 50 * layered(x / 60, y / 25, seed + 5, 4)) * joint;
    return [level * tint[0], level * tint[1], level * tint[2]];
  });
  for (let left = -random() * 80; left < width;) {
    const wide = 130 + random() * 210;
    house(world, Math.round(left), Math.round(roof + random() * height * 0.14), Math.round(wide), Math.round(ground), random, seed);
    left += wide + (random() < 0.3 ? 20 + random() * 60 : 0);
  }
  for (let i = 0; i < 5; i++) tree(world, random() * width, ground + random() * 30, 90 + random() * 120, random, seed + i);
  return world;
}

function house(world: Rgb, left: number, top: number, wide: number, bottom: number, random: () => number, seed: number): void {
  const wall: Ink = [120 + random() * 120, 100 + random() * 110, 80 + random() * 110];
  const pane: Ink = [30 + random() * 60, 40 + random() * 70, 60 + random() * 70];
  for (let y = top; y < bottom; y++) {
    for (let x = Math.max(0, left); x < Math.min(world.width, left + wide); x++) {
      const brick =
        (y % 7 === 0 || (x + (Math.floor(y / 7) % 2) * 8) % 16 === 0 ? 0.86 : 1) * (0.85 + 0.25 * layered(x / 30, y / 30, seed + left, 3));
      world.data.set(
        wall.map((level) => clamp(level * brick)),
        (y * world.width + x) * 3,
      );
    }
  }
  const [columns, rows] = [2 + Math.floor(random() * 4), 2 + Math.floor(random() * 4)];
  const [stepX, stepY] = [wide / (columns + 0.4), (bottom - top - 40) / (rows + 0.3)];
  const [paneWide, paneTall] = [stepX * (0.35 + random() * 0.3), stepY * (0.4 + random() * 0.3)];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const [x, y] = [Math.round(left + stepX * (column + 0.45)), Math.round(top + stepY * (row + 0.35))];
      fillBox(world, x - 3, y - 3, Math.round(paneWide) + 6, Math.round(paneTall) + 6, [225, 220, 210]);
      const lit = random();
      fillBox(world, x, y, Math.round(paneWide), Math.round(paneTall), lit < 0.15 ? [235, 205, 130] : lit < 0.4 ? [150, 60, 50] : pane);
      fillBox(world, Math.round(x + paneWide / 2), y, 3, Math.round(paneTall), [225, 220, 210]);
    }
  }
  const sign: Ink = [random() * 255, random() * 160, random() * 160];
  if (random() < 0.6) fillBox(world, Math.round(left + wide * 0.15), bottom - 62, Math.round(wide * 0.6), 18, sign);
  fillBox(world, Math.round(left + wide * (0.2 + 0.5 * random())), bottom - 46, 26, 46, [70 + random() * 60, 40 + random() * 40, 30]);
}

function tree(world: Rgb, x: number, bottom: number, tall: number, random: () => number, seed: number): void {
  fillBox(world, Math.round(x - 5), Math.round(bottom - tall * 0.5), 10, Math.round(tall * 0.5), [78, 58, 40]);
  for (let i = 0; i < 60; i++) {
    const [dx, dy] = [(random() - 0.5) * tall * 0.75, (random() - 0.5) * tall * 0.6];
    const level = 40 + 90 * lattice(i, 3, seed);
    fillEllipse(world, x + dx, bottom - tall * 0.75 + dy, tall * 0.1, tall * 0.08, [level * 0.5, level, level * 0.35]);
  }
}

/** A studio: panels, a lit wall, a desk with a name on its front. Every seed is another set. */
export function studio(seed: number, width = 900, height = 540): Rgb {
  const random = randomStream(seed, "studio");
  const base = [40 + random() * 120, 40 + random() * 120, 60 + random() * 140] as const;
  const count = 5 + Math.floor(random() * 5);
  const world = paint(blank(width, height), (x, y) => {
    const panel = Math.floor((x / width) * count);
    const edge = (x / width) * count - panel < 0.03 ? 1.7 : 1;
    const glow = 0.6 + 0.9 * Math.exp(-(((x - width / 2) / (width * 0.35)) ** 2) - ((y - height * 0.3) / (height * 0.5)) ** 2);
    const level = (0.7 + 0.5 * lattice(panel, 1, seed)) * edge * glow * (0.93 + 0.1 * smooth(x / 3, y / 90, seed));
    return [base[0] * level, base[1] * level, base[2] * level];
  });
  for (let i = 0; i < 7; i++) {
    const ink: Ink = [random() * 255, random() * 255, random() * 255];
    const [x, y] = [Math.round(random() * width), Math.round(random() * height * 0.5)];
    fillBox(world, x, y, Math.round(30 + random() * 120), Math.round(6 + random() * 70), ink);
  }
  fillBox(world, 0, Math.round(height * 0.78), width, Math.round(height * 0.22), [base[2] * 0.4, base[1] * 0.35, base[0] * 0.35]);
  fillBox(world, 0, Math.round(height * 0.78), width, 8, [220, 220, 226]);
  return world;
}

/** Ground that looks like itself everywhere. */
export function textured(kind: Texture, seed: number, width = 1100, height = 700): Rgb {
  return paint(blank(width, height), (x, y) => {
    switch (kind) {
      case "sky": {
        const cloud = Math.max(0, layered(x / 160, y / 80, seed, 5) - 0.42) * 420;
        return [95 + y * 0.06 + cloud, 140 + y * 0.06 + cloud, 210 + cloud * 0.4];
      }
      case "sea": {
        const wave = layered(x / (18 + y * 0.05), y / (3 + y * 0.012), seed, 4);
        return [30 + 70 * wave, 70 + 90 * wave, 95 + 110 * wave];
      }
      case "asphalt": {
        const level = 70 + 60 * layered(x / 5, y / 5, seed, 3) + 25 * smooth(x / 140, y / 140, seed + 7);
        return [level, level, level * 1.03];
      }
      case "grass": {
        const blade = layered(x / 3 + smooth(x / 30, y / 30, seed) * 9, y / 14, seed, 3);
        const patch = smooth(x / 120, y / 120, seed + 3);
        return [30 + 90 * blade * patch + 20 * blade, 60 + 130 * blade, 20 + 50 * blade];
      }
    }
  });
}

/** Nearly black, with a few lamps that stand. */
export function night(seed: number, lamps = 7, width = 1200, height = 700): Rgb {
  const random = randomStream(seed, "night");
  const world = paint(blank(width, height), (x, y) => {
    const level = 8 + 10 * smooth(x / 200, y / 120, seed) + (y > height * 0.55 ? 6 : 0);
    return [level * 0.8, level * 0.85, level * 1.2];
  });
  for (let i = 0; i < lamps; i++) {
    const [x, y, r] = [random() * width, height * (0.25 + random() * 0.5), 3 + random() * 5];
    for (let halo = 6; halo >= 1; halo--) {
      const part = 1 / halo ** 1.6;
      fillEllipse(world, x, y, r * halo, r * halo, [20 + 225 * part, 18 + 190 * part, 22 + 110 * part]);
    }
  }
  return world;
}
