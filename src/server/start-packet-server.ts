/**
 * The blind desk on a packet that somebody sent, over HTTP on this machine's loopback address. There is no case: behind the blind door
 * lies nothing, and it is never opened. The same doors, headers and media routes as the workbench's.
 */
import Fastify from "fastify";
import { serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import type { Viewer } from "../policy/viewer.ts";
import { answerErrors } from "./answer-errors.ts";
import { guardBlindDoor } from "./blind-door.ts";
import { guardDoor } from "./door.ts";
import { gazetteerRoutes } from "./gazetteer-routes.ts";
import { mapLayerRoutes } from "./map-layer-routes.ts";
import { mediaRoutes } from "./media-routes.ts";
import { createOneTimeLink } from "./one-time-link.ts";
import { type PacketDesk, packetRoutes } from "./packet-routes.ts";
import { sendSafeHeaders } from "./safe-headers.ts";
import { servePage } from "./serve-page.ts";
import { sessionRoute } from "./session-route.ts";
import type { RunningServer } from "./start-server.ts";

export interface PacketServerOptions {
  readonly desk: PacketDesk;
  /** 0: any free one. */
  readonly port: number;
  /** Folder of the built page. */
  readonly page: string;
  /** Told of faults of ours. */
  readonly report: (error: unknown) => void;
}

const loopback = "127.0.0.1";

export async function startPacketServer({ desk, port, page, report }: PacketServerOptions): Promise<RunningServer> {
  const { document, session, items } = desk;
  let bound = port;
  const link = createOneTimeLink(() => bound);
  const app = Fastify({
    logger: false,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 200 },
    rewriteUrl: ({ url = "/" }) => inSession(url, items),
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  const routes: string[] = [];
  app.addHook("onRoute", ({ method, url }) => void routes.push(...[method].flat().map((one) => `${one} ${url}`)));
  const viewer: Viewer = {
    ...{ person: session.viewer.person, readOnly: true },
    doors: [{ blind: document.blind, question: document.question, items: [...items.values()] }],
  };
  sendSafeHeaders(app);
  guardDoor(app, link, () => [`${loopback}:${bound}`, `localhost:${bound}`]);
  guardBlindDoor(app, viewer, { "POST /api/packet/reveal": "always" });
  answerErrors(app, report);
  const shown = { ...session, viewer };
  await app.register(sessionRoute(link));
  await app.register(mediaRoutes(shown));
  await app.register(mapLayerRoutes(shown));
  await app.register(gazetteerRoutes(shown));
  await app.register(packetRoutes(desk, viewer));
  servePage(app, page);
  await app.listen({ host: loopback, port });
  const address = app.server.address();
  bound = typeof address === "object" && address !== null ? address.port : port;
  return { port: bound, link: `http://${loopback}:${bound}/?token=${link.token}`, routes, close: () => app.close() };
}

/** The page names items as the packet does. One that the packet does not name is none here either. */
function inSession(url: string, items: PacketDesk["items"]): string {
  return url.replace(/^\/api\/items\/([^/?]*)/, (_, id: string) => `/api/items/${items.get(id as `i${string}`) ?? "i0"}`);
}
