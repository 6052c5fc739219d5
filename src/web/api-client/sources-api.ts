/** Routes of sources, accounts, conditions and assessments. */
import { z } from "zod";
import { type AttributionRequest, type ConditionChanges, ItemConditions, PackConditions, Unassessed } from "../../api/conditions.ts";
import {
  type AccountRequest,
  type GradeRequest,
  type HandleRequest,
  Identity,
  RestrictedNote,
  SourceDetail,
  type SourceRequest,
  SourcesAnswer,
} from "../../api/sources.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { AccountId } from "../../core/source/account.ts";
import type { SourceId } from "../../core/source/source.ts";
import { ask } from "./ask.ts";

const SourceMade = z.looseObject({ id: z.string(), seq: z.number().int() });
const Appended = z.looseObject({ seq: z.number().int() });

export const sourcesApi = {
  sources: (signal?: AbortSignal) => ask(SourcesAnswer, "/api/sources", { signal }),
  source: (id: SourceId, signal?: AbortSignal) => ask(SourceDetail, `/api/sources/${id}`, { signal }),
  describe: (id: SourceId | undefined, body: SourceRequest) =>
    ask(SourceMade, id === undefined ? "/api/sources" : `/api/sources/${id}`, { method: "POST", body }),
  grade: (id: SourceId, body: GradeRequest) => ask(Appended, `/api/sources/${id}/grade`, { method: "POST", body }),
  /** The passphrase goes in the body, never in an address. */
  identity: (id: SourceId, passphrase: string) => ask(Identity, `/api/sources/${id}/identity`, { method: "POST", body: { passphrase } }),
  restrictedNote: (id: SourceId, passphrase: string) =>
    ask(RestrictedNote, `/api/sources/${id}/restricted-note`, { method: "POST", body: { passphrase } }),
  describeAccount: (id: AccountId | undefined, body: AccountRequest) =>
    ask(SourceMade, id === undefined ? "/api/accounts" : `/api/accounts/${id}`, { method: "POST", body }),
  observeHandle: (id: AccountId, body: HandleRequest) => ask(Appended, `/api/accounts/${id}/handles`, { method: "POST", body }),
  accountFromChannel: (exportItem: ItemId, channel: string) =>
    ask(SourceMade, "/api/accounts/from-channel", { method: "POST", body: { exportItem, channel } }),
  itemConditions: (id: ItemId, signal?: AbortSignal) => ask(ItemConditions, `/api/items/${id}/conditions`, { signal }),
  stateOfItems: (items: readonly ItemId[], changes: ConditionChanges) =>
    ask(Appended, "/api/items/conditions", { method: "POST", body: { items, changes } }),
  stateOfSource: (id: SourceId, changes: ConditionChanges) =>
    ask(Appended, `/api/sources/${id}/conditions`, { method: "POST", body: { changes } }),
  attribute: (body: z.input<typeof AttributionRequest>) => ask(Appended, "/api/items/attribution", { method: "POST", body }),
  unassessed: (after: number, signal?: AbortSignal) => ask(Unassessed, `/api/unassessed?after=${after}`, { signal }),
  packConditions: (signal?: AbortSignal) => ask(PackConditions, "/api/conditions/pack", { signal }),
} as const;
