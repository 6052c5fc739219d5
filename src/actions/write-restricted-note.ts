/**
 * Puts a note on an item whose words stay on this machine: the ledger holds their salted hash, `private.age` the words,
 * encrypted to the case's passphrase. They enter no copy and no pack.
 */
import type { OpenedValue } from "../core/entry/entry.ts";
import type { ItemId } from "../core/item/item.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseWriter } from "./case-writer.ts";
import { demandItems, type KnowsItems } from "./demand-items.ts";

export interface RestrictedNotePorts extends KnowsItems {
  readonly writer: CaseWriter;
  /** Keeps values in the private store, durably when it resolves. */
  readonly keepRestricted: (values: readonly OpenedValue[]) => Promise<void>;
}

/** Throws CaseError ITEM_UNKNOWN, PASSPHRASE_WRONG. */
export async function writeRestrictedNote(
  { writer, keepRestricted, unknownItems }: RestrictedNotePorts,
  viewer: Viewer,
  note: { item: ItemId; text: string },
): Promise<{ seq: number }> {
  demand(viewer, "append");
  await demandItems({ unknownItems }, [note.item]);
  const text = writer.seal(note.text);
  // The words first: a line must not name what nothing opens.
  await keepRestricted([text.opened]);
  const [line] = await writer.append(() => [{ kind: "note.written", data: { item: note.item, text: text.sealed } }]);
  return { seq: line?.head.seq ?? 0 };
}
