/** Jobs: what runs, pausing and cancelling it, and the two long things a person starts from the page. */
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { JobsSummary, SealRequest } from "../api/jobs.ts";
import { CaseError } from "../core/case/case-error.ts";
import type { Json } from "../core/json/canonical-json.ts";
import type { CaseSession } from "../jobs/case-session.ts";
import { demand } from "../policy/demand.ts";

const OfJob = z.strictObject({ id: z.string().regex(/^j[0-9]+$/) });
const Started = z.strictObject({ job: z.string() });

export function jobRoutes(session: CaseSession): FastifyPluginCallbackZod {
  const { board, queue, viewer } = session;
  return (app, _options, done) => {
    const summary = { schema: { response: { 200: JobsSummary } } };
    app.get("/api/jobs", summary, async () => board.summary());
    app.post("/api/jobs/pause", summary, async () => {
      board.setPaused(true);
      return board.summary();
    });
    app.post("/api/jobs/resume", summary, async () => {
      board.setPaused(false);
      queue.wake();
      return board.summary();
    });
    app.post("/api/jobs/:id/cancel", { schema: { params: OfJob, response: { 200: JobsSummary } } }, async ({ params }) => {
      if (!board.cancel(params.id)) throw new CaseError("INPUT_INVALID", `job ${params.id}: expected one that runs; found none`);
      return board.summary();
    });
    app.post("/api/jobs/:id/retry", { schema: { params: OfJob, response: { 200: JobsSummary } } }, async ({ params }) => {
      if (!board.retry(params.id))
        throw new CaseError("INPUT_INVALID", `job ${params.id}: expected an ended one that can be done again; found none`);
      return board.summary();
    });

    app.post("/api/verify", { schema: { response: { 200: Started } } }, async () => {
      const { id } = board.start({
        name: "verify",
        run: async ({ signal, report }) => {
          const { report: found } = await session.verify({ signal, onProgress: report });
          return { state: "done", result: found };
        },
      });
      return { job: id };
    });

    app.post("/api/seal", { schema: { body: SealRequest, response: { 200: Started } } }, async ({ body }) => {
      demand(viewer, "seal");
      const { id } = board.start({
        name: "seal",
        run: async ({ signal, report }) => ({
          state: "done",
          result: {
            ...(await session.seal(
              body.out,
              { names: body.withholdNames, lines: new Map(), withdrawn: body.withholdWithdrawn },
              { signal, onProgress: report },
            )),
          } as Json,
        }),
      });
      return { job: id };
    });
    done();
  };
}
