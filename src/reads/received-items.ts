/** What a receipt says of items: as they were given, when they came, by which line. And the receipts that were given for an item. */
import { CaseError } from "../core/case/case-error.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { ItemId } from "../core/item/item.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseReader } from "./case-reader.ts";
import { itemId } from "./item-row.ts";

export interface ReceivedItem {
  item: ItemId;
  name: string;
  size: number;
  sha256: Digest;
  receivedAt: string;
  clockSource: "system" | "system-synchronised" | "unknown";
  line: number;
}

/** Throws CaseError ITEM_UNKNOWN, INPUT_INVALID when one of them is not held. */
export async function receivedItems(reader: CaseReader, viewer: Viewer, items: readonly ItemId[]): Promise<ReceivedItem[]> {
  demand(viewer, "read");
  const found: ReceivedItem[] = [];
  for (const item of items) {
    const row = await reader.views.db
      .selectFrom("item")
      .leftJoin("collection", "collection.id", "item.collection")
      .select(["number", "name", "object", "size", "held", "captured_at", "item.seq", "clock_source"])
      .where("number", "=", Number(item.slice(1)))
      .executeTakeFirst();
    if (row === undefined) throw new CaseError("ITEM_UNKNOWN", `item ${item}: expected an item of this case; found none of that number`);
    const { number, name, object, size, held, captured_at, seq, clock_source } = row;
    if (held === 0 || object === null || size === null || captured_at === null) {
      throw new CaseError(
        "INPUT_INVALID",
        `item ${item}: expected one that was received and is held; found one that is only known, or that came out of another`,
      );
    }
    const clockSource = clock_source === "system" || clock_source === "system-synchronised" ? clock_source : "unknown";
    found.push({
      item: itemId(number),
      name: name ?? "name withheld",
      size,
      sha256: object as Digest,
      receivedAt: captured_at,
      clockSource,
      line: seq,
    });
  }
  return found;
}

export interface ReceiptRow {
  receipt: string;
  at: string;
  seq: number;
  /** Null when nobody was named, or the name is withheld. */
  to: string | null;
}

export async function receiptsOf(reader: CaseReader, viewer: Viewer, item: ItemId): Promise<ReceiptRow[]> {
  demand(viewer, "read");
  const rows = await reader.views.db
    .selectFrom("receipt_item")
    .innerJoin("receipt", "receipt.id", "receipt_item.receipt")
    .select(["receipt.id", "receipt.at", "receipt.seq", "receipt.recipient"])
    .where("receipt_item.item", "=", Number(item.slice(1)))
    .orderBy("receipt.id")
    .execute();
  return rows.map(({ id, at, seq, recipient }) => ({ receipt: `r${id}`, at, seq, to: recipient }));
}
