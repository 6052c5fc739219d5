/** The text of a sheet that the case holds, for whoever takes its rows in. What is too large to be edited by hand is refused. */
import { CaseError } from "../core/case/case-error.ts";
import type { ItemId } from "../core/item/item.ts";
import { decodedText } from "../formats/text-encoding/decoded-text.ts";
import type { ImportSheetPorts } from "./import-sheet-ports.ts";

export const mostSheetBytes = 24 * 1024 * 1024;

/** Throws CaseError ITEM_UNKNOWN, ITEM_NOT_HELD, INPUT_INVALID. */
export async function sheetText(
  { vault, objectOf, makeDecoder }: Pick<ImportSheetPorts, "vault" | "objectOf" | "makeDecoder">,
  item: ItemId,
): Promise<string> {
  const object = await objectOf(item);
  const size = await vault.size(object);
  if (size === undefined) throw new CaseError("INPUT_INVALID", `item ${item}: expected its bytes; found that they are missing`);
  if (size > mostSheetBytes)
    throw new CaseError("INPUT_INVALID", `item ${item}: expected a sheet of at most ${mostSheetBytes} bytes; found ${size}`);
  let text = "";
  for await (const piece of decodedText(vault.read(object), makeDecoder, () => undefined)) text += piece;
  return text;
}
