/** The small picture that stands for an item in lists, blurred in the file; and, for still pictures, a clear one of bounded size. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { failed, type Made, type Making } from "../child-contract.ts";
import { openMedia, signatureOf } from "../ffmpeg/open-media.ts";
import { blurredJpeg, enlarge, fitInside, type Pixels } from "../shield/blur.ts";
import { stillPixels, writeClearPicture } from "./still-picture.ts";
import { videoPixels } from "./video-moment.ts";

/** Longer side of the poster. */
const posterLength = 320;

export async function poster(making: Making): Promise<Made> {
  const { signature } = await signatureOf(making.object);
  if (signature?.family === "picture") {
    const still = await stillPixels(making.object, signature);
    if ("failure" in still) return still.failure;
    await writePoster(making.folder, still.kept, still.shape);
    await writeClearPicture(making.object, join(making.folder, "picture.webp"));
    const files = [posterFile, { name: "picture.webp", mediaType: "image/webp" }];
    return { state: "done", result: { width: still.shape.width, height: still.shape.height }, files };
  }
  const media = await openMedia(making);
  if ("state" in media) return media;
  if (media.video === undefined || media.shown === undefined) return failed("no-stream", "poster: expected a picture stream; found none");
  const moment = await videoPixels(media.file, media.video, { shown: media.shown, durationSec: Number(media.probed.format.duration ?? 0) });
  if (moment === undefined) return failed("crashed", "poster: expected a frame that can be decoded; found none");
  await writePoster(making.folder, moment.kept, { width: media.shown.displayWidth, height: media.shown.displayHeight });
  return { state: "done", result: { atSec: moment.atSec }, files: [posterFile] };
}

const posterFile = { name: "poster.jpg", mediaType: "image/jpeg" };

async function writePoster(folder: string, kept: Pixels, shape: { width: number; height: number }): Promise<void> {
  const { width, height } = fitInside(shape.width, shape.height, posterLength);
  await writeFile(join(folder, posterFile.name), await blurredJpeg(await enlarge(kept, width, height), width, height));
}
