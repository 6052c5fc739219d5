/** Writes down what came back on a request for a reply, word for word. A second response is a line of its own; none is written over. */
import { CaseError } from "../core/case/case-error.ts";
import type { ItemId } from "../core/item/item.ts";
import type { ReplyId } from "../core/reply/reply.ts";
import type { UtcInstant } from "../core/time/time-claim.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { type ClaimPorts, demandStanding } from "./claim-ports.ts";
import { demandItems } from "./demand-items.ts";

export interface ReceivedReply {
  readonly reply: ReplyId;
  readonly at: UtcInstant;
  readonly response: string;
  readonly item: ItemId | null;
}

/** Throws CaseError INPUT_INVALID, ITEM_UNKNOWN. */
export async function recordReply(
  ports: ClaimPorts,
  viewer: Viewer,
  { reply, at, response, item }: ReceivedReply,
): Promise<{ seq: number }> {
  demand(viewer, "append");
  if (response.trim() === "")
    throw new CaseError(
      "INPUT_INVALID",
      `response to ${reply}: expected its words; found none. Where nobody answered, nothing is recorded.`,
    );
  if (item !== null) await demandItems(ports, [item]);
  const words = ports.writer.seal(response);
  const [line] = await ports.writer.append(async () => {
    demandStanding(`request for a reply ${reply}`, await ports.claims.reply(reply));
    return [{ kind: "reply.received", data: { reply, at, response: words.sealed, item }, opens: [words.opened] }];
  });
  return { seq: line?.head.seq ?? 0 };
}
