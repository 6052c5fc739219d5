/** Blind reviews: what is owed, sealing, revealing, and what was made of it. */
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { assignBlind } from "../actions/assign-blind.ts";
import { endBlind } from "../actions/end-blind.ts";
import { resolveBlind } from "../actions/resolve-blind.ts";
import { revealAnswer } from "../actions/reveal-answer.ts";
import { sealAnswer } from "../actions/seal-answer.ts";
import {
  AssignBlindRequest,
  BlindAnswer,
  BlindDesk,
  ResolveBlindRequest,
  RevealRequest,
  SealAnswerRequest,
  SealedAnswerAnswer,
} from "../api/blind.ts";
import { ReasonRequest } from "../api/events.ts";
import { BlindId } from "../core/blind/blind.ts";
import type { CaseSession } from "../jobs/case-session.ts";
import { blindDesk } from "../reads/blind/blind-desk.ts";
import { listBlind } from "../reads/blind/list-blind.ts";

const params = z.strictObject({ id: BlindId });
const appended = { 200: z.strictObject({ seq: z.number().int() }) };

export function blindRoutes({ reader, viewer, blindPorts: ports }: CaseSession): FastifyPluginCallbackZod {
  return (app, _options, done) => {
    app.get("/api/blind", { schema: { response: { 200: BlindAnswer } } }, async () => listBlind(reader, viewer));
    app.get("/api/blind/desk", { schema: { response: { 200: BlindDesk } } }, async () =>
      blindDesk(reader, viewer, ports.answers.protection),
    );
    app.post(
      "/api/blind",
      { schema: { body: AssignBlindRequest, response: { 200: z.strictObject({ id: BlindId, seq: z.number().int() }) } } },
      async ({ body }) => assignBlind(ports, viewer, body),
    );
    app.post(
      "/api/blind/:id/answer",
      { schema: { params, body: SealAnswerRequest, response: { 200: SealedAnswerAnswer } } },
      async ({ params: { id }, body }) => sealAnswer(ports, viewer, { blind: id, ...body }),
    );
    app.post("/api/blind/:id/reveal", { schema: { params, body: RevealRequest, response: appended } }, async ({ params: { id }, body }) =>
      revealAnswer(ports, viewer, { blind: id, reason: body.reason }),
    );
    app.post(
      "/api/blind/:id/resolve",
      { schema: { params, body: ResolveBlindRequest, response: appended } },
      async ({ params: { id }, body }) => resolveBlind(ports, viewer, { blind: id, ...body }),
    );
    app.post("/api/blind/:id/end", { schema: { params, body: ReasonRequest, response: appended } }, async ({ params: { id }, body }) =>
      endBlind(ports, viewer, { blind: id, reason: body.reason }),
    );
    done();
  };
}
