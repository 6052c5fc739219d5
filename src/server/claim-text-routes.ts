/** Texts that claims are read from. */
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { ClaimTextsAnswer, ClaimTextsQuery, ItemTextAnswer, ItemTextQuery } from "../api/claim-texts.ts";
import { ItemId } from "../core/item/item.ts";
import type { CaseSession } from "../jobs/case-session.ts";
import { itemText } from "../reads/claims/item-text.ts";
import { listClaimTexts } from "../reads/claims/list-claim-texts.ts";

export function claimTextRoutes({ reader, viewer }: CaseSession): FastifyPluginCallbackZod {
  return (app, _options, done) => {
    app.get("/api/claim-texts", { schema: { querystring: ClaimTextsQuery, response: { 200: ClaimTextsAnswer } } }, async ({ query }) =>
      listClaimTexts(reader, viewer, query),
    );
    app.get(
      "/api/items/:id/text",
      { schema: { params: z.strictObject({ id: ItemId }), querystring: ItemTextQuery, response: { 200: ItemTextAnswer } } },
      async ({ params, query }) => {
        const found = await itemText(reader, viewer, params.id, query);
        return found.state === "refused" ? found : { ...found, text: { ...found.text, parts: [...found.text.parts] } };
      },
    );
    done();
  };
}
