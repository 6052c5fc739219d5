/**
 * Prints of the material's clips, by the product's own analysers in this process, kept in a folder that is named after their
 * code: whoever changes an analyser gets new prints, and nobody else waits for them.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { inflateSync } from "node:zlib";
import type { Made, Making } from "../../../src/analyse/child-contract.ts";
import { framePrint } from "../../../src/analyse/frame-print/frame-print.ts";
import type { FramePrints } from "../../../src/core/copies/frame-prints.ts";
import { framePrintsFileName } from "../../../src/core/copies/print-result.ts";
import { decodeFramePrints } from "../../../src/formats/frame-prints/decode-frame-prints.ts";

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

export const framePrintMark = () => codeMark(["analyse/frame-print", "analyse/pdq", "formats/frame-prints"]);

/** Makes the file of prints unless it is there. */
export async function printFrames(path: string, kept: string): Promise<void> {
  await printOnce(path, kept, framePrintsFileName, (making) => framePrint({ ...making, analyser: "frame-print" }));
}

export const readFramePrints = (kept: string): FramePrints => decodeFramePrints(inflateSync(readFileSync(kept)));

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
