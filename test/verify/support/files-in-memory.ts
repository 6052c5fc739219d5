/** Files of a case or a pack as a map, so that one bit can be changed without a disk. */
import type { CaseFiles, OddEntry } from "../../../src/verify/case-files.port.ts";

export type Files = Map<string, Uint8Array>;

/** `odd` lists what is there and no file. `piece` is how many bytes come at once. */
export function filesInMemory(files: Files, o: { odd?: readonly OddEntry[]; piece?: number } = {}): CaseFiles {
  const { odd = [], piece = 1 << 20 } = o;
  return {
    async *list() {
      for (const [path, bytes] of files) yield { path, size: bytes.length };
      yield* odd;
    },
    async *read(path) {
      const bytes = files.get(path) as Uint8Array;
      for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
    },
  };
}

export function textOf(files: Files, path: string): string {
  return Buffer.from(files.get(path) ?? new Uint8Array()).toString();
}

/** The same files with some replaced or, where undefined, taken away. */
export function changed(files: Files, change: { readonly [path: string]: string | Uint8Array | undefined }): Files {
  const next: Files = new Map(files);
  for (const [path, to] of Object.entries(change)) {
    if (to === undefined) next.delete(path);
    else next.set(path, typeof to === "string" ? Buffer.from(to) : to);
  }
  return next;
}
