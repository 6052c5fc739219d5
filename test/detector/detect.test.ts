/** A detector of the person's own on a case: what it is shown, what is kept of what it says, what keeps an edition back and what lifts that. */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { needs } from "../../scripts/testing/needs.ts";
import type { BlockerRow, EditionChecked } from "../../src/api/editions.ts";
import type { JobsSummary } from "../../src/api/jobs.ts";
import type { DetectorTriedAnswer, RecogniserSettingsAnswer } from "../../src/api/recogniser.ts";
import type { Marked, RedactionAnswer, RegionsAnswer, RegionsDetectedResult } from "../../src/api/redactions.ts";
import { redactionActs } from "../../src/reads/report/redaction-acts.ts";
import { regionsOf } from "../../src/reads/redactions/regions-of.ts";
import { redactionOf } from "../../src/reads/redactions/redaction-of.ts";
import { createDesk, type Desk } from "../support/run-witnessmark.ts";
import { writeStandIn } from "./stand-in.ts";
import { peopleAt, type PeopleAtACase } from "../tiers/people-at-a-case.ts";

type Fault = { code: string; message: string };
const soon = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe("a detector of the person's own", { skip: needs({ programs: ["ffmpeg", "ffprobe"] }) }, () => {
  let desk: Desk;
  let people: PeopleAtACase;
  let lengths: string;
  let program: string;
  before(async () => {
    desk = createDesk();
    program = writeStandIn(desk.folder);
    lengths = join(desk.folder, "lengths.txt");
    people = peopleAt(desk, join(desk.folder, "case"));
    // A red square goes from the left to the right from second 1 to second 3; a blue plate stays at the bottom right.
    const square = "color=red:s=40x40:r=25:d=4";
    const picture = "[0][1]overlay=x='60*t':y=30:enable='between(t,1,2.99)',drawbox=x=250:y=140:w=40:h=24:c=blue:t=fill,format=yuv420p";
    const clip = join(desk.folder, "clip.mp4");
    const lavfi = (graph: string) => ["-f", "lavfi", "-i", graph];
    const coded = ["-c:v", "libx264", "-preset", "ultrafast", "-crf", "10"];
    const ffmpeg = (...words: string[]) => execFileSync("ffmpeg", ["-v", "error", ...words]);
    ffmpeg(...lavfi("color=gray:s=320x180:r=25:d=4"), ...lavfi(square), "-filter_complex", picture, ...coded, clip);
    // Stored lying, with the word that it stands.
    const turned = join(desk.folder, "turned.mp4");
    const lying = join(desk.folder, "lying.mp4");
    ffmpeg(...lavfi("color=gray:s=320x180:r=25:d=1,drawbox=x=10:y=10:w=60:h=40:c=red:t=fill,format=yuv420p"), ...coded, lying);
    ffmpeg("-i", lying, "-c", "copy", "-metadata:s:v:0", "rotate=90", turned);
    const words = join(desk.folder, "words.txt");
    writeFileSync(words, "No picture here.\n");
    await people.collect(clip, turned, words);
    await people.probe(3);
  });
  after(async () => {
    await people.leave();
    desk.close();
  });

  const setUp = async (...words: string[]) =>
    (await people.as("first")).post<RecogniserSettingsAnswer & Fault>("/api/recogniser-settings", {
      ...{ v: 1, recogniser: null, tesseract: null, limits: { minutes: 1, megabytes: 20 } },
      detector: { path: program, arguments: ["{frames}", ...words] },
    });
  const detect = async (item = "i1", everySec = 0.4) =>
    (await people.as("first")).post<{ job: string } & Fault>(`/api/items/${item}/detect`, { everySec });
  const ended = async (job: string) => {
    const served = await people.as("first");
    for (;;) {
      const { ended: list } = await served.get<JobsSummary>("/api/jobs");
      const found = list.find(({ id }) => id === job);
      if (found !== undefined) return found;
      await soon(30);
    }
  };
  const look = async (item = "i1", everySec = 0.4) => {
    const end = await ended((await detect(item, everySec)).job);
    assert.equal(end.state, "done", end.reason ?? "");
    return end.result as RegionsDetectedResult;
  };
  const regions = async (item = "i1") => (await people.as("first")).get<RegionsAnswer>(`/api/items/${item}/regions`);
  const told = async (item = "i1") => (await regions(item)).unmarked.map(({ class: sort, fromS, toS }) => [sort, fromS, toS]);
  const blockers = async (more: object = {}): Promise<BlockerRow[]> => {
    const items = [{ item: "i1", as: "redacted", excerpts: [], stills: [], why: "", ...more }];
    const plan = {
      v: 1,
      sort: "public",
      title: "Street",
      language: "en",
      findings: ["f1"],
      keyPoints: [],
      elementSheets: [],
      gridM: 1000,
      items,
    };
    const checked = await (await people.as("first")).post<EditionChecked & Fault>("/api/editions/check", { plan });
    assert.ok(Array.isArray(checked.blockers), checked.message);
    return checked.blockers.filter(({ code }) => code === "region-unmarked" || code === "detection-unread");
  };

  it("is off until somebody sets one up; a path that leads nowhere, or words without the pictures, are refused", async () => {
    const served = await people.as("first");
    assert.equal((await served.get<RecogniserSettingsAnswer>("/api/recogniser-settings")).settings.detector, null);
    assert.match((await detect()).message, /detector: expected one in the settings; found none set up/);
    // Settings of before know no detector.
    const file = join(desk.folder, "config", "recogniser.json");
    mkdirSync(join(desk.folder, "config"), { recursive: true });
    writeFileSync(file, JSON.stringify({ v: 1, recogniser: null, tesseract: null, limits: { minutes: 1, megabytes: 20 } }));
    assert.equal((await served.get<RecogniserSettingsAnswer>("/api/recogniser-settings")).fault, null);
    const settings = { v: 1, recogniser: null, tesseract: null, limits: { minutes: 1, megabytes: 20 } };
    const nowhere = await served.post<Fault>("/api/recogniser-settings", {
      ...settings,
      detector: { path: "/no/one", arguments: ["{frames}"] },
    });
    assert.match(nowhere.message, /expected a program that can be run; found nothing/);
    const blind = await served.post<Fault>("/api/recogniser-settings", { ...settings, detector: { path: program, arguments: ["look"] } });
    assert.equal(blind.code, "REQUEST_INVALID");
    await setUp("honest");
    const tried = await served.post<DetectorTriedAnswer>("/api/recogniser-settings/try-detector", {});
    assert.deepEqual([tried.name, tried.version, tried.regions], ["look-for-red.ts", "look-for-red 1.0", 0]);
  });

  it("is shown pictures at the rate that was asked for, and what it found joins to stretches on the item's clock", async () => {
    await setUp("honest", `to:${lengths}`);
    const { frames, regions: count, program: name, version } = await look();
    // 0, 0.4 ... 3.6, and the last frame.
    assert.deepEqual([frames, readFileSync(lengths, "utf8"), name, version], [11, "11\n", "look-for-red.ts", "look-for-red 1.0"]);
    assert.equal(count, 11 + 5);
    const { unmarked, runs } = await regions();
    assert.deepEqual(
      unmarked.map(({ class: sort, fromS, toS, where }) => [sort, fromS, toS, where.down, where.across]),
      [
        ["plate", 0, 3.96, "bottom", "right"],
        ["face", 1.2, 1.24, "top", "left"],
        ["face", 1.6, 1.64, "top", "middle"],
        ["face", 2, 2.04, "top", "middle"],
        ["face", 2.4, 2.44, "top", "middle"],
        ["face", 2.8, 2.84, "top", "middle"],
      ],
      "what moves by more than its width between two looks is not taken for one",
    );
    const [first] = unmarked[1]?.regions ?? [];
    assert.ok(Math.abs((first?.box.x ?? 0) - 72 / 320) < 0.02 && Math.abs((first?.box.w ?? 0) - 40 / 320) < 0.03, JSON.stringify(first));
    assert.deepEqual([runs[0]?.sameBytes, runs[0]?.read?.everyS], [true, 0.4]);
    await look("i1", 0.2);
    const often = (await regions()).unmarked.filter(({ run, class: sort }) => run === (runs[0]?.line ?? 0) + 1 && sort === "face");
    assert.deepEqual([often.length, often[0]?.fromS, often[0]?.regions.length], [1, 1, 10]);
    const turned = await look("i2");
    assert.equal(turned.regions, turned.frames);
    const [one] = (await regions("i2")).unmarked;
    const shown = execFileSync(
      "ffmpeg",
      ["-v", "error", "-i", join(desk.folder, "turned.mp4"), "-frames:v", "1", "-f", "rawvideo", "-pix_fmt", "rgb24", "-"],
      {
        maxBuffer: 1e9,
      },
    );
    // As a player shows it: 180 wide, 320 high.
    const red = [...Array.from({ length: 180 * 320 }).keys()].filter((n) => (shown[n * 3] ?? 0) > 200 && (shown[n * 3 + 1] ?? 0) < 80);
    const [xs, ys] = [red.map((n) => n % 180), red.map((n) => Math.floor(n / 180))];
    const box = one?.regions[0]?.box;
    assert.ok(
      box !== undefined && Math.abs(box.x - Math.min(...xs) / 180) < 0.03 && Math.abs(box.y - Math.min(...ys) / 320) < 0.03,
      JSON.stringify(box),
    );
    assert.ok(box.h * 320 > box.w * 180, "60 by 40 stored lying stands as 40 by 60");
  });

  it("keeps an edition back until what it found is marked, or somebody says what it is; that it finds nothing lifts nothing", async () => {
    const before = await blockers();
    const plates = before.filter(({ what }) => what.startsWith("plate"));
    assert.deepEqual([plates.length, before.every(({ code }) => code === "region-unmarked")], [2, true]);
    assert.match(plates[0]?.what ?? "", /^plate in i1, 0\.000 s to 3\.960 s, bottom right$/);
    assert.deepEqual(
      (await blockers({ excerpts: [{ fromS: 0, toS: 0.4 }] })).map(({ what }) => what.split(" ")[0]),
      ["plate", "plate"],
    );
    assert.deepEqual(await blockers({ as: "left-out" }), []);
    await setUp("nothing");
    assert.equal((await look()).regions, 0);
    assert.equal((await blockers()).length, before.length);
    // The second run saw the face often enough to make one mark of it.
    const served = await people.as("first");
    const often = (await regions()).unmarked.find(({ class: sort, regions: all }) => sort === "face" && all.length === 10);
    assert.ok(often !== undefined);
    const keys = often.regions.map(({ atS, box }) => ({ atS, box, by: "tracker" }));
    const mark = { sort: { what: "box", ...often.within, keys }, reason: "face", subject: null };
    assert.equal((await served.post<Marked>("/api/redactions", { item: "i1", mark })).id, "rm1");
    assert.deepEqual(
      (await told()).map(([sort]) => sort),
      ["plate", "plate"],
      "one mark covers what both runs saw",
    );
    assert.deepEqual(
      (await blockers()).map(({ what }) => what.split(" ")[0]),
      ["plate", "plate"],
    );
  });

  it("takes a named person's word for what a region is, signed, with a reason, for that region alone", async () => {
    const served = await people.as("second");
    const list = async () => (await served.get<RegionsAnswer>("/api/items/i1/regions")).unmarked;
    const leave = (body: object) => served.post<{ seq: number } & Fault>("/api/items/i1/regions/leave", body);
    const [plate, again] = await list();
    assert.ok(plate !== undefined && again !== undefined);
    const chosen = { run: plate.run, regions: plate.regions.map(({ place }) => place) };
    assert.match((await leave({ ...chosen, what: "a painted board", reason: " " })).message, /expected a reason in words; found none/);
    assert.match((await leave({ ...chosen, what: "", reason: "no words on it" })).message, /expected what they are, in words/);
    assert.match((await leave({ ...chosen, run: 1, what: "a", reason: "b" })).message, /expected the line of a run on i1; found 1/);
    assert.match(
      (await leave({ run: plate.run, regions: [99], what: "a", reason: "b" })).message,
      /of the 16 regions of the run; found place 99/,
    );
    const { seq } = await leave({ ...chosen, what: "a painted board", reason: "there are no letters on it" });
    const { entries } = await served.get<{ entries: { seq: number; signed: boolean }[] }>("/api/custody?item=i1");
    assert.equal(entries.find((one) => one.seq === seq)?.signed, true);
    const after = (await list()).filter(({ class: sort }) => sort === "plate");
    // On the pictures that both runs were shown the same program found the same: nobody is asked twice.
    assert.deepEqual(
      [after.every(({ run }) => run === again.run), after.some(({ regions: all }) => all.some(({ atS }) => atS === 0))],
      [true, false],
    );
    for (const one of after)
      assert.equal(
        (await leave({ run: one.run, regions: one.regions.map(({ place }) => place), what: "the same board", reason: "as before" })).code,
        undefined,
      );
    assert.deepEqual([await blockers(), await told()], [[], []]);
    const { reader, viewer } = people.session();
    const layer = await redactionOf(reader, viewer, "i1");
    const { left } = await regionsOf(reader, viewer, layer);
    assert.deepEqual([left[0]?.what, left[0]?.reason, left[0]?.counts], ["a painted board", "there are no letters on it", true]);
    const items = [{ item: "i1" as const, as: "redacted" as const, excerpts: [], stills: [], why: "" }];
    const said = async (sort: "court" | "public") =>
      (
        await redactionActs(
          reader,
          viewer,
          { v: 1, sort, title: "Street", language: "en", findings: [], keyPoints: [], elementSheets: [], gridM: null, items },
          (by) => `[${by}]`,
        )
      ).notDone.join("\n");
    assert.match(
      await said("public"),
      /a program took something in it for plate \(line \d+\), and it is not covered; \[p2\] answers for it/,
    );
    assert.doesNotMatch(await said("public"), /painted board/);
    assert.match(await said("court"), /against look-for-red\.ts: a painted board\. there are no letters on it/);
  });

  it("is held against the marks as they are now: a mark that is taken back leaves bare what it covered", async () => {
    const served = await people.as("first");
    await served.post("/api/redactions/rm1/withdraw", { reason: "drawn anew" });
    assert.ok((await told()).length > 0 && (await told()).every(([sort]) => sort === "face"));
    assert.ok((await blockers()).length > 0);
  });

  it("records nothing of hostile answers, and names what is wrong", async () => {
    const lines = async () => (await regions()).runs.length;
    const before = await lines();
    for (const [how, says] of [
      ["named", /line 1: expected no field but frame, class, box, score; found one called "name"\. Nothing was recorded/],
      ["print-of-a-face", /found one called "embedding"/],
      ["late-fault", /line 17: expected a box inside the picture; found one that leaves it/],
      ["endless", /found that it said or wrote more than it may/],
      ["crash", /found that it failed: it ended with 3: cannot load the model/],
    ] as const) {
      await setUp(how);
      const end = await ended((await detect()).job);
      assert.equal(end.state, "failed", how);
      assert.match(end.reason ?? "", says);
    }
    assert.equal(await lines(), before);
    assert.match((await detect("i3")).message, /expected a picture, a video or a sound/);
    assert.equal((await detect("i99")).code, "ITEM_UNKNOWN");
  });

  it("reaches no network where the system cuts it off, and ends with its pictures when it is stopped", async () => {
    const { network } = await (await people.as("first")).get<RecogniserSettingsAnswer>("/api/recogniser-settings");
    const server = createServer((socket) => socket.destroy()).listen(0, "127.0.0.1");
    await once(server, "listening");
    after(() => server.close());
    await setUp("network", String((server.address() as { port: number }).port));
    assert.equal((await look()).regions, network === "none" ? 0 : 1);
    const began = join(desk.folder, "began.txt");
    await setUp("hang", `to:${began}`);
    const { job } = await detect();
    while (!existsSync(began)) await soon(30);
    const runs = (await regions()).runs.length;
    await (await people.as("first")).post(`/api/jobs/${job}/cancel`, {});
    assert.equal((await ended(job)).state, "cancelled");
    assert.equal((await regions()).runs.length, runs);
    // Other folders come and go meanwhile: what find complains of is none of ours.
    const { stdout } = spawnSync("find", [tmpdir(), "-path", "*witnessmark-frames-*", "-name", "*.jpg"], { encoding: "utf8" });
    assert.equal(stdout, "");
  });

  it("keeps an edition back while what it found cannot be read, until it looks anew", async () => {
    await setUp("honest");
    await look();
    const { reader, vault } = people.session();
    const row = await reader.views.db
      .selectFrom("detector_run")
      .select(["line", "result"])
      .orderBy("line", "desc")
      .executeTakeFirstOrThrow();
    rmSync(vault.pathOf(row.result as `sha256:${string}`));
    assert.ok((await blockers()).some(({ code, why }) => code === "detection-unread" && why.includes(`line ${row.line}`)));
    await look("i1", 1);
    assert.ok((await blockers()).every(({ code }) => code === "region-unmarked"));
    const { stretches } = await (await people.as("first")).get<RedactionAnswer>("/api/items/i1/redaction");
    assert.deepEqual(stretches, [], "no run says that anybody looked");
  });
});
