/** Words of an item: shown with what is marked in them, marked, and read whole by a second person. A mark is taken back as any other. */
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { markWords } from "../actions/mark-words.ts";
import type { RedactionPorts } from "../actions/redaction-ports.ts";
import { viewText } from "../actions/view-text.ts";
import { ItemWordsAnswer, ItemWordsQuery, MarkWordsRequest, ViewTextRequest } from "../api/covered-words.ts";
import { Marked } from "../api/redactions.ts";
import { ItemId } from "../core/item/item.ts";
import type { CaseSession } from "../jobs/case-session.ts";
import { itemWords } from "../reads/redactions/item-words.ts";
import { redactionIndex } from "../reads/redactions/redaction-index.ts";

const params = z.strictObject({ id: ItemId });

export function coveredWordsRoutes({ reader, viewer, writer, vault }: CaseSession): FastifyPluginCallbackZod {
  const ports: RedactionPorts = { writer, vault, redactions: redactionIndex(reader) };
  return (app, _options, done) => {
    app.get(
      "/api/items/:id/words",
      { schema: { params, querystring: ItemWordsQuery, response: { 200: ItemWordsAnswer } } },
      async ({ params: { id }, query }) => itemWords(reader, viewer, id, query),
    );
    app.post("/api/redactions/words", { schema: { body: MarkWordsRequest, response: { 200: Marked } } }, async ({ body }) =>
      markWords(ports, viewer, body),
    );
    app.post(
      "/api/items/:id/texts-read",
      { schema: { params, body: ViewTextRequest, response: { 200: z.strictObject({ seq: z.number().int() }) } } },
      async ({ params: { id }, body }) => viewText(ports, viewer, { item: id, ...body }),
    );
    done();
  };
}
