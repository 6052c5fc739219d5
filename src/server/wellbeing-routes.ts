/** A person's own minutes and wishes, for their own page; and who said how hard an item is to look at. Nothing of the first is logged. */
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { ExposureRequest, LevelSetAnswer, WellbeingAnswer } from "../api/wellbeing.ts";
import { ItemId } from "../core/item/item.ts";
import { ExposureWishes } from "../core/wellbeing/exposure.ts";
import type { CaseSession } from "../jobs/case-session.ts";
import { levelSet } from "../reads/work/level-set.ts";

export function wellbeingRoutes({ reader, viewer, exposure }: CaseSession): FastifyPluginCallbackZod {
  const answer = async () => {
    const { days, wishes } = await exposure.read();
    return { days, wishes };
  };
  return (app, _options, done) => {
    const schema = { response: { 200: WellbeingAnswer } };
    app.get("/api/wellbeing", { schema }, answer);
    app.post("/api/wellbeing/exposure", { schema: { ...schema, body: ExposureRequest } }, async ({ body }) => {
      await exposure.add(body.day, body.seconds);
      return answer();
    });
    app.post("/api/wellbeing/wishes", { schema: { ...schema, body: ExposureWishes } }, async ({ body }) => {
      await exposure.wish(body);
      return answer();
    });
    app.post("/api/wellbeing/forget", { schema }, async () => {
      await exposure.forget();
      return answer();
    });
    app.get(
      "/api/items/:id/level-set",
      { schema: { params: z.strictObject({ id: ItemId }), response: { 200: LevelSetAnswer } } },
      async ({ params }) => levelSet(reader, viewer, params.id),
    );
    done();
  };
}
