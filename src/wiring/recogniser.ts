/** The person's own programs that read speech and signs: their settings, and whether they answer. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findIsolation, type Isolation } from "../analyse/isolation.ts";
import { CaseError } from "../core/case/case-error.ts";
import type { Recogniser } from "../core/recogniser/recogniser-settings.ts";
import type { Recognisers } from "../core/recogniser/recognisers.port.ts";
import { speechRate } from "../core/recogniser/sound-levels.ts";
import { bytesPerSample, wavHead } from "../core/recogniser/wav.ts";
import { TierFileRefused } from "../core/tier/tier-file.ts";
import { readWhisperJson } from "../formats/whisper-json/read-whisper-json.ts";
import { identifyRecogniser, runOnPiece } from "../keep/recogniser-run.ts";
import { readRecogniserSettings, recogniserFile, writeRecogniserSettings } from "../keep/recogniser-settings.ts";
import { tesseractPacks } from "../keep/tesseract-packs.ts";

let found: Isolation | undefined;
export const isolation = (): Isolation => (found ??= findIsolation());

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
  };
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
