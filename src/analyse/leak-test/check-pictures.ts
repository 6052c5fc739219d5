/** Compares a picture of the edition, wherever it was found, with frames of the originals. */
import sharp from "sharp";
import type { Findings } from "./findings.ts";
import { findCrop } from "./find-crop.ts";
import { alike, type Box, type Gray, resize, spread } from "./gray.ts";
import { mostPixels } from "../picture/open-picture.ts";
import { readGray, type Reference, type ReferenceFrame, smallSize } from "./reference-frames.ts";
import type { FoundPicture } from "./scan-layers.ts";

/** The same frame, coded again and with parts covered, comes to 0.97 and more outside of them; another moment of it to less. */
const sameFrame = 0.93;
const closeToBest = 0.006;
/** A covered part that still follows the original. */
const sameBox = 0.75;
/** Smallest side of a part, in pixels that the picture really has. */
const smallestSide = 5;
const mostPages = 200;

/** Every page of a moving picture. */
export async function checkFoundPicture(found: FoundPicture, references: readonly Reference[], findings: Findings): Promise<void> {
  const { content, file, where } = found;
  const open = (page: number) =>
    "bytes" in content
      ? sharp(content.bytes, { limitInputPixels: mostPixels, failOn: "none", page, pages: 1 })
      : sharp(content.pixels.data, {
          raw: { width: content.pixels.width, height: content.pixels.height, channels: content.pixels.channels },
        });
  const pages = "bytes" in content ? await pagesOf(content.bytes) : 1;
  if (pages === undefined || pages > mostPages) {
    if (!found.guessed)
      findings.refuse(file, where, pages === undefined ? "a picture that cannot be decoded" : `a picture of ${pages} pages`);
    return;
  }
  for (let page = 0; page < pages; page++) {
    const read = await readGray(() => open(page));
    if (read === undefined) {
      if (!found.guessed) findings.refuse(file, where, "a picture that cannot be decoded");
      return;
    }
    findings.counts.pictures++;
    checkPicture({ file, where: pages > 1 ? `${where} page ${page + 1}` : where, ...read }, references, findings);
  }
}

async function pagesOf(bytes: Buffer): Promise<number | undefined> {
  try {
    return (await sharp(bytes, { limitInputPixels: mostPixels }).metadata()).pages ?? 1;
  } catch {
    return undefined;
  }
}

export interface ComparedPicture {
  readonly file: string;
  readonly where: string;
  readonly gray: Gray;
  /** Pixels across that it really has. */
  readonly realWidth: number;
}

/** `ownOf`: the original whose covers were checked frame by frame already. */
export function checkPicture(picture: ComparedPicture, references: readonly Reference[], findings: Findings, ownOf?: string): void {
  if (spread(picture.gray) < 2) return;
  for (const reference of references) {
    const { label, made } = reference.media;
    // A still of an item that is described may be shown where it was made for this edition: then its covers are what counts.
    const whole = reference.media.whole && !made.some(({ file }) => file === picture.file);
    const asFrame = whole ? wholeFrame(picture, reference) : boxOfFrame(picture, reference);
    if (asFrame !== undefined) {
      findings.leak("picture", picture.file, picture.where === "" ? "the picture" : picture.where, asFrame);
      continue;
    }
    if (whole || label === ownOf) continue;
    const found = reference.crops.find((crop) => findCrop(crop, picture.gray, picture.realWidth) !== undefined);
    if (found !== undefined)
      findings.leak("picture", picture.file, picture.where === "" ? "a part of the picture" : picture.where, found.label);
  }
}

function wholeFrame({ gray }: ComparedPicture, { media, frames }: Reference): string | undefined {
  const small = resize(gray, smallSize.width, smallSize.height);
  const turned = resize(gray, smallSize.width, smallSize.height, undefined, true);
  return frames.some((frame) => spread(frame.small) >= 8 && Math.max(alike(small, frame.small), alike(turned, frame.small)) >= sameFrame)
    ? `${media.label}, all of its picture`
    : undefined;
}

function boxOfFrame({ gray, realWidth }: ComparedPicture, { media, frames }: Reference): string | undefined {
  for (const mirrored of [false, true]) {
    const small = resize(gray, smallSize.width, smallSize.height, undefined, mirrored);
    const scores = frames.map((frame) => (frame.boxes.length === 0 ? 0 : alike(small, frame.small, coveredIn(frame))));
    const best = Math.max(0, ...scores);
    if (best < sameFrame) continue;
    for (const [at, frame] of frames.entries()) {
      if ((scores[at] as number) < best - closeToBest) continue;
      for (const { label, box } of frame.boxes) {
        const [w, h] = [box.w * realWidth, (box.h * realWidth * gray.height) / gray.width];
        if (Math.min(w, h) < smallestSide) continue;
        const there = mirrored ? { ...box, x: 1 - box.x - box.w } : box;
        const [pw, ph] = [Math.min(40, Math.max(5, Math.round(w))), Math.min(40, Math.max(5, Math.round(h)))];
        const shown = resize(gray, pw, ph, there, mirrored);
        if (spread(shown) >= 6 && alike(shown, resize(frame.gray, pw, ph, box)) >= sameBox) return `${media.label}, mark ${label}`;
      }
    }
  }
  return undefined;
}

function coveredIn({ boxes }: ReferenceFrame): Uint8Array {
  const { width, height } = smallSize;
  const covered = new Uint8Array(width * height);
  for (const { box } of boxes) fill(covered, box, width, height);
  return covered;
}

function fill(covered: Uint8Array, box: Box, width: number, height: number): void {
  const [x0, y0] = [Math.max(0, Math.floor(box.x * width) - 1), Math.max(0, Math.floor(box.y * height) - 1)];
  const [x1, y1] = [Math.min(width, Math.ceil((box.x + box.w) * width) + 1), Math.min(height, Math.ceil((box.y + box.h) * height) + 1)];
  for (let y = y0; y < y1; y++) covered.fill(1, y * width + x0, y * width + x1);
}
