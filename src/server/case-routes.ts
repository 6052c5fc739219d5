/** The case as a whole, and its log. */
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { CaseSummary } from "../api/case.ts";
import { CustodyPage, CustodyQuery } from "../api/custody.ts";
import type { CaseSession } from "../jobs/case-session.ts";
import { caseSummary } from "../reads/case-summary.ts";
import { listEntries } from "../reads/list-entries.ts";

export function caseRoutes(session: CaseSession): FastifyPluginCallbackZod {
  return (app, _options, done) => {
    app.get("/api/case", { schema: { response: { 200: CaseSummary } } }, async () => {
      const { caseId, title, statements, program } = session;
      return { caseId, title, ...(await caseSummary(session.reader, session.viewer)), statements: [...statements], program };
    });

    app.get("/api/custody", { schema: { querystring: CustodyQuery, response: { 200: CustodyPage } } }, async (request) =>
      listEntries(session.reader, session.viewer, request.query),
    );
    done();
  };
}
