/** Every line that made, changed or took back a record, oldest first. Nothing said earlier is lost by a later description. */
import type { EntryBody } from "../core/entry/entry.ts";
import type { Json } from "../core/json/canonical-json.ts";
import type { CaseReader } from "./case-reader.ts";
import { describeEntry } from "./describe-entry.ts";
import { peopleNames } from "./people-names.ts";
import { tierDrafts } from "./tiers/tier-drafts.ts";

export interface HistoryLine {
  seq: number;
  at: string;
  by: string;
  byName: string;
  summary: string;
}

/** `record`: "e3", "h1", "l2", "b7", "p1", "t1". */
export async function recordHistory(reader: CaseReader, record: string): Promise<HistoryLine[]> {
  const rows = await reader.views.db
    .selectFrom("entry_record")
    .innerJoin("entry", "entry.seq", "entry_record.seq")
    .select(["entry.seq", "entry.at", "entry.by", "entry.body", "entry.open"])
    .where("entry_record.record", "=", record)
    .orderBy("entry.seq")
    .execute();
  const nameOf = await peopleNames(reader);
  const drafts = record.startsWith("w") ? await tierDrafts(reader, rows) : new Map<number, number>();
  return rows.map(({ seq, at, by, body, open }) => ({
    seq,
    at: at ?? "unknown",
    by: by ?? "unknown",
    byName: nameOf(by ?? ""),
    summary: describeEntry(JSON.parse(body ?? "null") as EntryBody, JSON.parse(open) as { [digest: string]: Json }, drafts.get(seq)),
  }));
}
