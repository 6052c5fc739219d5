/** Entries about what was given to people outside the case as proof that the case has their material. */
import { z } from "zod";
import { Digest } from "../../hash/digest.ts";
import { ItemId } from "../../item/item.ts";
import { recordId } from "../record-id.ts";
import { Sealed } from "../sealed.ts";

export const ReceiptId = recordId("r");
export type ReceiptId = z.infer<typeof ReceiptId>;

export const receiptKinds = {
  /** Signed. The statement that was given is an object; it carries a signature of its own, so that it can be checked alone. */
  "receipt.given": z.strictObject({
    receipt: ReceiptId,
    items: z.array(ItemId).min(1).max(4000),
    head: z.strictObject({ seq: z.number().int().min(1), head: Digest }),
    /** To whom, where the person wanted that kept. */
    to: Sealed.or(z.null()),
    object: Digest,
  }),
} as const;
