/** What is on the screen, as numbers: for tests of the shield and of the player. */
import type { CDPSession, Locator, Page } from "playwright-core";
import sharp from "sharp";

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue of the pixel. */
  at(x: number, y: number): readonly [number, number, number];
}

export async function decodePixels(image: Buffer): Promise<Pixels> {
  const { data, info } = await sharp(image).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return {
    width: info.width,
    height: info.height,
    at: (x, y) => {
      const from = (y * info.width + x) * 3;
      return [data[from] ?? 0, data[from + 1] ?? 0, data[from + 2] ?? 0];
    },
  };
}

/** A part of the page as it is shown now. */
export async function pixelsOf(target: Page | Locator): Promise<Pixels> {
  return decodePixels(await target.screenshot());
}

/** Share of pixels, 0 to 1, that the test says yes to. */
export function share(pixels: Pixels, yes: (red: number, green: number, blue: number) => boolean): number {
  let count = 0;
  for (let y = 0; y < pixels.height; y++) for (let x = 0; x < pixels.width; x++) if (yes(...pixels.at(x, y))) count++;
  return count / (pixels.width * pixels.height);
}

/** Largest distance between the channels of one pixel: 0 for a picture without colour. */
export function mostColour(pixels: Pixels): number {
  let most = 0;
  for (let y = 0; y < pixels.height; y++)
    for (let x = 0; x < pixels.width; x++) {
      const [red, green, blue] = pixels.at(x, y);
      most = Math.max(most, Math.max(red, green, blue) - Math.min(red, green, blue));
    }
  return most;
}

/** Largest step between neighbouring pixels of a row: small in a blurred picture, large at a clear edge. */
export function sharpestEdge(pixels: Pixels): number {
  let most = 0;
  for (let y = 0; y < pixels.height; y++)
    for (let x = 1; x < pixels.width; x++) {
      const before = pixels.at(x - 1, y);
      const here = pixels.at(x, y);
      most = Math.max(most, Math.abs(here[0] - before[0]), Math.abs(here[1] - before[1]), Math.abs(here[2] - before[2]));
    }
  return most;
}

/** Every frame that Chromium paints while `during` runs, the first one included. */
export async function paintedFrames(page: Page, during: () => Promise<void>): Promise<Pixels[]> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const frames: Buffer[] = [];
  session.on("Page.screencastFrame", ({ data, sessionId }) => {
    frames.push(Buffer.from(data, "base64"));
    void session.send("Page.screencastFrameAck", { sessionId }).catch(() => undefined);
  });
  await session.send("Page.startScreencast", { format: "png", everyNthFrame: 1 });
  await during();
  await session.send("Page.stopScreencast");
  await session.detach();
  return Promise.all(frames.map(decodePixels));
}
