/** The search log, newest first, filtered by any text in it. */
import { sql } from "kysely";
import type { ItemId } from "../core/item/item.ts";
import type { TimeClaim } from "../core/time/time-claim.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { foldText } from "../views/fold-text.ts";
import type { CaseReader } from "./case-reader.ts";

export interface LoggedSearch {
  id: string;
  seq: number;
  loggedAt: string;
  byName: string;
  /** Null where this copy withholds it. */
  query: string | null;
  place: string | null;
  account: string | null;
  at: TimeClaim;
  hits: number | "unknown";
  kept: ItemId[];
  notKept: number | "unknown";
  why: string | null;
}

export async function searchLog(
  reader: CaseReader,
  viewer: Viewer,
  { q = "", offset = 0, limit = 100 }: { q?: string | undefined; offset?: number; limit?: number },
): Promise<{ total: number; offset: number; searches: LoggedSearch[]; places: string[] }> {
  demand(viewer, "read");
  const { db } = reader.views;
  let found = db.selectFrom("logged_search");
  for (const word of foldText(q)
    .split(/\s+/)
    .filter((one) => one !== "")) {
    found = found.where(sql<boolean>`instr(logged_search.text, ${word}) > 0`);
  }
  const { total } = await found.select(sql<number>`count(*)`.as("total")).executeTakeFirstOrThrow();
  const rows = await found
    .leftJoin("person", "person.id", "logged_search.by")
    .select(["logged_search.id", "seq", "logged_at", "json", "person.name"])
    .orderBy("searched_at", "desc")
    .orderBy("logged_search.id", "desc")
    .limit(limit)
    .offset(offset)
    .execute();
  const places = await db
    .selectFrom("logged_search")
    .select(sql<string>`json_extract(json, '$.place')`.as("place"))
    .where(sql<boolean>`json_extract(json, '$.place') is not null`)
    .groupBy("place")
    .orderBy(sql`count(*)`, "desc")
    .limit(50)
    .execute();
  return {
    total,
    offset,
    searches: rows.map(({ id, seq, logged_at, json, name }) => ({
      ...{ id: `q${id}`, seq, loggedAt: logged_at, byName: name ?? "name withheld" },
      ...(JSON.parse(json) as Pick<LoggedSearch, "query" | "place" | "account" | "at" | "hits" | "kept" | "notKept" | "why">),
    })),
    places: places.map(({ place }) => place),
  };
}
