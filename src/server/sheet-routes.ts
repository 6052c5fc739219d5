/** Rows of sheets. */
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { RowsPage, RowsQuery } from "../api/sheets.ts";
import { ItemId } from "../core/item/item.ts";
import type { CaseSession } from "../jobs/case-session.ts";
import { listRows } from "../reads/list-rows.ts";

export function sheetRoutes({ reader, viewer }: CaseSession): FastifyPluginCallbackZod {
  return (app, _options, done) => {
    app.get(
      "/api/items/:id/rows",
      { schema: { params: z.strictObject({ id: ItemId }), querystring: RowsQuery, response: { 200: RowsPage } } },
      async ({ params, query }) => listRows(reader, viewer, params.id, query),
    );
    done();
  };
}
