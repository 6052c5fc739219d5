/** Claims that cannot all hold. */
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { completePlaceProblem } from "../actions/complete-place-problem.ts";
import { ContradictionReportAnswer, ContradictionsQuery } from "../api/contradictions.ts";
import type { CaseSession } from "../jobs/case-session.ts";
import { readContradictionReport } from "../reads/claims/contradiction-report.ts";

export function contradictionRoutes({
  reader,
  viewer,
  gazetteers,
}: Pick<CaseSession, "reader" | "viewer" | "gazetteers">): FastifyPluginCallbackZod {
  return (app, _options, done) => {
    app.get(
      "/api/claim-reports/contradictions",
      { schema: { querystring: ContradictionsQuery, response: { 200: ContradictionReportAnswer } } },
      async ({ query }) =>
        readContradictionReport(reader, viewer, query, async (problem) => (await completePlaceProblem(gazetteers, problem)).problem),
    );
    done();
  };
}
