/** Copies: groups, pairs, what an item shares, and what people decide of matches and of times of posting. */
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { judgeMatch } from "../actions/judge-match.ts";
import { judgeUpload } from "../actions/judge-upload.ts";
import { keepJudgements } from "../actions/keep-judgements.ts";
import { withdrawCopyJudgement } from "../actions/withdraw-copy-judgement.ts";
import {
  CopiesPage,
  CopiesQuery,
  CopyGroupDetail,
  CopyPairDetail,
  ItemCopies,
  JudgeRequest,
  JudgeUploadRequest,
  KeepJudgementsRequest,
  WithdrawJudgementRequest,
} from "../api/copies.ts";
import { ItemId } from "../core/item/item.ts";
import type { CaseSession } from "../jobs/case-session.ts";
import { getCopyGroup } from "../reads/copies/get-copy-group.ts";
import { getCopyPair } from "../reads/copies/get-copy-pair.ts";
import { itemCopies } from "../reads/copies/item-copies.ts";
import { listCopyGroups } from "../reads/copies/list-copy-groups.ts";

const Appended = z.strictObject({ seq: z.number().int() });
const OfItem = z.strictObject({ id: ItemId });

export function copiesRoutes({ reader, viewer, copyPorts, copies }: CaseSession): FastifyPluginCallbackZod {
  return (app, _options, done) => {
    app.get("/api/copies/groups", { schema: { querystring: CopiesQuery, response: { 200: CopiesPage } } }, async ({ query }) =>
      listCopyGroups(reader, viewer, copies.versions, query),
    );
    app.get("/api/copies/groups/:id", { schema: { params: OfItem, response: { 200: CopyGroupDetail } } }, async ({ params }) =>
      getCopyGroup(reader, viewer, params.id),
    );
    app.get(
      "/api/copies/pairs/:a/:b",
      { schema: { params: z.strictObject({ a: ItemId, b: ItemId }), response: { 200: CopyPairDetail } } },
      async ({ params }) => getCopyPair(reader, viewer, params),
    );
    app.get("/api/items/:id/copies", { schema: { params: OfItem, response: { 200: ItemCopies } } }, async ({ params }) =>
      itemCopies(reader, viewer, copies.versions, params.id),
    );
    app.post("/api/copies/judgements", { schema: { body: JudgeRequest, response: { 200: Appended } } }, async ({ body }) =>
      judgeMatch(copyPorts, viewer, body),
    );
    app.post(
      "/api/copies/judgements/withdraw",
      { schema: { body: WithdrawJudgementRequest, response: { 200: Appended } } },
      async ({ body }) => withdrawCopyJudgement(copyPorts, viewer, body),
    );
    app.post("/api/copies/judgements/keep", { schema: { body: KeepJudgementsRequest, response: { 200: Appended } } }, async ({ body }) =>
      keepJudgements(copyPorts, viewer, body),
    );
    app.post("/api/copies/uploads", { schema: { body: JudgeUploadRequest, response: { 200: Appended } } }, async ({ body }) =>
      judgeUpload(copyPorts, viewer, body),
    );
    done();
  };
}
