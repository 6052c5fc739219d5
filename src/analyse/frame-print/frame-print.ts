/**
 * Prints of every frame of a picture or of the picture track of a video: docs/formats/frame-prints.md. One pass of the
 * decoder, true times, as shown. Says how many frames are no evidence, and what could not be read.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import type { FramePrints } from "../../core/copies/frame-prints.ts";
import { type FramePrintResult, framePrintsFileName } from "../../core/copies/print-result.ts";
import { encodeFramePrints } from "../../formats/frame-prints/encode-frame-prints.ts";
import { failed, type Made, type Making } from "../child-contract.ts";
import { openMedia, signatureOf } from "../ffmpeg/open-media.ts";
import { lumaRange } from "./open-range.ts";
import { streamFrames } from "./frame-stream.ts";
import { createFramePrinting } from "./print-frames.ts";
import { printSize } from "./print-size.ts";
import { summaryOf } from "./summary.ts";

/** Nine hours at thirty frames a second. */
const mostFrames = 1_000_000;
/** Decoder threads where nobody says otherwise. */
const usualThreads = 2;
/** The thumbs and times shrink to a fifth; harder packing costs more time than it saves. */
const packing = { level: 3 };

export async function framePrint(making: Making): Promise<Made> {
  const { signature } = await signatureOf(making.object);
  if (signature?.family === "picture") {
    // The decoder of pictures takes a tenth of a second to load.
    const { stillLuma } = await import("./still-luma.ts");
    const still = await stillLuma(making.object, signature);
    if ("failure" in still) return still.failure;
    const printing = createFramePrinting(still, { ...still.shown, still: true });
    printing.add(still.luma, 0);
    const notRead = still.pages > 1 ? "Only the first of several pictures in this file was read." : "";
    return write(making, printing.end() as FramePrints, notRead);
  }
  return ofVideo(making);
}

async function ofVideo(making: Making): Promise<Made> {
  const media = await openMedia(making);
  if ("state" in media) return media;
  const { file, video, shown, probed } = media;
  if (video === undefined || shown === undefined) return failed("no-stream", "frame-print: expected a picture stream; found none");
  const size = printSize(shown.displayWidth, shown.displayHeight);
  const printing = createFramePrinting(size, { width: shown.displayWidth, height: shown.displayHeight, still: false }, lumaRange(video));
  const lengthSec = Number(probed.format.duration ?? 0) || 0;
  const startSec = Number(probed.format.start_time ?? 0) || 0;
  let leftOut = 0;
  let withoutTime = 0;
  let last = Number.NaN;
  let gap = 0.04;
  let told = 0;
  const { frames, end } = await streamFrames(file, video, {
    size,
    threads: threadsOf(making),
    mostFrames,
    onFrame(luma, stated) {
      // A frame without a time follows the one before it.
      const timeSec = Number.isNaN(stated) ? (Number.isNaN(last) ? startSec : last + gap) : stated;
      if (Number.isNaN(stated)) withoutTime++;
      if (!printing.add(luma, timeSec)) leftOut++;
      else {
        if (timeSec > last) gap = timeSec - last;
        last = timeSec;
      }
      const done = lengthSec > 0 ? (timeSec - startSec) / lengthSec : 0;
      if (done - told < 0.02) return;
      told = done;
      making.onProgress(done);
    },
  });
  if (end.missing) return failed("program-missing", "frame-print: expected ffmpeg on this machine; found none");
  const prints = printing.end();
  if (prints === undefined) return failed("crashed", `frame-print: expected frames that can be decoded; found none${because(end.said)}`);
  const said = [
    end.code === 0 ? "" : `The decoder stopped before the end of the file${because(end.said)}.`,
    end.code === 0 && end.said !== "" ? `The file is damaged in places: ${end.said}.` : "",
    frames >= mostFrames ? `Frames after the first ${mostFrames} were not read.` : "",
    withoutTime > 0 ? `${withoutTime} frames have no time of their own: counted on from the one before.` : "",
    leftOut > 0 ? `${leftOut} frames whose time does not rise were left out.` : "",
  ].filter((part) => part !== "");
  return write(making, prints, said.join(" "));
}

function because(said: string): string {
  return said === "" ? "" : `: ${said}`;
}

function threadsOf({ parameters }: Making): number {
  const stated = parameters["threads"];
  return typeof stated === "number" && Number.isInteger(stated) && stated >= 1 && stated <= 16 ? stated : usualThreads;
}

async function write({ folder }: Making, prints: FramePrints, notRead: string): Promise<Made> {
  await writeFile(join(folder, framePrintsFileName), deflateSync(encodeFramePrints(prints), packing));
  const result: FramePrintResult = { ...summaryOf(prints), notRead };
  return { state: "done", result, files: [{ name: framePrintsFileName, mediaType: "application/octet-stream" }] };
}
