/** Requests for a reply: made, answered, taken back. Nothing is sent from here. */
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { recordReply } from "../actions/record-reply.ts";
import { requestReply } from "../actions/request-reply.ts";
import { withdrawReply } from "../actions/withdraw-reply.ts";
import { RecordReplyRequest, RepliesAnswer, RequestedReply, RequestReplyRequest } from "../api/claims.ts";
import { ReasonRequest } from "../api/events.ts";
import { ReplyId } from "../core/reply/reply.ts";
import type { CaseSession } from "../jobs/case-session.ts";
import { listReplies } from "../reads/claims/list-replies.ts";
import { claimPorts } from "./claim-routes.ts";

const OfReply = z.strictObject({ id: ReplyId });
const Appended = z.strictObject({ seq: z.number().int() });

export function replyRoutes(session: CaseSession): FastifyPluginCallbackZod {
  const { reader, viewer } = session;
  const ports = claimPorts(session);
  return (app, _options, done) => {
    app.get("/api/replies", { schema: { response: { 200: RepliesAnswer } } }, async () => ({
      replies: await listReplies(reader, viewer, Date.now()),
    }));
    app.post("/api/replies", { schema: { body: RequestReplyRequest, response: { 200: RequestedReply } } }, async ({ body }) =>
      requestReply(ports, viewer, body),
    );
    app.post(
      "/api/replies/:id/response",
      { schema: { params: OfReply, body: RecordReplyRequest, response: { 200: Appended } } },
      async ({ params, body }) => recordReply(ports, viewer, { reply: params.id, ...body }),
    );
    app.post(
      "/api/replies/:id/withdraw",
      { schema: { params: OfReply, body: ReasonRequest, response: { 200: Appended } } },
      async ({ params, body }) => withdrawReply(ports, viewer, { reply: params.id, reason: body.reason }),
    );
    done();
  };
}
