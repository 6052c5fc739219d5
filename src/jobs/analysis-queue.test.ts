import assert from "node:assert/strict";
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { newCase, reopen, bytesOf, allOf } from "../../test/crash/make-case.ts";
import { createCaseWriter } from "../actions/case-writer.ts";
import { createCollector } from "../actions/collector.ts";
import type { AnalysisRequest, AnalyserRunner } from "../core/analysis/analyser.port.ts";
import type { AnalysisAnswer } from "../core/analysis/analysis.ts";
import type { Json } from "../core/json/canonical-json.ts";
import type { CaseFolder } from "../keep/open-case-folder.ts";
import { random, sha256 } from "../keep/sha256.ts";
import { knownPlaces, nextNumbers } from "../reads/case-index.ts";
import type { CaseReader } from "../reads/case-reader.ts";
import { erasedObjects } from "../reads/erased-objects.ts";
import { noUnpacking } from "../../test/support/no-unpacking.ts";
import { itemsNamed } from "../reads/items-named.ts";
import { refusalsRecorded } from "../reads/refusals-recorded.ts";
import { openViews } from "../views/open-views.ts";
import { createAnalysisQueue } from "./analysis-queue.ts";
import { createJobBoard } from "./job-board.ts";

const picture = {
  ...{ kind: "picture", container: "png", durationSec: "unknown", startSec: 0, streams: [], frameTable: null, metadata: [], times: [] },
  ...{ holds: [], holdsNot: [], traps: [], browserPlays: true },
};

type Act = (request: AnalysisRequest, signal: { aborted: boolean }) => Promise<"done" | "failed"> | "done" | "failed";

/** A queue over a real case; `act` decides what each analyser does. */
async function queueOn(folder: CaseFolder, act: Act) {
  const { ledger, vault, derived } = folder;
  const scratch = mkdtempSync(join(folder.path, "..", "scratch-"));
  const views = await openViews({ file: join(folder.path, "derived", "views.sqlite"), ledger, vault, sha256 });
  const ran: string[] = [];
  const faults: unknown[] = [];
  const runner: AnalyserRunner = {
    versionOf: () => "1",
    async run(request, { signal }, use) {
      const { analyser, object, nameHint } = request;
      ran.push(`${analyser} ${nameHint}`);
      const ground = { analyser, version: "1", parameters: {}, inputs: [object], decoder: "none" };
      const end = await act(request, signal);
      const file = join(scratch, `${ran.length}.jpg`);
      writeFileSync(file, "synthetic poster");
      const failure = { code: "truncated", message: "expected an end; found none" };
      const answer: AnalysisAnswer =
        end === "failed"
          ? { state: "failed", ground, failure }
          : analyser === "probe"
            ? { state: "done", ground, result: picture as unknown as Json, files: [] }
            : { state: "done", ground, result: {}, files: [{ name: "poster.jpg", mediaType: "image/jpeg", path: file }] };
      return use(answer);
    },
  };
  const reader: CaseReader = { views, vault, derived, versionOf: () => "1", underway: () => queue.underway() };
  const writer = createCaseWriter({
    ledger,
    project: (lines) => views.apply(lines),
    next: await nextNumbers(reader),
    sha256,
    random,
    onAppended: () => undefined,
  });
  const board = createJobBoard();
  const record = {
    ...{ writer, ledger, vault, derived },
    readFile: (path: string) => createReadStream(path),
    knownPlaces: (item: number) => knownPlaces(reader, item),
    unpacking: noUnpacking,
  };
  const viewer = { person: folder.person, readOnly: false };
  const queue = createAnalysisQueue({
    reader,
    runner,
    record,
    viewer,
    board,
    workers: 2,
    onDerived: () => undefined,
    onFault: (error) => void faults.push(error),
  });

  async function collect(...names: string[]): Promise<void> {
    const ports = {
      ...{ writer, vault, clock: { now: () => new Date().toISOString() }, memory: folder.sourceMemory },
      itemsNamed: (shown: readonly string[]) => itemsNamed(reader, shown),
      erasedObjects: () => erasedObjects(reader),
      refusalsRecorded: (from: string, report: `sha256:${string}`) => refusalsRecorded(reader, from, report),
    };
    const request = { method: "files", from: "here", machine: "test", program: "test", clockSource: "unknown" } as const;
    const collector = createCollector(ports, request);
    for (const path of names) {
      const name = { encoding: "utf-8", path } as const;
      await collector.add({
        name,
        size: path.length,
        fileWrittenAt: "unknown",
        fingerprint: path,
        open: () => bytesOf(`synthetic ${path}`),
      });
    }
    await collector.finish("complete");
  }
  async function close(): Promise<void> {
    await queue.stop();
    await views.close();
    await folder.close();
    rmSync(scratch, { recursive: true, force: true });
  }
  async function probesRecorded(): Promise<string[]> {
    const lines = await allOf(ledger.read());
    return lines
      .flatMap(({ body }) =>
        body?.kind === "analysis.recorded" && body.data.ground.analyser === "probe" ? [`${body.data.item} ${body.data.outcome.state}`] : [],
      )
      .sort();
  }
  return { queue, board, ran, faults, collect, close, probesRecorded };
}

test("everything that was collected is probed, then looked at, once", async (t) => {
  const { folder } = await newCase(t);
  const on = await queueOn(folder, () => "done");
  await on.collect("a", "b");
  on.queue.wake();
  await on.queue.idle();
  assert.deepEqual([...on.ran].sort(), ["frame-print a", "frame-print b", "poster a", "poster b", "probe a", "probe b"]);
  on.queue.wake();
  await on.queue.idle();
  assert.equal(on.ran.length, 6, "nothing is missing, so nothing is done");
  await on.collect("c");
  on.queue.wake();
  await on.queue.idle();
  assert.deepEqual(on.ran.slice(6), ["probe c", "poster c", "frame-print c"]);
  assert.deepEqual(await on.probesRecorded(), ["i1 done", "i2 done", "i3 done"]);
  await on.close();
});

test("what a stopped program did not finish is found missing by the next one, and only that", async (t) => {
  const { place, folder } = await newCase(t);
  const begun = Promise.withResolvers<void>();
  const first = await queueOn(folder, async ({ nameHint }, signal) => {
    if (nameHint !== "b") return "done";
    begun.resolve();
    while (!signal.aborted) await new Promise((resolve) => setImmediate(resolve));
    return "failed";
  });
  await first.collect("a", "b", "c");
  first.queue.wake();
  await begun.promise;
  await first.close();
  const second = await queueOn(await reopen(place), () => "done");
  assert.ok(!(await second.probesRecorded()).some((line) => line.startsWith("i2")), "a job that was stopped left no answer");
  second.queue.wake();
  await second.queue.idle();
  assert.ok(second.ran.includes("probe b") && second.ran.includes("poster b"));
  assert.deepEqual(await second.probesRecorded(), ["i1 done", "i2 done", "i3 done"]);
  const both = [...first.ran, ...second.ran].filter((one) => one === "probe a");
  assert.equal(both.length, 1);
  await second.close();
});

test("a failure is an answer and not tried again by itself; a person may have it tried again", async (t) => {
  const { folder } = await newCase(t);
  let works = false;
  const on = await queueOn(folder, () => (works ? "done" : "failed"));
  await on.collect("a");
  for (let i = 0; i < 2; i++) {
    on.queue.wake();
    await on.queue.idle();
  }
  assert.deepEqual(on.ran, ["probe a"]);
  const [job] = on.board.summary().ended;
  assert.equal(job?.reason, "expected an end; found none");
  works = true;
  assert.ok(on.board.retry(job!.id));
  await on.queue.idle();
  assert.deepEqual(on.ran, ["probe a", "probe a", "poster a", "frame-print a"]);
  assert.deepEqual(await on.probesRecorded(), ["i1 done", "i1 failed"]);
  await on.close();
});

test("a job that is cancelled stays undone in this run, keeps nobody waiting, and is missing again in the next", async (t) => {
  const { place, folder } = await newCase(t);
  const names = Array.from({ length: 70 }, (_, i) => `n${String(i).padStart(2, "0")}`);
  let cancelling = true;
  const on = await queueOn(folder, async ({ nameHint }, signal) => {
    if (!cancelling || nameHint === "n69") return "done";
    on.board.cancel(on.board.summary().running.find(({ itemName }) => itemName === nameHint)!.id);
    assert.ok(signal.aborted);
    return "failed";
  });
  await on.collect(...names);
  on.queue.wake();
  await on.queue.idle();
  assert.equal(on.ran.filter((one) => one.startsWith("probe")).length, 70, "those behind the cancelled ones had their turn");
  assert.deepEqual(await on.probesRecorded(), ["i70 done"]);
  const before = on.ran.length;
  on.queue.wake();
  await on.queue.idle();
  assert.equal(on.ran.length, before, "what a person cancelled does not come back by itself");
  await on.close();
  cancelling = false;
  const next = await queueOn(await reopen(place), () => "done");
  next.queue.wake();
  await next.queue.idle();
  assert.equal((await next.probesRecorded()).length, 70);
  await next.close();
});

test("while paused nothing new begins; afterwards it goes on where it was", async (t) => {
  const { folder } = await newCase(t);
  const on = await queueOn(folder, () => {
    on.board.setPaused(true);
    return "done";
  });
  await on.collect("a", "b", "c", "d", "e", "f");
  on.queue.wake();
  await on.queue.idle();
  const begun = on.ran.length;
  assert.ok(begun <= 2, "two workers, and no third beginning");
  on.queue.wake();
  await on.queue.idle();
  assert.equal(on.ran.length, begun);
  for (let i = 0; i < 20; i++) {
    on.board.setPaused(false);
    on.queue.wake();
    await on.queue.idle();
  }
  assert.equal(on.ran.length, 18);
  await on.close();
});

test("a failed append stops the queue and is told to whoever waits", async (t) => {
  const { folder } = await newCase(t);
  const on = await queueOn(folder, async () => {
    await folder.ledger.append([{ kind: "objects.adopted", data: { objects: [] } }]);
    return "done" as const;
  });
  await on.collect("a");
  // A line that the tables do not know of: the next append finds them out of step.
  on.queue.wake();
  await assert.rejects(on.queue.idle(), /expected line/);
  assert.equal(on.faults.length, 1, "told once, also when nobody waits");
  await on.close();
});
