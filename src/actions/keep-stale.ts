/** Says that judgements whose grounds changed were looked at again and hold as they are, with the reason. Nothing is dismissed silently. */
import { CaseError } from "../core/case/case-error.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseWriter } from "./case-writer.ts";
import { demandReason } from "./event-ports.ts";

export interface KeepStalePorts {
  readonly writer: CaseWriter;
  /** Lines of judgements that are to be looked at again now. */
  readonly staleLines: () => Promise<ReadonlySet<number>>;
}

/** `lines`: of the judgements. Throws CaseError INPUT_INVALID for one whose grounds did not change. */
export async function keepStale(
  { writer, staleLines }: KeepStalePorts,
  viewer: Viewer,
  { lines, reason }: { readonly lines: readonly number[]; readonly reason: string },
): Promise<{ seq: number }> {
  demand(viewer, "append");
  demandReason("judgements kept", reason);
  const words = writer.seal(reason.trim());
  const wanted = [...new Set(lines)].toSorted((a, b) => a - b);
  const [line] = await writer.append(async () => {
    const stale = await staleLines();
    const other = wanted.find((one) => !stale.has(one));
    if (other !== undefined)
      throw new CaseError(
        "INPUT_INVALID",
        `line ${other}: expected a judgement that stands and whose grounds changed; found none. Was it stated anew meanwhile?`,
      );
    return [{ kind: "judgements.kept", data: { lines: wanted, reason: words.sealed }, opens: [words.opened] }];
  });
  return { seq: line?.head.seq ?? 0 };
}
