/** Pictures beside texts: listed, described, taken back. */
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { describeExhibit } from "../actions/describe-exhibit.ts";
import type { ExhibitPorts } from "../actions/exhibit-ports.ts";
import { withdrawExhibit } from "../actions/withdraw-exhibit.ts";
import { ReasonRequest } from "../api/events.ts";
import { DescribeExhibitRequest, ExhibitsAnswer, ExhibitsQuery } from "../api/exhibits.ts";
import { ExhibitId } from "../core/exhibit/exhibit.ts";
import type { CaseSession } from "../jobs/case-session.ts";
import { unknownItems } from "../reads/case-index.ts";
import { eventIndex } from "../reads/event-index.ts";
import { exhibitIndex } from "../reads/exhibits/exhibit-index.ts";
import { listExhibits } from "../reads/exhibits/list-exhibits.ts";

const seq = z.number().int();

export function exhibitRoutes({ reader, viewer, writer, gazetteers }: CaseSession): FastifyPluginCallbackZod {
  const ports: ExhibitPorts = {
    writer,
    unknownItems: (numbers) => unknownItems(reader, numbers),
    known: eventIndex(reader),
    exhibits: exhibitIndex(reader, gazetteers),
  };
  return (app, _options, done) => {
    app.get("/api/exhibits", { schema: { querystring: ExhibitsQuery, response: { 200: ExhibitsAnswer } } }, async ({ query }) =>
      listExhibits(reader, viewer, gazetteers, query),
    );
    app.post(
      "/api/exhibits",
      { schema: { body: DescribeExhibitRequest, response: { 200: z.strictObject({ id: ExhibitId, seq }) } } },
      async ({ body }) => describeExhibit(ports, viewer, body),
    );
    app.post(
      "/api/exhibits/:id/withdraw",
      {
        schema: {
          params: z.strictObject({ id: ExhibitId }),
          body: ReasonRequest,
          response: { 200: z.strictObject({ seq }) },
        },
      },
      async ({ params, body }) => withdrawExhibit(ports, viewer, { exhibit: params.id, reason: body.reason }),
    );
    done();
  };
}
