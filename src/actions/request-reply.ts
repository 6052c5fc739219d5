/** Writes down who was asked for a reply, about what, when, and until when. Nothing is sent from here. */
import { CaseError } from "../core/case/case-error.ts";
import { ClaimId } from "../core/claim/claim.ts";
import type { EventId } from "../core/event/event.ts";
import type { ReplyAbout, ReplyId } from "../core/reply/reply.ts";
import type { SourceId } from "../core/source/source.ts";
import type { UtcInstant } from "../core/time/time-claim.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { type ClaimPorts, demandStanding } from "./claim-ports.ts";
import { demandSource } from "./demand-sources.ts";
import { demandEvent } from "./event-ports.ts";
import { createSealing } from "./sealing.ts";

export interface WantedReply {
  readonly to: SourceId | "unknown";
  readonly toWords: string;
  readonly about: readonly ReplyAbout[];
  readonly sentAt: UtcInstant;
  readonly deadline: UtcInstant | null;
  readonly way: string;
  readonly asked: string;
}

/** Throws CaseError INPUT_INVALID. */
export async function requestReply(ports: ClaimPorts, viewer: Viewer, wanted: WantedReply): Promise<{ id: ReplyId; seq: number }> {
  demand(viewer, "append");
  const { to, toWords, about, sentAt, deadline, way, asked } = wanted;
  for (const [field, words] of Object.entries({ "who was asked": toWords, "the way it went": way, "what was asked": asked }))
    if (words.trim() === "") throw new CaseError("INPUT_INVALID", `request for a reply: ${field}: expected words; found none`);
  if (deadline !== null && Date.parse(deadline) <= Date.parse(sentAt))
    throw new CaseError("INPUT_INVALID", `request for a reply: expected a deadline after ${sentAt}; found ${deadline}`);
  await demandSource(ports, to);
  const { opens, seal } = createSealing(ports.writer);
  const said = { toWords: seal(toWords.trim()), way: seal(way.trim()), asked: seal(asked.trim()) };
  let id: ReplyId = "y1";
  const [line] = await ports.writer.append(async (numbers) => {
    for (const record of about) {
      const claim = ClaimId.safeParse(record);
      if (claim.success) demandStanding(`claim ${record}`, await ports.claims.claim(claim.data));
      else await demandEvent(ports, record as EventId);
    }
    id = numbers.next("y");
    return [{ kind: "reply.requested", data: { reply: id, to, about: [...new Set(about)], sentAt, deadline, ...said }, opens }];
  });
  return { id, seq: line?.head.seq ?? 0 };
}
