/** What a task or a comment is about, as a screen shows it: with the title and the address of the record, where the case has it. */
import type { ItemId } from "../../core/item/item.ts";
import type { RecordName } from "../../core/review/ground.ts";
import type { RecordCard } from "../records/record-card.ts";

export interface AboutShown {
  readonly record: RecordName;
  /** Item time, seconds; null where the whole record is meant. */
  readonly atS: number | null;
  readonly title: string;
  readonly address: string;
  /** The item whose picture stands for it; null where none does. */
  readonly item: ItemId | null;
}

export function aboutShown(cards: ReadonlyMap<string, RecordCard>, record: RecordName, atS: number | null): AboutShown {
  const card = cards.get(record);
  const address = card?.address ?? "/work";
  return {
    record,
    atS,
    title: card?.title ?? "withheld",
    address: atS !== null && /^i[0-9]/.test(record) ? `${address}?at=${atS}` : address,
    item: card?.item ?? null,
  };
}
