/** The picked files as the verifier reaches them: streamed, one after the other, never whole in memory. */
import { CaseError } from "../../core/case/case-error.ts";
import type { CaseFiles } from "../case-files.port.ts";
import type { Picked } from "./picked-file.ts";

/** Bytes per slice: a file of any size takes no more memory than this, and a browser keeps up. */
const sliceBytes = 4 * 1024 * 1024;

export function pickedCaseFiles({ files, unreadable }: Picked): CaseFiles {
  const byPath = new Map(files.map(({ path, file }) => [path, file]));
  const inOrder = [...byPath.keys()].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return {
    async *list() {
      for (const path of inOrder) yield { path, size: byPath.get(path)?.size ?? 0 };
      for (const path of unreadable) yield { path, odd: "unreadable" };
    },
    async *read(path) {
      const file = byPath.get(path);
      if (file === undefined) throw new CaseError("OBJECT_MISSING", `${path}: expected one of the picked files`);
      for (let at = 0; at < file.size; at += sliceBytes) yield new Uint8Array(await slice(file, path, at));
    },
  };
}

async function slice(file: File, path: string, at: number): Promise<ArrayBuffer> {
  try {
    return await file.slice(at, at + sliceBytes).arrayBuffer();
  } catch (error) {
    throw new CaseError("SOURCE_CHANGED_WHILE_READ", `${path}: expected the file as it was picked; the browser could not read it`, {
      cause: error,
    });
  }
}

/** Notes before the ledger before the rest, as the port asks. */
function rank(path: string): number {
  const inCase = path.startsWith("data/") ? path.slice("data/".length) : path;
  if (inCase.startsWith("checkpoints/")) return 0;
  return inCase === "ledger.jsonl" ? 1 : 2;
}
