/** Every route the page asks, typed by the schemas of `src/api`. Media are not here: their addresses are in `media-urls.ts`. */
import { z } from "zod";
import { FrameTable } from "../../core/analysis/probe-result.ts";
import { ObservationId } from "../../core/observation/observation.ts";
import type { ItemId } from "../../core/item/item.ts";
import { SoundEventsResult } from "../../core/sound-events/sound-events.ts";
import { CaseSummary } from "../../api/case.ts";
import { CustodyPage } from "../../api/custody.ts";
import {
  type AssessmentRequest,
  Filmstrip,
  ItemDetail,
  ItemsPage,
  type NoteRequest,
  type ObservationRequest,
  PostsPage,
  ProxyTable,
  type TriageRequest,
  Waveform,
  type WithdrawRequest,
} from "../../api/items.ts";
import { RowsPage } from "../../api/sheets.ts";
import { JobsSummary, type SealRequest } from "../../api/jobs.ts";
import { Histogram, SavedSearches, type SaveSearchRequest, SearchPage } from "../../api/search.ts";
import { ask } from "./ask.ts";

const Appended = z.looseObject({ seq: z.number().int() });
const Done = z.unknown();
const JobStarted = z.looseObject({ job: z.string() });

type Query = Readonly<Record<string, string | number | boolean | undefined>>;

/** `?a=1&b=2`, without what is undefined or empty; the empty string when nothing is left. */
export function queryString(query: Query): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined && value !== "") search.set(name, String(value));
  return search.size === 0 ? "" : `?${search}`;
}

export const api = {
  openSession: (token: string) => ask(Done, "/api/session", { method: "POST", body: { token } }),
  caseSummary: (signal?: AbortSignal) => ask(CaseSummary, "/api/case", { signal }),
  items: (query: Query, signal?: AbortSignal) => ask(ItemsPage, `/api/items${queryString(query)}`, { signal }),
  item: (id: ItemId, signal?: AbortSignal) => ask(ItemDetail, `/api/items/${id}`, { signal }),
  rows: (id: ItemId, query: Query, signal?: AbortSignal) => ask(RowsPage, `/api/items/${id}/rows${queryString(query)}`, { signal }),
  posts: (id: ItemId, query: Query, signal?: AbortSignal) => ask(PostsPage, `/api/items/${id}/posts${queryString(query)}`, { signal }),
  filmstrip: (id: ItemId, signal?: AbortSignal) => ask(Filmstrip, `/api/items/${id}/filmstrip`, { signal }),
  waveform: (id: ItemId, signal?: AbortSignal) => ask(Waveform, `/api/items/${id}/waveform`, { signal }),
  soundEvents: (id: ItemId, signal?: AbortSignal) => ask(SoundEventsResult, `/api/items/${id}/sound-events`, { signal }),
  frames: (id: ItemId, signal?: AbortSignal) => ask(FrameTable, `/api/items/${id}/frames`, { signal }),
  proxyTable: (id: ItemId, signal?: AbortSignal) => ask(ProxyTable, `/api/items/${id}/proxy-table`, { signal }),
  triage: (body: TriageRequest) => ask(Appended, "/api/items/triage", { method: "POST", body }),
  assess: (body: z.input<typeof AssessmentRequest>) => ask(Appended, "/api/items/assessment", { method: "POST", body }),
  writeNote: (id: ItemId, body: z.infer<typeof NoteRequest>) => ask(Appended, `/api/items/${id}/notes`, { method: "POST", body }),
  observe: (id: ItemId, body: ObservationRequest) =>
    ask(z.looseObject({ id: ObservationId, seq: z.number().int() }), `/api/items/${id}/observations`, { method: "POST", body }),
  withdraw: (id: ObservationId, body: z.infer<typeof WithdrawRequest>) =>
    ask(Appended, `/api/observations/${id}/withdraw`, { method: "POST", body }),
  search: (query: Query, signal?: AbortSignal) => ask(SearchPage, `/api/search${queryString(query)}`, { signal }),
  searchDays: (query: Query, signal?: AbortSignal) => ask(Histogram, `/api/search/histogram${queryString(query)}`, { signal }),
  savedSearches: (signal?: AbortSignal) => ask(SavedSearches, "/api/searches", { signal }),
  saveSearch: (body: SaveSearchRequest) => ask(Appended, "/api/searches", { method: "POST", body }),
  removeSavedSearch: (id: string) => ask(Appended, `/api/searches/${encodeURIComponent(id)}/remove`, { method: "POST" }),
  custody: (query: Query, signal?: AbortSignal) => ask(CustodyPage, `/api/custody${queryString(query)}`, { signal }),
  finishUpload: (batch: string) => ask(Done, `/api/uploads/${encodeURIComponent(batch)}/finish`, { method: "POST" }),
  jobs: (signal?: AbortSignal) => ask(JobsSummary, "/api/jobs", { signal }),
  pauseJobs: () => ask(Done, "/api/jobs/pause", { method: "POST" }),
  resumeJobs: () => ask(Done, "/api/jobs/resume", { method: "POST" }),
  cancelJob: (id: string) => ask(Done, `/api/jobs/${encodeURIComponent(id)}/cancel`, { method: "POST" }),
  retryJob: (id: string) => ask(Done, `/api/jobs/${encodeURIComponent(id)}/retry`, { method: "POST" }),
  verify: () => ask(JobStarted, "/api/verify", { method: "POST" }),
  seal: (body: z.input<typeof SealRequest>) => ask(JobStarted, "/api/seal", { method: "POST", body }),
} as const;
