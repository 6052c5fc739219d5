/** Links: noting, checking, capturing. Nothing here opens a connection; a program of the person's own runs only when this is asked for. */
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { checkLink, planLinkChecks, stateLinkRisk } from "../actions/check-link.ts";
import { lookWithProgram } from "../actions/look-with-program.ts";
import { noteLinks } from "../actions/note-links.ts";
import { recordCapture } from "../actions/record-capture.ts";
import { planRun, runCapture } from "../actions/run-capture.ts";
import {
  CapturedFrom,
  CapturePlan,
  CaptureRequest,
  CaptureSettingsAnswer,
  LinkCheckRequest,
  LinkDetail,
  LinkPlanRequest,
  LinkRiskRequest,
  LinksPage,
  LinksQuery,
  NoteLinksAnswer,
  NoteLinksRequest,
  RunRequest,
} from "../api/links.ts";
import { ItemId } from "../core/item/item.ts";
import { CaptureProgram, CaptureSettings } from "../core/link/capture-settings.ts";
import type { Json } from "../core/json/canonical-json.ts";
import type { CaseSession } from "../jobs/case-session.ts";
import { demand } from "../policy/demand.ts";
import { capturedFrom, getLink } from "../reads/get-link.ts";
import { listLinks } from "../reads/list-links.ts";

const OfItem = z.strictObject({ id: ItemId });
const Appended = z.strictObject({ seq: z.number().int() });
const Started = z.strictObject({ job: z.string() });

export function linkRoutes({ reader, viewer, writer, capturePorts, captureSettings, board, queue }: CaseSession): FastifyPluginCallbackZod {
  const { clock } = capturePorts;
  return (app, _options, done) => {
    app.post("/api/links", { schema: { body: NoteLinksRequest, response: { 200: NoteLinksAnswer } } }, async ({ body }) => ({
      answers: await noteLinks({ ...capturePorts, writer }, viewer, { given: body.links, riskOfRemoval: body.riskOfRemoval }),
    }));

    app.get("/api/links", { schema: { querystring: LinksQuery, response: { 200: LinksPage } } }, async ({ query }) =>
      listLinks(reader, viewer, clock, query),
    );

    app.get("/api/links/:id", { schema: { params: OfItem, response: { 200: LinkDetail } } }, async ({ params }) =>
      getLink(reader, viewer, clock, params.id),
    );

    app.get("/api/items/:id/captured-from", { schema: { params: OfItem, response: { 200: CapturedFrom } } }, async ({ params }) => ({
      captures: await capturedFrom(reader, viewer, params.id),
    }));

    app.post("/api/links/risk", { schema: { body: LinkRiskRequest, response: { 200: Appended } } }, async ({ body }) =>
      stateLinkRisk(capturePorts, viewer, body),
    );

    app.post("/api/links/plan", { schema: { body: LinkPlanRequest, response: { 200: Appended } } }, async ({ body }) =>
      planLinkChecks(capturePorts, viewer, body),
    );

    app.post(
      "/api/links/:id/checks",
      { schema: { params: OfItem, body: LinkCheckRequest, response: { 200: Appended } } },
      async ({ params, body }) => checkLink(capturePorts, viewer, { item: params.id, how: "by-hand", ...body }),
    );

    app.post(
      "/api/links/:id/captures",
      { schema: { params: OfItem, body: CaptureRequest, response: { 200: Appended } } },
      async ({ params, body }) => recordCapture(capturePorts, viewer, { item: params.id, ...body }),
    );

    app.get(
      "/api/links/:id/capture-plan",
      { schema: { params: OfItem, querystring: z.strictObject({ program: CaptureProgram }), response: { 200: CapturePlan } } },
      async ({ params, query }) => {
        const planned = await planRun(capturePorts, viewer, params.id, query.program);
        return { ...planned, arguments: [...planned.arguments] };
      },
    );

    app.post(
      "/api/links/:id/run",
      { schema: { params: OfItem, body: RunRequest, response: { 200: Started } } },
      async ({ params, body }) => {
        demand(viewer, "append");
        // What is not configured, or leads nowhere public, is answered here and not in a job.
        await planRun(capturePorts, viewer, params.id, body.program);
        const start = (): string =>
          board.start({
            name: "capture",
            item: params.id,
            run: async ({ signal, report }) => {
              const ended = await runCapture(
                capturePorts,
                viewer,
                { item: params.id, program: body.program },
                { signal, onProgress: telling(report) },
              );
              queue.wake();
              return ended.items.length > 0
                ? { state: "done", result: { ...ended, items: [...ended.items] } as Json }
                : {
                    state: "failed",
                    reason: `${body.program} kept nothing (${ended.outcome}, exit code ${ended.exitCode}); its log is with the capture`,
                  };
            },
            retry: () => void start(),
          }).id;
        return { job: start() };
      },
    );

    app.post("/api/links/:id/look", { schema: { params: OfItem, response: { 200: Started } } }, async ({ params }) => {
      demand(viewer, "append");
      await planRun(capturePorts, viewer, params.id, "yt-dlp");
      const { id } = board.start({
        name: "look",
        item: params.id,
        run: async ({ signal, report }) => ({
          state: "done",
          result: { ...(await lookWithProgram(capturePorts, viewer, params.id, { signal, onProgress: telling(report) })) },
        }),
      });
      return { job: id };
    });

    app.get("/api/capture-settings", { schema: { response: { 200: CaptureSettingsAnswer } } }, async () => ({
      settings: await captureSettings.read(),
      file: captureSettings.file,
    }));

    app.post("/api/capture-settings", { schema: { body: CaptureSettings, response: { 200: CaptureSettingsAnswer } } }, async ({ body }) => {
      await captureSettings.write(body);
      return { settings: await captureSettings.read(), file: captureSettings.file };
    });
    done();
  };
}

function telling(report: (progress: "unknown", detail: string) => void): (said: string, bytes: number) => void {
  return (_said, bytes) => report("unknown", `${(bytes / 1_000_000).toFixed(1)} MB made so far`);
}
