/** Links of the case: those that wait for a capture, those that are gone, those that are due for a look. High risk comes first. */
import { type Selectable, type SelectQueryBuilder, sql } from "kysely";
import type { ItemId } from "../core/item/item.ts";
import type { CheckOutcome } from "../core/link/capture.ts";
import { nextLook } from "../core/link/seen-at-source.ts";
import type { Clock } from "../core/time/clock.port.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { LinkTables } from "../views/tables/links.ts";
import type { ViewTables } from "../views/schema.ts";
import type { CaseReader } from "./case-reader.ts";
import { itemId } from "./item-row.ts";

export type LinkFilter = "waiting" | "captured" | "gone" | "due" | "all";

export interface LinkRow {
  item: ItemId;
  shown: string;
  normalised: string | "withheld";
  platform: string;
  riskOfRemoval: "low" | "high" | "unknown";
  notedAt: string;
  captured: boolean;
  lastLook: { outcome: CheckOutcome; at: string } | "none";
  gone: { after: string; by: string } | "not-known";
  /** Every so many days, and by which plan. */
  plan: { everyDays: number; of: "item" | "high-risk" } | "none";
  dueAt: string | "not-planned";
  due: boolean;
}

export interface LinkPage {
  total: number;
  offset: number;
  links: LinkRow[];
  counts: { waiting: number; captured: number; gone: number; due: number; all: number };
  /** How often links of high risk without a plan of their own are looked at. */
  highRiskEveryDays: number | "none";
}

type LinkQuery = SelectQueryBuilder<ViewTables, "link", object>;

/** High before unknown before low: what nobody judged may be as urgent. */
export const byRisk = sql`case risk when 'high' then 0 when 'unknown' then 1 else 2 end`;

export async function listLinks(
  reader: CaseReader,
  viewer: Viewer,
  clock: Clock,
  { filter = "all", offset = 0, limit = 100 }: { filter?: LinkFilter; offset?: number; limit?: number },
): Promise<LinkPage> {
  demand(viewer, "read");
  const { db } = reader.views;
  const highRisk = (await db.selectFrom("link_plan").select("every_days").where("id", "=", 1).executeTakeFirst())?.every_days ?? 0;
  const now = clock.now();
  const all = db.selectFrom("link") as LinkQuery;
  const narrowed = (name: LinkFilter): LinkQuery => {
    if (name === "waiting") return all.where("captured", "=", 0);
    if (name === "captured") return all.where("captured", "=", 1);
    if (name === "gone") return all.where("gone_by", "is not", null);
    return name === "due" ? all.where(isDue(highRisk, now)) : all;
  };
  const count = async (name: LinkFilter): Promise<number> =>
    (
      await narrowed(name)
        .select(sql<number>`count(*)`.as("count"))
        .executeTakeFirstOrThrow()
    ).count;
  const counts = {
    waiting: await count("waiting"),
    captured: await count("captured"),
    gone: await count("gone"),
    due: await count("due"),
    all: await count("all"),
  };
  const rows = await narrowed(filter).selectAll().orderBy(byRisk).orderBy("item").limit(limit).offset(offset).execute();
  const links = rows.map((row) => linkRow(row, highRisk, now));
  return { total: counts[filter], offset, links, counts, highRiskEveryDays: highRisk === 0 ? "none" : highRisk };
}

/** The same rule as `nextLook`, where the database can count. */
function isDue(highRisk: number, now: string) {
  const days = sql<number>`coalesce(every_days, case when risk = 'high' then ${highRisk} else 0 end)`;
  return sql<boolean>`${days} > 0 and julianday(coalesce(last_at, noted_at)) + ${days} <= julianday(${now})`;
}

export function linkRow(row: Selectable<LinkTables["link"]>, highRisk: number, now: string): LinkRow {
  const own = row.every_days;
  const everyDays = own ?? (row.risk === "high" ? highRisk : 0);
  const looks = row.last_at === null ? [] : [{ at: row.last_at, outcome: "unknown" as const }];
  const dueAt = nextLook(row.noted_at, looks, everyDays === 0 ? "never" : everyDays);
  return {
    item: itemId(row.item),
    shown: row.shown ?? "link withheld",
    normalised: row.normalised ?? "withheld",
    platform: row.platform,
    riskOfRemoval: row.risk,
    notedAt: row.noted_at,
    captured: row.captured === 1,
    lastLook: row.last_outcome === null || row.last_at === null ? "none" : { outcome: row.last_outcome, at: row.last_at },
    gone: row.gone_by === null ? "not-known" : { after: row.gone_after ?? "unknown", by: row.gone_by },
    plan: everyDays === 0 ? "none" : { everyDays, of: own === null ? "high-risk" : "item" },
    dueAt: dueAt ?? "not-planned",
    due: dueAt !== undefined && Date.parse(dueAt) <= Date.parse(now),
  };
}
