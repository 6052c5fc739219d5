/** The case as a whole, its log, and the exchange of the link's token for a session. */
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { CaseSummary } from "../api/case.ts";
import { CustodyPage, CustodyQuery } from "../api/custody.ts";
import { ErrorAnswer } from "../api/errors.ts";
import type { CaseSession } from "../jobs/case-session.ts";
import { caseSummary } from "../reads/case-summary.ts";
import { listEntries } from "../reads/list-entries.ts";
import type { OneTimeLink } from "./one-time-link.ts";

export function caseRoutes(session: CaseSession, link: OneTimeLink): FastifyPluginCallbackZod {
  return (app, _options, done) => {
    app.post(
      "/api/session",
      {
        schema: {
          body: z.strictObject({ token: z.string().max(200) }),
          response: { 200: z.strictObject({ open: z.literal(true) }), 401: ErrorAnswer },
        },
      },
      async (request, reply) => {
        if (link.admits(request.headers.cookie)) return { open: true as const };
        const cookie = link.spend(request.body.token);
        if (cookie === undefined) {
          return reply
            .status(401)
            .send({ code: "TOKEN_MISSING_OR_USED", message: "link: expected its token, unused. Start again for a new link." });
        }
        reply.header("set-cookie", link.cookie(cookie));
        return { open: true as const };
      },
    );

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
