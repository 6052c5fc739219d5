/**
 * The sample, made twice at the same time by two processes: each loads the machine for the other, so a byte that
 * depends on the clock shows. All sample tests share the two folders.
 */
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Truth } from "./truth-file.ts";

const run = promisify(execFile);
const GENERATOR = join(import.meta.dirname, "../../scripts/sample/make-sample.ts");

export const NEEDS_FFMPEG = { programs: ["ffmpeg", "ffprobe"] };

export interface MadeSample {
  readonly folder: string;
  readonly twin: string;
  readonly truth: Truth;
}

let parent: string | undefined;
let made: Promise<MadeSample> | undefined;

export const madeSample = (): Promise<MadeSample> => (made ??= makeBoth());

async function makeBoth(): Promise<MadeSample> {
  parent = await mkdtemp(join(tmpdir(), "witnessmark-test-sample-"));
  const [folder, twin] = [join(parent, "one"), join(parent, "two")];
  await Promise.all([runGenerator(folder), runGenerator(twin)]);
  return { folder, twin, truth: JSON.parse(await readFile(join(folder, "TRUTH.json"), "utf8")) as Truth };
}

/** What the generator said on its way. */
export async function runGenerator(folder: string): Promise<string> {
  return (await run(process.execPath, [GENERATOR, folder])).stderr;
}

export async function removeSamples(): Promise<void> {
  if (parent !== undefined) await rm(parent, { recursive: true, force: true });
}
