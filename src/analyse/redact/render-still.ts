/** Inside the child: one picture, or the frame that is shown at a second, with its marks covered and nothing of the file's metadata. */
import { join } from "node:path";
import sharp from "sharp";
import type { Covered, MarkToRender, RenderedStill } from "../../core/redaction/redactor.port.ts";
import type { OpenedMedia } from "../ffmpeg/open-media.ts";
import type { FrameSize } from "../ffmpeg/small-frames.ts";
import { openPicture, pictureDecoder } from "../picture/open-picture.ts";
import { decodeFrames } from "./decode-frames.ts";
import { lastAtOrBelowIn } from "./last-at-or-below.ts";
import { openVideo, seekBefore, stayOf } from "./opened-video.ts";
import { boxesOn, paintPixels } from "./paint-boxes.ts";
import { RefusedRender } from "./redact-contract.ts";
import { redactVersion } from "./render-media.ts";

interface StillAsked {
  readonly marks: readonly MarkToRender[];
  readonly widest: number;
  readonly folder: string;
  readonly build: string;
}

const quality = 92;
/** A picture has one moment, and every box lies on it. */
const always = { startS: 0, endS: Number.POSITIVE_INFINITY };

/** Throws RefusedRender. */
export async function renderPicture(path: string, asked: StillAsked, out: string): Promise<RenderedStill> {
  const { data, info } = await openPicture(path)
    .rotate()
    .flatten({ background: "white" })
    .toColourspace("srgb")
    .removeAlpha()
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true })
    .catch(() => {
      throw new RefusedRender("expected a picture that can be decoded; found none");
    });
  if (info.channels !== 3) throw new RefusedRender(`expected a picture of three colours; found ${info.channels}`);
  const marks = asked.marks.map(({ redaction, mark }) => ({ redaction, mark: { ...mark, sort: alwaysThere(mark.sort) } }));
  const covered = boxesOn(marks, always, info);
  paintPixels(
    data,
    info,
    covered.map(({ rect }) => rect),
  );
  return written(data, info, { ...asked, atS: null, build: pictureDecoder }, covered, out);
}

function alwaysThere(sort: MarkToRender["mark"]["sort"]): MarkToRender["mark"]["sort"] {
  return sort.what === "box" ? { ...sort, fromS: 0, toS: 0 } : sort;
}

/** Throws RefusedRender. */
export async function renderFrame(media: OpenedMedia, atS: number, asked: StillAsked, out: string): Promise<RenderedStill> {
  const video = await openVideo(media);
  if (video === undefined) throw new RefusedRender("expected moving pictures that players show; found none");
  const { times, size, stream } = video;
  const wantedS = times[Math.max(0, lastAtOrBelowIn(times, atS + 0.0005))] as number;
  const found: { pixels: Uint8Array | undefined; atS: number } = { pixels: undefined, atS: wantedS };
  const end = await decodeFrames(media.file, stream, {
    frameBytes: size.width * size.height * 3,
    shape: `scale=${size.width}:${size.height}`,
    pixels: "rgb24",
    seekS: seekBefore(video, wantedS),
    onFrame(bytes, at) {
      if (at === "unknown" || at < wantedS - 0.0005) return true;
      found.pixels = bytes;
      found.atS = at;
      return false;
    },
  });
  if (end.missing) throw new RefusedRender("expected ffmpeg on this machine; found none", "PROGRAM_MISSING");
  if (found.pixels === undefined) throw new RefusedRender("expected the frame at that second; the decoder gave none");
  const covered = boxesOn(asked.marks, stayOf(times, found.atS), size);
  paintPixels(
    found.pixels,
    size,
    covered.map(({ rect }) => rect),
  );
  return written(found.pixels, size, { ...asked, atS: found.atS }, covered, out);
}

async function written(
  pixels: Uint8Array,
  { width, height }: FrameSize,
  { widest, folder, marks, build, atS }: StillAsked & { readonly atS: number | null },
  boxes: readonly { redaction: string }[],
  out: string,
): Promise<RenderedStill> {
  // Scaled only after it was painted; sharp writes no metadata unless it is asked to.
  const info = await sharp(pixels, { raw: { width, height, channels: 3 } })
    .resize({ width: widest, height: widest, fit: "inside", withoutEnlargement: true })
    .jpeg({ quality, chromaSubsampling: "4:4:4" })
    .toFile(join(folder, out));
  const lies = new Set(boxes.map(({ redaction }) => redaction));
  return {
    ...{ width: info.width, height: info.height, atS },
    covered: marks.map(({ redaction, mark }): Covered => ({
      redaction,
      what: mark.sort.what,
      frames: lies.has(redaction) ? 1 : 0,
      soundS: 0,
    })),
    program: { name: "witnessmark-redact", version: redactVersion, build, settings: `jpeg ${quality}; marks painted grey before encoding` },
  };
}
