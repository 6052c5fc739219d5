/** Map layers of this machine: listed, added by their path, removed, and what is drawn of them. */
import { isAbsolute } from "node:path";
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { AddMapLayerRequest, MapLayersAnswer, OfMapLayer, OfMapTile } from "../api/map-layers.ts";
import { CaseError } from "../core/case/case-error.ts";
import { MapLayer } from "../core/map-layer/map-layer.ts";
import type { CaseSession } from "../jobs/case-session.ts";
import { mediaPolicy } from "./safe-headers.ts";

export function mapLayerRoutes({ mapLayers }: CaseSession): FastifyPluginCallbackZod {
  return (app, _options, done) => {
    app.get("/api/map-layers", { schema: { response: { 200: MapLayersAnswer } } }, async () => ({ layers: [...(await mapLayers.list())] }));
    app.post("/api/map-layers", { schema: { body: AddMapLayerRequest, response: { 200: MapLayer } } }, async ({ body }) => {
      if (!isAbsolute(body.path))
        throw new CaseError("PATH_REFUSED", "map layer: expected the whole path of a file on this machine; found a part of one");
      return mapLayers.add(body.path, body.stated);
    });
    app.post(
      "/api/map-layers/:id/remove",
      { schema: { params: OfMapLayer, response: { 200: z.strictObject({ removed: z.literal(true) }) } } },
      async ({ params }) => {
        await mapLayers.remove(params.id);
        return { removed: true as const };
      },
    );
    app.get("/api/map-layers/:id/picture", { schema: { params: OfMapLayer } }, async ({ params }, reply) => {
      const { mediaType, bytes } = await mapLayers.picture(params.id);
      return reply.headers({ "content-security-policy": mediaPolicy, "content-type": mediaType }).send(bytes);
    });
    app.get("/api/map-layers/:id/:z/:x/:y", { schema: { params: OfMapTile } }, async ({ params }, reply) => {
      const { id, ...name } = params;
      const tile = await mapLayers.tile(id, name);
      if (tile.state === "none") return reply.status(204).send();
      if (tile.state === "shapes") return reply.type("application/json").send(JSON.stringify(tile.shapes));
      const { mediaType, bytes } = tile.picture;
      return reply.headers({ "content-security-policy": mediaPolicy, "content-type": mediaType }).send(bytes);
    });
    done();
  };
}
