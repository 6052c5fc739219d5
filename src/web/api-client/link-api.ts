/** Routes of links, captures and the search log, and the names under which their answers are remembered. */
import { z } from "zod";
import { type LogSearchRequest, SearchLogPage } from "../../api/inquiry.ts";
import {
  CapturedFrom,
  CapturePlan,
  type CaptureRequest,
  CaptureSettingsAnswer,
  type LinkCheckRequest,
  LinkDetail,
  type LinkFilter,
  type LinkPlanRequest,
  type LinkRiskRequest,
  LinksPage,
  NoteLinksAnswer,
  type NoteLinksRequest,
} from "../../api/links.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { CaptureProgram, CaptureSettings } from "../../core/link/capture-settings.ts";
import { queryString } from "./api.ts";
import { ask } from "./ask.ts";
import { queryKeys } from "./query-keys.ts";

const Appended = z.looseObject({ seq: z.number().int() });
const JobStarted = z.looseObject({ job: z.string() });
const post = (body: unknown) => ({ method: "POST", body }) as const;

export const linkApi = {
  note: (body: z.infer<typeof NoteLinksRequest>) => ask(NoteLinksAnswer, "/api/links", post(body)),
  list: (filter: LinkFilter, offset: number, signal?: AbortSignal) =>
    ask(LinksPage, `/api/links${queryString({ filter, offset, limit: 200 })}`, { signal }),
  link: (id: ItemId, signal?: AbortSignal) => ask(LinkDetail, `/api/links/${id}`, { signal }),
  capturedFrom: (id: ItemId, signal?: AbortSignal) => ask(CapturedFrom, `/api/items/${id}/captured-from`, { signal }),
  stateRisk: (body: z.infer<typeof LinkRiskRequest>) => ask(Appended, "/api/links/risk", post(body)),
  planChecks: (body: z.infer<typeof LinkPlanRequest>) => ask(Appended, "/api/links/plan", post(body)),
  check: (id: ItemId, body: z.infer<typeof LinkCheckRequest>) => ask(Appended, `/api/links/${id}/checks`, post(body)),
  recordCapture: (id: ItemId, body: CaptureRequest) => ask(Appended, `/api/links/${id}/captures`, post(body)),
  plan: (id: ItemId, program: CaptureProgram, signal?: AbortSignal) =>
    ask(CapturePlan, `/api/links/${id}/capture-plan${queryString({ program })}`, { signal }),
  run: (id: ItemId, program: CaptureProgram) => ask(JobStarted, `/api/links/${id}/run`, post({ program })),
  look: (id: ItemId) => ask(JobStarted, `/api/links/${id}/look`, { method: "POST" }),
  settings: (signal?: AbortSignal) => ask(CaptureSettingsAnswer, "/api/capture-settings", { signal }),
  saveSettings: (body: CaptureSettings) => ask(CaptureSettingsAnswer, "/api/capture-settings", post(body)),
  searchLog: (q: string, offset: number, limit: number, signal?: AbortSignal) =>
    ask(SearchLogPage, `/api/search-log${queryString({ q, offset, limit })}`, { signal }),
  logSearch: (body: LogSearchRequest) => ask(Appended, "/api/search-log", post(body)),
} as const;

/** Under the lists and items that a live event makes stale: what is known of links changes with the ledger. */
export const linkKeys = {
  list: (filter: LinkFilter, offset: number) => [...queryKeys.items, "links", filter, offset],
  link: (id: ItemId) => [...queryKeys.item(id), "link"],
  capturedFrom: (id: ItemId) => [...queryKeys.item(id), "captured-from"],
  searches: (q: string, offset: number) => [...queryKeys.custody, "searches", q, offset],
  settings: ["capture-settings"],
} as const;
