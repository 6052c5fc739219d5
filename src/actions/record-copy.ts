/** Says in the case that a verified copy of it was made: where, of which state, and how many objects it has. */
import type { Digest } from "../core/hash/digest.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseWriter } from "./case-writer.ts";

export interface MadeCopy {
  /** Path of the copy. Sealed. */
  readonly to: string;
  readonly seq: number;
  readonly head: Digest;
  readonly objects: number;
}

/** Resolves with the number of the line. */
export async function recordCopy(writer: CaseWriter, viewer: Viewer, { to, seq, head, objects }: MadeCopy): Promise<number> {
  demand(viewer, "append");
  const sealed = writer.seal(to);
  const lines = await writer.append(() => [{ kind: "copy.made", data: { to: sealed.sealed, seq, head, objects }, opens: [sealed.opened] }]);
  return lines[0]?.head.seq ?? 0;
}
