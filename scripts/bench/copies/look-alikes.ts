/**
 * Clips that look like each other and share no footage: the same fixed camera at another time, the same studio, the same title
 * card, another angle of one event, a still behind moving words, two walks of a camera over one wall, ground that looks like
 * itself everywhere, night with few lamps. Whoever calls two of a group copies makes a mistake that matters in court.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { encodePiece, encodeScene } from "./encode.ts";
import { crowd, light, speaker, ticker } from "./figures.ts";
import { fixed, handHeld, wander } from "./paths.ts";
import type { Scene, Shot } from "./scene.ts";
import { cardShot, crowdShot, middle, nightShot, readStill, streetLife, streetShot, type Place } from "./sources.ts";
import type { Half, Nature } from "./truth.ts";
import { night, street, studio, textured, textures } from "./worlds.ts";

export interface LookAlike {
  readonly name: string;
  readonly group: string;
  readonly half: Half;
  readonly nature: Nature;
  readonly write: (target: string) => Promise<void>;
}

const SECONDS = 7;
/** Small and few frames, as there are many of them; prints look at 256 pixels. */
const FPS = 15;
type Size = readonly [number, number];
const OLD: Size = [320, 240];
const WIDE: Size = [384, 216];
const SQUARE: Size = [288, 288];

/** All of them; groups made from foreign files only where those are. */
export function lookAlikesOf(place: Place): LookAlike[] {
  return (["set", "report"] as const).flatMap((half) => [...drawnOf(half, place), ...naturalOf(half, place)]);
}

const SEED = { set: 1000, report: 2000 } as const;

function drawnOf(half: Half, place: Place): LookAlike[] {
  const seed = SEED[half];
  const all: LookAlike[] = [];
  const group = (name: string, count: number, size: Size, shots: (clip: string, i: number) => readonly Shot[]) => {
    for (let i = 0; i < count; i++) {
      const clip = `${name}-${half}-${i + 1}`;
      const scene = (): Scene => ({ name: clip, width: size[0], height: size[1], fps: FPS, shots: shots(clip, i) });
      const write = (target: string) => encodeScene(scene(), target, place.work, 23);
      all.push({ name: clip, group: `${name}-${half}`, half, nature: "drawn", write });
    }
  };
  for (const at of [1, 2, 3, 4]) {
    const world = once(() => street(seed + at));
    const size = at % 2 === 0 ? OLD : WIDE;
    group(`fixed-camera-${at}`, 6, size, (clip, i) => {
      const figures = at < 3 ? streetLife(clip, world()) : crowd(clip, at === 3 ? 3 : 14, world(), [0.68, 0.96], [90, 190]);
      const view = fixed(middle(world(), size, 0.86));
      return [{ seconds: SECONDS, world: world(), view, grain: 3, figures, light: () => 1 + (i % 3) * 0.02 }];
    });
  }
  for (const at of [1, 2]) {
    const world = once(() => studio(seed + at));
    group(`studio-${at}`, 5, OLD, (clip) => [
      {
        seconds: SECONDS,
        world: world(),
        view: fixed(middle(world(), OLD, 0.95)),
        grain: 2,
        figures: [speaker(clip, 450, 432, 330)],
      },
    ]);
  }
  group("title-card", 7, OLD, (clip, i) => [
    cardShot(["WITNESS TODAY", "OSTREL"], 4, 3, OLD),
    i % 2 === 0 ? streetShot(clip, seed + 50 + i, OLD, 6, true) : crowdShot(clip, seed + 50 + i, OLD, 6),
  ]);
  const still = once(() => street(seed + 80));
  group("ticker", 5, WIDE, (clip, i) => [
    { seconds: SECONDS, world: still(), view: fixed(middle(still(), WIDE, 0.9)), grain: 0.5, figures: [ticker(clip, i)] },
  ]);
  const wall = once(() => street(seed + 90));
  group("same-wall", 4, OLD, (clip) => pan(clip, wall(), OLD));
  for (const kind of textures) group(kind, 5, OLD, (clip, i) => pan(clip, textured(kind, seed + 100 + i), OLD));
  group("night", 6, OLD, (clip, i) => [nightShot(clip, seed + 200 + i, OLD, SECONDS, 5)]);
  const dark = once(() => night(seed + 220, 8));
  group("night-fixed", 4, OLD, (clip) => [
    {
      seconds: SECONDS,
      world: dark(),
      view: fixed(middle(dark(), OLD, 0.95)),
      grain: 5,
      figures: Array.from({ length: 4 }, (_, k) => light(`${clip} ${k}`, dark())),
    },
  ]);
  return all;
}

const pan = (clip: string, world: Shot["world"], [width, height]: Size): Shot[] => [
  { seconds: SECONDS, world, view: handHeld(wander(clip, world, { width, height }, SECONDS), clip, 5), figures: [], grain: 2.5 },
];

function naturalOf(half: Half, place: Place): LookAlike[] {
  const own = (folders: readonly string[], file: string) =>
    place.footage === null ? null : (folders.map((f) => join(place.footage ?? "", f, file)).find(existsSync) ?? null);
  const data = ["opencv-doc/usr/share/doc/opencv-doc/examples/data", "usr/share/doc/opencv-doc/examples/data"];
  const all: LookAlike[] = [];
  const pieces = (
    group: string,
    path: string | null,
    starts: readonly number[],
    seconds: number,
    size: Size,
    fps: number,
    nature: Nature = "video",
  ) => {
    if (path === null || !existsSync(path)) return;
    starts.forEach((fromSec, i) => {
      const name = `${group}-${i + 1}`;
      const write = (target: string) =>
        encodePiece(name, { path, fromSec, seconds, width: size[0], height: size[1], fps }, target, place.work);
      all.push({ name, group, half, nature, write });
    });
  };
  const pans = (group: string, path: string | null, count: number, size: Size, other = "") => {
    if (path === null || !existsSync(path)) return;
    for (let i = 0; i < count; i++) {
      const name = `${group}-${other}${i + 1}`;
      const write = async (target: string) =>
        encodeScene(
          { name, width: size[0], height: size[1], fps: FPS, shots: pan(name, await readStill(path), size) },
          target,
          place.work,
          23,
        );
      all.push({ name, group, half, nature: "filmed-still", write });
    }
  };
  const fixture = (path: string) => (place.fixtures === null ? null : join(place.fixtures, path));
  if (half === "report") {
    pieces("walkers-later", own(data, "vtest.avi"), [14, 25, 36, 47, 58, 69], 10, [384, 288], 10);
    pieces("square-angles", join(place.sample, "cameras/camera-c.mp4"), [1], 10, WIDE, 25, "sample");
    pans("bridge-again", fixture("pdq-vpdq/images/bridge-mods/aaa-orig.jpg"), 4, OLD);
    pans("window-again", fixture("c2pa/c2pa-public/image/jpeg/adobe-20220124-I.jpg"), 4, SQUARE);
    pans("aloe", own(data, "aloeL.jpg"), 1, OLD);
    pans("aloe", own(data, "aloeR.jpg"), 1, OLD, "aside");
  } else {
    pieces("tree-later", own(data, "tree.avi"), [13, 21], 8, [320, 240], 15);
    pans("graffiti-again", own(data, "graf1.png"), 4, OLD);
    pans("graffiti-again", own(data, "graf3.png"), 1, OLD, "aside");
    pans("building-again", own(data, "building.jpg"), 4, SQUARE);
    pans("town", own(data, "leuvenA.jpg"), 1, OLD);
    pans("town", own(data, "leuvenB.jpg"), 1, OLD, "aside");
  }
  return all;
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
