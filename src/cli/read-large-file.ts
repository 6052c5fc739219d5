/** A file that a person names to be read as a whole: texts and pages. What is too large to be one is not read. */
import { readFile, stat } from "node:fs/promises";
import { CaseError } from "../core/case/case-error.ts";
import { visibleText } from "../core/text/visible-text.ts";

const mostBytes = 64 << 20;

/** `shown`: the path as it was given. Throws CaseError INPUT_INVALID when it cannot be read or is too large. */
export async function readLargeFile(path: string, shown: string): Promise<Uint8Array> {
  const name = visibleText(shown);
  try {
    const found = await stat(path);
    if (!found.isFile()) throw new CaseError("INPUT_INVALID", `${name}: expected a file; found something else`);
    if (found.size > mostBytes)
      throw new CaseError("INPUT_INVALID", `${name}: expected a file of at most ${mostBytes} bytes; found ${found.size}`);
    return await readFile(path);
  } catch (error) {
    if (error instanceof CaseError) throw error;
    const found = (error as NodeJS.ErrnoException).code ?? "an error";
    throw new CaseError("INPUT_INVALID", `${name}: expected a file that can be read; found ${found}`, { cause: error });
  }
}
