/**
 * The child's side of showing pictures to a detector: chooses frames, writes each anew as it is shown, a folder at a time, and waits
 * until the folder was looked at. The detector never sees the original.
 */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { isatty } from "node:tty";
import sharp from "sharp";
import { chooseFrames } from "../../core/detector/choose-frames.ts";
import { mostFrames } from "../../core/detector/detection.ts";
import { endWithParent } from "../end-with-parent.ts";
import { ratio } from "../ffmpeg/ask-ffprobe.ts";
import { openMedia, signatureOf } from "../ffmpeg/open-media.ts";
import type { FrameSize } from "../ffmpeg/small-frames.ts";
import { decodable, openPicture } from "../picture/open-picture.ts";
import { decodeFrames } from "../redact/decode-frames.ts";
import { type OpenedVideo, openVideo, seekBefore, stayOf } from "../redact/opened-video.ts";
import { FramesAsked, type FramesLine } from "./frames-contract.ts";

/** Pictures of one folder: some hundred megabytes, and a program that loads a model does so once for all of them. */
const inFolder = 200;
/** Longer side of what is written; detectors look at less. */
const longest = 1920;
const quality = 92;
const slackS = 0.0005;

if (isatty(0)) throw new Error("this program is started by another one, with a request on its standard input");
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const heard = async (): Promise<string | undefined> => {
  const { done, value } = await lines.next();
  return done === true ? undefined : value;
};
const request = FramesAsked.parse(JSON.parse((await heard()) ?? "null"));
endWithParent(request.parent, request.folder);
const say = (line: FramesLine) => process.stdout.write(`${JSON.stringify(line)}\n`);

const { signature } = await signatureOf(request.path);
const last = await (signature?.family === "picture" ? still(signature.format, signature.says) : moving());
// The line that nobody writes any more would be waited for.
process.stdout.write(`${JSON.stringify(last)}\n`, () => process.exit(0));

type Written = Extract<FramesLine, { type: "folder" }>["frames"][number];

async function handOn(name: string, frames: readonly Written[], of: number): Promise<void> {
  if (frames.length === 0) return;
  say({ type: "folder", name, frames: [...frames], of });
  await heard();
}

async function folderOf(name: string): Promise<string> {
  const path = join(request.folder, name);
  await mkdir(path, { mode: 0o700 });
  return path;
}

async function still(format: Parameters<typeof decodable.has>[0], says: string): Promise<FramesLine> {
  if (!decodable.has(format)) return refused(`expected a picture that can be decoded here; found ${says}`);
  const name = "000001.jpg";
  const folder = await folderOf("frames-1");
  let size: FrameSize;
  try {
    const { autoOrient } = await openPicture(request.path).metadata();
    size = { width: autoOrient.width, height: autoOrient.height };
    await openPicture(request.path)
      .rotate()
      .flatten({ background: "white" })
      .resize({ width: longest, height: longest, fit: "inside", withoutEnlargement: true })
      .toColourspace("srgb")
      .jpeg({ quality })
      .toFile(join(folder, name));
  } catch {
    return refused("expected a picture that can be decoded; found one that is damaged or too large");
  }
  await handOn("frames-1", [{ name, atS: 0, endS: 0 }], 1);
  return { type: "end", everyS: 0, size, notLooked: "" };
}

async function moving(): Promise<FramesLine> {
  const { path, folder, ffmpeg, ffprobe, everyS: asked, shots } = request;
  const making = { analyser: "filmstrip", object: path, folder, nameHint: "", parameters: {}, ffmpeg, ffprobe } as const;
  const media = await openMedia({ ...making, onProgress: () => undefined });
  if ("state" in media)
    return refused(
      media.failure.message.replace(/^filmstrip: /, ""),
      media.failure.code === "program-missing" ? "PROGRAM_MISSING" : undefined,
    );
  const video = await openVideo(media);
  if (video === undefined) return refused("expected moving pictures that players show; found none");
  const { at, everyS } = chooseFrames(video.times, { everyS: asked, shots, most: mostFrames });
  let written = 0;
  for (let from = 0, n = 1; from < at.length; from += inFolder, n++) {
    const name = `frames-${n}`;
    const frames = await writeFrames(video, at.slice(from, from + inFolder), await folderOf(name), written);
    if (frames === "missing") return refused("expected ffmpeg on this machine; found none", "PROGRAM_MISSING");
    written += frames.length;
    await handOn(name, frames, at.length);
  }
  if (written === 0) return refused("expected pictures that can be decoded; found none");
  const notLooked = [
    written === at.length ? "" : `${at.length - written} of ${at.length} pictures could not be decoded.`,
    everyS === asked
      ? ""
      : `Looked every ${everyS.toFixed(2)} s instead of every ${asked} s: at most ${mostFrames} pictures are looked at.`,
  ];
  return { type: "end", everyS, size: video.size, notLooked: notLooked.filter((one) => one !== "").join(" ") };
}

/** `wanted`: rising times of frames. What the decoder does not give is missing in the answer. */
async function writeFrames(
  video: OpenedVideo,
  wanted: readonly number[],
  folder: string,
  before: number,
): Promise<readonly Written[] | "missing"> {
  const scale = Math.min(1, longest / Math.max(video.size.width, video.size.height));
  const size = { width: Math.max(1, Math.round(video.size.width * scale)), height: Math.max(1, Math.round(video.size.height * scale)) };
  const clock = ratio(video.stream.time_base) ?? { num: 1, den: 1000 };
  const units = (sec: number) => Math.round((sec * clock.den) / clock.num);
  const frames: Written[] = [];
  const [first, end] = [wanted[0] as number, wanted.at(-1) as number];
  let next = 0;
  const ended = await decodeFrames(video.file, video.stream, {
    frameBytes: size.width * size.height * 3,
    select: wanted.map((sec) => `eq(pts,${units(sec)})`).join("+"),
    shape: `scale=${size.width}:${size.height}`,
    pixels: "rgb24",
    seekS: seekBefore(video, first),
    async onFrame(bytes, atS) {
      while (atS !== "unknown" && next < wanted.length && (wanted[next] as number) < atS - slackS) next++;
      const time = wanted[next];
      if (atS === "unknown" || time === undefined || Math.abs(time - atS) > slackS) return true;
      next++;
      const name = `${String(before + frames.length + 1).padStart(6, "0")}.jpg`;
      await sharp(bytes, { raw: { ...size, channels: 3 } })
        .jpeg({ quality })
        .toFile(join(folder, name));
      const { endS } = stayOf(video.times, atS);
      frames.push({ name, atS, endS: Number.isFinite(endS) ? endS : atS });
      return atS < end - slackS;
    },
  });
  return ended.missing ? "missing" : frames;
}

function refused(message: string, code: "INPUT_INVALID" | "PROGRAM_MISSING" = "INPUT_INVALID"): FramesLine {
  return { type: "refused", code, message: `pictures: ${message}` };
}
