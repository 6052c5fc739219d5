/** Takes a sync mark back, with the reason. It stays in the lists, struck through, and joins nothing any more. */
import type { SyncMarkId } from "../core/sync/sync-mark.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { demandReason } from "./event-ports.ts";
import { demandSyncMark, type SyncPorts } from "./sync-ports.ts";

/** Throws CaseError INPUT_INVALID when there is no such mark, or it was taken back before. */
export async function withdrawSyncMark(
  ports: SyncPorts,
  viewer: Viewer,
  { mark, reason }: { readonly mark: SyncMarkId; readonly reason: string },
): Promise<{ seq: number }> {
  demand(viewer, "append");
  demandReason(`sync mark ${mark}`, reason);
  const words = ports.writer.seal(reason.trim());
  const [line] = await ports.writer.append(async () => {
    await demandSyncMark(ports, mark);
    return [{ kind: "sync-mark.withdrawn", data: { mark, reason: words.sealed }, opens: [words.opened] }];
  });
  return { seq: line?.head.seq ?? 0 };
}
