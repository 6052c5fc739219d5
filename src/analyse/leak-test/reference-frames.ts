/** Frames of the originals at small size, with where something is covered in each: what pictures of the edition are compared with. */
import type { Sharp } from "sharp";
import type { SecretMedia } from "../../core/edition/leak-test.port.ts";
import { askFfprobe, type MediaFile } from "../ffmpeg/ask-ffprobe.ts";
import { timedPictures } from "../ffmpeg/timed-pictures.ts";
import { openPicture } from "../picture/open-picture.ts";
import { mainVideo, videoStream } from "../probe/streams.ts";
import { boxesAt, type MarkedBox } from "./boxes-at.ts";
import type { Crop } from "./find-crop.ts";
import { mediaFile } from "./media-file.ts";
import { alike, type Gray, grayOf, resize } from "./gray.ts";
import { isTelling } from "./telling-crop.ts";

export interface ReferenceFrame {
  readonly atS: number;
  readonly gray: Gray;
  readonly small: Gray;
  readonly boxes: readonly MarkedBox[];
}

export interface Reference {
  readonly media: SecretMedia;
  readonly frames: readonly ReferenceFrame[];
  readonly crops: readonly Crop[];
}

export const referenceWidth = 320;
export const smallSize = { width: 48, height: 36 } as const;
const everyS = 0.5;
const cropsEach = 6;
/** Beyond this two parts of one mark look the same. */
const sameCrop = 0.97;

export interface Programs {
  readonly ffmpeg: string;
  readonly ffprobe: string;
}

/** Undefined where the original cannot be decoded: then nothing can be compared with it. */
export async function readReference(media: SecretMedia, programs: Programs): Promise<Reference | undefined> {
  const frames = media.kind === "picture" ? await stillFrame(media) : await videoFrames(media, programs);
  return frames === undefined ? undefined : { media, frames, crops: cropsOf(media, frames) };
}

function frameOf(media: SecretMedia, atS: number, gray: Gray): ReferenceFrame {
  const boxes = boxesAt(media, { startS: atS, endS: atS });
  return { atS, gray, small: resize(gray, smallSize.width, smallSize.height), boxes };
}

async function stillFrame(media: SecretMedia): Promise<ReferenceFrame[] | undefined> {
  const gray = await readGray(() => openPicture(media.path));
  return gray === undefined ? undefined : [frameOf(media, 0, gray.gray)];
}

export async function readGray(open: () => Sharp): Promise<{ gray: Gray; realWidth: number } | undefined> {
  try {
    const { autoOrient } = await open().metadata();
    const { data, info } = await open()
      .autoOrient()
      .flatten({ background: "#000" })
      .resize({ width: referenceWidth, height: 3 * referenceWidth, fit: "inside" })
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { gray: grayOf(data, info.width, info.height), realWidth: autoOrient.width };
  } catch {
    return undefined;
  }
}

async function videoFrames(media: SecretMedia, programs: Programs): Promise<ReferenceFrame[] | undefined> {
  const opened = await openVideo(media.path, programs);
  if (opened === undefined) return undefined;
  const frames: ReferenceFrame[] = [];
  await eachFrame(opened, referenceWidth, everyS, (gray, atS) => void frames.push(frameOf(media, atS, gray)));
  return frames.length === 0 ? undefined : frames;
}

export interface OpenedVideo {
  readonly file: MediaFile;
  readonly stream: NonNullable<ReturnType<typeof mainVideo>>;
  readonly width: number;
  readonly height: number;
}

export async function openVideo(path: string, programs: Programs): Promise<OpenedVideo | undefined> {
  const file = await mediaFile(path, programs);
  const asked = await askFfprobe(file);
  if (asked.state === "failed") return undefined;
  const stream = mainVideo(asked.probed.streams);
  if (stream === undefined) return undefined;
  const { displayWidth: width, displayHeight: height } = videoStream(stream, undefined);
  return { file, stream, width, height };
}

/** `use` owns its picture. Times are the player's; a frame without one is told as the one before it. */
export async function eachFrame(
  { file, stream, width, height }: OpenedVideo,
  widest: number,
  everySec: number | undefined,
  use: (gray: Gray, atS: number) => void,
): Promise<number> {
  const scale = Math.min(1, widest / width);
  const size = { width: Math.max(2, Math.round(width * scale)), height: Math.max(2, Math.round(height * scale)) };
  const waiting: Gray[] = [];
  const moments: number[] = [];
  let [last, count] = [0, 0];
  const join = () => {
    while (waiting.length > 0 && moments.length > 0) {
      count++;
      use(waiting.shift() as Gray, moments.shift() as number);
    }
  };
  await timedPictures(file, stream, {
    ...{ size, everySec, asStored: false, threads: 2 },
    onPicture: (luma) => {
      waiting.push(grayOf(luma, size.width, size.height));
      join();
    },
    onMoment: ({ atSec }) => {
      last = atSec === "unknown" ? last : atSec;
      moments.push(last);
      join();
    },
  });
  return count;
}

/** A few views of each mark that differ. */
function cropsOf({ label }: SecretMedia, frames: readonly ReferenceFrame[]): Crop[] {
  const byMark = new Map<string, Crop[]>();
  for (const frame of frames)
    for (const { label: mark, box } of frame.boxes) {
      const list = byMark.get(mark) ?? [];
      list.push({ label: `${label}, mark ${mark}`, frame: frame.gray, box });
      byMark.set(mark, list);
    }
  const crops: Crop[] = [];
  for (const all of byMark.values()) {
    const chosen: Crop[] = [];
    const step = Math.max(1, Math.floor(all.length / (4 * cropsEach)));
    for (let at = 0; at < all.length && chosen.length < cropsEach; at += step) {
      const crop = all[at] as Crop;
      if (!isTelling(crop)) continue;
      const look = resize(crop.frame, 20, 20, crop.box);
      if (chosen.every((other) => alike(look, resize(other.frame, 20, 20, other.box)) < sameCrop)) chosen.push(crop);
    }
    crops.push(...chosen);
  }
  return crops;
}
