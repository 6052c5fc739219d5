/** The person's own programs that read speech and signs or look for regions: their settings, and whether they answer. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findIsolation, type Isolation } from "../analyse/isolation.ts";
import { CaseError } from "../core/case/case-error.ts";
import { mostRegions } from "../core/detector/detection.ts";
import type { Detector } from "../core/detector/detector-settings.ts";
import type { Recogniser } from "../core/recogniser/recogniser-settings.ts";
import type { Recognisers } from "../core/recogniser/recognisers.port.ts";
import { speechRate } from "../core/recogniser/sound-levels.ts";
import { bytesPerSample, wavHead } from "../core/recogniser/wav.ts";
import { TierFileRefused } from "../core/tier/tier-file.ts";
import { DetectionsRefused, readDetections } from "../formats/detector-lines/read-detections.ts";
import { readWhisperJson } from "../formats/whisper-json/read-whisper-json.ts";
import { identifyDetector, runOnFrames } from "../keep/detector-run.ts";
import { identifyRecogniser, runOnPiece } from "../keep/recogniser-run.ts";
import { readRecogniserSettings, recogniserFile, writeRecogniserSettings } from "../keep/recogniser-settings.ts";
import { tesseractPacks } from "../keep/tesseract-packs.ts";

let found: Isolation | undefined;
export const isolation = (): Isolation => (found ??= findIsolation());

/** Grey, 64 by 64 pixels, with nothing on it. */
const emptyPicture = {
  name: "000001.jpg",
  base64: [
    "/9j/2wBDAAYEBQYFBAYGBQYHBwYIChAKCgkJChQODwwQFxQYGBcUFhYaHSUfGhsjHBYWICwgIyYnKSopGR8tMC0oMCUoKSj/2wBDAQcHBwoICh",
    "MKChMoGhYaKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCj/wAARCABAAEADASIAAhEBAxEB/8QAFAAB",
    "AAAAAAAAAAAAAAAAAAAAAP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/xAAUAQEAAAAAAAAAAAAAAAAAAAAA/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP",
    "/aAAwDAQACEQMRAD8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/9k=",
  ].join(""),
};

/** How much of what was written on silence a person is shown. */
const mostWrote = 500;

export function recognisersOf(configFolder: string): Recognisers {
  const read = () => readRecogniserSettings(configFolder);
  return {
    file: join(configFolder, recogniserFile),
    read,
    write: (settings) => writeRecogniserSettings(configFolder, settings),
    isolation: async () => ({ network: isolation().network, why: isolation().why }),
    async tryRecogniser(signal) {
      const { recogniser, limits } = await read();
      const chosen = demandRecogniser(recogniser);
      const { prefix } = isolation();
      const identity = await identifyRecogniser(chosen, prefix, signal);
      const folder = await mkdtemp(join(tmpdir(), "witnessmark-sound-"));
      try {
        const audio = join(folder, "silence.wav");
        const bytes = speechRate * bytesPerSample;
        await writeFile(audio, Buffer.concat([wavHead(bytes), Buffer.alloc(bytes)]), { mode: 0o600 });
        const startedAt = performance.now();
        const answer = await runOnPiece({ recogniser: chosen, prefix, audio, language: "en", limits, signal });
        const tookSec = Math.round((performance.now() - startedAt) / 100) / 10;
        if (answer.state !== "answered")
          throw new CaseError(
            "RECOGNISER_FAILED",
            `${identity.name}: expected an answer for a second of silence; found ${answer.state}: ${answer.complaint}`,
          );
        return { ...identity, tookSec, wrote: wordsOf(answer.text, identity.name) };
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    async tryTesseract(signal) {
      const path = demandTesseract((await read()).tesseract);
      const { version, languages } = await tesseractPacks(path, isolation().prefix, signal);
      return { version, languages };
    },
    async tryDetector(signal) {
      const { detector: chosen, limits } = await read();
      const detector = demandDetector(chosen);
      const { prefix } = isolation();
      const { name, version } = await identifyDetector(detector, prefix, signal);
      const folder = await mkdtemp(join(tmpdir(), "witnessmark-frames-"));
      try {
        await writeFile(join(folder, emptyPicture.name), Buffer.from(emptyPicture.base64, "base64"), { mode: 0o600 });
        const startedAt = performance.now();
        const answer = await runOnFrames({ detector, prefix, folder, limits, signal });
        const tookSec = Math.round((performance.now() - startedAt) / 100) / 10;
        if (answer.state !== "answered") throw refused(name, `an answer for one empty picture; found ${answer.state}: ${answer.complaint}`);
        return { name, version, tookSec, regions: regionsIn(answer.bytes, name) };
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

function regionsIn(bytes: Uint8Array, name: string): number {
  try {
    return readDetections(bytes, new Map([[emptyPicture.name, 0]]), mostRegions).length;
  } catch (error) {
    if (error instanceof DetectionsRefused) throw refused(name, `regions, one a line. It said: ${error.message}`, error);
    throw error;
  }
}

function refused(name: string, expected: string, cause?: unknown): CaseError {
  return new CaseError("DETECTOR_FAILED", `${name}: expected ${expected}`, cause === undefined ? {} : { cause });
}

function wordsOf(text: string, name: string): string {
  try {
    const { segments } = readWhisperJson(text);
    return segments
      .map((segment) => segment.text.trim())
      .join(" ")
      .slice(0, mostWrote);
  } catch (error) {
    if (error instanceof TierFileRefused) throw new CaseError("RECOGNISER_FAILED", `${name}: ${error.message}`, { cause: error });
    throw error;
  }
}

export function demandRecogniser(recogniser: Recogniser | null): Recogniser {
  if (recogniser !== null) return recogniser;
  throw new CaseError("NOT_ALLOWED", "speech recogniser: expected one in the settings; found none set up");
}

export function demandTesseract(tesseract: { readonly path: string } | null): string {
  if (tesseract !== null) return tesseract.path;
  throw new CaseError("NOT_ALLOWED", "Tesseract: expected where it is in the settings; found it switched off");
}

export function demandDetector(detector: Detector | null): Detector {
  if (detector !== null) return detector;
  throw new CaseError("NOT_ALLOWED", "detector: expected one in the settings; found none set up");
}
