/** Stale judgements under the change that each was not held against last: what is looked at again together. */
import type { StaleRow } from "../../api/work.ts";
import { RecordName } from "../../core/review/ground.ts";

export interface StaleGroup {
  /** Line of the change. */
  readonly line: number;
  readonly rows: readonly StaleRow[];
}

/** The newest change first; within it, judgements by their lines. */
export function staleGroups(rows: readonly StaleRow[]): StaleGroup[] {
  return [...Map.groupBy(rows, ({ last }) => last)]
    .map(([line, group]) => ({ line, rows: group.toSorted((a, b) => a.line - b.line) }))
    .toSorted((a, b) => b.line - a.line);
}

/** Records that their ways name, to be shown with links. */
export function recordsNamed(rows: readonly StaleRow[]): RecordName[] {
  const named = rows.flatMap(({ paths }) => paths.flatMap((path) => path.map(({ record }) => record)));
  return [...new Set(named)].flatMap((record) => RecordName.safeParse(record).data ?? []);
}
