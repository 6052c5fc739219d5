/** Several recordings on one clock: measuring, marks, judgements, the plan that comes of them, and its files. */
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { exportSyncPlan, type SyncExportPorts } from "../actions/export-sync-plan.ts";
import { judgeSyncPair } from "../actions/judge-sync-pair.ts";
import { makeSyncMark } from "../actions/make-sync-mark.ts";
import { withdrawSyncJudgement } from "../actions/withdraw-sync-judgement.ts";
import { withdrawSyncMark } from "../actions/withdraw-sync-mark.ts";
import {
  JudgeSyncPairRequest,
  MadeSyncMark,
  MakeSyncMarkRequest,
  MeasureSyncRequest,
  MeasuringSync,
  SyncExportQuery,
  SyncItemsQuery,
  SyncMarksAnswer,
  SyncMeasurements,
  SyncPairDetail,
  SyncPlanAnswer,
  WithdrawSyncJudgementRequest,
  WithdrawSyncMarkRequest,
} from "../api/sync.ts";
import { ItemId } from "../core/item/item.ts";
import type { CaseSession } from "../jobs/case-session.ts";
import { refusedToPublish } from "../reads/refused-to-publish.ts";
import { getSyncPair } from "../reads/sync/get-sync-pair.ts";
import { listSyncMarks } from "../reads/sync/list-sync-marks.ts";
import { listSyncMeasurements } from "../reads/sync/list-sync-measurements.ts";
import { syncPlan } from "../reads/sync/sync-plan.ts";

const Appended = z.strictObject({ seq: z.number().int() });
/** "i3,i7" as ids; undefined for all. */
const named = (items: string | undefined) => items?.split(",") as ItemId[] | undefined;
const Pair = z.strictObject({ a: ItemId, b: ItemId });

const types = { otio: "application/json", csv: "text/csv; charset=utf-8" } as const;

export function syncRoutes({ reader, viewer, sync, syncPorts, caseId, title, program }: CaseSession): FastifyPluginCallbackZod {
  const exportPorts: SyncExportPorts = {
    ...{ caseId, title, program },
    head: () => reader.views.head()?.head ?? "none",
    plan: (items) => syncPlan(reader, viewer, sync.versions(), items),
    refused: (items) => refusedToPublish(reader, viewer, items),
  };
  return (app, _options, done) => {
    app.post("/api/sync/measure", { schema: { body: MeasureSyncRequest, response: { 200: MeasuringSync } } }, async ({ body }) =>
      sync.measure(body.items),
    );
    app.get(
      "/api/sync/measurements",
      { schema: { querystring: SyncItemsQuery, response: { 200: SyncMeasurements } } },
      async ({ query }) => ({
        ...(await listSyncMeasurements(reader, viewer, sync.versions(), named(query.items))),
        running: sync.running(),
      }),
    );
    app.get("/api/sync/pairs/:a/:b", { schema: { params: Pair, response: { 200: SyncPairDetail } } }, async ({ params }) =>
      getSyncPair(reader, viewer, params),
    );
    app.get("/api/sync/marks", { schema: { response: { 200: SyncMarksAnswer } } }, async () => ({
      marks: await listSyncMarks(reader, viewer),
    }));
    app.post("/api/sync/marks", { schema: { body: MakeSyncMarkRequest, response: { 200: MadeSyncMark } } }, async ({ body }) =>
      makeSyncMark(syncPorts, viewer, body),
    );
    app.post("/api/sync/marks/withdraw", { schema: { body: WithdrawSyncMarkRequest, response: { 200: Appended } } }, async ({ body }) =>
      withdrawSyncMark(syncPorts, viewer, body),
    );
    app.post("/api/sync/judgements", { schema: { body: JudgeSyncPairRequest, response: { 200: Appended } } }, async ({ body }) =>
      judgeSyncPair(syncPorts, viewer, body),
    );
    app.post(
      "/api/sync/judgements/withdraw",
      { schema: { body: WithdrawSyncJudgementRequest, response: { 200: Appended } } },
      async ({ body }) => withdrawSyncJudgement(syncPorts, viewer, body),
    );
    app.get("/api/sync/plan", { schema: { querystring: SyncItemsQuery, response: { 200: SyncPlanAnswer } } }, async ({ query }) => {
      const { clips, leftOut, ...plan } = await syncPlan(reader, viewer, sync.versions(), named(query.items));
      return { ...plan, clips: [...clips], leftOut: [...leftOut] };
    });
    app.get("/api/sync/export", { schema: { querystring: SyncExportQuery } }, async ({ query: { format, items, confirmed } }, reply) => {
      const { bytes } = await exportSyncPlan(exportPorts, viewer, { format, items: named(items), confirmed: confirmed === "true" });
      return reply.type(types[format]).header("content-disposition", `attachment; filename="sync-plan.${format}"`).send(Buffer.from(bytes));
    });
    done();
  };
}
