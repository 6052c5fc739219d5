/** Rows of a tier that is written: its segments, or one for each segment of the tier that it is written from, also where none is yet. */
import type { TierSegment } from "../../core/tier/tier.ts";
import { pairRows } from "./pair-rows.ts";

export interface EditRow {
  /** Stays the same when the first words of a row make its segment. */
  readonly key: string;
  /** What it is written from; shown in the first of several rows. */
  readonly source: TierSegment | undefined;
  readonly own: TierSegment | undefined;
  readonly startMs: number;
  readonly endMs: number;
}

/** `source`: segments of the tier that it is written from; undefined where it is written from the recording. */
export function editRows(own: readonly TierSegment[], source: readonly TierSegment[] | undefined): readonly EditRow[] {
  if (source === undefined) return own.map((one) => rowOf(`s${one.id}`, undefined, one));
  return pairRows(source, own).flatMap(({ source: from, derived }) => {
    if (from === undefined) return derived.map((one) => rowOf(`s${one.id}`, undefined, one));
    const [first, ...more] = derived;
    return [rowOf(`of${from.id}`, from, first), ...more.map((one) => rowOf(`s${one.id}`, undefined, one))];
  });
}

function rowOf(key: string, source: TierSegment | undefined, own: TierSegment | undefined): EditRow {
  const timed = own ?? source;
  return { key, source, own, startMs: timed?.startMs ?? 0, endMs: timed?.endMs ?? 0 };
}

export function rowOfSegment(rows: readonly EditRow[], id: number | undefined): EditRow | undefined {
  return id === undefined ? undefined : rows.find(({ own }) => own?.id === id);
}

/** The row at a time: the last that has begun, else the first. */
export function rowAtTime(rows: readonly EditRow[], ms: number): EditRow | undefined {
  return rows.findLast(({ startMs }) => startMs <= ms) ?? rows[0];
}
