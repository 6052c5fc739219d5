/** What came out of an archive or an e-mail, the first of it, and what is known of it and not held. */
import type { ContainerReading } from "../core/analysis/reading-result.ts";
import type { ItemId } from "../core/item/item.ts";
import type { CaseReader } from "./case-reader.ts";
import { itemId } from "./item-row.ts";

/** Members that the answer for an item carries; the desk's list has them all. */
const firstMembers = 500;

export interface ContainerMembers {
  format: ContainerReading["format"];
  members: number;
  unpacked: number;
  leftOut: number;
  bytes: number;
  first: { item: ItemId; name: string; where: string; held: boolean; reason?: string }[];
}

export async function containerMembers(reader: CaseReader, item: number, { format, counts }: ContainerReading): Promise<ContainerMembers> {
  const { db } = reader.views;
  const copies = await sameArchive(reader, item);
  const unpacked = await db
    .selectFrom("item")
    .select(["number", "name", "held", "unpacked_where", "failure"])
    .where("unpacked_from", "in", copies)
    .orderBy("number")
    .limit(firstMembers)
    .execute();
  const leftOut = await db
    .selectFrom("item")
    .select(["number", "name", "stated_where", "stated_reason"])
    .where("stated_by", "in", copies)
    .orderBy("number")
    .limit(firstMembers)
    .execute();
  const first = [
    ...unpacked.map(({ number, name, held, unpacked_where, failure }) => ({
      item: itemId(number),
      name: name ?? "name withheld",
      where: unpacked_where ?? "",
      held: held === 1,
      ...(held === 1 || failure === null ? {} : { reason: failure }),
    })),
    ...leftOut.map(({ number, name, stated_where, stated_reason }) => ({
      item: itemId(number),
      name: name ?? "name withheld",
      where: stated_where ?? "",
      held: false,
      ...(stated_reason === null ? {} : { reason: stated_reason }),
    })),
  ];
  return { format, ...counts, first: first.slice(0, firstMembers) };
}

/** Of two archives with the same bytes only the first was unpacked: its members are those of both. */
async function sameArchive(reader: CaseReader, item: number): Promise<number[]> {
  const { db } = reader.views;
  const rows = await db
    .selectFrom("item")
    .innerJoin("item as own", "own.object", "item.object")
    .select("item.number")
    .where("own.number", "=", item)
    .execute();
  return [item, ...rows.map(({ number }) => number)];
}
