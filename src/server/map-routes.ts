/** What the map and the timeline draw, and the same as a file for other programs. */
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { exportMap } from "../actions/export-map.ts";
import { CaseMap, MapExportRequest } from "../api/map.ts";
import type { CaseSession } from "../jobs/case-session.ts";
import { caseMap } from "../reads/case-map.ts";

const types = {
  kml: "application/vnd.google-earth.kml+xml",
  kmz: "application/vnd.google-earth.kmz",
  geojson: "application/geo+json",
} as const;

export function mapRoutes({ reader, viewer, caseId, title }: CaseSession): FastifyPluginCallbackZod {
  const ports = {
    features: async () => (await caseMap(reader, viewer)).features,
    caseId,
    title,
    head: () => reader.views.head()?.head ?? "none",
  };
  return (app, _options, done) => {
    app.get("/api/map", { schema: { response: { 200: CaseMap } } }, async () => caseMap(reader, viewer));
    app.post("/api/map/export", { schema: { body: MapExportRequest } }, async ({ body }, reply) => {
      const { bytes } = await exportMap(ports, viewer, body);
      return reply
        .type(types[body.format])
        .header("content-disposition", `attachment; filename="places.${body.format}"`)
        .send(Buffer.from(bytes));
    });
    done();
  };
}
