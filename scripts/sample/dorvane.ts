/**
 * The other invented town: Dorvane, district Kessany, a harbour with a round hall. It never was
 * the place of the event; one article shows it by mistake.
 */
import { house, type Scene } from "./town.ts";
import { gable, prism, pyramid, rectangle, regularOutline, type Colour, type Material, type Solid } from "./solids.ts";
import type { View } from "./cameras.ts";

const plain = (colour: Colour): Material => ({ kind: "plain", colour });
const roof = (colour: Colour): Material => ({ kind: "roof", colour });
const COPPER = roof([112, 158, 140]);
const RED_TILE = roof([150, 74, 60]);

const roundHall: Solid[] = [
  prism(regularOutline([2, 24], 9, 16), 0, 7, { kind: "wall", colour: [214, 206, 222] }),
  prism(regularOutline([2, 24], 9.5, 16), 7, 7.5, plain([236, 232, 226])),
  pyramid(regularOutline([2, 24], 9, 16), 7.5, 12.5, COPPER),
  prism(regularOutline([2, 24], 1.6, 10), 11, 14, plain([226, 220, 212])),
  pyramid(regularOutline([2, 24], 1.9, 10), 14, 16.5, COPPER),
];

const fountain: Solid[] = [
  prism(rectangle([-3, 2], 8, 5, 20), 0, 0.7, plain([172, 158, 150])),
  prism(rectangle([-3, 2], 7.2, 4.2, 20), 0.6, 0.72, { kind: "water", colour: [88, 150, 160] }),
  prism(rectangle([-3, 2], 0.8, 0.8, 20), 0, 3, plain([160, 146, 138])),
  pyramid(rectangle([-3, 2], 1, 1, 20), 3, 4.2, plain([160, 146, 138])),
];

const mast = (x: number, y: number): Solid[] => [
  prism(regularOutline([x, y], 0.12, 6), 0, 6, plain([70, 74, 80])),
  prism(rectangle([x + 0.7, y], 1.4, 0.06), 4.4, 5.8, plain([60, 110, 150])),
];

const KESSANY: Scene = {
  ground: { stone: [168, 172, 176], joint: [138, 142, 148], streetBearingDeg: 20 },
  sky: { zenith: [120, 150, 184], horizon: [226, 226, 220], hills: [150, 156, 168] },
  solids: [
    ...roundHall,
    ...fountain,
    ...house([-26, 22], 10, 12, 11, 0, [176, 196, 204], RED_TILE),
    ...house([-25, 8], 9, 12, 9, 0, [232, 206, 150], RED_TILE),
    ...house([26, 30], 10, 22, 8, 80, [204, 150, 130], COPPER),
    ...house([34, 10], 10, 14, 10, 0, [220, 220, 210], RED_TILE),
    ...mast(-10, 10),
    ...mast(9, 11),
    ...mast(14, 4),
    prism(rectangle([13, -4], 4.4, 1.8, 60), 0.35, 1.5, plain([236, 196, 70])),
    gable(rectangle([13, -4], 2.6, 1.7, 60), 1.5, 2, plain([60, 70, 84])),
  ],
};

/** In the open sea, as Ostrel is; the picture was taken in another year. */
export const DORVANE = {
  scene: KESSANY,
  latDeg: 42.9,
  lonDeg: 29.8,
  takenUtcMs: Date.UTC(2022, 4, 20, 8, 10, 0),
  view: { position: [4, -30, 4.5], headingDeg: 355, pitchDeg: 2, hfovDeg: 62, width: 800, height: 534 } satisfies View,
} as const;
