/** The picked files as the verifier reaches them: streamed, one after the other, never whole in memory. */
import { CaseError } from "../../core/case/case-error.ts";
import type { CaseFiles } from "../case-files.port.ts";
import type { Picked } from "./picked-file.ts";

const pieceBytes = 1024 * 1024;
const sliceBytes = 64 * 1024 * 1024;
const patienceMs = 5000;
/** Beginnings again, for one file. */
const silencesBorne = 50;

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
 * One buffer, filled again and again: fresh pieces, left to the collector, piled up to 600 MB on a busy machine. Now and
 * then Chromium 156 never answers such a read; then a new stream begins where the old one stood.
 */
async function* piecesOf(file: File, path: string): AsyncGenerator<Uint8Array> {
  let buffer = new ArrayBuffer(pieceBytes);
  let silent = 0;
  for (let at = 0; at < file.size;) {
    const reader = file
      .slice(at, at + sliceBytes)
      .stream()
      .getReader({ mode: "byob" });
    const end = Math.min(file.size, at + sliceBytes);
    while (at < end) {
      const next = await answerOf(reader.read(new Uint8Array(buffer)), path);
      if (next === "none") break;
      if (next.done) throw changed(path);
      at += next.value.length;
      yield next.value;
      buffer = next.value.buffer;
    }
    if (at === end) continue;
    if (++silent > silencesBorne) throw changed(path);
    // What the silent stream was given does not come back.
    buffer = new ArrayBuffer(pieceBytes);
    void reader.cancel().catch(() => undefined);
  }
}

/** "none" when there is no answer for so long that there will be none. */
async function answerOf<T>(read: Promise<T>, path: string): Promise<T | "none"> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<"none">((resolve) => (timer = setTimeout(resolve, patienceMs, "none")));
  try {
    return await Promise.race([read, silence]);
  } catch (error) {
    throw changed(path, error);
  } finally {
    clearTimeout(timer);
  }
}

function changed(path: string, cause?: unknown): CaseError {
  const message = `${path}: expected the file as it was picked; the browser could not read it`;
  return new CaseError("SOURCE_CHANGED_WHILE_READ", message, { cause });
}

/** Notes before the ledger before the rest, as the port asks. */
function rank(path: string): number {
  const inCase = path.startsWith("data/") ? path.slice("data/".length) : path;
  if (inCase.startsWith("checkpoints/")) return 0;
  return inCase === "ledger.jsonl" ? 1 : 2;
}
