/**
 * The clips that copies are made of. Natural footage comes from the fixtures and from a folder of the user (files of Debian's
 * opencv-doc and wallpaper packages are known there by name); where there is too little, photographs are filmed by a scripted
 * camera, which shows real texture and no real motion, and is said so. The half of each is fixed by its name here.
 */
import { existsSync, readdirSync } from "node:fs";
import { basename, extname, join } from "node:path";
import sharp from "sharp";
import type { Rgb } from "../../sample/pixel-text.ts";
import { encodePiece, encodeScene } from "./encode.ts";
import { card, car, crowd, light, speaker, type Figure } from "./figures.ts";
import { along, fixed, handHeld, wander } from "./paths.ts";
import type { Path, Scene, Shot } from "./scene.ts";
import type { Half, Nature } from "./truth.ts";
import { night, street, studio, textured } from "./worlds.ts";

export interface Place {
  readonly fixtures: string | null;
  readonly footage: string | null;
  /** Folder of the sample material. */
  readonly sample: string;
  /** For passing files. */
  readonly work: string;
}

export interface Source {
  readonly name: string;
  readonly half: Half;
  readonly nature: Nature;
  /** The group of look-alikes that it belongs to as well. */
  readonly lookAlike: string | null;
  /** Null when what it is made from is not here. */
  readonly write: ((target: string) => Promise<void>) | null;
}

const OPENCV = ["opencv-doc/usr/share/doc/opencv-doc/examples/data", "usr/share/doc/opencv-doc/examples/data"];
const OPENCV_PAGES = ["opencv-doc/usr/share/doc/opencv-doc/opencv4/html", "usr/share/doc/opencv-doc/opencv4/html"];
const PHOTOS = ["lomiri-wallpapers-16.04/usr/share/backgrounds", "usr/share/backgrounds"];

/** Sources whose place is seen again in look-alikes. */
const relatives: Readonly<Record<string, string>> = {
  walkers: "walkers-later",
  bridge: "bridge-again",
  window: "window-again",
  "camera-a": "square-angles",
  tree: "tree-later",
  graffiti: "graffiti-again",
  building: "building-again",
};

type Size = readonly [number, number];
const WIDE: Size = [640, 360];
const OLD: Size = [480, 360];
const TALL: Size = [360, 640];
const SQUARE: Size = [480, 480];

export function sourcesOf(place: Place): Source[] {
  const { fixtures, footage, sample } = place;
  const fixture = (path: string) => (fixtures === null ? null : found(join(fixtures, path)));
  const own = (folders: readonly string[], file: string) =>
    footage === null ? null : (folders.map((folder) => found(join(footage, folder, file))).find((path) => path !== null) ?? null);

  const video = (name: string, half: Half, path: string | null, size: Size, fps: number, span: Size, nature: Nature = "video"): Source => ({
    name,
    half,
    nature,
    lookAlike: relatives[name] ?? null,
    write:
      path === null
        ? null
        : (target) =>
            encodePiece(name, { path, fromSec: span[0], seconds: span[1], width: size[0], height: size[1], fps }, target, place.work),
  });
  const still = (name: string, half: Half, path: string | null, size: Size): Source => ({
    name,
    half,
    nature: "filmed-still",
    lookAlike: relatives[name] ?? null,
    write: path === null ? null : async (target) => encodeScene(await filmedStill(name, path, size, 12), target, place.work),
  });
  const drawn = (name: string, half: Half, scene: () => Scene): Source => ({
    name,
    half,
    nature: "drawn",
    lookAlike: null,
    write: (target) => encodeScene(scene(), target, place.work),
  });

  return [
    video("walkers", "report", own(OPENCV, "vtest.avi"), OLD, 10, [0, 12]),
    still("bridge", "report", fixture("pdq-vpdq/images/bridge-mods/aaa-orig.jpg"), OLD),
    drawn("street-report", "report", () => oneShot("street-report", OLD, streetShot("street-report", 71, OLD, 12, true))),
    video("tree", "set", own(OPENCV, "tree.avi"), OLD, 15, [0, 12]),
    still("ribbons", "set", fixture("c2pa/c2pa-public/image/jpeg/adobe-20220124-A.jpg"), SQUARE),
    drawn("cuts-set", "set", () => cuts("cuts-set", 12, OLD)),
    video("box", "report", own(OPENCV_PAGES, "box.mp4"), OLD, 30, [0, 12]),
    drawn("studio-set", "set", () => oneShot("studio-set", OLD, studioShot("studio-set", 5, OLD, 12))),
    video("cup", "set", own(OPENCV_PAGES, "cup.mp4"), OLD, 25, [0, 8]),
    drawn("crowd-report", "report", () => oneShot("crowd-report", TALL, crowdShot("crowd-report", 22, TALL, 12))),
    video("pattern", "report", fixture("pdq-vpdq/video/pattern-longer-no-bar.mp4"), TALL, 30, [0, 7.8]),
    video("camera-b", "set", found(join(sample, "cameras/camera-b.mov")), TALL, 25, [1, 12], "sample"),
    still("window", "report", fixture("c2pa/c2pa-public/image/jpeg/adobe-20220124-I.jpg"), TALL),
    still("creek", "set", own(PHOTOS, "life_by_Aitzol_Berasategi.jpg"), TALL),
    still("mountain", "report", own(PHOTOS, "picosdeeuropa_by_Aitzol_Berasategi.jpg"), SQUARE),
    still("dogs", "report", own(PHOTOS, "friends_by_Aitzol_Berasategi.jpg"), OLD),
    video("camera-a", "report", found(join(sample, "cameras/camera-a.mp4")), WIDE, 25, [1, 12], "sample"),
    video("film", "report", own(OPENCV, "Megamind.avi"), [490, 360], 24, [0, 11], "film"),
    still("building", "set", own(OPENCV, "building.jpg"), WIDE),
    still("graffiti", "set", own(OPENCV, "graf1.png"), OLD),
    video("doorknob", "set", fixture("pdq-vpdq/video/doorknob-hd-no-bar.mp4"), WIDE, 30, [0, 4]),
    drawn("crowd-set", "set", () => oneShot("crowd-set", TALL, crowdShot("crowd-set", 31, TALL, 12))),
    drawn("cuts-report", "report", () => cuts("cuts-report", 44, SQUARE)),
    drawn("street-set", "set", () => oneShot("street-set", WIDE, streetShot("street-set", 17, WIDE, 12, false))),
    drawn("studio-report", "report", () => oneShot("studio-report", WIDE, studioShot("studio-report", 9, WIDE, 12))),
    drawn("night-set", "set", () => oneShot("night-set", OLD, nightShot("night-set", 3, OLD, 12, 14))),
    drawn("road-report", "report", () => oneShot("road-report", WIDE, roadShot("road-report", 61, WIDE, 12))),
    ...users(footage).map((path, i) =>
      video(`user-${basename(path, extname(path))}`, i % 2 === 0 ? "report" : "set", path, OLD, 25, [0, 12], "user"),
    ),
  ];
}

const found = (path: string) => (existsSync(path) ? path : null);

/** Films that lie in the user's folder itself; the first 12 seconds of each. */
function users(footage: string | null): string[] {
  if (footage === null) return [];
  const names = readdirSync(footage).filter((name) => /\.(mp4|mov|m4v|mkv|webm|avi)$/i.test(name));
  return names.toSorted().map((name) => join(footage, name));
}

export const oneShot = (name: string, [width, height]: Size, shot: Shot): Scene => ({ name, width, height, fps: 25, shots: [shot] });

/** A photograph, at most 1,800 pixels wide: what a small sensor would see of it. */
export async function readStill(path: string): Promise<Rgb> {
  const { data, info } = await sharp(path)
    .rotate()
    .flatten({ background: "#808080" })
    .resize({ width: 1800, height: 1400, fit: "inside", withoutEnlargement: true })
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8Array(data) };
}

export async function filmedStill(name: string, path: string, [width, height]: Size, seconds: number): Promise<Scene> {
  const world = await readStill(path);
  const view = handHeld(wander(name, world, { width, height }, seconds), name, 5);
  return { name, width, height, fps: 25, shots: [{ seconds, world, view, figures: [], grain: 2.5 }] };
}

/** The middle of a world, such that `fill` of it is seen. */
export const middle = (world: Rgb, size: Size, fill: number) => {
  const scale = Math.min(world.width / size[0], world.height / size[1]) * fill;
  return { x: world.width / 2, y: world.height / 2, scale, roll: 0 };
};

/** A street with people and cars; `held` in a hand, or on a stand. */
export function streetShot(name: string, seed: number, size: Size, seconds: number, held: boolean): Shot {
  const world = street(seed);
  const stand = middle(world, size, 0.86);
  const view: Path = held ? handHeld(wander(name, world, { width: size[0], height: size[1] }, seconds), name, 7) : fixed(stand);
  return { seconds, world, view, grain: 3, figures: streetLife(name, world) };
}

export const streetLife = (name: string, world: Rgb): Figure[] => [
  car(`${name} 1`, world.height * 0.7, -200, world.width + 200, 190),
  car(`${name} 2`, world.height * 0.76, world.width + 200, -200, 210),
  ...crowd(name, 11, world, [0.68, 0.96], [90, 190]),
];

export function crowdShot(name: string, seed: number, size: Size, seconds: number): Shot {
  const world = street(seed);
  const view = handHeld(wander(name, world, { width: size[0], height: size[1] }, seconds), name, 9);
  return {
    seconds,
    world,
    view,
    grain: 4,
    figures: crowd(name, 40, world, [0.66, 1.02], [100, 260]),
    light: (t) => 1 + 0.1 * Math.sin(t * 0.9),
  };
}

export function studioShot(name: string, seed: number, size: Size, seconds: number): Shot {
  const world = studio(seed);
  const stand = middle(world, size, 0.96);
  return { seconds, world, view: fixed(stand), grain: 2, figures: [speaker(name, stand.x, world.height * 0.8, 330)] };
}

export function nightShot(name: string, seed: number, size: Size, seconds: number, lamps: number): Shot {
  const world = night(seed, lamps);
  const view = handHeld(fixed(middle(world, size, 0.7)), name, 8);
  return { seconds, world, view, grain: 6, figures: Array.from({ length: 5 }, (_, i) => light(`${name} ${i}`, world)) };
}

/** Forward along a street: a slow zoom with people who cross. */
function roadShot(name: string, seed: number, size: Size, seconds: number): Shot {
  const world = street(seed);
  const far = middle(world, size, 0.98);
  const near = { x: far.x + 120, y: far.y + 90, scale: far.scale * 0.4, roll: 0.03 };
  return {
    seconds,
    world,
    view: handHeld(along([0, far], [seconds, near]), name, 4),
    grain: 3,
    figures: crowd(name, 8, world, [0.68, 0.9], [80, 150]),
  };
}

/** Four shots of four kinds, one after the other. */
function cuts(name: string, seed: number, size: Size): Scene {
  const shots = [
    streetShot(`${name} a`, seed, size, 3.2, true),
    studioShot(`${name} b`, seed + 1, size, 2.8),
    crowdShot(`${name} c`, seed + 2, size, 3.4),
    { ...streetShot(`${name} d`, seed + 3, size, 2.6, false) },
  ];
  return { name, width: size[0], height: size[1], fps: 25, shots };
}

/** A card with words for `seconds`, over nothing. */
export function cardShot(words: readonly string[], seed: number, seconds: number, [width, height]: Size): Shot {
  const world = textured("sky", 1, width + 4, height + 4);
  return { seconds, world, view: fixed({ x: width / 2, y: height / 2, scale: 1, roll: 0 }), figures: [card(words, seed)], grain: 0.6 };
}
