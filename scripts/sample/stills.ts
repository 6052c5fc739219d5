/** Pictures that are not frames: stills of the square, of its details, and of the other town. */
import sharp, { type Sharp } from "sharp";
import type { View } from "./cameras.ts";
import { DORVANE } from "./dorvane.ts";
import { SEED, sunAt, SYNTHETIC_LABEL, utcMsAt, VAN } from "./event.ts";
import { drawPlate } from "./pixel-text.ts";
import { bellCurve, randomStream } from "./random.ts";
import { sunPosition, type SunPosition, type Vector } from "./sun.ts";
import { MOVERS, OSTREL, type Scene } from "./town.ts";
import { drawBackground, drawMovers, reach } from "./trace.ts";

export interface Still {
  readonly id: string;
  readonly shows: string;
  readonly scene: Scene;
  readonly view: View;
  readonly utcMs: number;
  readonly sun: SunPosition;
  /** Where the moving things stood, in event time; null for a scene without them. */
  readonly eventS: number | null;
}

function ostrel(id: string, shows: string, eventS: number, position: Vector, look: readonly number[]): Still {
  const [headingDeg = 0, pitchDeg = 0, hfovDeg = 60, width = 800, height = 534] = look;
  const utcMs = utcMsAt(eventS);
  return { id, shows, scene: OSTREL, view: { position, headingDeg, pitchDeg, hfovDeg, width, height }, utcMs, sun: sunAt(utcMs), eventS };
}

/** Half an hour later the shadows have turned by about eight degrees. */
const LATER_S = 1860;

export const STILLS: readonly Still[] = [
  ostrel("square-wide", "Market Square from the west, the van at rest by the fountain", 95, [-24, -16, 2.2], [58, 3, 62, 960, 640]),
  ostrel("van-at-fountain", "the van at rest by the fountain, from the south-east", LATER_S, [14, -9, 1.7], [320, -1, 48]),
  ostrel("tower", "the clock tower from the south", 95, [-3, -12, 1.6], [350, 17, 48, 534, 800]),
  ostrel("awnings", "stalls at the west side of Market Square", LATER_S + 300, [-6, -9, 1.7], [318, 2, 56]),
  {
    id: "kessany",
    shows: "a harbour square in Kessany, a district of Dorvane; not Ostrel",
    scene: DORVANE.scene,
    view: DORVANE.view,
    utcMs: DORVANE.takenUtcMs,
    sun: sunPosition(DORVANE.takenUtcMs, DORVANE.latDeg, DORVANE.lonDeg),
    eventS: null,
  },
];

export function stillById(id: string): Still {
  const still = STILLS.find((s) => s.id === id);
  if (!still) throw new Error(`no still ${id}`);
  return still;
}

/** The pixels, with a little grain and the label. */
export function drawStill(still: Still): { data: Uint8Array; width: number; height: number } {
  const background = drawBackground(still.scene, still.view, still.sun, 0);
  const data = background.rgb.slice();
  if (still.eventS !== null) {
    // Long after the clips the passers-by have gone home; the van stays where it stopped.
    const eventS = still.eventS;
    const parts = MOVERS.filter((m) => m.id === "van" || eventS < VAN.stopS + 600).map((m) => m.at(eventS));
    for (const solids of parts) {
      const box = reach(background, solids);
      if (box) drawMovers(background, OSTREL, parts.flat(), box, data);
    }
  }
  const random = randomStream(SEED, `still ${still.id}`);
  for (let i = 0; i < data.length; i += 3) {
    const n = bellCurve(random) * 1.5;
    for (let k = 0; k < 3; k++) data[i + k] = Math.max(0, Math.min(255, Math.round(data[i + k]! + n)));
  }
  const { width, height } = still.view;
  drawPlate({ data, width, height }, SYNTHETIC_LABEL, 10, 10, 2);
  return { data, width, height };
}

const drawn = new Map<string, ReturnType<typeof drawStill>>();

/** The still as a sharp picture, ready to be encoded; drawn once, since several pages show the same. */
export function sharpStill(still: Still): Sharp {
  const picture = drawn.get(still.id) ?? drawStill(still);
  drawn.set(still.id, picture);
  const { data, width, height } = picture;
  return sharp(data, { raw: { width, height, channels: 3 } });
}
