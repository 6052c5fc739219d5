/** A real case of small clips, opened in this process as the program opens it and served over HTTP, with a measurer of the test's own. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { collectItems } from "../../src/actions/collect-items.ts";
import type { SyncMeasurer } from "../../src/core/sync/measurer.port.ts";
import type { CaseSession } from "../../src/jobs/case-session.ts";
import { openSyncFeatures } from "../../src/keep/sync-features.ts";
import { walkSources } from "../../src/keep/walk-folder.ts";
import { type RunningServer, startServer } from "../../src/server/start-server.ts";
import { syncWorkOf } from "../../src/wiring/sync-work.ts";
import { type CopiesDesk, createCopiesDesk } from "../copies/case-of-copies.ts";
import { enterCase, type ServedCase } from "../support/served-case.ts";
import { type FakeMeasurer, fakeMeasurer } from "./fake-measurer.ts";

/** Four frames a second, two seconds, each its own bytes. `sound`: a tone, or none. */
export function makeTinyClip(path: string, seed: number, sound = true, more: readonly string[] = []): void {
  const tone = ["-f", "lavfi", "-i", `sine=frequency=${300 + 40 * seed}:duration=2`];
  execFileSync("ffmpeg", [
    ...["-v", "error", "-y", "-f", "lavfi", "-i", `testsrc=size=64x36:rate=4:duration=2`, ...(sound ? tone : [])],
    ...["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-metadata", `comment=${seed}`],
    ...(sound ? ["-c:a", "aac", "-b:a", "32k"] : []),
    ...more,
    path,
  ]);
}

/** Collects a folder and probes what is in it; the other analyses, which nothing here looks at, are left for later. */
export async function collectAndProbe(session: CaseSession, folder: string): Promise<void> {
  await collectItems(
    session.collectorPorts,
    session.viewer,
    { method: "folder", from: folder, rehash: false, ...session.collecting },
    walkSources([folder], { signal: new AbortController().signal }),
    { signal: new AbortController().signal, onProgress: () => undefined },
  );
  let left = readdirSync(folder).length;
  const leave = session.onAppended((lines) => {
    for (const { body } of lines) if (body?.kind === "analysis.recorded" && body.data.ground.analyser === "probe") left--;
    if (left === 0) session.board.setPaused(true);
  });
  session.queue.wake();
  await session.queue.idle();
  leave();
  session.board.setPaused(false);
}

export interface SyncDesk {
  readonly desk: CopiesDesk;
  readonly session: CaseSession;
  readonly measurer: FakeMeasurer;
  readonly served: ServedCase;
  /** Measures and waits for the end of it; how the job ended. */
  measure(items: readonly string[] | "all"): Promise<{ state: string; reason?: string; detail?: string }>;
  jobEnded(id: string): Promise<{ state: string; reason?: string; detail?: string }>;
  close(): Promise<void>;
}

export async function createSyncDesk(clips: (folder: string) => void): Promise<SyncDesk> {
  const desk = createCopiesDesk();
  const session = await desk.open();
  const folder = join(desk.folder, "clips");
  mkdirSync(folder);
  clips(folder);
  await collectAndProbe(session, folder);
  return { desk, ...(await serveWith(session, fakeMeasurer())) };
}

export async function serveWith<M extends SyncMeasurer>(
  opened: CaseSession,
  measurer: M,
): Promise<Omit<SyncDesk, "desk" | "measurer"> & { readonly measurer: M }> {
  const { writer, vault, reader, viewer, board, queue } = opened;
  const features = openSyncFeatures(opened.path, { readOnly: viewer.readOnly });
  const session: CaseSession = { ...opened, ...syncWorkOf({ writer, vault, reader, viewer, board, queue, measurer, features }) };
  const page = mkdtempSync(join(tmpdir(), "witnessmark-page-"));
  mkdirSync(join(page, "assets"));
  writeFileSync(join(page, "index.html"), "");
  const server: RunningServer = await startServer({ session, port: 0, page, report: (error) => console.error(error) });
  const served = await enterCase(server.link);
  const jobEnded = async (id: string) => {
    for (;;) {
      const job = session.board.find(id);
      if (job !== undefined && job.state !== "running" && job.state !== "waiting") return { ...job };
      await new Promise<void>((resolve) => {
        const leave = session.board.subscribe(() => {
          leave();
          resolve();
        });
        const now = session.board.find(id)?.state;
        if (now !== "running") {
          leave();
          resolve();
        }
      });
    }
  };
  return {
    ...{ session, measurer, served, jobEnded },
    async measure(items) {
      const { job, message } = await served.post<{ job?: string; message?: string }>("/api/sync/measure", { items });
      if (job === undefined) throw new Error(message);
      return jobEnded(job);
    },
    async close() {
      await server.close();
      rmSync(page, { recursive: true, force: true });
      await session.sync.stop();
      await opened.close();
    },
  };
}
