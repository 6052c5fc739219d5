/** The picked files as the verifier reaches them: streamed, one after the other, never whole in memory. */
import { CaseError } from "../../core/case/case-error.ts";
import type { CaseFiles } from "../case-files.port.ts";
import type { Picked } from "./picked-file.ts";

const pieceBytes = 1024 * 1024;
const sliceBytes = 64 * 1024 * 1024;

export function pickedCaseFiles({ files, unreadable }: Picked): CaseFiles {
  const byPath = new Map(files.map(({ path, file }) => [path, file]));
  const inOrder = [...byPath.keys()].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return {
    async *list() {
      for (const path of inOrder) yield { path, size: byPath.get(path)?.size ?? 0 };
      for (const path of unreadable) yield { path, odd: "unreadable" };
    },
    read(path) {
      const file = byPath.get(path);
      if (file === undefined) throw new CaseError("OBJECT_MISSING", `${path}: expected one of the picked files`);
      return piecesOf(file, path);
    },
  };
}

/**
 * One buffer, filled again and again: fresh pieces of a 3 GB file, left to the collector, piled up to 260 MB. A stream of
 * the whole file stopped for good after 1.4 GB (Chromium 156), so each stream covers one slice.
 */
async function* piecesOf(file: File, path: string): AsyncGenerator<Uint8Array> {
  let buffer = new ArrayBuffer(pieceBytes);
  try {
    for (let at = 0; at < file.size; at += sliceBytes) {
      const reader = file
        .slice(at, at + sliceBytes)
        .stream()
        .getReader({ mode: "byob" });
      for (let next = await reader.read(new Uint8Array(buffer)); !next.done; next = await reader.read(new Uint8Array(buffer))) {
        yield next.value;
        buffer = next.value.buffer;
      }
      if (buffer.byteLength === 0) buffer = new ArrayBuffer(pieceBytes);
    }
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
