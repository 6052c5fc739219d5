/** Imagery: which items are pictures of the ground from above, whose, of when and where. */
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { describeImagery, type ImageryPorts } from "../actions/describe-imagery.ts";
import { withdrawImagery } from "../actions/withdraw-imagery.ts";
import { ReasonRequest } from "../api/events.ts";
import { DescribeImageryRequest, ImageryAnswer } from "../api/imagery.ts";
import { ItemId } from "../core/item/item.ts";
import type { CaseSession } from "../jobs/case-session.ts";
import { unknownItems } from "../reads/case-index.ts";
import { eventIndex } from "../reads/event-index.ts";
import { imageryIndex, listImagery } from "../reads/list-imagery.ts";

const OfItem = z.strictObject({ id: ItemId });
const Appended = z.strictObject({ seq: z.number().int() });

export function imageryRoutes({ reader, viewer, writer }: CaseSession): FastifyPluginCallbackZod {
  const ports: ImageryPorts = {
    writer,
    unknownItems: (numbers) => unknownItems(reader, numbers),
    known: eventIndex(reader),
    imagery: imageryIndex(reader),
  };
  return (app, _options, done) => {
    app.get("/api/imagery", { schema: { response: { 200: ImageryAnswer } } }, async () => ({ imagery: await listImagery(reader, viewer) }));
    app.post(
      "/api/items/:id/imagery",
      { schema: { params: OfItem, body: DescribeImageryRequest, response: { 200: Appended } } },
      async ({ params, body }) => describeImagery(ports, viewer, { item: params.id, ...body }),
    );
    app.post(
      "/api/items/:id/imagery/withdraw",
      { schema: { params: OfItem, body: ReasonRequest, response: { 200: Appended } } },
      async ({ params, body }) => withdrawImagery(ports, viewer, { item: params.id, reason: body.reason }),
    );
    done();
  };
}
