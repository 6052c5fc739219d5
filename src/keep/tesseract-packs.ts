/** Which Tesseract a person set up, and which language packs it has: their bytes are the model that a draft of signs names. */
import { createHash } from "node:crypto";
import { basename, join } from "node:path";
import type { Cancellation } from "../core/cancel/cancellation.ts";
import { CaseError } from "../core/case/case-error.ts";
import { codeOf } from "./durable.ts";
import { digestOfFile } from "./digest-of-file.ts";
import { endingTogether } from "./ending-together.ts";
import { versionOf } from "./recogniser-run.ts";
import { demandProgram } from "./recogniser-settings.ts";
import { runCaptureProgram } from "./run-capture-program.ts";

export interface TesseractPacks {
  readonly version: string;
  /** Sorted, without the ones that read no words. */
  readonly languages: readonly string[];
  /** Where the packs lie, where it says so. */
  readonly folder: string | undefined;
}

/** Throws CaseError INPUT_INVALID when it is not where the settings say, PROGRAM_MISSING, RECOGNISER_FAILED. */
export async function tesseractPacks(program: string, prefix: readonly string[], signal: Cancellation): Promise<TesseractPacks> {
  demandProgram(program);
  const version = await versionOf(program, prefix, signal);
  const run = await runCaptureProgram({
    ...{
      path: program,
      prefix: endingTogether(prefix),
      arguments: ["--list-langs"],
      limits: { minutes: 0.5, megabytes: 10 },
      signal,
      mostSaid: 1 << 20,
    },
  });
  run.discard();
  const [head = "", ...lines] = Buffer.from(run.log).toString("utf8").split("\n");
  const languages = lines.map((line) => line.trim()).filter((line) => /^(script\/)?\w{2,40}$/.test(line) && line !== "osd");
  if (run.exitCode !== 0 || languages.length === 0)
    throw new CaseError("RECOGNISER_FAILED", `${basename(program)}: expected a list of its language packs; found none`);
  return { version, languages: languages.toSorted(), folder: /"([^"]+)"/.exec(head)?.[1] };
}

/** "ukr+rus sha256:...": of the sorted lines "sha256:... name" of the packs. */
export async function packsName({ folder }: TesseractPacks, languages: readonly string[]): Promise<string> {
  const names = languages.join("+");
  if (folder === undefined) return `${names} (packs not told)`;
  const hash = createHash("sha256");
  try {
    for (const language of languages.toSorted())
      hash.update(`${await digestOfFile(join(folder, `${language}.traineddata`))} ${language}\n`);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return `${names} (packs not told)`;
    throw error;
  }
  return `${names} sha256:${hash.digest("hex")}`;
}
