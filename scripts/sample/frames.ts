/** The pictures of a camera, one by one: town, movers, flash, hand shake, noise, frame code, label. */
import { frameTimeS, handShake, project, SHAKE_MARGIN_PX, type Camera } from "./cameras.ts";
import { EVENT_UTC_MS, FLASH, SEED, sunAt, SYNTHETIC_LABEL } from "./event.ts";
import { frameCodeCells } from "./frame-code.ts";
import { drawPlate, drawText, fillBox, textWidth, type Rgb } from "./pixel-text.ts";
import { bellCurve, randomStream, type Random } from "./random.ts";
import { MOVERS, OSTREL } from "./town.ts";
import { drawBackground, drawMovers, reach, type Background, type Box } from "./trace.ts";

/** In the seconds that a clip lasts the sun moves 0.08 degree: one background serves the whole clip. */
export const cameraBackground = (camera: Camera): Background => drawBackground(OSTREL, camera, sunAt(EVENT_UTC_MS), SHAKE_MARGIN_PX);

/** Yields RGB frames, each in its own memory. */
export function* renderFrames(camera: Camera, background: Background): Generator<Uint8Array> {
  const shake = handShake(camera);
  const random = randomStream(SEED, `noise ${camera.id}`);
  const grain = grainTable(camera.pictureNoise, random);
  for (let i = 0; i < camera.frameTicks.length; i++) {
    const eventS = camera.startS + frameTimeS(camera, i);
    const [dx, dy] = shake[i] ?? [0, 0];
    const frame = window(background, withMovers(background, eventS), dx, dy);
    addFlash(camera, background, frame, eventS, dx, dy);
    addGrain(frame.data, grain, random);
    drawFoot(camera, frame, i);
    yield frame.data;
  }
}

function withMovers(background: Background, eventS: number): Uint8Array {
  const drawn = background.rgb.slice();
  const reached = MOVERS.flatMap((mover) => {
    const solids = mover.at(eventS);
    const box = reach(background, solids);
    return box ? [{ solids, box }] : [];
  });
  for (const { box } of reached) {
    // Two movers that overlap must cover and shade each other; the others cannot touch this box.
    const near = reached.filter((other) => overlap(box, other.box)).flatMap((other) => other.solids);
    drawMovers(background, OSTREL, near, box, drawn);
  }
  return drawn;
}

const overlap = (a: Box, b: Box) => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;

function window(background: Background, drawn: Uint8Array, dx: number, dy: number): Rgb {
  const { width, height } = background.view;
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    const from = ((y + background.margin - dy) * background.width + background.margin - dx) * 3;
    data.set(drawn.subarray(from, from + width * 3), y * width * 3);
  }
  return { width, height, data };
}

/** The lamp's flash: a bright spot with a glow, in the frames taken while it lasts. */
function addFlash(camera: Camera, background: Background, frame: Rgb, eventS: number, dx: number, dy: number): void {
  const age = eventS - FLASH.timeS;
  if (age < 0 || age >= FLASH.fadeS) return;
  const at = project(camera, background.basis, FLASH.position);
  if (!at) return;
  const strength = 1 - (0.5 * age) / FLASH.fadeS;
  const size = frame.width / 22;
  for (let y = 0; y < frame.height; y++) {
    for (let x = 0; x < frame.width; x++) {
      const r = Math.hypot(x - at[0] - dx, y - at[1] - dy) / size;
      if (r > 6) continue;
      const glow = strength * 255 * (Math.exp(-r * r * 3) + 0.28 * Math.exp(-r * 0.9));
      const pixel = (y * frame.width + x) * 3;
      for (let k = 0; k < 3; k++) frame.data[pixel + k] = Math.min(255, frame.data[pixel + k]! + glow);
    }
  }
}

const GRAIN = 1 << 16;

function grainTable(deviation: number, random: Random): Int8Array {
  return Int8Array.from({ length: GRAIN }, () => Math.max(-60, Math.min(60, Math.round(bellCurve(random) * deviation))));
}

function addGrain(data: Uint8Array, grain: Int8Array, random: Random): void {
  let at = Math.floor(random() * GRAIN);
  for (let i = 0; i < data.length; i += 3) {
    // A prime stride now and then, so that rows do not repeat the table.
    if (i % 1923 === 0) at = Math.floor(random() * GRAIN);
    const n = grain[at & (GRAIN - 1)]!;
    at++;
    for (let k = 0; k < 3; k++) {
      const v = data[i + k]! + n;
      data[i + k] = v < 0 ? 0 : v > 255 ? 255 : v;
    }
  }
}

/** The bar at the foot with the frame code, and the label that says what the picture is. */
function drawFoot(camera: Camera, frame: Rgb, index: number): void {
  const { x, y, cellWidth, cellHeight } = camera.frameCode;
  const cells = frameCodeCells(index);
  fillBox(frame, 0, y - 6, frame.width, frame.height - y + 6, [18, 20, 24]);
  cells.forEach((cell, i) => fillBox(frame, x + i * cellWidth, y, cellWidth, cellHeight, cell ? [255, 255, 255] : [0, 0, 0]));
  const scale = frame.width >= 600 ? 2 : 1;
  const end = x + cells.length * cellWidth;
  if (end + textWidth(SYNTHETIC_LABEL, scale) + 12 <= frame.width) {
    const left = Math.round((end + frame.width - textWidth(SYNTHETIC_LABEL, scale)) / 2);
    drawText(frame, SYNTHETIC_LABEL, left, y + Math.round((cellHeight - 7 * scale) / 2), scale, [250, 250, 246]);
  }
  // Too narrow for both: the plate stands low, where crops of the sky leave it.
  else drawPlate(frame, SYNTHETIC_LABEL, 8, y - 34, 2);
}
