/**
 * Records in whose lines some words stand, newest first, for whoever looks for a ground. Words are found by the spelling of search, in
 * what this copy holds; nothing is ranked by what it would prove.
 */
import { sql } from "kysely";
import { foldText } from "../../core/search/fold-text.ts";
import { RecordName } from "../../core/review/ground.ts";
import { type RecordSort, sortOfRecord } from "../../core/review/record-sort.ts";
import { demand } from "../../policy/demand.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { CaseReader } from "../case-reader.ts";
import { makingKinds } from "./making-kinds.ts";
import { type RecordCard, recordCards } from "./record-card.ts";

/** Cards that an answer carries at most. */
const mostFound = 60;
/** Lines that are looked at for them: a record changed often has many. */
const mostLines = 600;

export async function searchRecords(
  reader: CaseReader,
  viewer: Viewer,
  { q, sort }: { readonly q: string; readonly sort?: RecordSort | undefined },
): Promise<RecordCard[]> {
  demand(viewer, "read");
  const named = RecordName.safeParse(q.trim()).data;
  const kinds = Object.entries(makingKinds).filter(([, making]) => sort === undefined || making?.sort === sort);
  const words = foldText(q.trim()).replace(/[\\%_]/g, (mark) => `\\${mark}`);
  const rows =
    kinds.length === 0
      ? []
      : await reader.views.db
          .selectFrom("entry")
          .select(["kind", "body"])
          .where(
            "kind",
            "in",
            kinds.map(([kind]) => kind),
          )
          .where(sql<boolean>`text like ${`%${words}%`} escape '\\'`)
          .orderBy("seq", "desc")
          .limit(mostLines)
          .execute();
  const names = new Set<RecordName>(named === undefined ? [] : [named]);
  for (const { kind, body } of rows) {
    const field = makingKinds[kind]?.field ?? "";
    const name = RecordName.safeParse((JSON.parse(body ?? "{}") as { data?: { [field: string]: unknown } }).data?.[field]).data;
    if (name !== undefined && names.size < mostFound) names.add(name);
  }
  const wanted = [...names].filter((name) => sort === undefined || sortOfRecord(name) === sort);
  return recordCards(reader, viewer, wanted);
}
