/** Routes of receipts. */
import type { z } from "zod";
import { ReceiptAnswer, type ReceiptRequest, ReceiptsOfItem } from "../../api/receipts.ts";
import type { ItemId } from "../../core/item/item.ts";
import { ask } from "./ask.ts";
import { queryKeys } from "./query-keys.ts";

export const receiptApi = {
  give: (body: z.infer<typeof ReceiptRequest>) => ask(ReceiptAnswer, "/api/receipts", { method: "POST", body }),
  ofItem: (id: ItemId, signal?: AbortSignal) => ask(ReceiptsOfItem, `/api/items/${id}/receipts`, { signal }),
} as const;

export const receiptKeys = { ofItem: (id: ItemId) => [...queryKeys.item(id), "receipts"] } as const;
