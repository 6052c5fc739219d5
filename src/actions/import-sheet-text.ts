/** The text of a sheet that the case holds, for whoever takes its rows in. What is too large to be edited by hand is refused. */
import { CaseError } from "../core/case/case-error.ts";
import type { ItemId } from "../core/item/item.ts";
import type { ByteStream } from "../core/vault/vault.port.ts";
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
  return decodedSheet({ makeDecoder }, vault.read(object), `item ${item}`);
}

/** `what`: named in the message when there is too much. Throws CaseError INPUT_INVALID. */
export async function decodedSheet(
  { makeDecoder }: Pick<ImportSheetPorts, "makeDecoder">,
  bytes: ByteStream,
  what: string,
): Promise<string> {
  let text = "";
  for await (const piece of decodedText(bytes, makeDecoder, () => undefined)) {
    text += piece;
    if (text.length > mostSheetBytes)
      throw new CaseError("INPUT_INVALID", `${what}: expected a sheet of at most ${mostSheetBytes} bytes; found more`);
  }
  return text;
}
