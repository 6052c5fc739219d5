/** Searches that were saved in this case, by name. */
import { SearchQuery } from "../core/search/search-query.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseReader } from "./case-reader.ts";

export interface SavedSearch {
  id: `v${string}`;
  name: string | "withheld";
  query: SearchQuery | "withheld";
  at: string;
  by: string;
  seq: number;
}

export async function listSavedSearches(reader: CaseReader, viewer: Viewer): Promise<SavedSearch[]> {
  demand(viewer, "read");
  const rows = await reader.views.db.selectFrom("saved_search").selectAll().orderBy("name").orderBy("id").execute();
  return rows.map(({ id, name, query_json, at, by, seq }) => ({
    id: `v${id}`,
    name: name ?? "withheld",
    query: query_json === null ? "withheld" : SearchQuery.parse(JSON.parse(query_json)),
    at,
    by,
    seq,
  }));
}

/** Whether there is such a saved search and it was not removed. */
export async function savedSearchStands(reader: CaseReader, id: string): Promise<boolean> {
  const row = await reader.views.db
    .selectFrom("saved_search")
    .select("id")
    .where("id", "=", Number(id.slice(1)))
    .executeTakeFirst();
  return row !== undefined;
}
