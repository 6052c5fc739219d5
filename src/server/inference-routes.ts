/** Inferences and house rules: kept, read, taken back. */
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { InferencePorts } from "../actions/inference-ports.ts";
import { keepInference } from "../actions/keep-inference.ts";
import { setHouseRules } from "../actions/set-house-rules.ts";
import { withdrawInference } from "../actions/withdraw-inference.ts";
import { ReasonRequest } from "../api/events.ts";
import {
  HouseRulesAnswer,
  InferenceDetail,
  InferencesAnswer,
  KeepInferenceRequest,
  KeptInference,
  SetHouseRulesRequest,
} from "../api/inferences.ts";
import { InferenceId, InferenceSort } from "../core/inference/inference.ts";
import type { CaseSession } from "../jobs/case-session.ts";
import { unknownItems } from "../reads/case-index.ts";
import { eventIndex } from "../reads/event-index.ts";
import { exhibitIndex } from "../reads/exhibits/exhibit-index.ts";
import { inferenceIndex } from "../reads/inference-index.ts";
import { citedFaults } from "../reads/records/cited-faults.ts";
import { getInference, listInferences } from "../reads/list-inferences.ts";

const OfInference = z.strictObject({ id: InferenceId });
const Appended = z.strictObject({ seq: z.number().int() });

export function inferenceRoutes({ reader, viewer, writer, vault, gazetteers }: CaseSession): FastifyPluginCallbackZod {
  const inferences = inferenceIndex(reader);
  const ports: InferencePorts = {
    ...{ writer, vault },
    inferences: { ...inferences, citedFaults: (sort, names) => citedFaults(reader, viewer, sort, names) },
    unknownItems: (numbers) => unknownItems(reader, numbers),
    known: eventIndex(reader),
    exhibits: exhibitIndex(reader, gazetteers),
  };
  return (app, _options, done) => {
    app.get(
      "/api/inferences",
      { schema: { querystring: z.strictObject({ sort: InferenceSort.optional() }), response: { 200: InferencesAnswer } } },
      async ({ query }) => ({ inferences: await listInferences(reader, viewer, query) }),
    );
    app.get("/api/inferences/:id", { schema: { params: OfInference, response: { 200: InferenceDetail } } }, async ({ params }) =>
      getInference(reader, viewer, params.id),
    );
    app.post("/api/inferences", { schema: { body: KeepInferenceRequest, response: { 200: KeptInference } } }, async ({ body }) =>
      keepInference(ports, viewer, body),
    );
    app.post(
      "/api/inferences/:id/withdraw",
      { schema: { params: OfInference, body: ReasonRequest, response: { 200: Appended } } },
      async ({ params, body }) => withdrawInference(ports, viewer, { inference: params.id, reason: body.reason }),
    );
    app.get("/api/house-rules", { schema: { response: { 200: HouseRulesAnswer } } }, async () => ({
      time: (await inferences.houseRules("time")) ?? null,
      place: (await inferences.houseRules("place")) ?? null,
    }));
    app.post("/api/house-rules", { schema: { body: SetHouseRulesRequest, response: { 200: Appended } } }, async ({ body }) =>
      setHouseRules(ports, viewer, body),
    );
    done();
  };
}
