/** Element sheets: listed with what they cite, written, taken back. */
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { ElementPorts } from "../actions/element-ports.ts";
import { withdrawElementSheet } from "../actions/withdraw-element-sheet.ts";
import { writeElementSheet } from "../actions/write-element-sheet.ts";
import { ElementSheetsAnswer, WriteElementSheetRequest } from "../api/elements.ts";
import { ReasonRequest } from "../api/events.ts";
import { ElementSheetId } from "../core/element/element-sheet.ts";
import type { CaseSession } from "../jobs/case-session.ts";
import { elementIndex } from "../reads/elements/element-index.ts";
import { exhibitIndex } from "../reads/exhibits/exhibit-index.ts";
import { listSheets } from "../reads/elements/list-sheets.ts";

const Written = z.strictObject({ id: ElementSheetId, version: z.number().int(), seq: z.number().int() });

export function elementRoutes({ reader, viewer, writer, vault, gazetteers }: CaseSession): FastifyPluginCallbackZod {
  const { standing } = exhibitIndex(reader, gazetteers);
  const ports: ElementPorts = { writer, vault, elements: elementIndex(reader, viewer, standing) };
  return (app, _options, done) => {
    app.get("/api/element-sheets", { schema: { response: { 200: ElementSheetsAnswer } } }, async () => {
      const { sheets, records, lists } = await listSheets(reader, viewer);
      return { sheets, records, lists: lists.map((list) => ElementSheetsAnswer.shape.lists.element.parse(structuredClone(list))) };
    });
    app.post("/api/element-sheets", { schema: { body: WriteElementSheetRequest, response: { 200: Written } } }, async ({ body }) =>
      writeElementSheet(ports, viewer, body),
    );
    app.post(
      "/api/element-sheets/:id/withdraw",
      {
        schema: {
          params: z.strictObject({ id: ElementSheetId }),
          body: ReasonRequest,
          response: { 200: z.strictObject({ seq: z.number().int() }) },
        },
      },
      async ({ params, body }) => withdrawElementSheet(ports, viewer, { sheet: params.id, reason: body.reason }),
    );
    done();
  };
}
