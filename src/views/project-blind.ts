/** Entries of blind reviews: their numbers, and the lines of each under its id. What they say is put together when it is asked for. */
import type { EntryKind } from "../core/entry/entry.ts";
import type { Handler } from "./handler.ts";
import { ofRecord } from "./project-events.ts";

const assigned: Handler<"blind.assigned"> = ({ data }, on) => {
  on.tookId(data.blind);
  ofRecord(on, data.blind);
};

function ofReview<
  K extends EntryKind & ("blind.packet-written" | "answer.sealed" | "answer.revealed" | "blind.resolved" | "blind.ended"),
>(): Handler<K> {
  return ({ data }, on) => ofRecord(on, (data as { blind: string }).blind);
}

export const projectBlind = {
  "blind.assigned": assigned,
  "blind.packet-written": ofReview<"blind.packet-written">(),
  "answer.sealed": ofReview<"answer.sealed">(),
  "answer.revealed": ofReview<"answer.revealed">(),
  "blind.resolved": ofReview<"blind.resolved">(),
  "blind.ended": ofReview<"blind.ended">(),
};
