/** Says that re-opened judgements were looked at again and stay as they are, with the reason. */
import { CaseError } from "../core/case/case-error.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CopyPorts } from "./copy-ports.ts";
import { demandReason } from "./event-ports.ts";

/** `lines`: of the judgements. Throws CaseError INPUT_INVALID for one that is not to be looked at again. */
export async function keepJudgements(
  ports: CopyPorts,
  viewer: Viewer,
  { lines, reason }: { readonly lines: readonly number[]; readonly reason: string },
): Promise<{ seq: number }> {
  demand(viewer, "append");
  demandReason("judgements kept", reason);
  const words = ports.writer.seal(reason);
  const wanted = [...new Set(lines)].toSorted((a, b) => a - b);
  const [line] = await ports.writer.append(async () => {
    const open = await ports.copies.reopened();
    const other = wanted.find((one) => !open.has(one));
    if (other !== undefined)
      throw new CaseError("INPUT_INVALID", `line ${other}: expected a judgement that is to be looked at again; found none`);
    return [{ kind: "judgements.kept", data: { lines: wanted, reason: words.sealed }, opens: [words.opened] }];
  });
  return { seq: line?.head.seq ?? 0 };
}
