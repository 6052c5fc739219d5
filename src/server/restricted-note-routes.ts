/** Notes whose words stay on this machine. They come in here and go to the private store; no route gives them out. */
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { writeRestrictedNote } from "../actions/write-restricted-note.ts";
import { NoteRequest } from "../api/items.ts";
import { ItemId } from "../core/item/item.ts";
import type { CaseSession } from "../jobs/case-session.ts";
import { unknownItems } from "../reads/case-index.ts";

export function restrictedNoteRoutes(session: CaseSession): FastifyPluginCallbackZod {
  const { reader, viewer, writer } = session;
  const ports: Parameters<typeof writeRestrictedNote>[0] = {
    writer,
    unknownItems: (numbers) => unknownItems(reader, numbers),
    keepRestricted: async (values) => (await session.restricted()).put(values),
  };
  return (app, _options, done) => {
    app.post(
      "/api/items/:id/restricted-notes",
      {
        schema: {
          params: z.strictObject({ id: ItemId }),
          body: NoteRequest,
          response: { 200: z.strictObject({ seq: z.number().int() }) },
        },
      },
      async ({ params, body }) => writeRestrictedNote(ports, viewer, { item: params.id, text: body.text }),
    );
    done();
  };
}
