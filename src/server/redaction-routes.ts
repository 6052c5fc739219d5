/** The redaction layer: marked, changed, taken back, looked at whole by a second person, excepted from; and a box followed. */
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { markRedaction } from "../actions/mark-redaction.ts";
import { overrideProtection } from "../actions/override-protection.ts";
import type { RedactionPorts } from "../actions/redaction-ports.ts";
import { viewStretch } from "../actions/view-stretch.ts";
import { withdrawRedaction } from "../actions/withdraw-redaction.ts";
import { ReasonRequest } from "../api/events.ts";
import {
  Marked,
  MarkRequest,
  OverrideRequest,
  RedactionAnswer,
  TrackBoxAnswer,
  TrackBoxRequest,
  ViewStretchRequest,
} from "../api/redactions.ts";
import { ItemId } from "../core/item/item.ts";
import { RedactionId } from "../core/redaction/redaction.ts";
import type { CaseSession } from "../jobs/case-session.ts";
import { redactionIndex } from "../reads/redactions/redaction-index.ts";
import { redactionOf } from "../reads/redactions/redaction-of.ts";
import { unmarkedProtected } from "../reads/redactions/unmarked-protected.ts";

const params = z.strictObject({ id: ItemId });
const appended = { 200: z.strictObject({ seq: z.number().int() }) };
/** Five thousand keys as JSON. */
const bodyLimit = 4 * 1024 * 1024;

export function redactionRoutes({ reader, viewer, writer, vault, boxTracker }: CaseSession): FastifyPluginCallbackZod {
  const ports: RedactionPorts = { writer, vault, redactions: redactionIndex(reader) };
  return (app, _options, done) => {
    app.get("/api/items/:id/redaction", { schema: { params, response: { 200: RedactionAnswer } } }, async ({ params: { id } }) => {
      const layer = await redactionOf(reader, viewer, id);
      const { marks, stretches, overrides, shots, ...rest } = layer;
      return {
        ...rest,
        unmarked: (await unmarkedProtected(reader, layer)).map((one) => ({
          ...one,
          protection: [...one.protection],
          bare: [...one.bare],
        })),
        marks: marks.map((mark) => ({ ...mark, makers: [...mark.makers] })),
        ...{ stretches: [...stretches], overrides: [...overrides], shots: [...shots], me: viewer.person },
      };
    });
    app.post("/api/redactions", { bodyLimit, schema: { body: MarkRequest, response: { 200: Marked } } }, async ({ body }) =>
      markRedaction(ports, viewer, body),
    );
    app.post(
      "/api/redactions/:id/withdraw",
      { schema: { params: z.strictObject({ id: RedactionId }), body: ReasonRequest, response: appended } },
      async ({ params: { id }, body }) => withdrawRedaction(ports, viewer, { redaction: id, reason: body.reason }),
    );
    app.post(
      "/api/items/:id/stretches",
      { schema: { params, body: ViewStretchRequest, response: appended } },
      async ({ params: { id }, body }) => viewStretch(ports, viewer, { item: id, ...body }),
    );
    app.post(
      "/api/items/:id/overrides",
      { schema: { params, body: OverrideRequest, response: appended } },
      async ({ params: { id }, body }) => overrideProtection(ports, viewer, { item: id, ...body }),
    );
    app.post(
      "/api/items/:id/track",
      { schema: { params, body: TrackBoxRequest, response: { 200: TrackBoxAnswer } } },
      async ({ params: { id }, body }) => {
        const answer = await boxTracker.ask({ item: id, ...body });
        return answer.state === "done" ? { ...answer, keys: [...answer.keys] } : answer;
      },
    );
    done();
  };
}
