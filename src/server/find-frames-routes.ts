/** Where else a frame occurs: begun by the first request, answered by a later one. */
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { FindFramesAnswer, FindFramesRequest } from "../api/find-frames.ts";
import type { CaseSession } from "../jobs/case-session.ts";

export function findFramesRoutes({ frameFinder }: CaseSession): FastifyPluginCallbackZod {
  return (app, _options, done) => {
    app.post("/api/copies/frames", { schema: { body: FindFramesRequest, response: { 200: FindFramesAnswer } } }, async ({ body }) =>
      frameFinder.ask(body),
    );
    done();
  };
}
