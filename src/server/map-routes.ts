/** What the map and the timeline draw, and the same as a file for other programs. */
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { exportMap } from "../actions/export-map.ts";
import { z } from "zod";
import { CaseMap, MapExportRequest, MapFileDetail, MapFiles, NotPublishable } from "../api/map.ts";
import { ItemId } from "../core/item/item.ts";
import type { CaseSession } from "../jobs/case-session.ts";
import { caseMap } from "../reads/case-map.ts";
import { listMapFiles, readMapFile } from "../reads/map-files.ts";
import { notPublishable } from "../reads/not-publishable.ts";

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
    app.get("/api/map/files", { schema: { response: { 200: MapFiles } } }, async () => ({ files: await listMapFiles(reader, viewer) }));
    app.get(
      "/api/map/files/:id",
      { schema: { params: z.strictObject({ id: ItemId }), response: { 200: MapFileDetail } } },
      async ({ params }) => {
        const { features, links, traps, faults } = await readMapFile(reader, viewer, params.id);
        return { item: params.id, features, links, traps, faults: faults.length };
      },
    );
    app.get("/api/map/not-publishable", { schema: { response: { 200: NotPublishable } } }, async () => ({
      items: await notPublishable(reader, viewer),
    }));
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
