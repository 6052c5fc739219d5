/** A tier beside the one that it is written from, row by row: what translates nothing that is left has a row of its own. */
import type { TierSegment } from "../../core/tier/tier.ts";

export interface PairRow {
  /** Of the tier that the other is written from; undefined where that segment is gone or there is none. */
  readonly source: TierSegment | undefined;
  /** Of the tier that is written from it. */
  readonly derived: readonly TierSegment[];
}

export function pairRows(source: readonly TierSegment[], derived: readonly TierSegment[]): readonly PairRow[] {
  const known = new Set(source.map(({ id }) => id));
  const of = Map.groupBy(derived, (one) => (one.of !== null && known.has(one.of) ? one.of : null));
  const rows: PairRow[] = source.map((one) => ({ source: one, derived: of.get(one.id) ?? [] }));
  for (const one of of.get(null) ?? []) rows.push({ source: undefined, derived: [one] });
  const start = ({ source: from, derived: [first] }: PairRow): number => from?.startMs ?? first?.startMs ?? 0;
  return rows.toSorted((a, b) => start(a) - start(b));
}
