/** Questions and findings: asked, written in versions, checked, signed, reviewed, taken back. */
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { askQuestion } from "../actions/ask-question.ts";
import { completePlaceProblem } from "../actions/complete-place-problem.ts";
import { reviewFinding } from "../actions/review-finding.ts";
import { signFinding } from "../actions/sign-finding.ts";
import { withdrawFinding } from "../actions/withdraw-finding.ts";
import { withdrawQuestion } from "../actions/withdraw-question.ts";
import { writeFinding } from "../actions/write-finding.ts";
import { ReasonRequest } from "../api/events.ts";
import {
  AskQuestionRequest,
  CheckFindingRequest,
  FindingAnswer,
  FindingQuery,
  FindingReportAnswer,
  OfferedContradictions,
  QuestionsAnswer,
  ReviewFindingRequest,
  SignFindingRequest,
  WriteFindingRequest,
  WrittenFinding,
} from "../api/findings.ts";
import { FindingId } from "../core/finding/finding.ts";
import { QuestionId } from "../core/question/question.ts";
import type { CaseSession } from "../jobs/case-session.ts";
import { findingPorts } from "../jobs/finding-ports.ts";
import { exhibitIndex } from "../reads/exhibits/exhibit-index.ts";
import type { CompletePlace } from "../reads/claims/contradiction-report.ts";
import { findingReport } from "../reads/findings/finding-report.ts";
import { getFinding } from "../reads/findings/get-finding.ts";
import { listQuestions } from "../reads/findings/list-questions.ts";
import { openContradictions } from "../reads/findings/open-contradictions.ts";

const seq = z.number().int();
const appended = { 200: z.strictObject({ seq }) };
const ofQuestion = z.strictObject({ id: QuestionId });
const ofFinding = z.strictObject({ id: FindingId });

/** A finding of 500 grounds on either side, as JSON. */
const bodyLimit = 8 * 1024 * 1024;

export function findingRoutes(session: CaseSession): FastifyPluginCallbackZod {
  const { reader, viewer, gazetteers } = session;
  const ports = findingPorts(session);
  const { standing } = exhibitIndex(reader, gazetteers);
  const complete: CompletePlace = async (problem) => (await completePlaceProblem(gazetteers, problem)).problem;
  return (app, _options, done) => {
    app.get("/api/questions", { schema: { response: { 200: QuestionsAnswer } } }, async () => ({
      questions: await listQuestions(reader, viewer),
    }));
    app.post(
      "/api/questions",
      { schema: { body: AskQuestionRequest, response: { 200: z.strictObject({ id: QuestionId, seq }) } } },
      async ({ body }) => askQuestion(ports, viewer, body),
    );
    app.post(
      "/api/questions/:id/withdraw",
      { schema: { params: ofQuestion, body: ReasonRequest, response: appended } },
      async ({ params: { id }, body }) => withdrawQuestion(ports, viewer, { question: id, reason: body.reason }),
    );
    app.get(
      "/api/questions/:id/contradictions",
      { schema: { params: ofQuestion, response: { 200: OfferedContradictions } } },
      async ({ params: { id } }) => {
        return { contradictions: await openContradictions(reader, viewer, id, complete) };
      },
    );
    app.get(
      "/api/findings/:id",
      { schema: { params: ofFinding, querystring: FindingQuery, response: { 200: FindingAnswer } } },
      async ({ params: { id }, query }) => getFinding(reader, viewer, id, query.version),
    );
    app.post("/api/findings", { bodyLimit, schema: { body: WriteFindingRequest, response: { 200: WrittenFinding } } }, async ({ body }) =>
      writeFinding(ports, viewer, body),
    );
    app.post(
      "/api/findings/check",
      { bodyLimit, schema: { body: CheckFindingRequest, response: { 200: FindingReportAnswer } } },
      async ({ body: { document } }) => findingReport(reader, viewer, document, standing, complete),
    );
    app.post(
      "/api/findings/:id/sign",
      { schema: { params: ofFinding, body: SignFindingRequest, response: appended } },
      async ({ params: { id }, body }) => signFinding(ports, viewer, { finding: id, version: body.version }),
    );
    app.post(
      "/api/findings/:id/review",
      { schema: { params: ofFinding, body: ReviewFindingRequest, response: appended } },
      async ({ params: { id }, body }) => reviewFinding(ports, viewer, { finding: id, ...body }),
    );
    app.post(
      "/api/findings/:id/withdraw",
      { schema: { params: ofFinding, body: ReasonRequest, response: appended } },
      async ({ params: { id }, body }) => withdrawFinding(ports, viewer, { finding: id, reason: body.reason }),
    );
    done();
  };
}
