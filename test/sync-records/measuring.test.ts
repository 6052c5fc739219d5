/** Measuring as a job: stopped, paused, killed or overtaken by an erasure, it records nothing half and reads nothing twice. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { after, before, beforeEach, describe, it } from "node:test";
import { eraseObjects } from "../../src/actions/erase-objects.ts";
import type { SyncMeasurements } from "../../src/api/sync.ts";
import { needs } from "../../scripts/testing/needs.ts";
import { openSyncFeatures } from "../../src/keep/sync-features.ts";
import { planErasure } from "../../src/reads/plan-erasure.ts";
import { checkCase } from "../crash/check-case.ts";
import { fakeMeasurer, measured } from "./fake-measurer.ts";
import { createSyncDesk, makeTinyClip, serveWith, type SyncDesk } from "./sync-desk.ts";

describe("measuring recordings against each other", { skip: needs({ programs: ["ffmpeg", "ffprobe"] }) }, () => {
  let desk: SyncDesk;
  const lines = () => desk.desk.lines("sync.measured").length;
  const state = () => desk.served.get<SyncMeasurements>("/api/sync/measurements");
  const start = async () => (await desk.served.post<{ job: string }>("/api/sync/measure", { items: "all" })).job;
  /** Holds measuring before the file of that place is read, until it is let go or stopped. */
  function holdAt(place: number): { reached: Promise<void>; letGo: () => void } {
    let reach = () => {};
    let letGo = () => {};
    const reached = new Promise<void>((resolve) => (reach = resolve));
    const go = new Promise<void>((resolve) => (letGo = resolve));
    let count = 0;
    desk.measurer.afterReading = async (_, signal) => {
      if (++count !== place) return;
      reach();
      const stopped = new Promise<void>((resolve) => (signal as AbortSignal).addEventListener("abort", () => resolve()));
      await Promise.race([go, stopped]);
    };
    return { reached, letGo };
  }

  before(async () => {
    desk = await createSyncDesk((folder) => {
      for (const at of [1, 2, 3]) makeTinyClip(join(folder, `${at}.mp4`), at);
    });
  });
  beforeEach(() => {
    desk.measurer.afterReading = async () => undefined;
    desk.measurer.pair = () => measured(0.25);
    desk.measurer.read.length = 0;
  });
  after(async () => {
    await desk.close();
    desk.desk.close();
  });

  it("is stopped, records nothing, and goes on without reading again what was read", async () => {
    const { reached } = holdAt(2);
    const job = await start();
    await reached;
    const running = (await state()).running;
    assert.equal(running, job);
    const found = desk.session.board.find(job);
    assert.deepEqual([found?.detail, found?.state], ["reading sound, 2 of 3 files", "running"]);
    await desk.served.post(`/api/jobs/${job}/cancel`, {});
    assert.equal((await desk.jobEnded(job)).state, "cancelled");
    assert.deepEqual([lines(), desk.measurer.read, (await state()).pairs], [0, ["i1", "i2"], []]);
    desk.measurer.afterReading = async () => undefined;
    await desk.served.post(`/api/jobs/${job}/retry`, {});
    const again = desk.session.board.summary().running.find(({ name }) => name === "sync");
    assert.equal((await desk.jobEnded(again?.id ?? "")).state, "done");
    assert.deepEqual([lines(), desk.measurer.read, (await state()).pairs.length], [1, ["i1", "i2", "i3"], 3]);
  });

  it("stands still while jobs are paused, and goes on by itself", async () => {
    desk.measurer.versionsNow = { ...desk.measurer.versionsNow, soundFeatures: "paused" };
    const { reached } = holdAt(2);
    const job = await start();
    await reached;
    const before = lines();
    await desk.served.post("/api/jobs/pause", {});
    while (desk.session.board.find(job)?.detail !== "paused") await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual([desk.session.board.find(job)?.state, lines() - before], ["running", 0]);
    desk.session.board.setPaused(false);
    assert.equal((await desk.jobEnded(job)).state, "done");
    assert.deepEqual([lines() - before, desk.measurer.read], [1, ["i1", "i2", "i3"]]);
  });

  it("waits for another measuring, and is done after it", async () => {
    const { reached, letGo } = holdAt(1);
    const before = lines();
    const first = await start();
    await reached;
    const second = await start();
    assert.equal(desk.session.board.find(second)?.detail, "waits for another measuring");
    assert.equal((await state()).running, first);
    letGo();
    assert.deepEqual([(await desk.jobEnded(first)).state, (await desk.jobEnded(second)).state], ["done", "done"]);
    assert.equal(lines() - before, 2);
  });

  it("cancelled while it waits lets nothing else begin: the next one still waits for the one at work", async () => {
    const { reached, letGo } = holdAt(1);
    const first = await start();
    await reached;
    const second = await start();
    await desk.served.post(`/api/jobs/${second}/cancel`, {});
    assert.equal((await desk.jobEnded(second)).state, "cancelled");
    assert.equal((await state()).running, first);
    const third = await start();
    assert.equal(desk.session.board.find(third)?.detail, "waits for another measuring");
    assert.deepEqual([(await state()).running, desk.measurer.atWork], [first, 1]);
    letGo();
    assert.deepEqual([(await desk.jobEnded(first)).state, (await desk.jobEnded(third)).state], ["done", "done"]);
    assert.equal(desk.measurer.mostAtWork, 1);
  });

  it("tells the measurer what is known of each pair, and whether it was measured as it would be now", async () => {
    assert.equal((await desk.measure("all")).state, "done");
    assert.equal((await desk.measure("all")).state, "done");
    assert.deepEqual(desk.measurer.knownOf("i1", "i2"), { measurement: measured(0.25), isCurrent: true });
    const now = desk.measurer.versionsNow;
    desk.measurer.versionsNow = { ...now, measurer: "later" };
    assert.equal((await desk.measure("all")).state, "done");
    assert.equal(desk.measurer.knownOf("i2", "i3")?.isCurrent, false);
    desk.measurer.versionsNow = now;
  });

  it("names what went wrong when it fails, and can be done again", async () => {
    desk.measurer.pair = () => measured(Number.NaN);
    const before = lines();
    const failed = await desk.measure("all");
    assert.equal(failed.state, "failed");
    assert.match(failed.reason ?? "", /offsetS/);
    assert.equal(lines(), before);
  });

  it("killed in the middle has lost nothing and recorded nothing, and goes on with what was read", async () => {
    await desk.close();
    const config = { ...process.env, WITNESSMARK_CONFIG: join(desk.desk.folder, "config-me") };
    const before = desk.desk.lines("sync.measured").length;
    const child = spawnSync(process.execPath, [join(import.meta.dirname, "kill-child.ts"), desk.desk.casePath, "2"], { env: config });
    assert.equal(child.signal, "SIGKILL", child.stderr.toString());
    await checkCase(desk.desk.casePath);
    // Erasing below takes two people of the case.
    await (await desk.desk.open("other")).close();
    const measurer = fakeMeasurer();
    desk = { desk: desk.desk, ...(await serveWith(await desk.desk.open(), measurer)) };
    measurer.pair = () => measured(0.25);
    measurer.versionsNow = { ...measurer.versionsNow, soundFeatures: "killed" };
    assert.equal(lines(), before);
    assert.equal((await desk.measure("all")).state, "done");
    assert.deepEqual([lines() - before, measurer.read], [1, ["i3"]]);
  });

  it("of a recording that is erased meanwhile is not recorded, and what was read of it is gone", async () => {
    desk.measurer.versionsNow = { ...desk.measurer.versionsNow, soundFeatures: "erased" };
    const { reached, letGo } = holdAt(3);
    const before = lines();
    const job = await start();
    await reached;
    const { items } = await state();
    const object = items[0]?.object ?? assert.fail();
    const { madeFrom } = await planErasure(desk.session.reader, desk.session.viewer, "i1");
    const results = new Set(desk.desk.lines("sync.measured").map(({ data }) => data.result));
    assert.deepEqual(new Set(madeFrom.flatMap((made) => (made.analyser === "sync" ? [made.object] : []))), results);
    await eraseObjects(desk.session.erasurePorts, desk.session.viewer, [object], { reason: "asked for", authorisedBy: ["p1", "p2"] });
    letGo();
    const ended = await desk.jobEnded(job);
    assert.deepEqual([ended.state, lines()], ["failed", before]);
    assert.equal(await openSyncFeatures(desk.desk.casePath, { readOnly: true }).find(object, "sound", "erased"), undefined);
    assert.match(ended.reason ?? "", /i1: expected what was measured to be held still/);
    const left = await state();
    assert.deepEqual([left.items.map(({ item }) => item), left.pairs.map(({ a, b }) => `${a} ${b}`)], [["i2", "i3"], ["i2 i3"]]);
    desk.measurer.read.length = 0;
    desk.measurer.afterReading = async () => undefined;
    assert.equal((await desk.measure("all")).state, "done");
    assert.deepEqual(desk.measurer.read, []);
  });
});
