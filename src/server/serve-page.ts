/** The workbench's own files, and its one page for every address that is not one of them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";

/** `folder` holds the built page: index.html and assets/. */
export function servePage(app: FastifyInstance, folder: string): void {
  const page = readFileSync(join(folder, "index.html"));
  void app.register(fastifyStatic, { root: join(folder, "assets"), prefix: "/assets/", cacheControl: false });
  for (const path of [
    "/",
    "/items",
    "/items/:id",
    "/search",
    "/copies",
    "/custody",
    "/custody/:seq",
    "/inquiry",
    "/capture/:id",
    "/events",
    "/events/:id",
    "/map",
    "/claims",
    "/sync",
    "/speech",
    "/review",
    "/review/:id",
    "/blind",
    "/blind/:id",
    "/subjects",
    "/subjects/:id",
    "/work",
    "/handover",
    "/handover/:id",
    "/redact/:id",
    "/speech/:id",
    "/imagery/:id",
    "/place",
    "/place/:id",
    "/time",
    "/time/:id",
    "/paste",
    "/sources",
    "/sources/:id",
    "/verify",
    "/seal",
  ]) {
    app.get(path, { schema: { hide: true } }, async (_request, reply) => reply.type("text/html; charset=utf-8").send(page));
  }
}
