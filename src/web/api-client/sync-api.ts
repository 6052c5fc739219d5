/** Routes of several recordings on one clock: measuring, marks, judgements, the plan and its files. */
import { z } from "zod";
import { InferenceConditions } from "../../api/inference-export.ts";
import {
  type JudgeSyncPairRequest,
  MadeSyncMark,
  type MakeSyncMarkRequest,
  type MeasureSyncRequest,
  MeasuringSync,
  type SyncExportQuery,
  SyncMarksAnswer,
  SyncMeasurements,
  SyncPairDetail,
  SyncPlanAnswer,
  type WithdrawSyncJudgementRequest,
  type WithdrawSyncMarkRequest,
} from "../../api/sync.ts";
import type { ItemId } from "../../core/item/item.ts";
import { queryString } from "./api.ts";
import { ask } from "./ask.ts";
import { askFile } from "./ask-file.ts";

const Appended = z.looseObject({ seq: z.number().int() });
const post = (body: unknown) => ({ method: "POST", body }) as const;
/** Undefined: all that were measured or marked. */
const named = (items: readonly ItemId[] | undefined) => (items === undefined ? {} : { items: items.join(",") });

export const syncApi = {
  measure: (body: MeasureSyncRequest) => ask(MeasuringSync, "/api/sync/measure", post(body)),
  /** `items`: pairs of these alone; what can be measured is always all of it. */
  measurements: (items?: readonly ItemId[], signal?: AbortSignal) =>
    ask(SyncMeasurements, `/api/sync/measurements${queryString(named(items))}`, { signal }),
  pair: (a: ItemId, b: ItemId, signal?: AbortSignal) => ask(SyncPairDetail, `/api/sync/pairs/${a}/${b}`, { signal }),
  marks: (signal?: AbortSignal) => ask(SyncMarksAnswer, "/api/sync/marks", { signal }),
  makeMark: (body: MakeSyncMarkRequest) => ask(MadeSyncMark, "/api/sync/marks", post(body)),
  withdrawMark: (body: WithdrawSyncMarkRequest) => ask(Appended, "/api/sync/marks/withdraw", post(body)),
  judge: (body: JudgeSyncPairRequest) => ask(Appended, "/api/sync/judgements", post(body)),
  withdrawJudgement: (body: WithdrawSyncJudgementRequest) => ask(Appended, "/api/sync/judgements/withdraw", post(body)),
  plan: (items?: readonly ItemId[], signal?: AbortSignal) => ask(SyncPlanAnswer, `/api/sync/plan${queryString(named(items))}`, { signal }),
  conditions: (items: readonly ItemId[], signal?: AbortSignal) =>
    ask(InferenceConditions, "/api/inference-export/conditions", { ...post({ items }), signal }),
  exportPlan: (format: SyncExportQuery["format"], items: readonly ItemId[] | undefined, confirmed: boolean) =>
    askFile(`/api/sync/export${queryString({ format, confirmed: String(confirmed), ...named(items) })}`),
} as const;
