/** Records by their names, and those in which words stand: for grounds, cells, tasks and comments. */
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { RecordsAnswer, RecordSearchQuery, RecordsQuery } from "../api/records.ts";
import type { CaseSession } from "../jobs/case-session.ts";
import { recordCards } from "../reads/records/record-card.ts";
import { searchRecords } from "../reads/records/search-records.ts";

export function recordRoutes({ reader, viewer }: CaseSession): FastifyPluginCallbackZod {
  return (app, _options, done) => {
    app.get("/api/records", { schema: { querystring: RecordsQuery, response: { 200: RecordsAnswer } } }, async ({ query: { names } }) => ({
      records: await recordCards(reader, viewer, names),
    }));
    app.get("/api/records/search", { schema: { querystring: RecordSearchQuery, response: { 200: RecordsAnswer } } }, async ({ query }) => ({
      records: await searchRecords(reader, viewer, query),
    }));
    done();
  };
}
