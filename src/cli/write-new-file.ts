/** Files that a command writes where a person named a place for them. What is there already is never written over. */
import { accessSync, constants, lstatSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { CaseError } from "../core/case/case-error.ts";

/** Throws CaseError PATH_REFUSED. */
export async function writeNewFile(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(path, bytes, { flag: "wx" });
  } catch (error) {
    throw refused(path, (error as NodeJS.ErrnoException).code ?? "an error", error);
  }
}

/** Before long work whose answer is to go there, so that it is not done for nothing. Throws CaseError PATH_REFUSED. */
export function demandPlaceForFile(path: string): void {
  if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) throw refused(path, "EEXIST");
  try {
    accessSync(dirname(path), constants.W_OK);
  } catch (error) {
    throw refused(path, (error as NodeJS.ErrnoException).code ?? "an error", error);
  }
}

function refused(path: string, code: string, cause?: unknown): CaseError {
  const found = code === "EEXIST" ? "a file of that name" : code;
  return new CaseError("PATH_REFUSED", `${path}: expected a place for a new file; found ${found}`, { cause });
}
