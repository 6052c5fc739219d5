/** One link with all that happened to it; or, for a held item, the links that it was captured from. */
import { sql } from "kysely";
import { CaseError } from "../core/case/case-error.ts";
import type { ItemId } from "../core/item/item.ts";
import type { CheckOutcome } from "../core/link/capture.ts";
import { NormalisedLink } from "../core/link/link.ts";
import { shownLink } from "../core/link/public-address.ts";
import type { Clock } from "../core/time/clock.port.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseReader } from "./case-reader.ts";
import { type CaptureLine, captureLine, type Captured } from "./capture-line.ts";
import { itemId } from "./item-row.ts";
import { type LinkRow, linkRow } from "./list-links.ts";

export interface LinkDetail {
  row: LinkRow;
  link: NormalisedLink | "withheld";
  /** Newest first. */
  checks: {
    seq: number;
    at: string;
    outcome: CheckOutcome;
    how: "by-hand" | "own-program";
    statement: string | null;
    byName: string;
    evidence: ItemId[];
  }[];
  /** Newest first. */
  captures: CaptureLine[];
  /** Other links of the case to the same post, and between a link and its copies in archives. */
  related: { item: ItemId; shown: string; relation: "same-post" | "archive-copy" | "archived-original" }[];
}

/** Throws CaseError ITEM_UNKNOWN. */
export async function getLink(reader: CaseReader, viewer: Viewer, clock: Clock, id: ItemId): Promise<LinkDetail> {
  demand(viewer, "read");
  const { db } = reader.views;
  const number = Number(id.slice(1));
  const row = await db.selectFrom("link").selectAll().where("item", "=", number).executeTakeFirst();
  if (row === undefined) throw new CaseError("ITEM_UNKNOWN", `item ${id}: expected one that is known by its link; found none`);
  const highRisk = (await db.selectFrom("link_plan").select("every_days").where("id", "=", 1).executeTakeFirst())?.every_days ?? 0;
  const people = new Map((await db.selectFrom("person").selectAll().execute()).map((person) => [person.id, person.name]));
  const checks = await db.selectFrom("link_check").selectAll().where("item", "=", number).orderBy("seq", "desc").execute();
  const captures = await db.selectFrom("capture").selectAll().where("item", "=", number).orderBy("seq", "desc").execute();
  return {
    row: linkRow(row, highRisk, clock.now()),
    link: row.json === null ? "withheld" : shownLink(NormalisedLink.parse(JSON.parse(row.json))),
    checks: checks.map(({ seq, at, outcome, how, statement, by, evidence_json }) => ({
      ...{ seq, at, outcome, how, statement, byName: people.get(by) ?? "name withheld" },
      evidence: JSON.parse(evidence_json) as ItemId[],
    })),
    captures: captures.map((capture) => captureLine(capture, people.get(capture.by) ?? "name withheld")),
    related: await related(reader, number, row.post, row.normalised, row.json),
  };
}

/** For a held item: what it was captured from, oldest first. Empty for most. */
export async function capturedFrom(reader: CaseReader, viewer: Viewer, id: ItemId): Promise<Captured[]> {
  demand(viewer, "read");
  const rows = await reader.views.db
    .selectFrom("capture_item")
    .innerJoin("capture", "capture.seq", "capture_item.seq")
    .innerJoin("link", "link.item", "capture.item")
    .select(["capture.seq", "capture.item", "capture.json", "link.shown"])
    .where("capture_item.item", "=", Number(id.slice(1)))
    .orderBy("capture.seq")
    .execute();
  return rows.map(({ seq, item, json, shown }) => {
    const { how, startedAt, endedAt, outcome } = JSON.parse(json) as CaptureLine;
    return { seq, link: itemId(item), shown: shown ?? "link withheld", how, startedAt, endedAt, outcome };
  });
}

async function related(
  reader: CaseReader,
  item: number,
  post: string | null,
  normalised: string | null,
  json: string | null,
): Promise<LinkDetail["related"]> {
  const { db } = reader.views;
  const found: LinkDetail["related"] = [];
  const add = (rows: readonly { item: number; shown: string | null }[], relation: LinkDetail["related"][number]["relation"]) =>
    found.push(...rows.map((row) => ({ item: itemId(row.item), shown: row.shown ?? "link withheld", relation })));
  const others = db.selectFrom("link").select(["item", "shown"]).where("item", "!=", item).orderBy("item").limit(100);
  if (post !== null) add(await others.where("post", "=", post).execute(), "same-post");
  if (normalised !== null)
    add(await others.where(sql<boolean>`json_extract(json, '$.archive.of') = ${normalised}`).execute(), "archive-copy");
  const of = json === null ? undefined : NormalisedLink.parse(JSON.parse(json)).archive?.of;
  if (of !== undefined && of !== "unknown") add(await others.where("normalised", "=", of).execute(), "archived-original");
  return found;
}
