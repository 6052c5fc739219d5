/** Names looked up in the gazetteers of this machine, and phrases made into problems with every namesake. Nothing of the case goes in or out. */
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { placeProblemOf } from "../actions/complete-place-problem.ts";
import { GazetteerAnswer, GazetteerQuery, PlaceProblemAnswer, PlaceProblemRequest } from "../api/gazetteer.ts";
import { CaseError } from "../core/case/case-error.ts";
import type { CaseSession } from "../jobs/case-session.ts";

export function gazetteerRoutes({ gazetteers }: CaseSession): FastifyPluginCallbackZod {
  return (app, _options, done) => {
    app.get("/api/gazetteer", { schema: { querystring: GazetteerQuery, response: { 200: GazetteerAnswer } } }, async ({ query }) => {
      const { name, nearLat, nearLon, limit } = query;
      if ((nearLat === undefined) !== (nearLon === undefined))
        throw new CaseError("INPUT_INVALID", "nearLat, nearLon: expected both or neither; found one");
      const near = nearLat === undefined || nearLon === undefined ? undefined : { lat: nearLat, lon: nearLon };
      const { matches, asked, leftOut } = await gazetteers.lookup({ name, near, limit });
      return { matches: [...matches], asked: [...asked], leftOut };
    });
    app.post("/api/place-problems", { schema: { body: PlaceProblemRequest, response: { 200: PlaceProblemAnswer } } }, async ({ body }) => {
      const { problem, candidates, names } = await placeProblemOf(gazetteers, body);
      return { problem, candidates: [...candidates], names: [...names] };
    });
    done();
  };
}
