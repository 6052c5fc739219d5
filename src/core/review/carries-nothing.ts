/** Which sorts of records can carry a judgement: none of how the case is worked on; and what only names or supposes something, not alone. */
import type { Ground } from "./ground.ts";
import { type RecordSort, sortOfRecord } from "./record-sort.ts";

/** A finding on a finding could lead back to itself; the others say nothing of what happened. */
export const carriesNothing: ReadonlySet<RecordSort> = new Set<RecordSort>([
  ...(["question", "finding", "blind", "task", "comment", "edition", "redaction", "savedSearch", "sheetImport", "receipt"] as const),
]);

/** What was asked, named, supposed or graded. It may stand beside what carries; alone the answer would be its own ground. */
const carriesBeside: ReadonlySet<RecordSort> = new Set<RecordSort>([
  ...(["hypothesis", "event", "eventLink", "source", "account", "bearing", "assumption", "subject", "elementSheet"] as const),
]);

/** Kinds of lines that judge by themselves, without a record of their own. */
export const judgingLines: ReadonlySet<string> = new Set([
  ...["match.judged", "upload.judged", "sync-pair.judged", "tier.reviewed", "fixity.checked", "item.triaged"],
]);

export function isWorkOnly({ record }: Ground): boolean {
  return has(carriesNothing, record);
}

export function carriesAlone({ record }: Ground): boolean {
  return !has(carriesBeside, record);
}

function has(sorts: ReadonlySet<RecordSort>, record: string | null): boolean {
  const sort = record === null ? undefined : sortOfRecord(record);
  return sort !== undefined && sorts.has(sort);
}
