/** Takes a judgement of a measured pair back, with the reason. What was judged before it, and stands, holds again. */
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { demandStanding } from "./claim-ports.ts";
import { demandReason } from "./event-ports.ts";
import type { SyncPorts } from "./sync-ports.ts";

/** `judged`: the line of the judgement. Throws CaseError INPUT_INVALID when none of that line stands. */
export async function withdrawSyncJudgement(
  ports: SyncPorts,
  viewer: Viewer,
  { judged, reason }: { readonly judged: number; readonly reason: string },
): Promise<{ seq: number }> {
  demand(viewer, "append");
  const thing = `judgement of an offset in line ${judged}`;
  demandReason(thing, reason);
  const words = ports.writer.seal(reason.trim());
  const [line] = await ports.writer.append(async () => {
    demandStanding(thing, await ports.sync.judgement(judged));
    return [{ kind: "sync-pair.judgement-withdrawn", data: { judged, reason: words.sealed }, opens: [words.opened] }];
  });
  return { seq: line?.head.seq ?? 0 };
}
