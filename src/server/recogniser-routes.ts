/** Speech and signs read by programs of the person's own. Off by default; each reading is asked for, is a job, and can be stopped. */
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { readSigns } from "../actions/read-signs.ts";
import type { DraftWritten, ReadControl } from "../actions/recognise-ports.ts";
import { recogniseSpeech } from "../actions/recognise-speech.ts";
import {
  DetectorTriedAnswer,
  ReadSignsRequest,
  RecogniseRequest,
  RecogniserSettingsAnswer,
  RecogniserTriedAnswer,
  SignWordsAnswer,
  TesseractTriedAnswer,
} from "../api/recogniser.ts";
import { CaseError } from "../core/case/case-error.ts";
import { ItemId } from "../core/item/item.ts";
import type { Json } from "../core/json/canonical-json.ts";
import { noRecogniserSettings, RecogniserSettings } from "../core/recogniser/recogniser-settings.ts";
import type { CaseSession } from "../jobs/case-session.ts";
import type { JobControl, JobEnd } from "../jobs/job-board.ts";
import { demand } from "../policy/demand.ts";
import { signWords } from "../reads/sign-words.ts";

const OfItem = z.strictObject({ id: ItemId });
const Started = z.strictObject({ job: z.string() });

export function recogniserRoutes({ reader, viewer, board, recognisers, recognisePorts }: CaseSession): FastifyPluginCallbackZod {
  /** A file that cannot be read as settings is told, and can be replaced from the page that shows it. */
  const settings = async (): Promise<RecogniserSettingsAnswer> => {
    const { network, why: networkWhy } = await recognisers.isolation();
    const common = { file: recognisers.file, network, networkWhy };
    try {
      return { ...common, settings: await recognisers.read(), fault: null };
    } catch (error) {
      if (!(error instanceof CaseError) || error.code !== "INPUT_INVALID") throw error;
      return { ...common, settings: noRecogniserSettings, fault: error.message };
    }
  };
  const start = (name: string, item: ItemId, read: (control: ReadControl) => Promise<DraftWritten | undefined>): { job: string } => {
    const begin = (): string => board.start({ name, item, run: running(read), retry: () => void begin() }).id;
    return { job: begin() };
  };
  return (app, _options, done) => {
    app.get("/api/recogniser-settings", { schema: { response: { 200: RecogniserSettingsAnswer } } }, settings);
    app.post(
      "/api/recogniser-settings",
      { schema: { body: RecogniserSettings, response: { 200: RecogniserSettingsAnswer } } },
      async ({ body }) => {
        await recognisers.write(body);
        return settings();
      },
    );
    app.post("/api/recogniser-settings/try", { schema: { response: { 200: RecogniserTriedAnswer } } }, async (_request, reply) => ({
      ...(await recognisers.tryRecogniser(untilGone(reply.raw))),
    }));
    app.post("/api/recogniser-settings/try-tesseract", { schema: { response: { 200: TesseractTriedAnswer } } }, async (_request, reply) => {
      const { version, languages } = await recognisers.tryTesseract(untilGone(reply.raw));
      return { version, languages: [...languages] };
    });
    app.post("/api/recogniser-settings/try-detector", { schema: { response: { 200: DetectorTriedAnswer } } }, async (_request, reply) => ({
      ...(await recognisers.tryDetector(untilGone(reply.raw))),
    }));
    app.post(
      "/api/items/:id/recognise",
      { schema: { params: OfItem, body: RecogniseRequest, response: { 200: Started } } },
      async ({ params: { id }, body }) => {
        demand(viewer, "append");
        // What is not set up, or is not there, is answered here and not in a job.
        if ((await recognisers.read()).recogniser === null) throw notSetUp("speech recogniser");
        await recognisePorts.originalOf(id);
        return start("recognise", id, (control) => recogniseSpeech(recognisePorts, viewer, { item: id, ...body }, control));
      },
    );
    app.post(
      "/api/items/:id/read-signs",
      { schema: { params: OfItem, body: ReadSignsRequest, response: { 200: Started } } },
      async ({ params: { id }, body }) => {
        demand(viewer, "append");
        await recognisePorts.originalOf(id);
        await recognisePorts.tesseract(body.languages);
        return start("read-signs", id, (control) => readSigns(recognisePorts, viewer, { item: id, ...body }, control));
      },
    );
    app.get("/api/sign-words", { schema: { response: { 200: SignWordsAnswer } } }, async () => signWords(reader, viewer));
    done();
  };
}

function running(read: (control: ReadControl) => Promise<DraftWritten | undefined>): (control: JobControl) => Promise<JobEnd> {
  return async ({ signal, report }) => {
    const written = await read({ signal, onProgress: report });
    return written === undefined ? { state: "failed", reason: "stopped" } : { state: "done", result: { ...written } as Json };
  };
}

/** Nobody waits any more once the page has gone. */
function untilGone(raw: { once(event: "close", listener: () => void): unknown }): AbortSignal {
  const stop = new AbortController();
  raw.once("close", () => stop.abort());
  return stop.signal;
}

function notSetUp(what: string): CaseError {
  return new CaseError("NOT_ALLOWED", `${what}: expected one in the settings; found none set up`);
}
