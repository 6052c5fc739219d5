/** Proofs of receipt. The page is handed to the person, who hands it on; the server sends nothing anywhere. */
import { z } from "zod";
import { ReceiptId } from "../core/entry/kinds/receipts.ts";
import { ItemId } from "../core/item/item.ts";

export const ReceiptRequest = z.strictObject({
  items: z.array(ItemId).min(1).max(4000),
  to: z.string().max(500),
  nameInFile: z.boolean(),
});
export const ReceiptAnswer = z.strictObject({ receipt: ReceiptId, seq: z.number().int(), fileName: z.string(), page: z.string() });
export type ReceiptAnswer = z.infer<typeof ReceiptAnswer>;
export const ReceiptsOfItem = z.strictObject({
  receipts: z.array(z.strictObject({ receipt: z.string(), at: z.string(), seq: z.number().int(), to: z.string().or(z.null()) })),
});
export type ReceiptsOfItem = z.infer<typeof ReceiptsOfItem>;
