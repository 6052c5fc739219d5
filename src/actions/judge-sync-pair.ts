/** What a person decides of a measured pair: its offset is right, or it is not. It is of the measuring that they had before them. */
import { CaseError } from "../core/case/case-error.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { ItemId } from "../core/item/item.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { demandReason } from "./event-ports.ts";
import { inOrder, type SyncPorts } from "./sync-ports.ts";

export interface NewSyncJudgement {
  readonly a: ItemId;
  readonly b: ItemId;
  readonly result: Digest;
  readonly verdict: "accepted" | "rejected";
  readonly reason: string;
}

/** Throws CaseError INPUT_INVALID. */
export async function judgeSyncPair(
  ports: SyncPorts,
  viewer: Viewer,
  { result, verdict, reason, ...pair }: NewSyncJudgement,
): Promise<{ seq: number }> {
  demand(viewer, "append");
  const [a, b] = inOrder(pair.a, pair.b);
  const thing = `offset between ${a} and ${b}`;
  if (a === b) throw new CaseError("INPUT_INVALID", `${thing}: expected two recordings; found one twice`);
  demandReason(thing, reason);
  const words = ports.writer.seal(reason.trim());
  const [line] = await ports.writer.append(async () => {
    const last = await ports.sync.measuredIn(a, b);
    if (last === undefined)
      throw new CaseError("INPUT_INVALID", `${thing}: expected two recordings that are held and were measured; found none`);
    if (last.result !== result)
      throw new CaseError(
        "INPUT_INVALID",
        `${thing}: expected the last measuring, ${last.result}; found ${result}. Look at the pair again.`,
      );
    if (!last.hasOffset && verdict === "accepted")
      throw new CaseError("INPUT_INVALID", `${thing}: expected an offset to accept; found a refusal`);
    return [{ kind: "sync-pair.judged", data: { a, b, result, verdict, reason: words.sealed }, opens: [words.opened] }];
  });
  return { seq: line?.head.seq ?? 0 };
}
