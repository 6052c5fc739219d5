/**
 * The market square of Ostrel: what stands still, and what moves (the van and five passers-by).
 */
import { EVENT_UTC_MS, TOWN_UTC_OFFSET_H, VAN, vanPosition } from "./event.ts";
import { gable, prism, pyramid, rectangle, regularOutline, type Colour, type Material, type Solid } from "./solids.ts";
import type { Vector } from "./sun.ts";

export interface Ground {
  readonly stone: Colour;
  readonly joint: Colour;
  /** Line of a paved street through the square: through the origin, with this bearing. */
  readonly streetBearingDeg: number;
}

export interface Scene {
  readonly solids: readonly Solid[];
  readonly ground: Ground;
  readonly sky: { readonly zenith: Colour; readonly horizon: Colour; readonly hills: Colour };
}

const plain = (colour: Colour): Material => ({ kind: "plain", colour });
const wall = (colour: Colour): Material => ({ kind: "wall", colour });
const roof = (colour: Colour): Material => ({ kind: "roof", colour });

const STONE: Colour = [203, 190, 166];
const SLATE = roof([92, 100, 112]);
const TILE = roof([166, 88, 66]);

/** A house: walls with windows under a gabled roof that hangs over a little. */
export function house(
  at: readonly [number, number],
  across: number,
  along: number,
  height: number,
  bearingDeg: number,
  colour: Colour,
  roofing: Material,
): Solid[] {
  return [
    prism(rectangle(at, across, along, bearingDeg), 0, height, wall(colour)),
    gable(rectangle(at, across + 0.8, along + 0.8, bearingDeg), height, height + across * 0.34, roofing),
  ];
}

const TOWER_AT = [-10, 26] as const;
const tower: Solid[] = [
  prism(rectangle(TOWER_AT, 6, 6), 0, 18.5, { kind: "clock", colour: STONE }),
  prism(rectangle(TOWER_AT, 6.8, 6.8), 18.5, 19.2, plain([178, 163, 138])),
  prism(rectangle(TOWER_AT, 4.6, 4.6), 19.2, 22.4, plain([120, 108, 92])),
  pyramid(rectangle(TOWER_AT, 6.4, 6.4), 22.4, 27.5, SLATE),
  prism(rectangle(TOWER_AT, 0.3, 0.3), 27, 31, plain([70, 70, 74])),
  prism(rectangle([-9, 26], 2, 0.08), 29.4, 30.8, plain([235, 170, 60])),
];

const stallAwnings: readonly (readonly [number, number, Colour])[] = [
  [-15, 5, [196, 74, 70]],
  [-16, -1.5, [70, 120, 170]],
  [17, 3, [84, 142, 96]],
  [18.5, -4, [214, 160, 70]],
];
const stalls = stallAwnings.flatMap(([x, y, colour]) => [
  prism(rectangle([x, y], 2.6, 3.6), 0.7, 0.85, plain([150, 120, 84])),
  prism(rectangle([x, y], 2.2, 3.2), 0, 0.7, plain([120, 96, 70])),
  ...[-1, 1].map((side) => prism(rectangle([x + side * 1.3, y], 0.12, 0.12), 0, 2.3, plain([90, 84, 78]))),
  gable(rectangle([x, y], 3.4, 4.4), 2.3, 3.2, {
    kind: "stripes",
    colour,
    second: [240, 236, 226],
  }),
]);

const lamp: Solid[] = [
  prism(regularOutline([6.4, 1.6], 0.09, 6), 0, 4.4, plain([52, 58, 60])),
  prism(regularOutline([6.4, 1.6], 0.28, 6), 4.4, 4.9, plain([236, 226, 190])),
];

const fountain: Solid[] = [
  prism(regularOutline([0, 0], 3.4, 10), 0, 0.6, plain([188, 182, 170])),
  prism(regularOutline([0, 0], 2.95, 10), 0.55, 0.62, { kind: "water", colour: [96, 150, 172] }),
  prism(regularOutline([0, 0], 0.45, 8), 0, 2.1, plain([176, 170, 158])),
  prism(regularOutline([0, 0], 1.1, 10), 1.9, 2.15, plain([196, 190, 178])),
];

const tree = ([x, y]: readonly [number, number], height: number): Solid[] => [
  prism(regularOutline([x, y], 0.18, 6), 0, height * 0.45, plain([94, 74, 56])),
  pyramid(regularOutline([x, y], height * 0.3, 9), height * 0.3, height, plain([74, 112, 66])),
];

export const OSTREL: Scene = {
  ground: { stone: [186, 178, 164], joint: [160, 151, 137], streetBearingDeg: VAN.bearingDeg },
  sky: { zenith: [96, 148, 204], horizon: [214, 226, 232], hills: [126, 146, 150] },
  solids: [
    ...tower,
    ...house([16, 37], 11, 34, 7.5, 90, [222, 196, 150], TILE),
    ...house([-32, 24], 10, 14, 8.5, 8, [196, 170, 160], SLATE),
    ...house([-34, 7], 10, 13, 10, 4, [226, 214, 190], TILE),
    ...house([-33, -9], 9, 12, 7, 0, [166, 184, 178], SLATE),
    ...house([37, 12], 10, 13, 9, -6, [224, 182, 160], TILE),
    ...house([38, -4], 9, 12, 7.5, -4, [206, 206, 196], SLATE),
    ...house([-12, 52], 12, 20, 9, 90, [190, 190, 180], TILE),
    ...house([46, 44], 12, 16, 10, 60, [214, 200, 176], SLATE),
    ...stalls,
    ...lamp,
    ...fountain,
    ...tree([-21, 17], 7),
    ...tree([-20.5, 11.5], 6),
    ...tree([27, 20], 6.5),
    ...tree([27.5, -11], 6),
  ],
};

/** Something that moves as one, with the solids it is made of at a moment. */
export interface Mover {
  readonly id: string;
  readonly at: (eventSeconds: number) => readonly Solid[];
}

const RED: Colour = [190, 40, 38];
const GLASS: Colour = [52, 66, 80];
const TYRE: Colour = [36, 36, 38];

function vanSolids(eventSeconds: number): Solid[] {
  const b = (VAN.bearingDeg * Math.PI) / 180;
  const middle = vanPosition(eventSeconds);
  const on = (ahead: number, right: number): [number, number] => [
    middle[0] + Math.sin(b) * ahead + Math.cos(b) * right,
    middle[1] + Math.cos(b) * ahead - Math.sin(b) * right,
  ];
  const part = (ahead: number, right: number, along: number, across: number, z0: number, z1: number, colour: Colour) =>
    prism(rectangle(on(ahead, right), across, along, VAN.bearingDeg), z0, z1, plain(colour));
  const wheels = [1.55, -1.5].flatMap((ahead) => [-0.92, 0.92].map((right) => part(ahead, right, 0.75, 0.24, 0, 0.72, TYRE)));
  return [
    part(0, 0, VAN.lengthM, VAN.widthM, 0.4, 1.25, RED),
    part(-0.65, 0, 3.6, VAN.widthM, 1.25, 2.4, RED),
    part(1.45, 0, 0.75, 1.9, 1.25, 2.05, GLASS),
    part(1.45, 0, 0.7, 1.92, 2.05, 2.2, RED),
    part(-0.65, 0, 3, 2.04, 1.5, 1.95, [238, 232, 222]),
    part(2.4, 0, 0.22, 2.02, 0.75, 0.95, [240, 236, 210]),
    ...wheels,
  ];
}

interface Stroll {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly startS: number;
  readonly speedMS: number;
  readonly coat: Colour;
}

const STROLLS: readonly Stroll[] = [
  { from: [-12.4, 7], to: [-8, -12], startS: -7, speedMS: 1.1, coat: [66, 84, 120] },
  { from: [-13.2, -2], to: [-12.6, 3], startS: -4, speedMS: 0.5, coat: [150, 120, 70] },
  { from: [14.4, -6], to: [14.2, 4], startS: -6, speedMS: 0.7, coat: [92, 110, 84] },
  { from: [22, -14], to: [4, -11], startS: -5, speedMS: 1.2, coat: [124, 70, 92] },
  { from: [-4, 19], to: [-16, 21], startS: -6, speedMS: 0.9, coat: [80, 80, 86] },
];

function strollerSolids(stroll: Stroll, eventSeconds: number): Solid[] {
  const length = Math.hypot(stroll.to[0] - stroll.from[0], stroll.to[1] - stroll.from[1]);
  const walked = Math.min(length, Math.max(0, (eventSeconds - stroll.startS) * stroll.speedMS));
  const share = walked / length;
  const at = [stroll.from[0] + (stroll.to[0] - stroll.from[0]) * share, stroll.from[1] + (stroll.to[1] - stroll.from[1]) * share] as const;
  return [
    prism(regularOutline(at, 0.2, 6), 0, 0.8, plain([58, 56, 60])),
    prism(regularOutline(at, 0.29, 8), 0.75, 1.45, plain(stroll.coat)),
    prism(regularOutline(at, 0.13, 8), 1.48, 1.75, plain([204, 168, 140])),
  ];
}

export const MOVERS: readonly Mover[] = [
  { id: "van", at: vanSolids },
  ...STROLLS.map((stroll, i) => ({
    id: `passer-by-${i + 1}`,
    at: (t: number) => strollerSolids(stroll, t),
  })),
];

/** Hands of the tower clock, degrees clockwise from twelve: the clock is right. */
export const CLOCK_HANDS = (() => {
  const minutes = EVENT_UTC_MS / 60_000 + TOWN_UTC_OFFSET_H * 60;
  return { hourDeg: (minutes % 720) / 2, minuteDeg: (minutes % 60) * 6 };
})();

export const CLOCK_FACE = { heightM: 16.2, radiusM: 1.9 };

/** Points that a geolocation test can look for, with names. */
export const LANDMARKS: readonly { readonly name: string; readonly position: Vector }[] = [
  { name: "tip of the tower roof", position: [-10, 26, 27.5] },
  { name: "tower, south-west corner on the ground", position: [-13, 23, 0] },
  { name: "tower, south-east corner on the ground", position: [-7, 23, 0] },
  { name: "middle of the fountain, top", position: [0, 0, 2.15] },
  { name: "head of the lamp", position: [6.4, 1.6, 4.65] },
  { name: "market hall, south-west corner on the ground", position: [-1, 31.5, 0] },
  { name: "market hall, south-east corner on the ground", position: [33, 31.5, 0] },
];
