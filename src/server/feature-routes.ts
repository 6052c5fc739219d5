/** Map extracts of this machine: which there are, what lies near what in them, and their roads. They are brought in by the command. */
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { CaseError } from "../core/case/case-error.ts";
import { ExtractsAnswer, FeaturesAnswer, FeaturesRequest, RoadsAnswer, RoadsRequest } from "../api/features.ts";
import type { CaseSession } from "../jobs/case-session.ts";
import { findNearFeatures, findRoadsOf, kindNames } from "../reads/find-near-features.ts";

export function featureRoutes({ mapExtracts }: Pick<CaseSession, "mapExtracts">): FastifyPluginCallbackZod {
  return (app, _options, done) => {
    app.get("/api/extracts", { schema: { response: { 200: ExtractsAnswer } } }, async () => ({
      extracts: [...(await mapExtracts.list())],
      kinds: [...kindNames],
    }));
    app.post("/api/features", { schema: { body: FeaturesRequest, response: { 200: FeaturesAnswer } } }, async ({ body }, reply) => {
      // A page that asks again has stopped waiting for the answer before.
      const stop = new AbortController();
      reply.raw.once("close", () => stop.abort());
      const answer = await findNearFeatures(mapExtracts, body, { signal: stop.signal, onProgress: () => undefined });
      if (answer === undefined) throw new CaseError("INPUT_INVALID", "features: expected somebody to wait for the answer; found nobody");
      return answer;
    });
    app.post("/api/features/roads", { schema: { body: RoadsRequest, response: { 200: RoadsAnswer } } }, async ({ body }) =>
      findRoadsOf(mapExtracts, body),
    );
    done();
  };
}
