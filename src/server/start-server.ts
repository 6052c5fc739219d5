/** The workbench over HTTP, on this machine's loopback address only. */
import fastifySwagger from "@fastify/swagger";
import Fastify from "fastify";
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import type { CaseSession } from "../jobs/case-session.ts";
import { answerErrors } from "./answer-errors.ts";
import { assistantRoutes } from "./assistant-routes.ts";
import { guardBlindDoor } from "./blind-door.ts";
import { blindRoutes } from "./blind-routes.ts";
import { caseRoutes } from "./case-routes.ts";
import { claimReportRoutes } from "./claim-report-routes.ts";
import { claimRoutes } from "./claim-routes.ts";
import { claimTextRoutes } from "./claim-text-routes.ts";
import { conditionsRoutes } from "./conditions-routes.ts";
import { contradictionRoutes } from "./contradiction-routes.ts";
import { copiesRoutes } from "./copies-routes.ts";
import { guardDoor } from "./door.ts";
import { editionRoutes } from "./edition-routes.ts";
import { elementRoutes } from "./element-routes.ts";
import { eventRoutes } from "./event-routes.ts";
import { exhibitRoutes } from "./exhibit-routes.ts";
import { featureRoutes } from "./feature-routes.ts";
import { findingRoutes } from "./finding-routes.ts";
import { findFramesRoutes } from "./find-frames-routes.ts";
import { gazetteerRoutes } from "./gazetteer-routes.ts";
import { identificationRoutes } from "./identification-routes.ts";
import { imageryRoutes } from "./imagery-routes.ts";
import { inferenceRoutes } from "./inference-routes.ts";
import { inquiryRoutes } from "./inquiry-routes.ts";
import { itemRoutes } from "./item-routes.ts";
import { sheetRoutes } from "./sheet-routes.ts";
import { jobRoutes } from "./job-routes.ts";
import { linkRoutes } from "./link-routes.ts";
import { liveEvents } from "./live-events.ts";
import { mapLayerRoutes } from "./map-layer-routes.ts";
import { mapRoutes } from "./map-routes.ts";
import { mediaRoutes } from "./media-routes.ts";
import { createOneTimeLink } from "./one-time-link.ts";
import { peopleRoutes } from "./people-routes.ts";
import { freeOrAny, ownPort } from "./own-port.ts";
import { placeRoutes } from "./place-routes.ts";
import { receiptRoutes } from "./receipt-routes.ts";
import { sendSafeHeaders } from "./safe-headers.ts";
import { recogniserRoutes } from "./recogniser-routes.ts";
import { recordRoutes } from "./record-routes.ts";
import { coveredWordsRoutes } from "./covered-words-routes.ts";
import { redactionRoutes } from "./redaction-routes.ts";
import { replyRoutes } from "./reply-routes.ts";
import { restrictedNoteRoutes } from "./restricted-note-routes.ts";
import { sceneRoutes } from "./scene-routes.ts";
import { searchRoutes } from "./search-routes.ts";
import { sessionRoute } from "./session-route.ts";
import { servePage } from "./serve-page.ts";
import { sourceRoutes } from "./source-routes.ts";
import { subjectRoutes } from "./subject-routes.ts";
import { syncRoutes } from "./sync-routes.ts";
import { textCopiesRoutes } from "./text-copies-routes.ts";
import { sheetImportRoutes } from "./sheet-import-routes.ts";
import { tierRoutes } from "./tier-routes.ts";
import { uploadRoutes } from "./upload-routes.ts";
import { staleRoutes } from "./stale-routes.ts";
import { wellbeingRoutes } from "./wellbeing-routes.ts";
import { workRoutes } from "./work-routes.ts";

export interface RunningServer {
  readonly port: number;
  /** Opens the workbench once. */
  readonly link: string;
  /** Every route that answers, as it was registered: "GET /api/items/:id". */
  readonly routes: readonly string[];
  close(): Promise<void>;
}

export interface ServerOptions {
  readonly session: CaseSession;
  /** 0: the person's own in this case, or any free one. */
  readonly port: number;
  /** Folder of the built page. */
  readonly page: string;
  /** Told of faults of ours. */
  readonly report: (error: unknown) => void;
}

const loopback = "127.0.0.1";

export async function startServer({ session, port, page, report }: ServerOptions): Promise<RunningServer> {
  let bound = port;
  const link = createOneTimeLink(() => bound);
  const app = Fastify({ logger: false, forceCloseConnections: true, routerOptions: { maxParamLength: 200 } });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  const routes: string[] = [];
  app.addHook("onRoute", ({ method, url }) => void routes.push(...[method].flat().map((one) => `${one} ${url}`)));
  sendSafeHeaders(app);
  guardDoor(app, link, () => [`${loopback}:${bound}`, `localhost:${bound}`]);
  guardBlindDoor(app, session.viewer);
  answerErrors(app, report);
  await app.register(fastifySwagger, {
    openapi: {
      openapi: "3.1.0",
      info: { title: "Witnessmark", version: "1", description: "The workbench's own interface, on loopback, for one session." },
    },
    transform: jsonSchemaTransform,
  });
  await app.register(sessionRoute(link));
  await app.register(caseRoutes(session));
  await app.register(itemRoutes(session));
  await app.register(sheetRoutes(session));
  await app.register(eventRoutes(session));
  await app.register(conditionsRoutes(session));
  await app.register(sourceRoutes(session));
  await app.register(mediaRoutes(session));
  await app.register(mapRoutes(session));
  await app.register(mapLayerRoutes(session));
  await app.register(jobRoutes(session));
  await app.register(linkRoutes(session));
  await app.register(inquiryRoutes(session));
  await app.register(receiptRoutes(session));
  await app.register(sheetImportRoutes(session));
  await app.register(uploadRoutes(session));
  await app.register(searchRoutes(session));
  await app.register(copiesRoutes(session));
  await app.register(imageryRoutes(session));
  await app.register(exhibitRoutes(session));
  await app.register(identificationRoutes(session));
  await app.register(restrictedNoteRoutes(session));
  await app.register(inferenceRoutes(session));
  await app.register(gazetteerRoutes(session));
  await app.register(placeRoutes(session));
  await app.register(findFramesRoutes(session));
  await app.register(featureRoutes(session));
  await app.register(textCopiesRoutes(session));
  await app.register(claimRoutes(session));
  await app.register(claimTextRoutes(session));
  await app.register(assistantRoutes(session));
  await app.register(recogniserRoutes(session));
  await app.register(replyRoutes(session));
  await app.register(redactionRoutes(session));
  await app.register(coveredWordsRoutes(session));
  await app.register(claimReportRoutes(session));
  await app.register(contradictionRoutes(session));
  await app.register(syncRoutes(session));
  await app.register(subjectRoutes(session));
  await app.register(sceneRoutes(session));
  await app.register(elementRoutes(session));
  await app.register(tierRoutes(session));
  await app.register(editionRoutes(session));
  await app.register(blindRoutes(session));
  await app.register(recordRoutes(session));
  await app.register(findingRoutes(session));
  await app.register(peopleRoutes(session));
  await app.register(workRoutes(session));
  await app.register(wellbeingRoutes(session));
  await app.register(staleRoutes(session));
  liveEvents(app, session);
  servePage(app, page);
  app.get("/api/openapi.json", { schema: { hide: true } }, async () => app.swagger());
  await app.listen({
    host: loopback,
    port: port === 0 ? await freeOrAny(ownPort(session.caseId, session.viewer.person), loopback) : port,
  });
  const address = app.server.address();
  bound = typeof address === "object" && address !== null ? address.port : port;
  return { port: bound, link: `http://${loopback}:${bound}/?token=${link.token}`, routes, close: () => app.close() };
}
