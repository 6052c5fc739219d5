/** The file that says which programs of the person's own may read speech and signs or look for regions: in the configuration folder, in no case and no pack. */
import { accessSync, constants, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { CaseError } from "../core/case/case-error.ts";
import { noRecogniserSettings, RecogniserSettings } from "../core/recogniser/recogniser-settings.ts";
import { codeOf, makeFolders, replaceFile } from "./durable.ts";

export const recogniserFile = "recogniser.json";

/** Throws CaseError INPUT_INVALID for a file that is there and says something else: it is not quietly taken as "off". */
export async function readRecogniserSettings(configFolder: string): Promise<RecogniserSettings> {
  const path = join(configFolder, recogniserFile);
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return noRecogniserSettings;
    throw error;
  }
  const settings = RecogniserSettings.safeParse(jsonOf(text));
  if (settings.success) return settings.data;
  throw new CaseError(
    "INPUT_INVALID",
    `${path}: expected the programs that read speech and signs; found something else at ${settings.error.issues[0]?.path.join(".") || "the top"}`,
  );
}

/** Replaces a spoilt file too: whoever switches off must not be held up by it. Throws CaseError INPUT_INVALID when a path leads to nothing that can be used. */
export async function writeRecogniserSettings(configFolder: string, settings: RecogniserSettings): Promise<void> {
  const { recogniser, tesseract, detector } = settings;
  if (recogniser !== null) {
    demandProgram(recogniser.path);
    if (recogniser.model !== null) demandModel(recogniser.model, recogniser.sort);
  }
  if (tesseract !== null) demandProgram(tesseract.path);
  if (detector !== null) demandProgram(detector.path);
  await makeFolders(configFolder, { mode: 0o700 });
  await replaceFile(join(configFolder, recogniserFile), Buffer.from(`${JSON.stringify(settings, undefined, 2)}\n`), { mode: 0o600 });
}

/** Throws CaseError INPUT_INVALID. */
export function demandProgram(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isFile() === true && may(path, constants.X_OK)) return;
  throw wrong(path, "a program that can be run", found === undefined ? "nothing" : found.isFile() ? "one that may not" : "no file");
}

function demandModel(path: string, sort: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  const fits =
    sort === "faster-whisper" ? found?.isDirectory() === true : sort === "command" ? found !== undefined : found?.isFile() === true;
  if (fits && may(path, constants.R_OK)) return;
  const expected = sort === "faster-whisper" ? "a folder that holds a model" : "a model file that can be read";
  throw wrong(path, expected, found === undefined ? "nothing" : fits ? "one that may not be" : found.isFile() ? "a file" : "a folder");
}

function may(path: string, access: number): boolean {
  try {
    accessSync(path, access);
    return true;
  } catch {
    return false;
  }
}

function wrong(path: string, expected: string, found: string): CaseError {
  return new CaseError("INPUT_INVALID", `${path}: expected ${expected}; found ${found}`);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
