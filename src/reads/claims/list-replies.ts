/** Who was asked for a reply, about what, until when, and what came back, word for word. */
import type { ItemId } from "../../core/item/item.ts";
import { type ReplyState, replyState } from "../../core/reply/reply-state.ts";
import type { ReplyAbout, ReplyId } from "../../core/reply/reply.ts";
import type { SourceId } from "../../core/source/source.ts";
import type { UtcInstant } from "../../core/time/time-claim.ts";
import { demand } from "../../policy/demand.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { CaseReader } from "../case-reader.ts";
import { itemId } from "../item-row.ts";
import { peopleNames } from "../people-names.ts";
import { recordWords } from "./record-words.ts";

interface Written {
  at: string;
  by: string;
  byName: string;
  seq: number;
}

export interface ReplyRow extends Written {
  id: ReplyId;
  to: SourceId | "unknown";
  toLabel: string | null;
  toWords: string;
  about: { record: ReplyAbout; says: string; withdrawn: boolean }[];
  sentAt: UtcInstant;
  deadline: UtcInstant | null;
  way: string;
  asked: string;
  /** As of `now`. */
  state: ReplyState;
  /** Oldest first. */
  responses: (Written & { received: UtcInstant; response: string; item: ItemId | null; late: boolean })[];
  withdrawn?: string;
}

/** `now` in milliseconds: whether a deadline has passed. */
export async function listReplies(reader: CaseReader, viewer: Viewer, now: number): Promise<ReplyRow[]> {
  demand(viewer, "read");
  const { db } = reader.views;
  const rows = await db
    .selectFrom("reply")
    .leftJoin("source", "source.id", "reply.to_source")
    .selectAll("reply")
    .select("source.label")
    .orderBy("reply.id")
    .execute();
  const received = Map.groupBy(
    await db.selectFrom("reply_response").selectAll().orderBy("received").orderBy("seq").execute(),
    ({ reply }) => reply,
  );
  const nameOf = await peopleNames(reader);
  const wordsOf = await recordWords(reader);
  return rows.map((row) => {
    const responses = received.get(row.id) ?? [];
    return {
      id: `y${row.id}`,
      to: row.to_source === null ? "unknown" : `s${row.to_source}`,
      toLabel: row.to_source === null ? null : (row.label ?? "withheld"),
      toWords: row.to_words ?? "withheld",
      about: (JSON.parse(row.about_json) as ReplyAbout[]).map((record) => ({ record, ...wordsOf(record) })),
      sentAt: row.sent_at,
      deadline: row.deadline,
      way: row.way ?? "withheld",
      asked: row.asked ?? "withheld",
      state: replyState(row.deadline, responses.length, now),
      responses: responses.map((one) => ({
        received: one.received,
        response: one.response ?? "withheld",
        item: one.item === null ? null : itemId(one.item),
        late: row.deadline !== null && Date.parse(one.received) > Date.parse(row.deadline),
        ...{ at: one.at, by: one.by, byName: nameOf(one.by), seq: one.seq },
      })),
      ...(row.withdrawn === null ? {} : { withdrawn: row.withdrawn === "" ? "withheld" : row.withdrawn }),
      ...{ at: row.at, by: row.by, byName: nameOf(row.by), seq: row.seq },
    };
  });
}
