/** Origins and drift over all claims of the case. */
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { OriginReportAnswer } from "../api/claim-reports.ts";
import type { CaseSession } from "../jobs/case-session.ts";
import { caseOrigins } from "../reads/claims/origin-report.ts";

export function claimReportRoutes({ reader, viewer }: CaseSession): FastifyPluginCallbackZod {
  return (app, _options, done) => {
    app.get("/api/claim-reports/origins", { schema: { response: { 200: OriginReportAnswer } } }, async () => caseOrigins(reader, viewer));
    done();
  };
}
