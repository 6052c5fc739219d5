/** Looks for a covered part of a picture inside another picture: at any size between filling it and the size it had in the whole frame, also mirrored. */
import { alike, type Box, type Gray, resize } from "./gray.ts";

export interface Crop {
  readonly label: string;
  /** The frame that it lies in. */
  readonly frame: Gray;
  readonly box: Box;
}

/** Longest side of the part at the first look, and when it is compared again. */
const coarse = 10;
const fine = 28;
const sizeStep = 1.13;
const coarseLeast = 0.62;
/** Two pictures of one thing come to 0.95 and more, also small and coded again; parts of unlike pictures to 0.8. */
const fineLeast = 0.9;
const candidatesEach = 4;
/** Fewer pixels across show no more than that something is there. */
const smallestSide = 6;

/** How alike the best place is, where that is enough. `realWidth`: pixels that the picture really has across. */
export function findCrop(crop: Crop, picture: Gray, realWidth: number): number | undefined {
  const { frame, box } = crop;
  const [boxW, boxH] = [box.w * frame.width, box.h * frame.height];
  const unit = Math.max(boxW, boxH);
  const across = (long: number) => [Math.max(4, Math.round((boxW / unit) * long)), Math.max(4, Math.round((boxH / unit) * long))] as const;
  const [w, h] = across(coarse);
  const [fw, fh] = across(fine);
  const largest = Math.min((frame.width / unit) * coarse * 1.06, (realWidth / smallestSide) * coarse);
  for (const mirrored of [false, true]) {
    const template = resize(frame, w, h, box, mirrored);
    const sharp = resize(frame, fw, fh, box, mirrored);
    const candidates: { score: number; at: Box }[] = [];
    for (let width = w; width <= largest; width *= sizeStep) {
      const [pw, ph] = [Math.round(width), Math.round((width * picture.height) / picture.width)];
      if (ph < h || pw < w) continue;
      const small = resize(picture, pw, ph);
      for (const { score, x, y } of slide(template, small)) candidates.push({ score, at: { x: x / pw, y: y / ph, w: w / pw, h: h / ph } });
    }
    candidates.sort((a, b) => b.score - a.score);
    for (const { at } of candidates.slice(0, candidatesEach * 2)) {
      const score = refined(sharp, picture, at);
      if (score >= fineLeast) return score;
    }
  }
  return undefined;
}

function slide(template: Gray, { width, height, data }: Gray): { score: number; x: number; y: number }[] {
  const { width: w, height: h } = template;
  const n = w * h;
  const mean = template.data.reduce((sum, value) => sum + value, 0) / n;
  const centred = template.data.map((value) => value - mean);
  const norm = Math.sqrt(centred.reduce((sum, value) => sum + value * value, 0));
  if (norm < n / 8) return [];
  const best: { score: number; x: number; y: number }[] = [];
  for (let y = 0; y + h <= height; y++)
    for (let x = 0; x + w <= width; x++) {
      let [dot, sum, squares] = [0, 0, 0];
      for (let ty = 0; ty < h; ty++) {
        const row = (y + ty) * width + x;
        for (let tx = 0; tx < w; tx++) {
          const value = data[row + tx] as number;
          dot += value * (centred[ty * w + tx] as number);
          sum += value;
          squares += value * value;
        }
      }
      const variance = squares - (sum * sum) / n;
      if (variance < n * 16) continue;
      const score = dot / (norm * Math.sqrt(variance));
      if (score < coarseLeast) continue;
      best.push({ score, x, y });
    }
  return best.sort((a, b) => b.score - a.score).slice(0, candidatesEach);
}

/** The best of places and sizes around a candidate, in ever smaller steps. */
function refined(sharp: Gray, picture: Gray, at: Box): number {
  let best = { box: at, score: alike(sharp, resize(picture, sharp.width, sharp.height, at)) };
  for (let step = 0.12; step > 0.015; step /= 2)
    for (let turns = 0; turns < 2; turns++) {
      const { box } = best;
      for (const [dx, dy, ds] of [
        [-1, 0, 0],
        [1, 0, 0],
        [0, -1, 0],
        [0, 1, 0],
        [0, 0, -1],
        [0, 0, 1],
        [-1, -1, 0],
        [1, 1, 0],
        [-1, 1, 0],
        [1, -1, 0],
      ] as const) {
        const scale = 1 + ds * step;
        const moved = {
          x: box.x + dx * step * box.w + (box.w - box.w * scale) / 2,
          y: box.y + dy * step * box.h + (box.h - box.h * scale) / 2,
          w: box.w * scale,
          h: box.h * scale,
        };
        if (moved.x < -0.02 || moved.y < -0.02 || moved.x + moved.w > 1.02 || moved.y + moved.h > 1.02) continue;
        const score = alike(sharp, resize(picture, sharp.width, sharp.height, moved));
        if (score > best.score) best = { box: moved, score };
      }
    }
  return best.score;
}
