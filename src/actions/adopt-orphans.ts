/**
 * Objects that no line names: a writer stopped between naming bytes and writing the line. A person has them listed, or
 * adopted by lines that say so; nothing is ever deleted.
 */
import type { Digest } from "../core/hash/digest.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseWriter } from "./case-writer.ts";

/** Objects adopted by one line: each takes about 75 bytes of a line that holds less than 64 KiB. */
const objectsPerLine = 500;

/** `objects` were hashed and have the bytes that their names state. */
export async function adoptOrphans(writer: CaseWriter, viewer: Viewer, objects: readonly Digest[]): Promise<readonly number[]> {
  demand(viewer, "append");
  const adopted: number[] = [];
  for (let at = 0; at < objects.length; at += objectsPerLine) {
    const part = objects.slice(at, at + objectsPerLine);
    const lines = await writer.append(() => [{ kind: "objects.adopted", data: { objects: part } }]);
    adopted.push(...lines.map(({ head }) => head.seq));
  }
  return adopted;
}
