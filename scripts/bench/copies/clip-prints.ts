/**
 * Prints of the material's clips, by the product's own analysers in this process, kept in a folder that is named after their
 * code: whoever changes an analyser gets new prints, and nobody else waits for them.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import type { Made, Making } from "../../../src/analyse/child-contract.ts";
import { framePrint } from "../../../src/analyse/frame-print/frame-print.ts";
import { soundPrint } from "../../../src/analyse/sound-print/sound-print.ts";
import { framePrintsFileName, soundPrintsFileName } from "../../../src/core/copies/print-result.ts";

const source = join(import.meta.dirname, "../../../src");

/** Eight signs that change with the code in these folders of src. */
export function codeMark(folders: readonly string[]): string {
  const hash = createHash("sha256");
  for (const folder of folders) {
    const names = readdirSync(join(source, folder)).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
    for (const name of names.toSorted()) hash.update(readFileSync(join(source, folder, name)));
  }
  return hash.digest("hex").slice(0, 8);
}

/** Marks of the two printers; together with a clip's name they name a file of prints. */
export interface PrintMarks {
  readonly frames: string;
  readonly sound: string;
}

export const printMarks = (): PrintMarks => ({
  frames: codeMark(["analyse/frame-print", "analyse/pdq", "formats/frame-prints"]),
  sound: codeMark(["analyse/sound-print", "formats/sound-prints"]),
});

export interface Kept {
  readonly frames: string;
  readonly sound: string;
}

export const keptIn = (folder: string, marks: PrintMarks, name: string): Kept => ({
  frames: join(folder, "prints", `frames-${marks.frames}`, `${name}.prints`),
  sound: join(folder, "prints", `sound-${marks.sound}`, `${name}.prints`),
});

/** Makes the files of prints that are not there. Every clip of the material has picture and sound. */
export async function printClip(path: string, kept: Kept): Promise<void> {
  await printOnce(path, kept.frames, framePrintsFileName, (making) => framePrint({ ...making, analyser: "frame-print" }));
  await printOnce(path, kept.sound, soundPrintsFileName, (making) => soundPrint({ ...making, analyser: "sound-print" }));
}

async function printOnce(
  path: string,
  kept: string,
  file: string,
  print: (making: Omit<Making, "analyser">) => Promise<Made>,
): Promise<void> {
  if (existsSync(kept)) return;
  mkdirSync(join(kept, ".."), { recursive: true });
  const folder = mkdtempSync(`${kept}-`);
  try {
    const made = await print({
      object: path,
      folder,
      nameHint: basename(path),
      parameters: { threads: 1 },
      ffmpeg: "ffmpeg",
      ffprobe: "ffprobe",
      onProgress: () => undefined,
    });
    if (made.state === "failed") throw new Error(`${path}: ${made.failure.message}`);
    renameSync(join(folder, file), kept);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
