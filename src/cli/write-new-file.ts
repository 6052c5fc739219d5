/** Files that a command writes where a person named a place for them. What is there already is never written over. */
import { writeFile } from "node:fs/promises";
import { CaseError } from "../core/case/case-error.ts";

/** Throws CaseError PATH_REFUSED. */
export async function writeNewFile(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(path, bytes, { flag: "wx" });
  } catch (error) {
    const found =
      (error as NodeJS.ErrnoException).code === "EEXIST" ? "a file of that name" : ((error as NodeJS.ErrnoException).code ?? "an error");
    throw new CaseError("PATH_REFUSED", `${path}: expected a place for a new file; found ${found}`, { cause: error });
  }
}
