/**
 * The blind door: while a person owes a blind answer, these routes answer them and no other. A list of what is open, by route as it
 * is registered, so that a route that is added later stays shut until somebody puts it here and says why it tells nothing.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ErrorAnswer } from "../api/errors.ts";
import type { BlindDoor } from "../core/blind/blind-review.ts";
import type { ItemId } from "../core/item/item.ts";
import { doorWords, may, type Viewer } from "../policy/viewer.ts";

/** `item`: only for items that are asked about; `blind`: only for the person's own open reviews. */
type Open = "always" | "item" | "blind";

export const openAtTheBlindDoor: { readonly [route: string]: Open } = {
  // The page itself holds nothing of a case.
  "GET /": "always",
  "GET /blind": "always",
  "GET /blind/:id": "always",
  "GET /assets/*": "always",
  "POST /api/session": "always",
  // What the person is asked, and where the answer goes.
  "GET /api/blind/desk": "always",
  "POST /api/blind/:id/answer": "blind",
  // The person's own minutes and wishes: a file of theirs beside no case. Whoever answers blind looks at the same material.
  "GET /api/wellbeing": "always",
  "POST /api/wellbeing/exposure": "always",
  // The material that is asked about, by its number, without its name.
  "GET /api/items/:id/clear/media": "item",
  "GET /api/items/:id/clear/picture": "item",
  "GET /api/items/:id/poster": "item",
  "GET /api/items/:id/filmstrip": "item",
  "GET /api/items/:id/filmstrip.jpg": "item",
  "GET /api/items/:id/waveform": "item",
  "GET /api/items/:id/sound-events": "item",
  "GET /api/items/:id/proxy-table": "item",
  "GET /api/items/:id/frames": "item",
  // Names and maps of this machine, which know no case. What the layers are called, whoever added them chose: docs/method/blind-review.md.
  "GET /api/gazetteer": "always",
  "GET /api/map-layers": "always",
  "GET /api/map-layers/:id/:z/:x/:y": "always",
  "GET /api/map-layers/:id/picture": "always",
};

/** After the door that asks for a session; before any route runs. `more`: routes of a server that has others, open as well. */
export function guardBlindDoor(app: FastifyInstance, viewer: Viewer, more: { readonly [route: string]: Open } = {}): void {
  const routes = { ...openAtTheBlindDoor, ...more };
  app.addHook("onRequest", async (request, reply) => {
    await viewer.refreshDoors?.();
    const [door] = viewer.doors ?? [];
    if (door === undefined || isOpen(request, viewer, routes)) return undefined;
    // A page that was open before, or a link in a message: the one screen that is open is shown instead.
    if (request.method === "GET" && request.routeOptions.url !== undefined && !request.url.startsWith("/api/"))
      return reply.redirect("/blind", 302);
    return refuse(reply, door);
  });
}

function isOpen(request: FastifyRequest, viewer: Viewer, routes: { readonly [route: string]: Open }): boolean {
  const method = request.method === "HEAD" ? "GET" : request.method;
  const route = `${method} ${request.routeOptions.url ?? ""}`;
  const open = Object.hasOwn(routes, route) ? routes[route] : undefined;
  const { id } = request.params as { readonly id?: string };
  if (open === "item") return may(viewer, "read", { media: id as ItemId }).allowed;
  if (open === "blind") return may(viewer, "read", { blind: id ?? "" }).allowed;
  return open === "always";
}

function refuse(reply: FastifyReply, door: BlindDoor): FastifyReply {
  return reply.status(403).send({ code: "BLIND_ANSWER_DUE", message: doorWords(door) } satisfies ErrorAnswer);
}
