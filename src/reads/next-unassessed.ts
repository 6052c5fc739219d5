/** The next item that waits for its short assessment, told in words: nobody has to look at it to place it. */
import { sql } from "kysely";
import type { ItemId } from "../core/item/item.ts";
import { Post } from "../core/post/post.ts";
import { TimeClaim } from "../core/time/time-claim.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseReader } from "./case-reader.ts";
import { itemId } from "./item-row.ts";

interface Waiting {
  id: ItemId;
  name: string;
  kind: string;
  size: number | "unknown";
  durationSec: number | "unknown";
  posted: string;
  /** The time posted is that of an e-mail: its sender's clock. */
  sent: boolean;
  source: string;
  caption: string | "unknown";
}

/** Text of a post that is shown; the post itself is on the bench. */
const captionLength = 1000;

/** The first after item number `after`, or from the start again when none is left there. */
export async function nextUnassessed(
  reader: CaseReader,
  viewer: Viewer,
  after: number,
): Promise<{ left: number; held: number; item: Waiting | null }> {
  demand(viewer, "read");
  const { db } = reader.views;
  const { held, left } = await db
    .selectFrom("item")
    .select([sql<number>`count(*)`.as("held"), sql<number>`coalesce(sum(assessed = 0), 0)`.as("left")])
    .where("held", "=", 1)
    .executeTakeFirstOrThrow();
  const waiting = db.selectFrom("item").selectAll().where("held", "=", 1).where("assessed", "=", 0).orderBy("number").limit(1);
  const row = (await waiting.where("number", ">", after).executeTakeFirst()) ?? (await waiting.executeTakeFirst());
  if (row === undefined) return { left, held, item: null };
  const post = await db
    .selectFrom("post_media")
    .innerJoin("post", "post.id", "post_media.post")
    .select("post.json")
    .where("post_media.item", "=", row.number)
    .orderBy("post.posted_at")
    .limit(1)
    .executeTakeFirst();
  const text = post === undefined ? "" : Post.parse(JSON.parse(post.json)).text;
  const posted = row.posted_json === null ? "unknown" : TimeClaim.parse(JSON.parse(row.posted_json));
  return {
    left,
    held,
    item: {
      id: itemId(row.number),
      name: row.name ?? "name withheld",
      kind: row.kind,
      size: row.size ?? "unknown",
      durationSec: row.duration_sec ?? "unknown",
      posted: posted === "unknown" ? posted : posted.verbatim,
      sent: posted !== "unknown" && posted.means === "sent",
      source: row.source ?? "unknown",
      caption: text === "" ? "unknown" : text.slice(0, captionLength),
    },
  };
}
