/** Recordings on one clock as records of a case: measured, marked, judged, taken back; each thing that is named is checked first. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { SyncMarkRow, SyncMeasurements, SyncPairDetail } from "../../src/api/sync.ts";
import type { CustodyPage } from "../../src/api/custody.ts";
import { needs } from "../../scripts/testing/needs.ts";
import { itemNamed } from "../copies/case-of-copies.ts";
import { measured, refused } from "./fake-measurer.ts";
import { createSyncDesk, makeTinyClip, type SyncDesk } from "./sync-desk.ts";

type Said = { id?: string; seq?: number; code?: string; message?: string };

describe("recordings on one clock, in a case", { skip: needs({ programs: ["ffmpeg", "ffprobe"] }) }, () => {
  let desk: SyncDesk;
  let clip: Record<string, string>;
  const objects = new Map<string, string>();
  const read = () => desk.served.get<SyncMeasurements>("/api/sync/measurements");
  const point = (item: string, more: object = {}) => ({
    ...{ item, object: objects.get(item), channel: "sound", atS: "1.2", plusMinusS: "0.02" },
    ...more,
  });
  const mark = (points: object[], more: object = {}) =>
    desk.served.post<Said>("/api/sync/marks", { sort: "sound", points, text: "A bang", ...more });

  before(async () => {
    desk = await createSyncDesk((folder) => {
      for (const [at, name] of ["north", "south", "apart"].entries()) makeTinyClip(join(folder, `${name}.mp4`), at);
      makeTinyClip(join(folder, "silent.mp4"), 7, false);
    });
    const named = async (name: string) => itemNamed(desk.session, `${name}.mp4`);
    clip = { north: await named("north"), south: await named("south"), apart: await named("apart"), silent: await named("silent") };
    desk.measurer.pair = (a, b) => {
      if (a === clip["silent"] || b === clip["silent"]) return refused("no-sound");
      return a === clip["apart"] || b === clip["apart"] ? refused() : measured(0.5);
    };
    for (const { item, object } of (await read()).items) objects.set(item, object);
  });
  after(async () => {
    await desk.close();
    desk.desk.close();
  });

  it("are all told as not measured before anything was measured", async () => {
    const { items, pairs, neverMeasured, running } = await read();
    assert.deepEqual(
      items.map(({ item, hasSound, hasPicture, unmeasured }) => [item, hasSound, hasPicture, unmeasured]),
      items.map(({ item }) => [item, item !== clip["silent"], true, 3]),
    );
    assert.deepEqual([items.length, pairs.length, neverMeasured, running], [4, 0, 4, null]);
  });

  it("are measured each with each, refusals kept with their reason, in one line of the ledger", async () => {
    const job = await desk.measure("all");
    assert.deepEqual([job.state, job.reason], ["done", undefined]);
    const { pairs, neverMeasured } = await read();
    assert.deepEqual(
      pairs.map(({ a, b, offset, refused: why }) => `${a} ${b} ${offset?.offsetS ?? why}`).toSorted(),
      [
        `${pairOf("north", "south").join(" ")} 0.5`,
        ...["north", "south"].map((name) => `${pairOf("apart", name).join(" ")} nothing-common`),
        ...["north", "south", "apart"].map((name) => `${pairOf("silent", name).join(" ")} no-sound`),
      ].toSorted(),
    );
    assert.equal(neverMeasured, 0);
    const [line, ...others] = desk.desk.lines("sync.measured");
    assert.deepEqual([line?.data.items.length, line?.data.measured, line?.data.refused, others.length], [4, 1, 5, 0]);
    const { entries } = await desk.served.get<CustodyPage>("/api/custody");
    assert.ok(entries.some(({ summary }) => summary === "Offsets between 4 items were measured, each with each: 1 found, 5 refused."));
  });

  it("count as not measured again when the measurer is another", async () => {
    const before = desk.measurer.versionsNow;
    desk.measurer.versionsNow = { ...before, measurer: "10" };
    assert.equal((await read()).neverMeasured, 4);
    desk.measurer.versionsNow = before;
  });

  it("say which sound could not be read, and not that there was none", async () => {
    desk.measurer.unread = (id) => id === clip["apart"];
    await desk.measure([clip["north"] ?? "", clip["apart"] ?? ""]);
    desk.measurer.unread = () => false;
    const { items } = await read();
    assert.deepEqual(items.find(({ item }) => item === clip["apart"])?.unread, [{ channel: "sound", why: "expected an end; found none" }]);
    const { entries } = await desk.served.get<CustodyPage>("/api/custody");
    assert.ok(entries.some(({ summary }) => summary.endsWith(`1 refused. The sound of ${clip["apart"]} could not be read.`)));
  });

  it("are refused for measuring when one is no recording, or there is only one", async () => {
    const said = (items: unknown) => desk.served.post<Said>("/api/sync/measure", { items });
    const none = await said([clip["north"], "i999"]);
    assert.equal(none.code, "INPUT_INVALID");
    assert.match(none.message ?? "", /i999: expected a recording that is held/);
    const twice = await said([clip["north"], clip["north"]]);
    assert.match(twice.message ?? "", /expected 2 to 500 recordings; found 1/);
  });

  const faults: [string, (one: Record<string, string>) => object[], RegExp][] = [
    [
      "only one recording",
      (one) => [point(one["north"] ?? ""), point(one["north"] ?? "", { channel: "picture" })],
      /two different recordings/,
    ],
    ["two sounds of one", (one) => [point(one["north"] ?? ""), point(one["north"] ?? ""), point(one["south"] ?? "")], /found two/],
    [
      "no item of the case",
      (one) => [point(one["north"] ?? ""), point("i999", { object: objects.get(one["north"] ?? "") })],
      /i999: expected a recording/,
    ],
    [
      "bytes of another item",
      (one) => [point(one["north"] ?? ""), point(one["south"] ?? "", { object: objects.get(one["north"] ?? "") })],
      /expected the original of that item/,
    ],
    [
      "sound of a silent one",
      (one) => [point(one["north"] ?? ""), point(one["silent"] ?? "")],
      /expected a recording with sound; found one without/,
    ],
    [
      "a time after its end",
      (one) => [point(one["north"] ?? ""), point(one["south"] ?? "", { atS: "2.5" })],
      /within the recording, 0 to 2.* found 2.5/,
    ],
    ["a time before its start", (one) => [point(one["north"] ?? ""), point(one["south"] ?? "", { atS: "-0.1" })], /within the recording/],
    ["no error", (one) => [point(one["north"] ?? ""), point(one["south"] ?? "", { plusMinusS: "0.000" })], /error of more than 0 s/],
  ];
  for (const [what, points, expected] of faults)
    it(`are not joined by a mark of ${what}`, async () => {
      const { code, message } = await mark(points(clip));
      assert.equal(code, "INPUT_INVALID");
      assert.match(message ?? "", expected);
      assert.deepEqual(await desk.served.get("/api/sync/marks"), { marks: [] });
    });

  it("are joined by a mark, which is changed and taken back with reasons, and stays in the list", async () => {
    const points = [point(clip["north"] ?? ""), point(clip["apart"] ?? "", { atS: "0.7" })];
    const { id, message } = await mark(points);
    assert.equal(id, "j1", String(message));
    const unreasoned = await mark(points, { mark: id });
    assert.match(unreasoned.message ?? "", /sync mark j1: expected a reason/);
    assert.equal((await mark(points, { mark: id, sort: "flash", reason: "It is seen" })).id, id);
    const marks = async () => (await desk.served.get<{ marks: SyncMarkRow[] }>("/api/sync/marks")).marks;
    assert.deepEqual(
      (await marks()).map(({ sort, text, reason }) => [sort, text, reason]),
      [["flash", "A bang", "It is seen"]],
    );
    const gone = await desk.served.post<Said>("/api/sync/marks/withdraw", { mark: id, reason: "Two bangs" });
    assert.ok(gone.seq);
    assert.deepEqual(
      (await marks()).map(({ withdrawn }) => withdrawn),
      ["Two bangs"],
    );
    const again = await desk.served.post<Said>("/api/sync/marks/withdraw", { mark: id, reason: "Again" });
    assert.match(again.message ?? "", /sync mark j1: expected one that stands; found one that was withdrawn/);
    assert.match((await mark(points, { mark: id, reason: "Back" })).message ?? "", /found one that was withdrawn/);
  });

  it("are judged on the measuring that was looked at, and a judgement is taken back", async () => {
    const [a, b] = pairOf("south", "north");
    const pair = async () => desk.served.get<SyncPairDetail>(`/api/sync/pairs/${a}/${b}`);
    const judge = (more: object) =>
      desk.served.post<Said>("/api/sync/judgements", { a: b, b: a, verdict: "accepted", reason: "Heard it", ...more });
    const { pair: row } = await pair();
    assert.match((await judge({ result: objects.get(a) })).message ?? "", /expected the last measuring/);
    const { seq } = await judge({ result: row.result });
    assert.equal((await pair()).pair.judgement?.verdict, "accepted");
    const taken = await desk.served.post<Said>("/api/sync/judgements/withdraw", { judged: seq, reason: "Heard another" });
    assert.ok(taken.seq);
    const { pair: now, judgements } = await pair();
    assert.deepEqual([now.judgement, judgements[0]?.withdrawn], [null, "Heard another"]);
    const twice = await desk.served.post<Said>("/api/sync/judgements/withdraw", { judged: seq, reason: "x" });
    assert.match(twice.message ?? "", /found one that was withdrawn/);
    const other = await desk.served.post<Said>("/api/sync/judgements/withdraw", { judged: 1, reason: "x" });
    assert.match(other.message ?? "", /line 1: expected one that stands; found none/);
  });

  it("are not accepted where no offset was found", async () => {
    const [a, b] = pairOf("silent", "north");
    const { pair } = await desk.served.get<SyncPairDetail>(`/api/sync/pairs/${a}/${b}`);
    const said = await desk.served.post<Said>("/api/sync/judgements", { a, b, result: pair.result, verdict: "accepted", reason: "Sure" });
    assert.match(said.message ?? "", /expected an offset to accept; found a refusal/);
  });

  it("keep an acceptance through the same outcome, and not through another", async () => {
    const [a, b] = pairOf("north", "south");
    const detail = () => desk.served.get<SyncPairDetail>(`/api/sync/pairs/${a}/${b}`);
    const { pair } = await detail();
    await desk.served.post("/api/sync/judgements", { a, b, result: pair.result, verdict: "accepted", reason: "Heard it" });
    await desk.measure([a, b]);
    assert.deepEqual([(await detail()).pair.seq > pair.seq, (await detail()).pair.judgement?.ofEarlier], [true, false]);
    const before = desk.measurer.pair;
    desk.measurer.pair = () => measured(0.75);
    await desk.measure([a, b]);
    desk.measurer.pair = before;
    assert.deepEqual([(await detail()).pair.offset?.offsetS, (await detail()).pair.judgement?.ofEarlier], [0.75, true]);
  });

  it("are told in the custody of the case in sentences that name them", async () => {
    const { entries } = await desk.served.get<CustodyPage>("/api/custody?limit=500");
    const said = entries.map(({ summary }) => summary);
    const [north, apart, south] = [clip["north"], clip["apart"], clip["south"]];
    const [a, b] = pairOf("north", "south");
    for (const sentence of [
      `Sync mark j1 (sound) joins ${north} at 1.2 s (sound, +- 0.02 s), ${apart} at 0.7 s (sound, +- 0.02 s): A bang`,
      `Sync mark j1 (flash) joins ${north} at 1.2 s (sound, +- 0.02 s), ${apart} at 0.7 s (sound, +- 0.02 s): A bang Changed: It is seen`,
      "Sync mark j1 was withdrawn: Two bangs",
      `The offset between ${a} and ${b} was accepted: Heard it`,
    ])
      assert.ok(said.includes(sentence), `${sentence}\n${said.join("\n")}`);
    assert.ok(said.some((one) => /^The judgement of an offset in line \d+ was withdrawn: Heard another$/.test(one)));
    const ofSouth = await desk.served.get<CustodyPage>(`/api/custody?limit=500&item=${south}`);
    assert.ok(ofSouth.entries.some(({ summary }) => summary.startsWith("The judgement of an offset")));
  });

  function pairOf(one: string, other: string): [string, string] {
    const [a = "", b = ""] = [clip[one] ?? "", clip[other] ?? ""].toSorted((x, y) => Number(x.slice(1)) - Number(y.slice(1)));
    return [a, b];
  }
});
