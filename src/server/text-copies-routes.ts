/** Posts that say nearly the same or quote one another. */
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { ItemTextCopies, PostRefInPath, PostTextCopies, TextCopiesAnswer, TextCopiesQuery, TextGroupAnswer } from "../api/text-copies.ts";
import { ItemId } from "../core/item/item.ts";
import type { CaseSession } from "../jobs/case-session.ts";
import { getTextGroup } from "../reads/text-copies/get-text-group.ts";
import { itemTextCopies } from "../reads/text-copies/item-text-copies.ts";
import { listTextGroups } from "../reads/text-copies/list-text-groups.ts";
import { postTextCopies } from "../reads/text-copies/post-text-copies.ts";

export function textCopiesRoutes({ reader, viewer }: CaseSession): FastifyPluginCallbackZod {
  return (app, _options, done) => {
    app.get("/api/text-copies", { schema: { querystring: TextCopiesQuery, response: { 200: TextCopiesAnswer } } }, async ({ query }) =>
      listTextGroups(reader, viewer, query),
    );
    app.get(
      "/api/text-copies/groups/:item/:at",
      { schema: { params: PostRefInPath, querystring: TextCopiesQuery, response: { 200: TextGroupAnswer } } },
      async ({ params, query }) => getTextGroup(reader, viewer, params, query),
    );
    app.get(
      "/api/text-copies/posts/:item/:at",
      { schema: { params: PostRefInPath, response: { 200: PostTextCopies } } },
      async ({ params }) => postTextCopies(reader, viewer, params),
    );
    app.get(
      "/api/items/:id/text-copies",
      { schema: { params: z.strictObject({ id: ItemId }), response: { 200: ItemTextCopies } } },
      async ({ params }) => itemTextCopies(reader, viewer, params.id),
    );
    done();
  };
}
