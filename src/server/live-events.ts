/** Server-sent events: the ledger grew, a derived thing is ready, jobs moved. Jobs move fast, so they are sent at most four times a second. */
import type { FastifyInstance } from "fastify";
import type { LiveEvent } from "../api/jobs.ts";
import type { ItemId } from "../core/item/item.ts";
import { shortCode, type LedgerLine } from "../core/ledger/ledger-line.ts";
import type { CaseSession } from "../jobs/case-session.ts";

const jobsEveryMs = 250;
const heartbeatMs = 15_000;

export function liveEvents(app: FastifyInstance, session: CaseSession): void {
  app.get("/api/events", { schema: { hide: true } }, (request, reply) => {
    reply.hijack();
    const out = reply.raw;
    out.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      "content-type": "text/event-stream",
      "x-accel-buffering": "no",
    });
    // A stream that was open before somebody was asked for a blind answer says nothing more until it is sealed.
    const send = (event: LiveEvent) => (session.viewer.doors ?? []).length > 0 || out.write(`data: ${JSON.stringify(event)}\n\n`);
    const sendJobs = () => send({ type: "jobs", jobs: session.board.summary() });
    let jobsDue: NodeJS.Timeout | undefined;
    const stops = [
      session.board.subscribe(() => {
        jobsDue ??= setTimeout(() => {
          jobsDue = undefined;
          sendJobs();
        }, jobsEveryMs);
      }),
      session.onAppended((lines) => {
        const last = lines.at(-1);
        if (last !== undefined) send({ type: "ledger", seq: last.head.seq, shortCode: shortCode(last.headDigest), items: itemsOf(lines) });
      }),
      session.onStopped(() => send({ type: "case" })),
      session.onDerived((item, analyser) => send({ type: "derived", item, name: analyser })),
    ];
    const heartbeat = setInterval(() => out.write(": here\n\n"), heartbeatMs);
    request.raw.on("close", () => {
      for (const stop of stops) stop();
      clearInterval(heartbeat);
      clearTimeout(jobsDue);
    });
    sendJobs();
  });
}

/** At most a hundred items by name; more means "reload the list". */
function itemsOf(lines: readonly LedgerLine[]): ItemId[] {
  const found = new Set<ItemId>();
  for (const { body } of lines) {
    const data = body?.data as { item?: ItemId | null; items?: readonly ItemId[]; target?: { item: ItemId } } | undefined;
    for (const item of [data?.item, data?.target?.item, ...(data?.items ?? [])]) if (typeof item === "string") found.add(item);
    if (found.size > 100) break;
  }
  return [...found].slice(0, 100);
}
