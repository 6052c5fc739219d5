/** The people of the case. */
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { PeopleAnswer } from "../api/people.ts";
import type { CaseSession } from "../jobs/case-session.ts";
import { listPeople } from "../reads/people/list-people.ts";

export function peopleRoutes({ reader, viewer }: CaseSession): FastifyPluginCallbackZod {
  return (app, _options, done) => {
    app.get("/api/people", { schema: { response: { 200: PeopleAnswer } } }, async () => listPeople(reader, viewer));
    done();
  };
}
