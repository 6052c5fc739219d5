/** Judgements whose grounds changed, and what changed since the person last looked. */
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { keepStale } from "../actions/keep-stale.ts";
import { ChangesAnswer, KeepStaleRequest, SeenRequest, StaleAnswer, StaleQuery } from "../api/work.ts";
import type { CaseSession } from "../jobs/case-session.ts";
import { staleJudgements } from "../reads/stale/stale-judgements.ts";
import { changesSince } from "../reads/work/changes-since.ts";

export function staleRoutes({ reader, viewer, writer, seen }: CaseSession): FastifyPluginCallbackZod {
  const staleLines = async () => new Set((await staleJudgements(reader, viewer)).map(({ line }) => line));
  return (app, _options, done) => {
    app.get("/api/stale", { schema: { querystring: StaleQuery, response: { 200: StaleAnswer } } }, async ({ query }) =>
      StaleAnswer.parse(await staleJudgements(reader, viewer, query)),
    );
    app.post(
      "/api/stale/keep",
      { schema: { body: KeepStaleRequest, response: { 200: z.strictObject({ seq: z.number().int() }) } } },
      async ({ body }) => keepStale({ writer, staleLines }, viewer, body),
    );
    app.get("/api/changes", { schema: { response: { 200: ChangesAnswer } } }, async () =>
      ChangesAnswer.parse(await changesSince(reader, viewer, await seen.read())),
    );
    app.post("/api/changes/seen", { schema: { body: SeenRequest, response: { 200: SeenRequest } } }, async ({ body }) => {
      await seen.mark(body.line);
      return body;
    });
    done();
  };
}
