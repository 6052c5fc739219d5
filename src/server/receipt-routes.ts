/** Proofs of receipt: signing one, and those that were given for an item. */
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { giveReceipt } from "../actions/give-receipt.ts";
import { ReceiptAnswer, ReceiptRequest, ReceiptsOfItem } from "../api/receipts.ts";
import { ItemId } from "../core/item/item.ts";
import type { CaseSession } from "../jobs/case-session.ts";
import { receiptsOf } from "../reads/received-items.ts";

export function receiptRoutes({ reader, viewer, caseId, receiptPorts, receiptPage }: CaseSession): FastifyPluginCallbackZod {
  return (app, _options, done) => {
    app.post("/api/receipts", { schema: { body: ReceiptRequest, response: { 200: ReceiptAnswer } } }, async ({ body }) => {
      // Before anything is signed: a receipt that nobody can be handed must not stand in the ledger.
      const wrap = await receiptPage();
      const given = await giveReceipt(receiptPorts, viewer, body);
      const { receipt, seq } = given;
      return { receipt, seq, fileName: `receipt-${caseId.slice(0, 8)}-${receipt}.html`, page: wrap(given) };
    });
    app.get(
      "/api/items/:id/receipts",
      { schema: { params: z.strictObject({ id: ItemId }), response: { 200: ReceiptsOfItem } } },
      async ({ params }) => ({ receipts: await receiptsOf(reader, viewer, params.id) }),
    );
    done();
  };
}
