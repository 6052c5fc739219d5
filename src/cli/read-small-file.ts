/** Small files that a person names: tokens, certificates, checkpoints. What is not small is not one. */
import { readFile, stat } from "node:fs/promises";
import { CaseError } from "../core/case/case-error.ts";

const mostBytes = 4 << 20;

/** Throws CaseError INPUT_INVALID when it cannot be read or is too large. */
export async function readSmallFile(path: string): Promise<Uint8Array> {
  try {
    const found = await stat(path);
    if (!found.isFile()) throw new CaseError("INPUT_INVALID", `${path}: expected a file; found something else`);
    if (found.size > mostBytes)
      throw new CaseError("INPUT_INVALID", `${path}: expected a file of at most ${mostBytes} bytes; found ${found.size}`);
    return await readFile(path);
  } catch (error) {
    if (error instanceof CaseError) throw error;
    const found = (error as NodeJS.ErrnoException).code ?? "an error";
    throw new CaseError("INPUT_INVALID", `${path}: expected a file that can be read; found ${found}`, { cause: error });
  }
}
