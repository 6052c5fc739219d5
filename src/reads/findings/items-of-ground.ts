/** Items that a ground is of: the one it cites, the one that its record was made on, those that an inference rests on. */
import type { ItemId } from "../../core/item/item.ts";
import type { Ground } from "../../core/review/ground.ts";
import type { CaseReader } from "../case-reader.ts";
import { itemId } from "../item-row.ts";

export async function itemsOfGround({ views: { db } }: CaseReader, { record, line }: Ground): Promise<ItemId[]> {
  if (record === null) return itemsOfLine(line);
  const letters = record.replace(/[0-9]+$/, "");
  const number = Number(record.slice(letters.length));
  switch (letters) {
    case "i":
      return [record as ItemId];
    case "o":
      return (await db.selectFrom("observation").select("item").where("id", "=", number).execute()).map(({ item }) => itemId(item));
    case "g":
      return (await db.selectFrom("identification").select("item").where("id", "=", number).execute()).map(({ item }) => itemId(item));
    case "k":
      return (await db.selectFrom("claim").select("item").where("id", "=", number).execute()).map(({ item }) => itemId(item));
    case "w":
      return (await db.selectFrom("tier").select("item").where("id", "=", number).execute()).map(({ item }) => itemId(item));
    case "x":
      return (await db.selectFrom("exhibit").select(["item", "beside"]).where("id", "=", number).execute()).map(({ item, beside }) =>
        itemId(item ?? beside),
      );
    case "n": {
      const [row] = await db.selectFrom("inference").select(["items_json", "about"]).where("id", "=", number).execute();
      const about = row?.about?.startsWith("i") === true ? [row.about as ItemId] : [];
      return row === undefined ? [] : [...new Set([...(JSON.parse(row.items_json) as ItemId[]), ...about])];
    }
    default: {
      // Of any other record: the items of the lines about it.
      const rows = await db
        .selectFrom("entry_record")
        .innerJoin("entry_item", "entry_item.seq", "entry_record.seq")
        .select("entry_item.item")
        .where("entry_record.record", "=", record)
        .distinct()
        .orderBy("entry_item.item")
        .execute();
      return rows.map(({ item }) => itemId(item));
    }
  }

  async function itemsOfLine(seq: number): Promise<ItemId[]> {
    const rows = await db.selectFrom("entry_item").select("item").where("seq", "=", seq).orderBy("item").execute();
    return rows.map(({ item }) => itemId(item));
  }
}
