/** Routes of copies: groups, pairs, and what people decide of them. */
import { z } from "zod";
import {
  CopiesPage,
  CopyGroupDetail,
  CopyPairDetail,
  ItemCopies,
  type JudgeRequest,
  type JudgeUploadRequest,
  type KeepJudgementsRequest,
  type WithdrawJudgementRequest,
} from "../../api/copies.ts";
import type { ItemId } from "../../core/item/item.ts";
import { queryString } from "./api.ts";
import { ask } from "./ask.ts";

const Appended = z.looseObject({ seq: z.number().int() });
const post = (body: unknown) => ({ method: "POST", body }) as const;

export const copiesApi = {
  groups: (query: Readonly<Record<string, string | number>>, signal?: AbortSignal) =>
    ask(CopiesPage, `/api/copies/groups${queryString(query)}`, { signal }),
  group: (id: ItemId, signal?: AbortSignal) => ask(CopyGroupDetail, `/api/copies/groups/${id}`, { signal }),
  pair: (a: ItemId, b: ItemId, signal?: AbortSignal) => ask(CopyPairDetail, `/api/copies/pairs/${a}/${b}`, { signal }),
  ofItem: (id: ItemId, signal?: AbortSignal) => ask(ItemCopies, `/api/items/${id}/copies`, { signal }),
  judge: (body: JudgeRequest) => ask(Appended, "/api/copies/judgements", post(body)),
  withdrawJudgement: (body: WithdrawJudgementRequest) => ask(Appended, "/api/copies/judgements/withdraw", post(body)),
  keepJudgements: (body: KeepJudgementsRequest) => ask(Appended, "/api/copies/judgements/keep", post(body)),
  judgeUpload: (body: JudgeUploadRequest) => ask(Appended, "/api/copies/uploads", post(body)),
} as const;
