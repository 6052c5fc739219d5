/** One picture given to Tesseract: the program never sees the original, only PNG files that are written here. */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import sharp, { type Sharp } from "sharp";
import { mergeReadings, readTsv, type SeenLine } from "../../core/recogniser/read-tsv.ts";
import { type ProgramEnd, runProgram } from "../ffmpeg/run-program.ts";

/** Words on a street are small on a picture; Tesseract wants letters of about 30 pixels. */
const leastLength = 1600;
/** Longer side of what it is given. */
const mostLength = 3000;
const mostOutput = 16 * 1024 * 1024;
/** It reads a page in a second; a picture that it cannot get done with is left. */
const mostSec = 120;

export type PictureRead =
  | { readonly state: "read"; readonly lines: readonly SeenLine[]; readonly width: number; readonly height: number }
  | { readonly state: "missing" }
  | { readonly state: "failed"; readonly said: string };

export interface TesseractRun {
  readonly tesseract: string;
  readonly languages: readonly string[];
  readonly folder: string;
}

/** How much larger a picture is given than it is. */
export function scaleFor(width: number, height: number): number {
  const longer = Math.max(width, height);
  return longer >= leastLength ? Math.min(1, mostLength / longer) : Math.min(3, leastLength / longer);
}

/** As it is, and as its negative. */
export async function readPicture(picture: Sharp, run: TesseractRun): Promise<PictureRead> {
  const { data, info } = await picture.greyscale().raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  let lines: readonly SeenLine[] = [];
  for (const negative of [false, true]) {
    const grey = sharp(data, { raw: { width, height, channels } });
    const read = await readOnce(negative ? grey.negate() : grey, run);
    if (read.state !== "read") return read;
    lines = mergeReadings(lines, read.lines);
  }
  return { state: "read", lines, width, height };
}

type ReadOnce = Exclude<PictureRead, { state: "read" }> | { readonly state: "read"; readonly lines: readonly SeenLine[] };

async function readOnce(picture: Sharp, { tesseract, languages, folder }: TesseractRun): Promise<ReadOnce> {
  const path = join(folder, "look.png");
  await picture.png({ compressionLevel: 1 }).toFile(path);
  let tsv = "";
  // Sparse text, in no order: streets are no pages. Local thresholds (Sauvola): a dark board on a grey street is lost by one for all.
  const words = [path, "stdout", "-l", languages.join("+"), "--psm", "11", "--dpi", "150", "-c", "thresholding_method=2", "tsv"];
  const windows = process.platform === "win32";
  // One thread: more of them take turns and are slower. Not by env, which takes a path with "=" for a variable.
  const oneThread = 'OMP_THREAD_LIMIT=1 exec "$@"';
  const command = windows ? { program: tesseract, words } : { program: "sh", words: ["-c", oneThread, "sh", tesseract, ...words] };
  const end = await new Promise<ProgramEnd | "too-much" | "too-long">((resolve, reject) => {
    // Whatever it started goes on holding its pipe: nobody waits for that here, and the end of this process ends it.
    const limit = setTimeout(() => resolve("too-long"), mostSec * 1000);
    const onOutput = (chunk: Buffer) => {
      if (tsv.length < mostOutput) tsv += chunk.toString("utf8");
      else resolve("too-much");
    };
    runProgram(command.program, command.words, { inputPath: path, onOutput, mostOutput: mostOutput * 2 })
      .then(resolve, reject)
      .finally(() => clearTimeout(limit));
  });
  await rm(path, { force: true });
  if (end === "too-much") return { state: "failed", said: "more than it may say" };
  if (end === "too-long") return { state: "failed", said: `no answer within ${mostSec} s` };
  if (end.missing) return { state: "missing" };
  return end.code === 0 ? { state: "read", lines: readTsv(tsv) } : { state: "failed", said: end.said };
}
