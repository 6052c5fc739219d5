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
    let jobsDue: NodeJS.Timeout | undefined;
    let stops: (() => void)[] = [];
    const end = (): void => {
      clearTimeout(jobsDue);
      clearInterval(heartbeat);
      for (const stop of stops) stop();
      stops = [];
    };
    // A stream that was open before somebody was asked for a blind answer says nothing more, and ends: the page asks again, and is told.
    const shut = (): boolean => {
      if ((session.viewer.doors ?? []).length === 0) return false;
      end();
      out.end();
      return true;
    };
    const write = (text: string): boolean => !shut() && out.write(text);
    const send = (event: LiveEvent) => write(`data: ${JSON.stringify(event)}\n\n`);
    const sendJobs = () => send({ type: "jobs", jobs: session.board.summary() });
    // Where another program writes the case, only asking tells that a door was shut: before anything is sent, and at each beat.
    const asked = async (then: () => unknown): Promise<void> => {
      try {
        await session.viewer.refreshDoors?.();
        then();
      } catch {
        // Whether the door is shut is unknown: nothing is said any more. The page asks again, and is told what is wrong.
        end();
        out.destroy();
      }
    };
    const heartbeat = setInterval(() => void asked(() => write(": here\n\n")), heartbeatMs);
    stops = [
      session.board.subscribe(() => {
        jobsDue ??= setTimeout(() => {
          jobsDue = undefined;
          void asked(sendJobs);
        }, jobsEveryMs);
      }),
      session.onAppended((lines) => {
        const last = lines.at(-1);
        if (last !== undefined) send({ type: "ledger", seq: last.head.seq, shortCode: shortCode(last.headDigest), items: itemsOf(lines) });
      }),
      session.onStopped(() => void asked(() => send({ type: "case" }))),
      session.onDerived((item, analyser) => void asked(() => send({ type: "derived", item, name: analyser }))),
    ];
    request.raw.on("close", end);
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
