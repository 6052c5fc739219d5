/** Pictures that are laid over copies: logos, subtitle bars, the moire of a filmed screen, an intro card. */
import { writeFile } from "node:fs/promises";
import sharp from "sharp";
import { drawText, fillBox, textWidth, type Ink, type Rgb } from "../../sample/pixel-text.ts";
import { randomStream } from "../../sample/random.ts";
import { card, SAID } from "./figures.ts";

const plate = (width: number, height: number, ink: Ink): Rgb => {
  const picture = { width, height, data: new Uint8Array(width * height * 3) };
  fillBox(picture, 0, 0, width, height, ink);
  return picture;
};

const write = async ({ width, height, data }: Rgb, path: string) =>
  writeFile(
    path,
    await sharp(data, { raw: { width, height, channels: 3 } })
      .png({ compressionLevel: 1 })
      .toBuffer(),
  );

const fitted = (picture: Rgb, words: string, y: number, share: number, ink: Ink) => {
  const scale = Math.max(1, Math.floor((picture.width * share) / textWidth(words, 1)));
  drawText(picture, words, Math.round((picture.width - textWidth(words, scale)) / 2), y, scale, ink);
};

export async function writeLogo(width: number, height: number, path: string): Promise<void> {
  const picture = plate(width, height, [24, 72, 120]);
  fillBox(picture, 0, height - 4, width, 4, [236, 170, 60]);
  fitted(picture, "DORVANE", Math.round(height * 0.3), 0.9, [250, 250, 250]);
  await write(picture, path);
}

export async function writeBox(width: number, height: number, path: string): Promise<void> {
  const picture = plate(width, height, [252, 252, 252]);
  fitted(picture, "NEWS", Math.round(height * 0.35), 0.7, [200, 30, 34]);
  await write(picture, path);
}

/** One subtitle on a dark bar; `which` chooses the words. */
export async function writeSubtitle(width: number, height: number, which: number, path: string): Promise<void> {
  const picture = plate(width, height, [6, 6, 8]);
  const words = SAID[which % SAID.length] ?? "";
  fitted(picture, words, Math.round(height * 0.3), 0.92, [252, 252, 250]);
  await write(picture, path);
}

export async function writeCard(width: number, height: number, words: readonly string[], path: string): Promise<void> {
  const picture = plate(width, height, [0, 0, 0]);
  card(words, 8)(picture, 0, { size: 1, place: (x, y) => [x, y] });
  await write(picture, path);
}

/** Bands of two gratings that nearly agree, as a sensor's and a screen's do; translucent. */
export async function writeMoire(width: number, height: number, name: string, path: string): Promise<void> {
  const random = randomStream(0, `moire ${name}`);
  const [turn, long] = [0.2 + random() * 0.5, 5.5 + random() * 3];
  const data = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const a = Math.sin((2 * Math.PI * (x * Math.cos(turn) + y * Math.sin(turn))) / long);
      const b = Math.sin((2 * Math.PI * (x * Math.cos(turn + 0.06) + y * Math.sin(turn + 0.06))) / (long * 1.05));
      const level = a + b > 0 ? 255 : 0;
      data.set([level, level, level, Math.round(14 + 14 * Math.abs(a + b))], (y * width + x) * 4);
    }
  }
  await writeFile(
    path,
    await sharp(data, { raw: { width, height, channels: 4 } })
      .png({ compressionLevel: 1 })
      .toBuffer(),
  );
}
