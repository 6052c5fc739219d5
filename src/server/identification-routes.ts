/** Identifications: made, listed, taken back. */
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { IdentificationPorts } from "../actions/identification-ports.ts";
import { makeIdentification } from "../actions/make-identification.ts";
import { withdrawIdentification } from "../actions/withdraw-identification.ts";
import { ReasonRequest } from "../api/events.ts";
import { IdentificationsAnswer, LadderAnswer, MakeIdentificationRequest } from "../api/identifications.ts";
import { IdentificationId } from "../core/identification/identification.ts";
import { ItemId } from "../core/item/item.ts";
import type { CaseSession } from "../jobs/case-session.ts";
import { unknownItems } from "../reads/case-index.ts";
import { eventIndex } from "../reads/event-index.ts";
import { identificationIndex } from "../reads/identifications/identification-index.ts";
import { listIdentifications } from "../reads/identifications/list-identifications.ts";

const seq = z.number().int();

export function identificationRoutes({ reader, viewer, writer }: CaseSession): FastifyPluginCallbackZod {
  const ports: IdentificationPorts = {
    writer,
    unknownItems: (numbers) => unknownItems(reader, numbers),
    known: eventIndex(reader),
    identifications: identificationIndex(reader),
  };
  return (app, _options, done) => {
    app.get(
      "/api/identifications",
      { schema: { querystring: z.strictObject({ item: ItemId.optional() }), response: { 200: IdentificationsAnswer } } },
      async ({ query }) => {
        const { identifications, ...rest } = await listIdentifications(reader, viewer, query);
        // A result of another version may have another shape: it is then told as withheld rather than misread.
        const readable = (result: unknown) => LadderAnswer.safeParse(result).data ?? ("withheld" as const);
        return { ...rest, identifications: identifications.map((row) => ({ ...row, result: readable(row.result) })) };
      },
    );
    app.post(
      "/api/identifications",
      { schema: { body: MakeIdentificationRequest, response: { 200: z.strictObject({ id: IdentificationId, seq }) } } },
      async ({ body }) => makeIdentification(ports, viewer, body),
    );
    app.post(
      "/api/identifications/:id/withdraw",
      {
        schema: { params: z.strictObject({ id: IdentificationId }), body: ReasonRequest, response: { 200: z.strictObject({ seq }) } },
      },
      async ({ params, body }) => withdrawIdentification(ports, viewer, { identification: params.id, reason: body.reason }),
    );
    done();
  };
}
