/** The search log. */
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { logSearch } from "../actions/log-search.ts";
import { LogSearchRequest, SearchLogPage, SearchLogQuery } from "../api/inquiry.ts";
import { LoggedSearchId } from "../core/entry/kinds/searches.ts";
import type { CaseSession } from "../jobs/case-session.ts";
import { unknownItems } from "../reads/case-index.ts";
import { searchLog } from "../reads/search-log.ts";

export function inquiryRoutes({ reader, viewer, writer }: CaseSession): FastifyPluginCallbackZod {
  const ports = { writer, unknownItems: (numbers: readonly number[]) => unknownItems(reader, numbers) };
  return (app, _options, done) => {
    app.get("/api/search-log", { schema: { querystring: SearchLogQuery, response: { 200: SearchLogPage } } }, async ({ query }) =>
      searchLog(reader, viewer, query),
    );
    app.post(
      "/api/search-log",
      { schema: { body: LogSearchRequest, response: { 200: z.strictObject({ id: LoggedSearchId, seq: z.number().int() }) } } },
      async ({ body }) => logSearch(ports, viewer, body),
    );
    done();
  };
}
