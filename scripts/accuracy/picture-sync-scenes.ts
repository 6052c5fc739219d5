/**
 * Pairs of videos with known truth, made by number from a seed as the curves that are read of them: what two cameras see of one
 * event under different frame rates, exposures and shaking hands, and pairs that share nothing, repeat, are cut, or hold still.
 */
import type { PictureFeatures } from "../../src/analyse/sync-picture/picture-features.ts";
import { bellCurve, type Random, randomStream } from "../sample/random.ts";

export interface PictureScene {
  readonly kind: string;
  readonly a: PictureFeatures;
  readonly b: PictureFeatures;
  /** a's time of b's zero for all that they share; several for a cut; none where they share nothing. */
  readonly offsetsS: readonly number[];
}

interface Light {
  readonly atS: number;
  readonly sort: "flash" | "on" | "off";
  readonly size: number;
}

/** What happens before the camera: light that changes, and how much moves at each moment. */
interface World {
  readonly lights: readonly Light[];
  readonly moves: (atS: number) => number;
}

interface Camera {
  /** World time of its first frame, and what its clock says then. */
  readonly fromS: number;
  readonly clockS: number;
  readonly lengthS: number;
  readonly rate: number;
  /** Frame times that vary by a part of a frame. */
  readonly uneven: boolean;
  /** Part of the world's movement in its view; movement of its own; noise. */
  readonly view: number;
  readonly shake: (atS: number) => number;
  readonly noise: number;
  /** Part of the lights that it sees. */
  readonly sees: number;
  /** World time that is left out, seconds of the recording after which and for how long. */
  readonly cut?: { readonly atS: number; readonly forS: number };
  /** Frames between two key frames of its encoder, which show as movement. */
  readonly keyFrames?: number;
}

const rates = [24, 25, 29.97, 30, 50, 59.94];

function pick<T>(random: Random, all: readonly T[]): T {
  return all[Math.floor(random() * all.length)] as T;
}

/** Movement that comes and goes: bursts of some tenths of a second to some seconds. */
function bursts(random: Random, lengthS: number, perMinute: number, size: number): (atS: number) => number {
  const all = Array.from({ length: Math.round((lengthS / 60) * perMinute) }, () => ({
    atS: random() * lengthS,
    forS: 0.15 + random() ** 2 * 3,
    size: size * (0.3 + random()),
  })).sort((a, b) => a.atS - b.atS);
  return (atS) => {
    let sum = 0;
    for (const { atS: start, forS, size: by } of all) {
      if (start > atS) break;
      if (atS < start + forS) sum += by * Math.sin((Math.PI * (atS - start)) / forS);
    }
    return sum;
  };
}

function film(random: Random, world: World, camera: Camera): PictureFeatures {
  const { rate, uneven, noise, cut } = camera;
  const seen = world.lights.filter(() => random() < camera.sees);
  const timeSec: number[] = [];
  const light: number[] = [];
  const agreement: number[] = [];
  const movement: number[] = [];
  let [exposure, before] = [0, 90];
  for (let n = 0; n / rate < camera.lengthS; n++) {
    const recordedS = n / rate + (uneven ? (random() - 0.5) * (0.6 / rate) : 0);
    const worldS = camera.fromS + recordedS + (cut !== undefined && recordedS >= cut.atS ? cut.forS : 0);
    let lit = 0;
    for (const { atS, sort, size } of seen) {
      if (sort === "flash") lit += worldS >= atS && worldS < atS + 0.5 ? size * Math.exp(-(worldS - atS) / 0.05) : 0;
      else if (worldS >= atS) lit += sort === "on" ? size : -size;
    }
    // The camera follows the light within a second or so.
    exposure += (lit - exposure) / (rate * 1.2);
    const now = Math.max(0, Math.min(255, 90 + lit - exposure + bellCurve(random) * noise * 0.1));
    const change = n === 0 ? 0 : now - before;
    before = now;
    timeSec.push(camera.clockS + recordedS);
    light.push(now);
    agreement.push(Math.max(-1, Math.min(1, change / 6 + bellCurve(random) * 0.01)));
    const key = camera.keyFrames !== undefined && n % camera.keyFrames === 0 ? 1.5 : 0;
    movement.push(Math.max(0, noise + camera.view * world.moves(worldS) + camera.shake(worldS) + key + bellCurve(random) * noise * 0.15));
  }
  return {
    timeSec: Float64Array.from(timeSec),
    light: Float32Array.from(light),
    agreement: Float32Array.from(agreement),
    movement: Float32Array.from(movement),
    notRead: "",
  };
}

const still = (): number => 0;

function flashes(random: Random, lengthS: number, count: number): Light[] {
  return Array.from({ length: count }, () => ({
    atS: random() * lengthS,
    sort: random() < 0.7 ? ("flash" as const) : random() < 0.5 ? ("on" as const) : ("off" as const),
    size: 8 + random() * 60,
  })).sort((a, b) => a.atS - b.atS);
}

/** Every `periodS`, each time the same `group` of flashes. */
function beacon(periodS: number, group: readonly number[], lengthS: number): Light[] {
  return Array.from({ length: Math.floor(lengthS / periodS) }, (_, n) => n * periodS).flatMap((atS) =>
    group.map((later): Light => ({ atS: atS + later, sort: "flash", size: 30 })),
  );
}

const worldS = 400;

type Maker = (random: Random) => { worldA: World; worldB: World; cameraA: Partial<Camera>; cameraB: Partial<Camera>; shared: boolean };

const one = (world: World, cameraA: Partial<Camera> = {}, cameraB: Partial<Camera> = {}) => ({
  worldA: world,
  worldB: world,
  cameraA,
  cameraB,
  shared: true,
});
const two = (worldA: World, worldB: World, both: Partial<Camera> = {}) => ({ worldA, worldB, cameraA: both, cameraB: both, shared: false });
/** Three flashes of a telephone's picture: the same on every one of its make. */
const phone = [0, 0.12, 0.62];
const groups = [[0], [0, 0.15], [0, 0.1, 0.5, 0.6], [0, 0.08, 0.16, 0.24]];

export const pictureKinds: Readonly<Record<string, Maker>> = {
  "a pattern of flashes": (random) => one({ lights: flashes(random, worldS, 8 + Math.floor(random() * 30)), moves: still }),
  "a pattern of flashes, some seen by one": (random) =>
    one({ lights: flashes(random, worldS, 20 + Math.floor(random() * 30)), moves: still }, { sees: 0.85 }, { sees: 0.85 }),
  "one flash": (random) => one({ lights: flashes(random, 200, 1), moves: still }),
  "one recording, twice encoded": (random) => one({ lights: [], moves: bursts(random, worldS, 60, 6) }),
  "two views of one crowd": (random) => {
    const view = 0.5 + random() * 0.5;
    return one(
      { lights: [], moves: bursts(random, worldS, 60, 6) },
      { view, shake: bursts(random, worldS, 20, 2) },
      { view, shake: bursts(random, worldS, 20, 2) },
    );
  },
  "two shaking views": (random) =>
    one(
      { lights: [], moves: bursts(random, worldS, 30, 3) },
      { shake: bursts(random, worldS, 90, 6) },
      { shake: bursts(random, worldS, 90, 6) },
    ),
  "cut, flashes": (random) =>
    one({ lights: flashes(random, worldS, 60), moves: still }, {}, { cut: { atS: 60 + random() * 60, forS: 3 + random() * 20 } }),
  "cut, movement": (random) =>
    one({ lights: [], moves: bursts(random, worldS, 60, 6) }, {}, { cut: { atS: 60 + random() * 60, forS: 3 + random() * 20 } }),
  "unrelated flashes": (random) =>
    two(
      { lights: flashes(random, worldS, Math.floor(random() * 60)), moves: still },
      { lights: flashes(random, worldS, Math.floor(random() * 60)), moves: still },
    ),
  "unrelated, many flashes": (random) => {
    const lights = () =>
      Array.from({ length: 12 }, () => random() * worldS).flatMap((atS) =>
        flashes(random, 8, 15).map((light) => ({ ...light, atS: light.atS + atS })),
      );
    return two({ lights: lights(), moves: still }, { lights: lights(), moves: still });
  },
  "flashes of the same make of telephone": (random) => {
    const lights = () =>
      Array.from({ length: 2 + Math.floor(random() * 8) }, () => random() * worldS).flatMap((atS) =>
        phone.map((later): Light => ({ atS: atS + later, sort: "flash", size: 30 })),
      );
    return two({ lights: lights(), moves: still }, { lights: lights(), moves: still });
  },
  "the same beacon": (random) => {
    const [periodS, group] = [0.4 + random() * 3, pick(random, groups)];
    return two({ lights: beacon(periodS, group, worldS), moves: still }, { lights: beacon(periodS, group, worldS), moves: still });
  },
  "two beacons": (random) => {
    const period = 0.4 + random() * 2;
    return two(
      { lights: beacon(period, pick(random, groups), worldS), moves: still },
      { lights: beacon(period * (1 + (random() - 0.5) * 0.02), pick(random, groups), worldS), moves: still },
    );
  },
  "unrelated movement": (random) =>
    two({ lights: [], moves: bursts(random, worldS, 60, 6) }, { lights: [], moves: bursts(random, worldS, 60, 6) }),
  "the same rhythm": (random) => {
    const hz = 0.3 + random() * 2;
    const moves = (phase: number) => (atS: number) => 3 + 3 * Math.sin(2 * Math.PI * (hz * atS + phase)) ** 3;
    return two({ lights: [], moves: moves(random()) }, { lights: [], moves: moves(random()) });
  },
  "cut to the same beat": (random) => {
    const period = 0.4 + random() * 0.6;
    const moves = () => {
      const beats = new Set(Array.from({ length: 1000 }, (_, n) => n).filter(() => random() < 0.5));
      return (atS: number) => (beats.has(Math.floor(atS / period)) && atS % period < 0.05 ? 15 : 1);
    };
    return two({ lights: [], moves: moves() }, { lights: [], moves: moves() });
  },
  "the same opening": (random) => {
    const [startA, startB] = [random() * 80, random() * 80];
    const opening = bursts(random, 10, 200, 10);
    const moves = (startS: number) => {
      const own = bursts(random, worldS, 60, 6);
      return (atS: number) => (atS < startS + 10 ? opening(atS - startS) : own(atS));
    };
    return {
      ...two({ lights: [], moves: moves(startA) }, { lights: [], moves: moves(startB) }),
      cameraA: { fromS: startA },
      cameraB: { fromS: startB },
    };
  },
  "nothing moves": () => two({ lights: [], moves: still }, { lights: [], moves: still }, { noise: 0.3 }),
  "noise and key frames": (random) =>
    two({ lights: [], moves: still }, { lights: [], moves: still }, { noise: 1.2, keyFrames: Math.round(48 + random() * 200) }),
  "one jolt in both": (random) => {
    const moves = (at: number) => (atS: number) => (atS > at && atS < at + 1.2 ? 20 : 0);
    return two({ lights: [], moves: moves(100 + random() * 60) }, { lights: [], moves: moves(100 + random() * 60) }, { noise: 0.8 });
  },
};

/** The same scene for the same kind and number. */
export function pictureScene(kind: string, number: number): PictureScene {
  const random = randomStream(number, `picture sync ${kind}`);
  const { worldA, worldB, cameraA, cameraB, shared } = (pictureKinds[kind] as Maker)(random);
  const camera = (): Camera => ({
    fromS: random() * 80,
    clockS: pick(random, [0, 0, 1.5, random() * 100]),
    lengthS: 90 + random() * 200,
    rate: pick(random, rates),
    uneven: random() < 0.3,
    view: 1,
    shake: still,
    noise: 0.5 + random() * 0.6,
    sees: 1,
  });
  const [first, second] = [
    { ...camera(), ...cameraA },
    { ...camera(), ...cameraB },
  ];
  const offset = first.clockS - first.fromS - (second.clockS - second.fromS);
  const { cut } = second;
  return {
    kind,
    a: film(random, worldA, first),
    b: film(random, worldB, second),
    offsetsS: shared ? [offset, ...(cut === undefined ? [] : [offset + cut.forS])] : [],
  };
}
