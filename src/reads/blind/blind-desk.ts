/**
 * What somebody who owes a blind answer is shown: the question as it was put to them, the items by number, and what lies in their
 * bytes. No name of a file, no caption, no post, nothing that anybody wrote.
 */
import { type MetadataRow, ProbeResult } from "../../core/analysis/probe-result.ts";
import { type BlindReview, isRevealed, slotOf, waitingFor } from "../../core/blind/blind-review.ts";
import { CaseError } from "../../core/case/case-error.ts";
import type { Digest } from "../../core/hash/digest.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { KeyProtection } from "../../core/key/key-protection.ts";
import type { PersonId } from "../../core/key/key.ts";
import { demand } from "../../policy/demand.ts";
import type { Viewer } from "../../policy/viewer.ts";
import { type CaseReader, readJson } from "../case-reader.ts";
import { derivedOf } from "../find-media.ts";
import { blindReviews } from "./blind-reviews.ts";
import { questionAsOf } from "./question-as-of.ts";

export async function blindDesk(reader: CaseReader, viewer: Viewer, protection: KeyProtection) {
  const { reviews } = await blindReviews(reader);
  const due = [...reviews.values()].filter((review) => owes(review, viewer.person));
  const shut = (viewer.doors ?? []).length > 0;
  return {
    shut,
    readOnly: viewer.readOnly,
    ...{ protection, packet: null },
    tasks: await Promise.all(due.map((one) => taskOf(reader, viewer, one))),
  };
}

/** Also of who answers first, and is shown the rest of the case. */
function owes(review: BlindReview, person: PersonId): boolean {
  return review.ended === null && !isRevealed(review) && waitingFor(review).some((slot) => review.to[slot]?.person === person);
}

async function taskOf(reader: CaseReader, viewer: Viewer, review: BlindReview) {
  const { blind, question, precision, items, line, at } = review;
  demand(viewer, "read", { blind });
  const asked = await questionAsOf(reader, question, line);
  return {
    blind,
    question,
    sort: asked?.sort ?? ("where" as const),
    text: asked?.text ?? "withheld",
    precision,
    askedAt: at,
    items: await Promise.all(items.map((item) => deskItem(reader, viewer, item))),
    asksPrior: review.to[slotOf(review, viewer.person) ?? 0]?.blind === true,
  };
}

export async function deskItem(reader: CaseReader, viewer: Viewer, item: ItemId) {
  demand(viewer, "read", { media: item });
  const row = await reader.views.db
    .selectFrom("item")
    .select(["number", "kind", "held", "level", "duration_sec", "width", "height", "has_sound"])
    .where("number", "=", Number(item.slice(1)))
    .executeTakeFirst();
  return {
    item,
    kind: row?.kind ?? ("not-held" as const),
    held: row?.held === 1,
    graphicLevel: row?.level ?? ("unassessed" as const),
    poster: await posterOf(reader, viewer, item),
    durationSec: row?.duration_sec ?? null,
    width: row?.width ?? null,
    height: row?.height ?? null,
    hasSound: row?.has_sound === 1,
    metadata: await metadataIn(reader, Number(item.slice(1))),
  };
}

async function posterOf(reader: CaseReader, viewer: Viewer, item: ItemId): Promise<"ready" | "none"> {
  try {
    await derivedOf(reader, viewer, item, "poster");
    return "ready";
  } catch (error) {
    if (error instanceof CaseError) return "none";
    throw error;
  }
}

/** As the probe read it out of the bytes; empty while nobody looked. */
export async function metadataIn(reader: CaseReader, item: number): Promise<Pick<MetadataRow, "group" | "tag" | "value">[]> {
  const row = await reader.views.db
    .selectFrom("analysis")
    .select("result")
    .where("item", "=", item)
    .where("analyser", "=", "probe")
    .where("state", "=", "done")
    .executeTakeFirst();
  if (row?.result == null || !(await reader.vault.has(row.result as Digest))) return [];
  const { data } = ProbeResult.safeParse(await readJson(reader.vault, row.result as Digest));
  return (data?.metadata ?? []).map(({ group, tag, value }) => ({ group, tag, value }));
}
