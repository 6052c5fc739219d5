/**
 * Records by their names, a card each: what it says in a line, the last line of the ledger about it, whether it was taken back, and
 * where the workbench shows it. A name that the case does not have gets no card.
 */
import type { ItemId } from "../../core/item/item.ts";
import type { RecordName } from "../../core/review/ground.ts";
import { type RecordSort, sortOfRecord } from "../../core/review/record-sort.ts";
import { demand } from "../../policy/demand.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { CaseReader } from "../case-reader.ts";
import { type CardBody, cardReaders } from "./card-readers.ts";
import { lastLines } from "./last-lines.ts";
import { cardFromLines } from "./card-from-lines.ts";

export interface RecordCard {
  readonly record: RecordName;
  readonly sort: RecordSort;
  readonly title: string;
  readonly line: number;
  readonly withdrawn: string | null;
  /** Path in the workbench. */
  readonly address: string;
  readonly item?: ItemId;
  /** Item time, seconds. */
  readonly atS?: number;
  readonly toS?: number;
}

/** In the order asked for; a name that is asked for twice comes once. */
export async function recordCards(reader: CaseReader, viewer: Viewer, names: readonly RecordName[]): Promise<RecordCard[]> {
  demand(viewer, "read");
  const wanted = [...new Set(names)].flatMap((name) => {
    const sort = sortOfRecord(name);
    return sort === undefined ? [] : [{ name, sort }];
  });
  const lines = await lastLines(
    reader,
    wanted.map(({ name }) => name),
  );
  const bodies = new Map<RecordName, CardBody>();
  for (const [sort, group] of Map.groupBy(wanted, (one) => one.sort)) {
    const read = cardReaders[sort] ?? cardFromLines(sort);
    for (const [name, body] of await read(
      reader,
      group.map(({ name }) => name),
    ))
      bodies.set(name, body);
  }
  return wanted.flatMap(({ name, sort }) => {
    const body = bodies.get(name);
    if (body === undefined) return [];
    const { seq, ...rest } = body;
    return [{ record: name, sort, line: Math.max(seq, lines.get(name) ?? 0), ...rest }];
  });
}
