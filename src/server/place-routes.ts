/** Places that reasoners found, as files for other programs, and the conditions that stand against their leaving. */
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { exportInference, type InferenceExportPorts } from "../actions/export-inference.ts";
import { InferenceConditions, InferenceConditionsRequest, InferenceExportRequest } from "../api/inference-export.ts";
import type { CaseSession } from "../jobs/case-session.ts";
import { refusedToPublish } from "../reads/refused-to-publish.ts";

const types = {
  kml: "application/vnd.google-earth.kml+xml",
  kmz: "application/vnd.google-earth.kmz",
  geojson: "application/geo+json",
} as const;

export function placeRoutes({ reader, viewer, caseId }: CaseSession): FastifyPluginCallbackZod {
  const ports: InferenceExportPorts = {
    caseId,
    head: () => reader.views.head()?.head ?? "none",
    refused: (items) => refusedToPublish(reader, viewer, items),
  };
  return (app, _options, done) => {
    app.post(
      "/api/inference-export/conditions",
      { schema: { body: InferenceConditionsRequest, response: { 200: InferenceConditions } } },
      async ({ body }) => ({ refused: await refusedToPublish(reader, viewer, body.items) }),
    );
    app.post("/api/inference-export", { schema: { body: InferenceExportRequest } }, async ({ body }, reply) => {
      const { inference, ...wanted } = body;
      const { bytes } = await exportInference(ports, viewer, { ...wanted, record: inference ?? "new" });
      return reply
        .type(types[body.format])
        .header("content-disposition", `attachment; filename="${inference ?? "place"}.${body.format}"`)
        .send(Buffer.from(bytes));
    });
    done();
  };
}
