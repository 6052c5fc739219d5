/** Who gets in: the right host name, the right origin, a session. Checked before any route runs. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ErrorAnswer } from "../api/errors.ts";
import type { OneTimeLink } from "./one-time-link.ts";

/** Answers without a session: the page itself, which holds no case data, and the exchange of the token. */
const open = (request: FastifyRequest) => !request.url.startsWith("/api/") || request.url === "/api/session";

export function guardDoor(app: FastifyInstance, link: OneTimeLink, hosts: () => readonly string[]): void {
  app.addHook("onRequest", async (request, reply) => {
    const host = request.headers.host;
    // DNS rebinding sends another name to this address.
    if (host === undefined || !hosts().includes(host))
      return refuse(reply, 421, "HOST_REFUSED", "host: expected this machine's loopback address");
    const { origin } = request.headers;
    const site = request.headers["sec-fetch-site"];
    if (origin !== undefined && !hosts().some((mine) => origin === `http://${mine}`)) {
      return refuse(reply, 403, "ORIGIN_REFUSED", "origin: expected this workbench's own page");
    }
    if (request.url.startsWith("/api/") && site !== undefined && site !== "same-origin" && site !== "none") {
      return refuse(reply, 403, "ORIGIN_REFUSED", "sec-fetch-site: expected same-origin");
    }
    if (!open(request) && !link.admits(request.headers.cookie)) {
      return refuse(
        reply,
        401,
        "TOKEN_MISSING_OR_USED",
        "session: expected the cookie that the one-time link gives. Start again for a new link.",
      );
    }
    return undefined;
  });
}

function refuse(reply: FastifyReply, status: number, code: ErrorAnswer["code"], message: string): FastifyReply {
  return reply.status(status).send({ code, message } satisfies ErrorAnswer);
}
