/** Checks a proof of receipt on this machine, and files against it. */
import { readFileSync, statSync } from "node:fs";
import { CaseError } from "../../core/case/case-error.ts";
import type { Digest } from "../../core/hash/digest.ts";
import { checkReceipt, namesInReceipt } from "../check-receipt.ts";
import { type CheckedReceipt, formatReceipt } from "../format-receipt.ts";
import { hashFile } from "./hash-file.ts";
import { nodePlatform } from "./platform.ts";

/** A page with its script and 4,000 items stays below. */
const longest = 32 * 1024 * 1024;

/** Throws CaseError INPUT_INVALID when a file cannot be read. */
export async function verifyReceipt(path: string, given: readonly string[]): Promise<CheckedReceipt> {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isFile() !== true || found.size > longest) {
    throw new CaseError(
      "INPUT_INVALID",
      `${path}: expected a proof of receipt of at most ${longest} bytes; found ${found === undefined ? "nothing" : "something else"}`,
    );
  }
  const report = await checkReceipt(readFileSync(path, "utf8"), nodePlatform);
  const files: CheckedReceipt["files"][number][] = [];
  for (const file of given) {
    const sha256 = hashOf(file);
    files.push({ path: file, sha256, inReceipt: report.verdict !== "no-receipt" && namesInReceipt(report.receipt, sha256).length > 0 });
  }
  return { report, files, text: formatReceipt(report, files) };
}

function hashOf(file: string): Digest {
  try {
    return `sha256:${hashFile(file, () => undefined)}`;
  } catch (error) {
    throw new CaseError("INPUT_INVALID", `${file}: expected a file to compare; found ${(error as Error).message}`, { cause: error });
  }
}
