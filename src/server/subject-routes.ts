/** Subjects: described, stated, judged, counted, taken back; and the figure of an item. */
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { correctShots } from "../actions/correct-shots.ts";
import { countShot } from "../actions/count-shot.ts";
import { describeSubject } from "../actions/describe-subject.ts";
import { judgeSamePerson } from "../actions/judge-same-person.ts";
import { stateSubject } from "../actions/state-subject.ts";
import type { SubjectPorts } from "../actions/subject-ports.ts";
import { withdrawSubjectRecord } from "../actions/withdraw-subject-record.ts";
import {
  CorrectShotsRequest,
  CountShotRequest,
  DescribeSubjectRequest,
  ItemTimelineAnswer,
  JudgeSamePersonRequest,
  StateSubjectRequest,
  SubjectsAnswer,
  WithdrawSubjectRequest,
} from "../api/subjects.ts";
import { ItemId } from "../core/item/item.ts";
import { ShotId } from "../core/subject/shot.ts";
import type { CaseSession } from "../jobs/case-session.ts";
import { unknownItems } from "../reads/case-index.ts";
import { itemTimeline } from "../reads/subjects/item-timeline.ts";
import { listSubjects } from "../reads/subjects/list-subjects.ts";
import { subjectIndex } from "../reads/subjects/subject-index.ts";

const Made = z.strictObject({ id: z.string(), seq: z.number().int() });
const Corrected = z.strictObject({ ids: z.array(ShotId), seq: z.number().int() });
const Appended = z.strictObject({ seq: z.number().int() });

export function subjectRoutes({ reader, viewer, writer }: CaseSession): FastifyPluginCallbackZod {
  const ports: SubjectPorts = { writer, unknownItems: (numbers) => unknownItems(reader, numbers), subjects: subjectIndex(reader) };
  return (app, _options, done) => {
    app.get("/api/subjects", { schema: { response: { 200: SubjectsAnswer } } }, async () => listSubjects(reader, viewer));
    app.get(
      "/api/subjects/timeline",
      { schema: { querystring: z.strictObject({ item: ItemId }), response: { 200: ItemTimelineAnswer } } },
      async ({ query }) => {
        const { cuts, lanes, ...rest } = await itemTimeline(reader, viewer, query.item);
        const parts = lanes.map(({ subject, parts: of }) => ({
          subject,
          parts: of.map((part) => ({ ...part, states: [...part.states] })),
        }));
        return { ...rest, cuts: cuts === null ? null : [...cuts], lanes: parts };
      },
    );
    app.post("/api/subjects", { schema: { body: DescribeSubjectRequest, response: { 200: Made } } }, async ({ body }) =>
      describeSubject(ports, viewer, body),
    );
    app.post("/api/subjects/states", { schema: { body: StateSubjectRequest, response: { 200: Made } } }, async ({ body }) =>
      stateSubject(ports, viewer, body),
    );
    app.post("/api/subjects/same-person", { schema: { body: JudgeSamePersonRequest, response: { 200: Made } } }, async ({ body }) =>
      judgeSamePerson(ports, viewer, body),
    );
    app.post("/api/subjects/shots", { schema: { body: CountShotRequest, response: { 200: Made } } }, async ({ body }) =>
      countShot(ports, viewer, body),
    );
    app.post("/api/subjects/shots/correct", { schema: { body: CorrectShotsRequest, response: { 200: Corrected } } }, async ({ body }) =>
      correctShots(ports, viewer, body),
    );
    app.post("/api/subjects/withdraw", { schema: { body: WithdrawSubjectRequest, response: { 200: Appended } } }, async ({ body }) =>
      withdrawSubjectRecord(ports, viewer, body),
    );
    done();
  };
}
