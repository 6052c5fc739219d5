/**
 * The redaction layer: marked, changed, taken back, looked at whole by a second person, excepted from; a box followed; and what a
 * person's own detector takes for something to cover.
 */
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { detectRegions } from "../actions/detect-regions.ts";
import { leaveRegion } from "../actions/leave-region.ts";
import { markRedaction } from "../actions/mark-redaction.ts";
import { overrideProtection } from "../actions/override-protection.ts";
import { demandShown, type RedactionPorts } from "../actions/redaction-ports.ts";
import { viewStretch } from "../actions/view-stretch.ts";
import { withdrawRedaction } from "../actions/withdraw-redaction.ts";
import { ReasonRequest } from "../api/events.ts";
import {
  LeaveRegionRequest,
  Marked,
  MarkRequest,
  OverrideRequest,
  RedactionAnswer,
  RegionsAnswer,
  TrackBoxAnswer,
  TrackBoxRequest,
  ViewStretchRequest,
} from "../api/redactions.ts";
import { CaseError } from "../core/case/case-error.ts";
import { DetectRequest } from "../core/detector/detector-settings.ts";
import { ItemId } from "../core/item/item.ts";
import type { Json } from "../core/json/canonical-json.ts";
import { RedactionId } from "../core/redaction/redaction.ts";
import type { CaseSession } from "../jobs/case-session.ts";
import type { JobControl, JobEnd } from "../jobs/job-board.ts";
import { demand } from "../policy/demand.ts";
import { markedInCopies } from "../reads/redactions/marked-in-copies.ts";
import { redactionIndex } from "../reads/redactions/redaction-index.ts";
import { redactionOf } from "../reads/redactions/redaction-of.ts";
import { type ItemRegions, regionsOf } from "../reads/redactions/regions-of.ts";
import { unmarkedProtected } from "../reads/redactions/unmarked-protected.ts";

const params = z.strictObject({ id: ItemId });
const appended = { 200: z.strictObject({ seq: z.number().int() }) };
/** Five thousand keys as JSON. */
const bodyLimit = 4 * 1024 * 1024;

export function redactionRoutes({
  reader,
  viewer,
  writer,
  vault,
  boxTracker,
  board,
  recognisers,
  detectPorts,
}: CaseSession): FastifyPluginCallbackZod {
  const ports: RedactionPorts = { writer, vault, redactions: redactionIndex(reader) };
  return (app, _options, done) => {
    app.get("/api/items/:id/redaction", { schema: { params, response: { 200: RedactionAnswer } } }, async ({ params: { id } }) => {
      const layer = await redactionOf(reader, viewer, id);
      const { marks, stretches, overrides, shots, ...rest } = layer;
      return {
        ...rest,
        unmarked: (await unmarkedProtected(reader, layer)).map((one) => ({
          ...one,
          protection: [...one.protection],
          bare: [...one.bare],
        })),
        inCopies: (await markedInCopies(reader, layer)).map((one) => ({
          ...one,
          ...{ across: [...one.across], bare: [...one.bare], notHere: [...one.notHere] },
        })),
        marks: marks.map((mark) => ({ ...mark, makers: [...mark.makers] })),
        ...{ stretches: [...stretches], overrides: [...overrides], shots: [...shots], me: viewer.person },
      };
    });
    app.get("/api/items/:id/regions", { schema: { params, response: { 200: RegionsAnswer } } }, async ({ params: { id } }) =>
      regionsAnswer(await regionsOf(reader, viewer, await redactionOf(reader, viewer, id))),
    );
    app.post(
      "/api/items/:id/regions/leave",
      { schema: { params, body: LeaveRegionRequest, response: appended } },
      async ({ params: { id }, body }) => leaveRegion(detectPorts, viewer, { item: id, ...body }),
    );
    app.post(
      "/api/items/:id/detect",
      { schema: { params, body: DetectRequest, response: { 200: z.strictObject({ job: z.string() }) } } },
      async ({ params: { id }, body }) => {
        demand(viewer, "append");
        // What is not set up, or is not there, is answered here and not in a job.
        if ((await recognisers.read()).detector === null)
          throw new CaseError("NOT_ALLOWED", "detector: expected one in the settings; found none set up");
        await demandShown(detectPorts, id);
        const run = async ({ signal, report }: JobControl): Promise<JobEnd> => {
          const found = await detectRegions(detectPorts, viewer, { item: id, ...body }, { signal, onProgress: report });
          return found === undefined ? { state: "failed", reason: "stopped" } : { state: "done", result: { ...found } as Json };
        };
        const begin = (): string => board.start({ name: "detect", item: id, run, retry: () => void begin() }).id;
        return { job: begin() };
      },
    );
    app.post("/api/redactions", { bodyLimit, schema: { body: MarkRequest, response: { 200: Marked } } }, async ({ body }) =>
      markRedaction(ports, viewer, body),
    );
    app.post(
      "/api/redactions/:id/withdraw",
      { schema: { params: z.strictObject({ id: RedactionId }), body: ReasonRequest, response: appended } },
      async ({ params: { id }, body }) => withdrawRedaction(ports, viewer, { redaction: id, reason: body.reason }),
    );
    app.post(
      "/api/items/:id/stretches",
      { schema: { params, body: ViewStretchRequest, response: appended } },
      async ({ params: { id }, body }) => viewStretch(ports, viewer, { item: id, ...body }),
    );
    app.post(
      "/api/items/:id/overrides",
      { schema: { params, body: OverrideRequest, response: appended } },
      async ({ params: { id }, body }) => overrideProtection(ports, viewer, { item: id, ...body }),
    );
    app.post(
      "/api/items/:id/track",
      { schema: { params, body: TrackBoxRequest, response: { 200: TrackBoxAnswer } } },
      async ({ params: { id }, body }) => {
        const answer = await boxTracker.ask({ item: id, ...body });
        return answer.state === "done" ? { ...answer, keys: [...answer.keys] } : answer;
      },
    );
    done();
  };
}

/** Rows that a page lists, and pictures of them: what goes beyond is counted, and comes once those are marked or left. */
const mostRows = 500;
const mostBoxes = 50_000;

function regionsAnswer({ runs, unmarked, left, unread }: ItemRegions): RegionsAnswer {
  const results = new Map(runs.map(({ line, result }) => [line, result]));
  let boxes = 0;
  const listed = unmarked.slice(0, mostRows).filter(({ regions }, n) => (boxes += regions.length) <= mostBoxes || n === 0);
  return {
    runs: runs.map(({ result, ...run }) => ({
      ...run,
      read:
        result === null
          ? null
          : { version: result.program.version, everyS: result.everyS, notLooked: result.notLooked, network: result.network },
    })),
    unmarked: listed.map(({ regions, ...stretch }) => ({
      ...stretch,
      regions: regions.flatMap((place) => {
        const result = results.get(stretch.run);
        const region = result?.regions[place];
        const frame = result?.frames[region?.frame ?? -1];
        return region === undefined || frame === undefined ? [] : [{ place, ...frame, box: region.box }];
      }),
    })),
    further: unmarked.length - listed.length,
    left: left.map(({ stretches, ...one }) => ({
      ...one,
      stretches: stretches.map(({ fromS, toS, class: sort }) => ({ fromS, toS, class: sort })),
    })),
    unread: [...unread],
  };
}
