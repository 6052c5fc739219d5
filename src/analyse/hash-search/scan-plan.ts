/** Whether a block of queries goes over the rows one query after the other, or by an index over the queries. Both are exact. */
import { entriesOf } from "./query-index.ts";

/** Nanoseconds, measured here on one thread; only their ratios matter, and only for speed. */
const unitCosts = { compare: 1.3, lookUp: 35, candidate: 5, indexTable: 8e6, indexEntry: 35 };
const valuesOfSlot = 65_536;

export function planScan({ rows, queries, most }: { rows: number; queries: number; most: number }): "scan" | "join" {
  const scan = rows * queries * unitCosts.compare;
  // Tolerances beyond three bits make longer lists than comparing with every query.
  if (most >= 64) return "scan";
  const entries = entriesOf(most) * queries;
  const candidates = entries / valuesOfSlot;
  const join = unitCosts.indexTable + entries * unitCosts.indexEntry + rows * (unitCosts.lookUp + candidates * unitCosts.candidate);
  return join < scan ? "join" : "scan";
}
