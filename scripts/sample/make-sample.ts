/**
 * Makes the sample material: `node scripts/sample/make-sample.ts OUTDIR`. The same bytes every
 * time with the same ffmpeg. Writes into OUTDIR.part and renames it when all is there; TRUTH.json
 * is written last, so a folder that has it is whole. A sample of an older generator is replaced.
 */
import { hash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { writeArticles } from "./articles.ts";
import { COPIES, writeCopy } from "./copies.ts";
import { writeDocuments, writePictures } from "./documents.ts";
import { runFfprobe } from "./ffmpeg.ts";
import { cameraBackground } from "./frames.ts";
import { writeHandedIn } from "./handed-in/write-handed-in.ts";
import { voiceFolder, writeRecording } from "./record.ts";
import { CAMERA_RECORDINGS, STEPPING_RECORDINGS, type Recording } from "./recordings.ts";
import { hear, readVoices, wavOf } from "./sound.ts";
import { writeTelegram } from "./telegram.ts";
import { TRUTH_FILE, TRUTH_FORMAT, truthOf } from "./truth.ts";

type Say = (line: string) => void;

const FOLDERS = ["articles", "cameras", "copies", "documents", "handed-in", "pictures", "stepping", "telegram"];

/**
 * Returns "made", or "there" when OUTDIR already holds a whole sample of this generator.
 * Throws when OUTDIR holds anything else than a sample, which is never removed.
 */
export async function makeSample(outDir: string, say: Say): Promise<"made" | "there"> {
  const target = resolve(outDir);
  const generator = await generatorDigest();
  const held = await heldTruth(target);
  if (held?.includes(`"generator": "${generator}"`)) return "there";
  const ours = held === null ? [] : [...FOLDERS, TRUTH_FILE];
  const strangers = (await namesIn(target)).filter((name) => !ours.includes(name));
  if (strangers.length > 0) {
    throw new Error(`${target} holds ${strangers.length} entries that are not of the sample; name an empty or a new folder`);
  }
  const part = `${target}.part`;
  await rm(part, { recursive: true, force: true });
  for (const folder of FOLDERS) await mkdir(join(part, folder), { recursive: true });
  const work = await mkdtemp(join(tmpdir(), "witnessmark-sample-"));
  try {
    await writeAll(part, work, generator, say);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  await rm(target, { recursive: true, force: true });
  await rename(part, target);
  return "made";
}

async function writeAll(part: string, work: string, generator: string, say: Say): Promise<void> {
  for (const recording of [...CAMERA_RECORDINGS, ...STEPPING_RECORDINGS]) {
    say(`${recording.camera.file}: ${recording.camera.summary}`);
    await writeCameraFile(recording, part, work);
  }
  const copyFrameTimesS = new Map<string, number[]>();
  for (const copy of COPIES) {
    say(`${copy.file}: ${copy.edits.join(", ")}`);
    await writeCopy(copy, part, work);
    copyFrameTimesS.set(copy.file, await frameTimesOf(join(part, copy.file)));
  }
  say("documents and pictures");
  await writeDocuments(part);
  await writePictures(part);
  say("articles");
  await writeArticles(part);
  say("telegram exports");
  const telegram = await writeTelegram(part);
  say("what people hand in");
  await writeHandedIn(part);
  await writeFile(join(part, TRUTH_FILE), `${JSON.stringify(truthOf({ generator, copyFrameTimesS, telegram }), null, 1)}\n`);
}

/** Only the three cameras have sound. */
export async function writeCameraFile({ camera, writing }: Recording, folder: string, work: string): Promise<void> {
  let wav: string | undefined;
  if (camera.file.startsWith("cameras/")) {
    wav = join(work, `${camera.id}.wav`);
    const voices = await readVoices(voiceFolder, camera.sound.sampleRate);
    await writeFile(wav, wavOf(hear(camera, voices), camera.sound.sampleRate));
  }
  await writeRecording(camera, cameraBackground(camera), writing, join(folder, camera.file), wav);
}

/** Presentation times of all frames, in order, seconds. */
export async function frameTimesOf(path: string): Promise<number[]> {
  const args = ["-select_streams", "v:0", "-show_entries", "frame=pts_time", "-of", "csv=p=0", path];
  const lines = (await runFfprobe(args)).toString().split("\n");
  return lines.map((line) => parseFloat(line)).filter((t) => Number.isFinite(t));
}

/** Names the sources, voices included: a changed generator makes the sample anew. */
async function generatorDigest(): Promise<string> {
  const sources = (await readdir(import.meta.dirname, { recursive: true })).filter((name) => /\.(ts|opus)$/.test(name)).sort();
  const lines = sources.map(async (name) => `${hash("sha256", await readFile(join(import.meta.dirname, name)))}  ${name}\n`);
  return `sha256:${hash("sha256", (await Promise.all(lines)).join(""))}`;
}

/** The truth file of a whole sample, or null. */
async function heldTruth(folder: string): Promise<string | null> {
  try {
    const text = await readFile(join(folder, TRUTH_FILE), "utf8");
    return text.includes(`"format": "${TRUTH_FORMAT}"`) ? text : null;
  } catch (error) {
    if (hasCode(error, "ENOENT") || hasCode(error, "ENOTDIR")) return null;
    throw error;
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (hasCode(error, "ENOENT")) return [];
    throw error;
  }
}

const hasCode = (error: unknown, code: string) => error instanceof Error && "code" in error && error.code === code;

if (import.meta.main) {
  const [outDir, ...rest] = process.argv.slice(2);
  if (!outDir || rest.length > 0 || outDir.startsWith("-")) {
    process.stderr.write("usage: node scripts/sample/make-sample.ts OUTDIR\n");
    process.exitCode = 2;
  } else {
    const began = Date.now();
    const outcome = await makeSample(outDir, (line) => process.stderr.write(`sample: ${line}\n`));
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    process.stderr.write(outcome === "there" ? `sample: already in ${outDir}\n` : `sample: made in ${seconds} s in ${outDir}\n`);
  }
}
