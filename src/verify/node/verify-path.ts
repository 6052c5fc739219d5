/** Verifies a folder on this machine. */
import { statSync } from "node:fs";
import { CaseError } from "../../core/case/case-error.ts";
import type { VerifyReport } from "../report.ts";
import { verifyFiles } from "../verify-case.ts";
import type { VerifyOptions } from "../verify-options.ts";
import { folderFiles } from "./folder-files.ts";
import { nodePlatform } from "./platform.ts";

/** Throws CaseError CASE_NOT_FOUND when there is no case and no pack at `path`, INPUT_INVALID for a head that is none. */
export async function verifyPath(path: string, options: VerifyOptions = {}): Promise<VerifyReport> {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new CaseError("CASE_NOT_FOUND", `${path}: expected a folder with a case or a pack; found none`);
  }
  const files = folderFiles(path);
  try {
    return await verifyFiles(files, nodePlatform, options);
  } catch (error) {
    if (!(error instanceof CaseError) || error.code !== "CASE_NOT_FOUND") throw error;
    throw new CaseError("CASE_NOT_FOUND", `${path}: ${error.message}`, { cause: error });
  } finally {
    await files.close();
  }
}
