/** The plan of a case: what was measured, marked, judged and stated, on one clock, with what it does not rest on. */
import assert from "node:assert/strict";
import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { CustodyPage } from "../../src/api/custody.ts";
import type { InferenceDetail, InferencesAnswer } from "../../src/api/inferences.ts";
import type { PlanClip, SyncMeasurements, SyncPairDetail, SyncPlanAnswer } from "../../src/api/sync.ts";
import type { z } from "zod";
import type { CameraAnswer } from "../../src/reason/camera/camera-answer.ts";
import type { SyncAnswer } from "../../src/reason/sync/sync-answer.ts";
import type { SyncProblem } from "../../src/reason/sync/sync-problem.ts";
import { needs } from "../../scripts/testing/needs.ts";
import { recordComparison } from "../../src/actions/record-comparison.ts";
import type { Digest } from "../../src/core/hash/digest.ts";
import type { ItemId } from "../../src/core/item/item.ts";
import { shared } from "../copies/queue-on-case.ts";
import { itemNamed } from "../copies/case-of-copies.ts";
import { measured, refused } from "./fake-measurer.ts";
import { createSyncDesk, makeTinyClip, type SyncDesk } from "./sync-desk.ts";

interface Plan extends SyncPlanAnswer {
  problem: SyncProblem;
  answer: SyncAnswer;
}

/** When each began, on a clock of the event. */
const began: Readonly<Record<string, number>> = { one: 0, two: 0.5, three: 1.25, twin: 0 };

async function* only<T>(one: T): AsyncGenerator<T> {
  yield one;
}

describe("the plan of a case", { skip: needs({ programs: ["ffmpeg", "ffprobe"] }) }, () => {
  let desk: SyncDesk;
  const id: Record<string, string> = {};
  const objects = new Map<string, string>();
  const plan = (names?: readonly string[]) =>
    desk.served.get<Plan>(`/api/sync/plan${names === undefined ? "" : `?items=${names.map((name) => id[name]).join(",")}`}`);
  const post = async (path: string, body: object) => {
    const said = await desk.served.post<{ id?: string; seq?: number; message?: string }>(path, body);
    assert.ok(said.seq !== undefined, String(said.message));
    return said;
  };
  const startOf = ({ answer }: Plan, name: string) =>
    answer.groups.flatMap(({ clips }) => clips).find(({ clip }) => clip === id[name])?.offsetS;

  before(async () => {
    desk = await createSyncDesk((folder) => {
      for (const [at, name] of ["one", "two", "three", "marked", "apart"].entries()) makeTinyClip(join(folder, `${name}.mp4`), at);
      makeTinyClip(join(folder, "late.mp4"), 9, true, ["-output_ts_offset", "1.5"]);
      copyFileSync(join(folder, "one.mp4"), join(folder, "twin.mp4"));
    });
    for (const name of ["one", "two", "three", "marked", "apart", "late", "twin"]) id[name] = await itemNamed(desk.session, `${name}.mp4`);
    const nameOf = (item: string) => Object.keys(id).find((name) => id[name] === item) ?? "";
    desk.measurer.pair = (a, b) => {
      const [first, second] = [began[nameOf(a)], began[nameOf(b)]];
      return first === undefined || second === undefined ? refused() : measured(second - first);
    };
    for (const { item, object } of (await desk.served.get<SyncMeasurements>("/api/sync/measurements")).items) objects.set(item, object);
  });
  after(async () => {
    await desk.close();
    desk.desk.close();
  });

  it("is none where nothing was measured or marked, and says so of what was chosen", async () => {
    const { problem, answer, clips } = await plan();
    assert.deepEqual([problem, answer, clips], [null, null, []]);
    const chosen = await plan(["one", "two"]);
    assert.equal(chosen.notMeasured, 1);
    assert.deepEqual(
      chosen.answer.apart.map(({ clip, why }) => [clip, why]),
      [id["one"], id["two"]].toSorted().map((clip) => [clip, "not-compared"]),
    );
  });

  it("puts what was measured on one clock, leaves apart what nothing joins, and tells how long each is", async () => {
    await desk.measure("all");
    const found = await plan();
    assert.deepEqual([startOf(found, "one"), startOf(found, "two"), startOf(found, "three")], [0, 0.5, 1.25]);
    assert.deepEqual(
      new Map(found.answer.apart.map(({ clip, why }) => [clip, why])),
      new Map([
        [id["marked"], "all-refused"],
        [id["apart"], "all-refused"],
        [id["late"], "all-refused"],
        [id["twin"], "same-recording"],
      ]),
    );
    const one = found.clips.find(({ item }) => item === id["one"]) ?? assert.fail();
    assert.deepEqual([one.startS, one.endS >= 2, one.rate], [0, true, { of: "frames", numerator: 4, denominator: 1 }]);
    assert.equal(found.notMeasured, 0);
  });

  it("counts the same bytes once: another upload is not another angle, and does not check the first", async () => {
    const found = await plan();
    const twin: PlanClip = found.clips.find(({ item }) => item === id["twin"]) ?? assert.fail();
    assert.deepEqual([twin.sameGroupAs, twin.sameBy], [id["one"], "same-bytes"]);
    assert.ok(found.leftOut.some(({ what, of, why }) => what === "recording" && of === id["twin"] && why.includes("the same bytes")));
    const joined = found.problem.pairs.filter(({ a, b }) => a === id["twin"] || b === id["twin"]);
    assert.deepEqual(
      joined.map(({ a, b, sameRecording }) => [new Set([a, b]), sameRecording]),
      [[new Set([id["one"], id["twin"]]), true]],
    );
    const alone = await plan(["two", "twin"]);
    assert.deepEqual([startOf(alone, "two") !== undefined, alone.clips.every(({ sameBy }) => sameBy === null)], [true, true]);
  });

  it("says of copies that a person accepted that they are one, and not before", async () => {
    const [a = "", b = ""] = [id["two"], id["late"]].toSorted((x = "", y = "") => Number(x.slice(1)) - Number(y.slice(1)));
    const ofB = async () => (await plan(["two", "late"])).clips.find(({ item }) => item === b);
    await recordComparison(desk.session.copyPorts, desk.session.viewer, {
      ...{ items: [a, b] as ItemId[], upTo: 1, versions: { framePrint: "1", soundPrint: "1", matcher: "1" } },
      pairs: only(shared(objects.get(a) as Digest, objects.get(b) as Digest)),
    });
    assert.equal((await ofB())?.sameGroupAs, null);
    await post("/api/copies/judgements", { a, b, result: null, part: { of: "pair" }, verdict: "accepted", reason: "The same film" });
    assert.deepEqual([(await ofB())?.sameGroupAs, (await ofB())?.sameBy], [a, "accepted-copy"]);
  });

  it("takes a mark for an offset whose error is that of both points, and picture and sound apart", async () => {
    const point = (name: string, channel: string, atS: string, plusMinusS: string) => {
      const item = id[name] ?? "";
      return { item, object: objects.get(item), channel, atS, plusMinusS };
    };
    const points = [point("one", "picture", "1.5", "0.03"), point("marked", "picture", "0.25", "0.04")];
    await post("/api/sync/marks", { sort: "flash", points, text: "Flash" });
    const found = await plan();
    const pair = found.problem.pairs.find(({ channel }) => channel === "marks") ?? assert.fail();
    assert.deepEqual([new Set([pair.a, pair.b]), Math.abs(pair.offsetS), pair.cites], [new Set([id["one"], id["marked"]]), 1.25, ["j1"]]);
    // Light comes at once: nothing is added for a way of sound.
    assert.equal(pair.heard, false);
    assert.ok(Math.abs(pair.plusMinusS - 0.05) < 1e-12);
    // The group's clock is that of its first recording: what counts is how much later the one began than the other.
    assert.equal((startOf(found, "marked") ?? Number.NaN) - (startOf(found, "one") ?? Number.NaN), 1.25);
    const mixed = [point("one", "picture", "1", "0.02"), point("apart", "sound", "1", "0.02")];
    const { id: second } = await post("/api/sync/marks", { sort: "other", points: mixed });
    const after = await plan();
    assert.equal(startOf(after, "apart"), undefined);
    assert.ok(after.leftOut.some(({ what, of, why }) => what === "mark" && of === second && why.includes("sound comes later")));
    for (const mark of ["j1", second]) await post("/api/sync/marks/withdraw", { mark, reason: "Only tried" });
    assert.equal(startOf(await plan(), "marked"), undefined);
  });

  it("joins three points of one mark by two offsets, so that the mark is no check of itself", async () => {
    const points = ["one", "marked", "apart"].map((name, at) => {
      const item = id[name] ?? "";
      return { item, object: objects.get(item), channel: "sound", atS: `1.${at}`, plusMinusS: "0.02" };
    });
    const { id: mark } = await post("/api/sync/marks", { sort: "sound", points });
    const found = await plan(["one", "marked", "apart"]);
    assert.equal(found.problem.pairs.length, 2);
    assert.deepEqual(
      found.answer.groups.map(({ state, clips }) => [state, clips.length]),
      [["unchecked", 3]],
    );
    await post("/api/sync/marks/withdraw", { mark, reason: "Only tried" });
  });

  it("leaves a rejected pair out and says so, and takes it again when that is taken back", async () => {
    const [a = "", b = ""] = [id["one"] ?? "", id["two"] ?? ""].toSorted((x, y) => Number(x.slice(1)) - Number(y.slice(1)));
    const { pair } = await desk.served.get<SyncPairDetail>(`/api/sync/pairs/${a}/${b}`);
    const { seq } = await post("/api/sync/judgements", { a, b, result: pair.result, verdict: "rejected", reason: "An echo" });
    const use = async () => (await plan()).answer.pairs.find(({ pair: name }) => name === `${a} ${b}`)?.use;
    assert.equal(await use(), "rejected");
    await post("/api/sync/judgements/withdraw", { judged: seq, reason: "No echo" });
    assert.equal(await use(), "used");
  });

  it("does not take an offset for accepted that was measured again with another outcome", async () => {
    const [a = "", b = ""] = [id["two"] ?? "", id["three"] ?? ""].toSorted((x, y) => Number(x.slice(1)) - Number(y.slice(1)));
    const { pair } = await desk.served.get<SyncPairDetail>(`/api/sync/pairs/${a}/${b}`);
    await post("/api/sync/judgements", { a, b, result: pair.result, verdict: "accepted", reason: "Seen" });
    const judged = async () => (await plan()).problem.pairs.find(({ id: name }) => name === `${a} ${b}`)?.judged;
    assert.equal(await judged(), "accepted");
    const before = desk.measurer.pair;
    desk.measurer.pair = () => measured((pair.offset?.offsetS ?? 0) + 0.001);
    await desk.measure([a, b]);
    desk.measurer.pair = before;
    assert.equal(await judged(), undefined);
    assert.ok((await plan()).leftOut.some(({ what, of, why }) => what === "pair" && of === `${a} ${b}` && why.includes("measured again")));
  });

  it("gives all of a group a time in the world by one stated time, as bounds of start and end", async () => {
    const claim = (more: object) => ({
      ...{ means: "stated", verbatim: "at noon", earliest: "2026-01-05T12:00:00Z", latest: "2026-01-05T12:00:00Z" },
      ...{ zone: { state: "utc" }, basis: "the analyst", ...more },
    });
    const stated = (more: object) => post("/api/times", { about: id["two"], standing: "stated", reason: "Told", claim: claim(more) });
    const unknown = {
      zone: { state: "unknown", reading: "2026-01-05T12:00:00" },
      earliest: "2026-01-04T22:00:00Z",
      latest: "2026-01-06T00:00:00Z",
    };
    const { id: open } = await stated(unknown);
    const before = await plan();
    assert.ok(before.leftOut.some(({ what, of, why }) => what === "time" && of === open && why.includes("zone")));
    assert.equal(before.answer.groups[0]?.absolute.state, "nothing-stated");
    const { id: noon } = await stated({});
    const found = await plan();
    assert.deepEqual(
      found.problem.times?.map(({ id: name, clip, notBefore, notAfter, cites }) => [name, clip, notBefore ?? notAfter, cites]),
      [
        [`${noon} end`, id["two"], "2026-01-05T12:00:00Z", [noon]],
        [`${noon} start`, id["two"], "2026-01-05T12:00:00Z", [noon]],
      ],
    );
    const { absolute } = found.answer.groups[0] ?? assert.fail();
    assert.equal(absolute.state, "known");
    const one = absolute.state === "known" ? absolute.clips.find(({ clip }) => clip === id["one"]) : undefined;
    // The other began half a second later and lasts two seconds: nobody said which of its moments was noon, nor how far sound went.
    const [from, to] = [Date.parse(one?.start.notBefore ?? ""), Date.parse(one?.start.notAfter ?? "")];
    assert.ok(from <= Date.parse("2026-01-05T11:59:57.5Z") && to >= Date.parse("2026-01-05T11:59:59.5Z"), `${from} ${to}`);
    assert.ok(to - from < 20_000, `${to - from}`);
  });

  it("takes a time of posting only as what it was filmed before", async () => {
    const claim = {
      ...{ means: "posted", verbatim: "13:00", earliest: "2026-01-05T13:00:00Z", latest: "2026-01-05T13:00:00Z" },
      ...{ zone: { state: "utc" }, basis: "the post" },
    };
    const { id: posted } = await post("/api/times", { about: id["three"], standing: "stated", reason: "Seen", claim });
    const { problem, clips } = await plan();
    const three = clips.find(({ item }) => item === id["three"]);
    assert.deepEqual(
      problem.times
        ?.filter(({ clip }) => clip === id["three"])
        .map(({ id: name, atS, notBefore, notAfter }) => [name, atS, notBefore, notAfter]),
      [[posted, three?.endS, undefined, "2026-01-05T13:00:00Z"]],
    );
  });

  it("takes a stated place that something was filmed from for where the camera stood, the latest of several", async () => {
    const claim = (lat: number, means = "filmed-from") => ({
      ...{ means, verbatim: "the roof", region: { shape: "circle", centre: { lat, lon: 30 }, radiusM: 15 } },
      ...{ precision: "the analyst", basis: "the analyst" },
    });
    const stated = (lat: number, means?: string) =>
      post("/api/places", { places: [{ about: id["one"], standing: "stated", reason: "Seen", claim: claim(lat, means) }] });
    for (const [lat, means] of [[49, "filmed"], [50], [50.001]] as [number, string?][]) await stated(lat, means);
    const { problem, leftOut } = await plan();
    assert.deepEqual(problem.clips.find(({ id: name }) => name === id["one"])?.camera, { lat: 50.001, lon: 30, radiusM: 15 });
    assert.ok(leftOut.some(({ what, of, why }) => what === "position" && of === "p2" && why.includes("later")));
  });

  it("takes the kept answer of the time reasoner about a recording, where it leaves one window for it", async () => {
    const bound = { id: "seen", kind: "bound", event: "filming", notBefore: "2026-01-05T11:00:00Z", notAfter: "2026-01-05T12:30:00Z" };
    const problem = { events: ["filming"], horizon: ["2026-01-04", "2026-01-06"], statements: [bound] };
    const keep = (more: object) =>
      post("/api/inferences", {
        sort: "time",
        title: "When",
        about: id["marked"],
        items: [id["marked"]],
        problem: { ...problem, ...more },
      });
    const { id: kept } = await keep({});
    const { id: several } = await keep({ events: ["filming", "talk"] });
    const { id: posted } = await keep({ events: ["posting"], statements: [{ ...bound, event: "posting" }] });
    const { id: other } = await keep({ events: ["filming of i999"], statements: [{ ...bound, event: "filming of i999" }] });
    const { id: round } = await keep({ statements: [{ ...bound, source: "sync" }] });
    const { problem: made, leftOut } = await plan(["one", "marked"]);
    assert.deepEqual(
      made.times?.filter(({ clip }) => clip === id["marked"]).map(({ id: name, notBefore, notAfter }) => [name, notBefore ?? notAfter]),
      [
        [`${kept} end`, "2026-01-05T11:00:00Z"],
        [`${kept} start`, "2026-01-05T12:30:00Z"],
        [`${several} end`, "2026-01-05T11:00:00Z"],
        [`${several} start`, "2026-01-05T12:30:00Z"],
      ],
    );
    // When it was posted says nothing of the earliest time it was filmed, and what a plan gave is no witness for a plan.
    const why = (of: string | undefined) => leftOut.find((one) => one.what === "time" && one.of === of)?.why ?? "";
    for (const one of [posted, other]) assert.match(why(one), /no moment there is called filming/);
    assert.match(why(round), /worked out from recordings on one clock/);
    for (const one of [kept, several, posted, other, round]) await post(`/api/inferences/${one}/withdraw`, { reason: "Only tried" });
    assert.deepEqual((await plan(["one", "marked"])).problem.times, []);
  });

  it("takes the kept answer of the camera reasoner before a stated place", async () => {
    const five = JSON.parse(readFileSync(join(import.meta.dirname, "../../docs/cli/examples/camera-five-pairs.json"), "utf8")) as object;
    const { id: kept } = await post("/api/inferences", {
      sort: "camera",
      title: "Where",
      about: id["one"],
      items: [id["one"]],
      problem: five,
    });
    const { answer } = await desk.served.get<{ answer: CameraAnswer }>(`/api/inferences/${kept}`);
    const [only] = answer.solutions;
    const { problem, leftOut } = await plan();
    const spot = { lat: only?.lat, lon: only?.lon, radiusM: only?.ellipse.majorM };
    assert.deepEqual(problem.clips.find(({ id: name }) => name === id["one"])?.camera, spot);
    assert.deepEqual(
      leftOut.filter(({ what }) => what === "position").map(({ of }) => of),
      ["p3", "p2"],
    );
  });

  it("begins a recording where its player does, also where the container starts late", async () => {
    const { clips } = await plan(["late", "two"]);
    const late = clips.find(({ item }) => item === id["late"]) ?? assert.fail();
    // Sound begins a codec's delay before the picture.
    assert.ok(Math.abs(late.startS - 1.5) < 0.05 && Math.abs(late.endS - 3.5) < 0.2, `${late.startS} to ${late.endS}`);
  });

  it("is kept as what the reasoner was told and answered, resting on its recordings, and read again", async () => {
    const { problem, answer, clips } = await plan();
    const items = clips.map(({ item }) => item);
    const { id: kept } = await post("/api/inferences", { sort: "sync", title: "Three angles", about: null, items, problem });
    const detail = await desk.served.get<InferenceDetail>(`/api/inferences/${kept}`);
    assert.deepEqual(
      [detail.inference.sort, detail.inference.state, detail.inference.about, detail.inference.items],
      ["sync", "answered", null, items],
    );
    assert.deepEqual([detail.problem, detail.answer], [problem, answer]);
    const { entries } = await desk.served.get<CustodyPage>("/api/custody");
    assert.ok(entries.some(({ summary }) => summary.includes("Three angles")));
  });

  it("is kept about an event, and not where somebody says that one of its recordings does not bear on it", async () => {
    const { problem, clips } = await plan(["one", "two"]);
    const open = { time: "unknown", place: "unknown" };
    const { id: event } = await post("/api/case-events", { sort: "filming", title: "A bang at noon", ...open });
    const items = clips.map(({ item }) => item);
    const keep = () =>
      desk.served.post<{ id?: string; message?: string }>("/api/inferences", {
        sort: "sync",
        title: "Two angles",
        about: event,
        items,
        problem,
      });
    const { id: bearing } = await post("/api/bearings", { item: items[1], on: event, sort: "none", reason: "Another day" });
    assert.match((await keep()).message ?? "", new RegExp(`${items[1]} for ${event}: .* found ${bearing}`));
    await post(`/api/bearings/${bearing}/withdraw`, { reason: "The same day" });
    const { id: kept } = await keep();
    const { inferences } = await desk.served.get<z.infer<typeof InferencesAnswer>>("/api/inferences?sort=sync");
    assert.equal(inferences.find(({ id: one }) => one === kept)?.about, event);
  });

  it("leaves as OpenTimelineIO and CSV only once a person has said that they know the conditions", async () => {
    const asked = async (query: string) =>
      fetch(`${desk.served.origin}/api/sync/export?${query}`, { headers: { cookie: desk.served.cookie } });
    const chosen = `items=${["one", "two", "twin"].map((name) => id[name]).join(",")}`;
    const refusal = await asked(`format=otio&${chosen}`);
    assert.equal(refusal.status, 400);
    assert.match(((await refusal.json()) as { message: string }).message, /expected a confirmation, .* found none for i\d+, i\d+, i\d+/);
    const written = await asked(`format=otio&${chosen}&confirmed=true`);
    assert.match(written.headers.get("content-disposition") ?? "", /sync-plan\.otio/);
    const timeline = (await written.json()) as { metadata: { witnessmark: Record<string, unknown> } };
    const { head, sameRecordings, notToBePublished, leftOut } = timeline.metadata.witnessmark;
    assert.equal(head, desk.session.reader.views.head()?.head);
    assert.deepEqual(sameRecordings, [{ item: id["twin"], as: id["one"], by: "same-bytes" }]);
    assert.equal((notToBePublished as unknown[]).length, 3);
    assert.ok(JSON.stringify(leftOut).includes("the same bytes"));
    const csv = await (await asked(`format=csv&${chosen}&confirmed=true`)).text();
    const rows = csv.trimEnd().split(/\r?\n/);
    assert.deepEqual([rows.length, rows[0]?.startsWith("group,state,reference,clip")], [4, true]);
    const none = await asked("format=csv&items=i999&confirmed=true");
    assert.match(((await none.json()) as { message: string }).message, /expected recordings that were measured or marked; found none/);
  });

  it("is the same after the tables are made anew", async () => {
    const before = await plan();
    await desk.session.reader.views.rebuild();
    assert.deepEqual(await plan(), before);
  });
});
