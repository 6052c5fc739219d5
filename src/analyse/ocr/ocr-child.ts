/** The child's side of reading signs: chooses pictures, writes each anew, gives it to Tesseract, says what was read on it. */
import sharp from "sharp";
import { text } from "node:stream/consumers";
import { isatty } from "node:tty";
import { createLookChooser, type Look, mostLooks } from "../../core/recogniser/choose-looks.ts";
import { groupSigns, type SeenFrame } from "../../core/recogniser/group-signs.ts";
import { endWithParent } from "../end-with-parent.ts";
import type { MediaFile } from "../ffmpeg/ask-ffprobe.ts";
import { ratio } from "../ffmpeg/ask-ffprobe.ts";
import { exactFrames } from "../ffmpeg/exact-frames.ts";
import { openMedia, signatureOf } from "../ffmpeg/open-media.ts";
import { timedPictures } from "../ffmpeg/timed-pictures.ts";
import { decodable, openPicture } from "../picture/open-picture.ts";
import { type OcrLine, OcrRequest } from "./ocr-contract.ts";
import { type PictureRead, readPicture, scaleFor } from "./read-picture.ts";

/** Enough to see that a picture is another one. */
const small = { width: 64, height: 36 };

if (isatty(0)) throw new Error("this program is started by another one, with a request on its standard input");
const request = OcrRequest.parse(JSON.parse(await text(process.stdin)));
endWithParent(request.parent, request.folder);
const say = (line: OcrLine) => process.stdout.write(`${JSON.stringify(line)}\n`);
const run = { tesseract: request.tesseract, languages: request.ask.languages, folder: request.folder };

const frames: SeenFrame[] = [];

const { signature } = await signatureOf(request.path);
const last = await (signature?.family === "picture" ? still(signature.format, signature.says) : moving());
// Also where a program that was started holds on: it ends with this process.
process.stdout.write(`${JSON.stringify(last)}\n`, () => process.exit(0));

async function still(format: Parameters<typeof decodable.has>[0], says: string): Promise<OcrLine> {
  if (!decodable.has(format)) return refused(`expected a picture that can be decoded here; found ${says}`);
  say({ type: "progress", done: 0, of: 1 });
  let read: PictureRead;
  try {
    const { autoOrient } = await openPicture(request.path).metadata();
    const scale = scaleFor(autoOrient.width, autoOrient.height);
    const size = { width: Math.max(1, Math.round(autoOrient.width * scale)), height: Math.max(1, Math.round(autoOrient.height * scale)) };
    const picture = openPicture(request.path)
      .autoOrient()
      .resize(size.width, size.height, { fit: "fill" })
      .flatten({ background: { r: 128, g: 128, b: 128 } });
    read = await readPicture(picture, run);
  } catch {
    return refused("expected a picture that can be decoded; found one that is damaged or too large");
  }
  return faultOf(read, { atSec: 0, untilSec: 0 }) ?? tellSigns("");
}

async function moving(): Promise<OcrLine> {
  const { path, folder, ffmpeg, ffprobe, ask } = request;
  const making = { analyser: "filmstrip", object: path, folder, nameHint: "", parameters: {}, ffmpeg, ffprobe } as const;
  const media = await openMedia({ ...making, onProgress: () => undefined });
  if ("state" in media)
    return refused(
      media.failure.message.replace(/^filmstrip: /, ""),
      media.failure.code === "program-missing" ? "PROGRAM_MISSING" : undefined,
    );
  const { file, video, shown } = media;
  if (video === undefined || shown === undefined) return refused("expected a picture; found a recording without one");
  say({ type: "progress", done: 0, of: 0 });
  const looks =
    ask.frames.which === "chosen"
      ? ask.frames.atSec.toSorted((a, b) => a - b).map((atSec) => ({ atSec, untilSec: atSec }))
      : await distinct(file, video, ask.frames.everySec);
  if (looks.length === 0) return refused("expected pictures that can be decoded; found none");
  const scale = scaleFor(shown.displayWidth, shown.displayHeight);
  // Enlarged by the decoder, which turns them as a player does.
  const size = { width: Math.round(shown.displayWidth * scale), height: Math.round(shown.displayHeight * scale) };
  const timeBase = ratio(video.time_base) ?? { num: 1, den: 1000 };
  const startSec = Number(media.probed.format.start_time ?? 0) || 0;
  let notDecoded = 0;
  for (const [n, look] of looks.entries()) {
    const question = { timeBase, startSec, shownFrames: Number.MAX_SAFE_INTEGER, wanted: [look.atSec], size, onProgress: () => undefined };
    const [data] = await exactFrames(file, video, question);
    if (data === undefined) notDecoded++;
    else {
      const read = await readPicture(sharp(data, { raw: { ...size, channels: 3 } }), run);
      const fault = faultOf(read, look);
      if (fault !== undefined) return fault;
    }
    say({ type: "progress", done: n + 1, of: looks.length });
  }
  return tellSigns(notReadOf(looks, notDecoded));
}

/** A line that ends the work, where the program does not read; what it read is held. */
function faultOf(read: PictureRead, look: Look): OcrLine | undefined {
  if (read.state === "missing") return refused(`expected Tesseract at the place in the settings; found none`, "PROGRAM_MISSING");
  if (read.state === "failed")
    return refused(`expected that Tesseract reads a picture; found: ${read.said.slice(0, 300) || "an end without a word"}`);
  const { lines, width, height } = read;
  frames.push({ ...look, width, height, lines });
  return undefined;
}

function tellSigns(notRead: string): OcrLine {
  const { signs, leftOut } = groupSigns(frames);
  for (const sign of signs)
    say({
      type: "sign",
      sign: { ...sign, alternatives: [...sign.alternatives], machine: { ...sign.machine, suspect: [...sign.machine.suspect] } },
    });
  return { type: "end", notRead: [notRead, leftOut].filter((one) => one !== "").join(" ") };
}

async function distinct(file: MediaFile, video: Parameters<typeof timedPictures>[1], everySec: number): Promise<readonly Look[]> {
  const chooser = createLookChooser();
  // Times and pictures come in the same order on two pipes, and either may be ahead.
  const times: (number | "unknown")[] = [];
  const pictures: Uint8Array[] = [];
  let moments = 0;
  const pair = () => {
    while (times.length > 0 && pictures.length > 0) {
      const [atSec, grey] = [times.shift()!, pictures.shift()!];
      if (atSec !== "unknown") chooser.add({ atSec, grey });
    }
  };
  await timedPictures(file, video, {
    ...{ size: small, everySec, asStored: false, threads: 2 },
    onPicture: (luma) => {
      pictures.push(luma.slice());
      pair();
    },
    onMoment: ({ atSec }) => {
      times.push(atSec);
      // Whoever waits hears that it goes on.
      if (++moments % 500 === 0) say({ type: "progress", done: 0, of: 0 });
      pair();
    },
  });
  return chooser.end();
}

function notReadOf(looks: readonly Look[], notDecoded: number): string {
  const parts = [
    notDecoded === 0 ? "" : `${notDecoded} of ${looks.length} pictures could not be decoded.`,
    looks.length < mostLooks ? "" : `Only ${mostLooks} pictures were read, spread over the clip.`,
  ];
  return parts.filter((one) => one !== "").join(" ");
}

function refused(message: string, code: "INPUT_INVALID" | "PROGRAM_MISSING" = "INPUT_INVALID"): OcrLine {
  return { type: "refused", code, message: `signs: ${message}` };
}
