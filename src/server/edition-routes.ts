/** Editions: what keeps one back, handing it over, the register of who got it, and corrections. */
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { acknowledgeDisclosure } from "../actions/acknowledge-disclosure.ts";
import { confirmKeyPoint } from "../actions/confirm-key-point.ts";
import { disclose } from "../actions/disclose.ts";
import type { EditionPorts } from "../actions/edition-ports.ts";
import { issueCorrection } from "../actions/issue-correction.ts";
import {
  AcknowledgeRequest,
  CompareQuery,
  ConfirmKeyPointRequest,
  CorrectionRequest,
  DiscloseRequest,
  EditionChecked,
  EditionsAnswer,
  EditionsCompared,
  HandOverRequest,
  HandOverResult,
  PlanRequest,
} from "../api/editions.ts";
import type { EditionId } from "../core/edition/edition.ts";
import type { Json } from "../core/json/canonical-json.ts";
import { shortCode } from "../core/ledger/ledger-line.ts";
import type { CaseSession } from "../jobs/case-session.ts";
import { demand } from "../policy/demand.ts";
import { compareEditions, type EditionRef } from "../reads/editions/compare-editions.ts";
import { draftCorrection } from "../reads/editions/draft-correction.ts";
import { editionIndex } from "../reads/editions/edition-index.ts";
import { listEditions } from "../reads/editions/list-editions.ts";
import { previewPolicy } from "./safe-headers.ts";

const Started = z.strictObject({ job: z.string() });
const appended = { 200: z.strictObject({ seq: z.number().int() }) };
/** Plans of 500 items, each with excerpts and stills. */
const bodyLimit = 16 * 1024 * 1024;
/** Reports that were looked at and may be shown in a frame; older ones are made anew. */
const previewsKept = 4;
export function editionRoutes(session: CaseSession): FastifyPluginCallbackZod {
  const { reader, viewer, writer, vault, board, editions } = session;
  const index = editionIndex(reader);
  const ports: EditionPorts = { writer, vault, clock: session.collectorPorts.clock, editions: index };
  const previews = new Map<string, string>();
  let made = 0;
  return (app, _options, done) => {
    app.get("/api/editions", { schema: { response: { 200: EditionsAnswer } } }, async () => {
      const { versions, corrections } = await listEditions(reader, viewer);
      return {
        versions: [...versions],
        corrections: [...corrections],
        draft: (await draftCorrection(reader, viewer)) ?? null,
      } as EditionsAnswer;
    });

    app.post("/api/editions/check", { bodyLimit, schema: { body: PlanRequest, response: { 200: EditionChecked } } }, async ({ body }) => {
      const { blockers, model, page } = await editions.check(body.plan, { passphrase: body.passphrase });
      const id = `p${++made}`;
      previews.set(id, page);
      for (const old of [...previews.keys()].slice(0, -previewsKept)) previews.delete(old);
      return {
        blockers: [...blockers],
        items: model.items.map(({ item, label, kind, graphic, object }) => ({ item, label, kind, graphic, held: object !== null })),
        preview: `/api/editions/preview/${id}`,
      };
    });

    app.get(
      "/api/editions/preview/:id",
      { schema: { params: z.strictObject({ id: z.string().regex(/^p[0-9]+$/) }) } },
      async ({ params }, reply) => {
        const page = previews.get(params.id);
        if (page === undefined)
          return reply.status(404).send({ code: "INPUT_INVALID", message: "this preview is not there any more: check the plan again" });
        return reply.headers({ "content-type": "text/html; charset=utf-8", "content-security-policy": previewPolicy }).send(page);
      },
    );

    app.post("/api/editions/hand-over", { bodyLimit, schema: { body: HandOverRequest, response: { 200: Started } } }, async ({ body }) => {
      demand(viewer, "seal");
      const { out, plan, edition, passphrase, recipients } = body;
      await editions.demandRecipients(recipients ?? []);
      const { id } = board.start({
        name: "hand-over",
        run: async ({ signal, report }) => {
          const found = await editions.handOver(out, { plan, edition, passphrase, recipients }, { signal, onProgress: report });
          if (found.state !== "sealed") return { state: "done", result: HandOverResult.parse(found) as unknown as Json };
          const { objects, withheld, head, stillSpeaking } = found.pack;
          const { pack: _, ...said } = found;
          const result = { ...said, out, objects, withheld, stillSpeaking, shortCode: shortCode(head) };
          return { state: "done", result: HandOverResult.parse(result) as unknown as Json };
        },
      });
      return { job: id };
    });

    app.get("/api/editions/compare", { schema: { querystring: CompareQuery, response: { 200: EditionsCompared } } }, async ({ query }) =>
      compareEditions(reader, viewer, refOf(query.before), refOf(query.after)),
    );
    app.post("/api/disclosures", { schema: { body: DiscloseRequest, response: appended } }, async ({ body }) =>
      disclose(ports, viewer, body),
    );
    app.post("/api/disclosures/acknowledge", { schema: { body: AcknowledgeRequest, response: appended } }, async ({ body }) =>
      acknowledgeDisclosure(ports, viewer, body),
    );
    app.post("/api/key-points/confirm", { schema: { body: ConfirmKeyPointRequest, response: appended } }, async ({ body }) =>
      confirmKeyPoint({ writer, approvedVersion: index.approvedVersion }, viewer, body),
    );
    app.post("/api/corrections", { schema: { body: CorrectionRequest, response: appended } }, async ({ body }) =>
      issueCorrection(ports, viewer, body),
    );
    done();
  };
}

function refOf(text: string): EditionRef {
  const [edition, version] = text.split(":");
  return { edition: edition as EditionId, version: Number(version) };
}
