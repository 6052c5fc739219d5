/** The exchange of the link's token for a session. */
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { ErrorAnswer } from "../api/errors.ts";
import type { OneTimeLink } from "./one-time-link.ts";

export function sessionRoute(link: OneTimeLink): FastifyPluginCallbackZod {
  return (app, _options, done) => {
    app.post(
      "/api/session",
      {
        schema: {
          body: z.strictObject({ token: z.string().max(200) }),
          response: { 200: z.strictObject({ open: z.literal(true) }), 401: ErrorAnswer },
        },
      },
      async (request, reply) => {
        if (link.admits(request.headers.cookie)) return { open: true as const };
        const cookie = link.spend(request.body.token);
        if (cookie === undefined) {
          return reply
            .status(401)
            .send({ code: "TOKEN_MISSING_OR_USED", message: "link: expected its token, unused. Start again for a new link." });
        }
        reply.header("set-cookie", link.cookie(cookie));
        return { open: true as const };
      },
    );
    done();
  };
}
