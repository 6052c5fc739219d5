/** The file that says which programs of the person's own may be run on links: in the configuration folder, in no case and no pack. */
import { accessSync, constants, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { CaseError } from "../core/case/case-error.ts";
import { CaptureSettings, noCaptureSettings } from "../core/link/capture-settings.ts";
import { codeOf, makeFolders, replaceFile } from "./durable.ts";

const fileName = "capture.json";

/** Throws CaseError INPUT_INVALID for a file that is there and says something else: it is not quietly taken as "off". */
export async function readCaptureSettings(configFolder: string): Promise<CaptureSettings> {
  const path = join(configFolder, fileName);
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return noCaptureSettings;
    throw error;
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  const settings = CaptureSettings.safeParse(value);
  if (!settings.success) {
    throw new CaseError(
      "INPUT_INVALID",
      `${path}: expected the programs for captures; found ${settings.error.issues[0]?.message ?? "something else"}`,
    );
  }
  return settings.data;
}

/** Throws CaseError INPUT_INVALID when a path leads to no program that can be run, or no file that can be read. */
export async function writeCaptureSettings(configFolder: string, settings: CaptureSettings): Promise<void> {
  if (settings.ytDlp !== null) demandFile(settings.ytDlp.path, constants.X_OK, "a program that can be run");
  if (settings.autoArchiver !== null) {
    demandFile(settings.autoArchiver.path, constants.X_OK, "a program that can be run");
    demandFile(settings.autoArchiver.config, constants.R_OK, "a file that can be read");
  }
  await makeFolders(configFolder, { mode: 0o700 });
  await replaceFile(join(configFolder, fileName), Buffer.from(`${JSON.stringify(settings, undefined, 2)}\n`), { mode: 0o600 });
}

function demandFile(path: string, access: number, expected: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isFile() === true) {
    try {
      accessSync(path, access);
      return;
    } catch {
      // Told below, as for a path that leads nowhere.
    }
  }
  throw new CaseError(
    "INPUT_INVALID",
    `${path}: expected ${expected}; found ${found === undefined ? "nothing" : found.isFile() ? "one that may not" : "no file"}`,
  );
}
