/** Takes a request for a reply back, with the reason: it was not sent, or not so. */
import type { ReplyId } from "../core/reply/reply.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { type ClaimPorts, demandStanding } from "./claim-ports.ts";
import { demandReason } from "./event-ports.ts";

/** Throws CaseError INPUT_INVALID. */
export async function withdrawReply(
  { writer, claims }: ClaimPorts,
  viewer: Viewer,
  { reply, reason }: { reply: ReplyId; reason: string },
): Promise<{ seq: number }> {
  demand(viewer, "append");
  demandReason(`request for a reply ${reply}`, reason);
  const words = writer.seal(reason.trim());
  const [line] = await writer.append(async () => {
    demandStanding(`request for a reply ${reply}`, await claims.reply(reply));
    return [{ kind: "reply.withdrawn", data: { reply, reason: words.sealed }, opens: [words.opened] }];
  });
  return { seq: line?.head.seq ?? 0 };
}
