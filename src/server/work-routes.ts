/** Tasks and comments: listed, set, written, taken back. */
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { setTask } from "../actions/set-task.ts";
import { withdrawComment } from "../actions/withdraw-comment.ts";
import { writeComment } from "../actions/write-comment.ts";
import type { WorkPorts } from "../actions/work-ports.ts";
import { ReasonRequest } from "../api/events.ts";
import { AboutQuery, CommentRequest, CommentsAnswer, TaskRequest, TasksAnswer } from "../api/work.ts";
import { RecordName } from "../core/review/ground.ts";
import { CommentId, TaskId } from "../core/task/task.ts";
import type { CaseSession } from "../jobs/case-session.ts";
import { listComments } from "../reads/work/list-comments.ts";
import { listTasks } from "../reads/work/list-tasks.ts";
import { workIndex } from "../reads/work/work-index.ts";

const seq = z.number().int();
const made = <Id extends z.ZodType>(id: Id) => ({ 200: z.strictObject({ id, seq }) });

export function workRoutes({ reader, viewer, writer }: CaseSession): FastifyPluginCallbackZod {
  const ports: WorkPorts = { writer, work: workIndex(reader, viewer) };
  return (app, _options, done) => {
    app.get("/api/tasks", { schema: { querystring: AboutQuery, response: { 200: TasksAnswer } } }, async ({ query }) =>
      TasksAnswer.parse(await listTasks(reader, viewer, query)),
    );
    app.post("/api/tasks", { schema: { body: TaskRequest, response: made(TaskId) } }, async ({ body }) => setTask(ports, viewer, body));
    app.post(
      "/api/tasks/:id",
      { schema: { params: z.strictObject({ id: TaskId }), body: TaskRequest, response: made(TaskId) } },
      async ({ params, body }) => setTask(ports, viewer, { task: params.id, ...body }),
    );
    app.get(
      "/api/comments",
      { schema: { querystring: z.strictObject({ about: RecordName }), response: { 200: CommentsAnswer } } },
      async ({ query }) => CommentsAnswer.parse(await listComments(reader, viewer, query.about)),
    );
    app.post("/api/comments", { schema: { body: CommentRequest, response: made(CommentId) } }, async ({ body }) =>
      writeComment(ports, viewer, body),
    );
    app.post(
      "/api/comments/:id/withdraw",
      { schema: { params: z.strictObject({ id: CommentId }), body: ReasonRequest, response: { 200: z.strictObject({ seq }) } } },
      async ({ params, body }) => withdrawComment(ports, viewer, { comment: params.id, reason: body.reason }),
    );
    done();
  };
}
