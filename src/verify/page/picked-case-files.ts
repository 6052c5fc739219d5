/** The picked files as the verifier reaches them: streamed, one after the other, never whole in memory. */
import { CaseError } from "../../core/case/case-error.ts";
import type { CaseFiles } from "../case-files.port.ts";
import type { Picked } from "./picked-file.ts";

const pieceBytes = 1024 * 1024;
const buffersAtOnce = 4;

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
 * A few buffers, filled again and again, some while another is hashed. Left to the collector, fresh pieces of a 3 GB file
 * piled up to 260 MB; freed by `transfer(0)`, to 2 GB.
 */
async function* piecesOf(file: File, path: string): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader({ mode: "byob" });
  try {
    const readings = Array.from({ length: buffersAtOnce }, () => reader.read(new Uint8Array(pieceBytes)));
    for (let next = readings.shift(); next !== undefined; next = readings.shift()) {
      const { done, value } = await next;
      if (value === undefined || value.length === 0) continue;
      yield value;
      if (!done) readings.push(reader.read(new Uint8Array(value.buffer)));
    }
  } catch (error) {
    throw new CaseError("SOURCE_CHANGED_WHILE_READ", `${path}: expected the file as it was picked; the browser could not read it`, {
      cause: error,
    });
  } finally {
    await reader.cancel();
    reader.releaseLock();
  }
}

/** Notes before the ledger before the rest, as the port asks. */
function rank(path: string): number {
  const inCase = path.startsWith("data/") ? path.slice("data/".length) : path;
  if (inCase.startsWith("checkpoints/")) return 0;
  return inCase === "ledger.jsonl" ? 1 : 2;
}
