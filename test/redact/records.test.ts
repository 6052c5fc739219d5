/** Marks in a case, and the second person who looked at a whole shot: who may, and when it no longer counts. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { needs } from "../../scripts/testing/needs.ts";
import type { Marked, RedactionAnswer } from "../../src/api/redactions.ts";
import { objectPathOf } from "../../src/core/hash/digest.ts";
import type { RedactionMark } from "../../src/core/redaction/redaction.ts";
import { heldMedia } from "../../src/reads/editions/item-media.ts";
import { createDesk, type Desk } from "../support/run-witnessmark.ts";
import { peopleAt, type PeopleAtACase } from "../tiers/people-at-a-case.ts";
import { boxMark, soundMark } from "./marks.ts";

interface Refusal {
  readonly code: string;
  readonly message: string;
}

describe("the redaction layer of an item", { skip: needs({ programs: ["ffmpeg", "ffprobe"] }) }, () => {
  let desk: Desk;
  let people: PeopleAtACase;
  const face = boxMark("rm1", [[0.2, [0.1, 0.1, 0.2, 0.2]]], { toS: 1 }).mark;
  before(async () => {
    desk = createDesk();
    people = peopleAt(desk, join(desk.folder, "case"));
    const clip = join(desk.folder, "clip.mp4");
    execFileSync("ffmpeg", [
      ...[
        "-v",
        "error",
        "-f",
        "lavfi",
        "-i",
        "testsrc2=s=96x64:r=25:d=2",
        "-f",
        "lavfi",
        "-i",
        "sine=d=2",
        "-c:v",
        "libx264",
        "-preset",
        "ultrafast",
      ],
      ...["-c:a", "aac", "-shortest", clip],
    ]);
    // A bare stream, whose length nothing says.
    const bare = join(desk.folder, "bare.h264");
    execFileSync("ffmpeg", ["-v", "error", "-i", clip, "-c", "copy", "-an", bare]);
    await people.collect(clip, bare);
    await people.probe(2);
  });
  after(async () => {
    await people.leave();
    desk.close();
  });

  const layer = async (who: string) => (await people.as(who)).get<RedactionAnswer>("/api/items/i1/redaction");
  const mark = async (who: string, body: { redaction?: string; mark: RedactionMark; reason?: string }) =>
    (await people.as(who)).post<Marked & Refusal>("/api/redactions", { item: "i1", ...body });
  const look = async (who: string, marks?: readonly number[], span = { fromS: 0, toS: 2 }) => {
    const lines = marks ?? (await layer(who)).marks.filter(({ withdrawn }) => withdrawn === undefined).map(({ line }) => line);
    return (await people.as(who)).post<{ seq: number } & Refusal>("/api/items/i1/stretches", { ...span, marks: lines, note: "" });
  };

  it("keeps what a mark covers, who made it, and why it was changed", async () => {
    assert.equal((await mark("first", { mark: face })).id, "rm1");
    assert.equal((await mark("first", { mark: soundMark("rm2", 0.5, 0.8, "tone").mark })).id, "rm2");
    assert.equal((await mark("first", { redaction: "rm1", mark: face })).code, "INPUT_INVALID", "a change needs a reason");
    await mark("first", { redaction: "rm1", mark: { ...face, reason: "person" }, reason: "the whole person" });
    const { marks, shots, viewedWhole } = await layer("first");
    assert.deepEqual(
      marks.map(({ redaction, cause, reason, sameBytes }) => [redaction, cause, reason, sameBytes]),
      [
        ["rm1", "person", "the whole person", true],
        ["rm2", "voice", null, true],
      ],
    );
    assert.deepEqual([shots.length, shots[0]?.viewed, viewedWhole], [1, false, false]);
  });

  it("does not take it from who made a mark that nothing is unmarked", async () => {
    const refused = await look("first");
    assert.equal(refused.code, "NOT_ALLOWED");
    assert.match(refused.message, /second person who made none of its marks/);
  });

  it("takes it, signed, from a second person, and says so of the shot", async () => {
    const { seq } = await look("second");
    const { entries } = await (await people.as("second")).get<{ entries: { seq: number; signed: boolean }[] }>("/api/custody?item=i1");
    assert.equal(entries.find((one) => one.seq === seq)?.signed, true);
    const { stretches, shots, viewedWhole } = await layer("second");
    assert.deepEqual([stretches[0]?.fault, shots[0]?.viewed, viewedWhole], [null, true, true]);
  });

  it("no longer counts it once a mark is changed, made or taken back", async () => {
    await mark("first", { redaction: "rm1", mark: face, reason: "the face alone" });
    assert.deepEqual([(await layer("first")).stretches[0]?.fault, (await layer("first")).viewedWhole], ["marks-changed", false]);
    await look("second");
    assert.equal((await layer("second")).viewedWhole, true);
    await (await people.as("first")).post("/api/redactions/rm2/withdraw", { reason: "nobody speaks there" });
    const { marks, viewedWhole } = await layer("first");
    assert.deepEqual([marks[1]?.withdrawn, viewedWhole], ["nobody speaks there", false]);
  });

  it("does not take it for marks that the second person was not shown", async () => {
    const refused = await look("second", [1]);
    assert.match(refused.message, /marks as they stand now/);
  });

  it("counts a shot only where all of it was looked at, and takes no stretch that is none of a shot", async () => {
    await look("second", undefined, { fromS: 0, toS: 1 });
    assert.equal((await layer("second")).viewedWhole, false);
    await look("second", undefined, { fromS: 1, toS: 2 });
    assert.equal((await layer("second")).viewedWhole, true);
    const refused = await look("second", undefined, { fromS: -1000, toS: 1_000_000 });
    assert.match(refused.message, /expected a stretch of one of its 1 shots/);
  });

  it("does not take it, nor count it, from who took a mark back", async () => {
    await mark("first", { mark: soundMark("rm3", 0.2, 0.4, "mute").mark });
    await (await people.as("second")).post("/api/redactions/rm3/withdraw", { reason: "not needed" });
    // What stands is what the second person looked at before; the layer without rm3 is their own word now.
    assert.deepEqual(
      (await layer("first")).stretches.map(({ fault }) => fault).filter((fault) => fault === null),
      [],
    );
    assert.equal((await look("second")).code, "NOT_ALLOWED");
    assert.equal((await layer("second")).viewedWhole, false);
  });

  it("counts nothing of an item whose length is not known", async () => {
    const served = await people.as("second");
    const { kind, shotsBy, shots, viewedWhole } = await served.get<RedactionAnswer>("/api/items/i2/redaction");
    assert.deepEqual([kind, shotsBy, shots, viewedWhole], ["video", "unknown", [], false]);
    const refused = await served.post<Refusal>("/api/items/i2/stretches", { fromS: 0, toS: 0.1, marks: [], note: "" });
    assert.match(refused.message, /expected an item whose length is known/);
  });

  it("refuses a mark that lies outside the recording: it would cover nothing", async () => {
    const refused = await mark("first", { mark: boxMark("rm9", [[40, [0.1, 0.1, 0.2, 0.2]]]).mark });
    assert.match(refused.message, /expected a span that meets the recording, 0 s to 2/);
  });

  it("names protected persons whom no mark covers, or not throughout", async () => {
    const served = await people.as("first");
    const protection = [{ sort: "child", reason: "looks it" }];
    await served.post("/api/subjects", { item: "i1", known: "seen", description: "red cap, at the left", protection });
    const [shot] = (await layer("first")).shots;
    const endS = shot?.toS ?? 0;
    const bareNow = async () => (await layer("first")).unmarked.map(({ subject, marked, bare }) => [subject, marked, bare]);
    assert.deepEqual(await bareNow(), [["P1", false, [{ fromS: 0, toS: endS }]]], "all of it: nobody said where they are not");
    await mark("first", { mark: { ...face, subject: "P1" } });
    const unheard = { fact: "voice", standing: "not-seen", note: "" };
    assert.ok(
      (await bareNow()).some((one) => JSON.stringify(one[2]).includes(`{"fromS":0,"toS":${endS}}`)),
      "nobody listened for them",
    );
    const silent = { facts: [unheard], observations: [] };
    await served.post("/api/subjects/states", { subject: "P1", item: "i1", fromS: 0, toS: 1, facts: silent });
    const before = { fromS: 0, toS: face.sort.fromS };
    assert.deepEqual(await bareNow(), [["P1", true, [before, { fromS: 1, toS: endS }]]], "the mark ends at 1 s");
    const away = { facts: [{ fact: "not-in-frame", standing: "seen", note: "" }, unheard], observations: [] };
    await served.post("/api/subjects/states", { subject: "P1", item: "i1", fromS: 1, toS: 2, facts: away });
    assert.deepEqual(await bareNow(), [["P1", true, [before]]], "from 1 s on they are not in the picture");
    await mark("first", { mark: { ...boxMark("rm1", [[0, [0.1, 0.1, 0.2, 0.2]]], { toS: 0.5 }).mark, subject: "P1" } });
    assert.deepEqual(await bareNow(), []);
  });

  it("takes an exception for a person from a second one with a reason, from nobody else, and for no mark", async () => {
    const ask = async (who: string, body: object) =>
      (await people.as(who)).post<{ seq: number } & Refusal>("/api/items/i1/overrides", body);
    const agreed = { subject: "P1", reason: "the person agreed in writing" };
    assert.equal((await ask("first", agreed)).code, "NOT_ALLOWED");
    assert.equal((await ask("second", { ...agreed, reason: " " })).code, "INPUT_INVALID");
    assert.equal((await ask("second", { ...agreed, subject: "P9" })).code, "INPUT_INVALID");
    assert.equal((await ask("second", { subject: null, redaction: "rm1", reason: "agreed" })).code, "REQUEST_INVALID");
    await ask("second", agreed);
    const { overrides, me } = await layer("second");
    assert.deepEqual(
      overrides.map(({ subject, reason, by, fault }) => [subject, reason, by, fault]),
      [["P1", "the person agreed in writing", me, null]],
    );
    // It holds for the marks and the conditions that stood, and lapses with the next of them; each time it is given anew.
    const lastFault = async () => (await layer("second")).overrides.at(-1)?.fault;
    await mark("first", { mark: soundMark("rm9", 1.2, 1.4, "mute").mark });
    assert.equal(await lastFault(), "marks-changed");
    await ask("second", agreed);
    assert.equal(await lastFault(), null);
    const changes = { legalBasis: "public-interest" };
    await (await people.as("first")).post("/api/items/conditions", { items: ["i1"], changes });
    assert.equal(await lastFault(), "conditions-changed");
    await ask("second", agreed);
    assert.equal(await lastFault(), null);
    // What is said of the person after that, it was not given for.
    const protection = [{ sort: "wounded", reason: "bandage" }];
    await (
      await people.as("first")
    ).post("/api/subjects", { subject: "P1", item: "i1", known: "seen", description: "red cap", protection, reason: "seen again" });
    assert.deepEqual(
      (await layer("second")).overrides.map(({ fault }) => fault),
      ["person-changed", "person-changed", "person-changed"],
    );
  });

  it("counts nothing as looked at while a mark that stands cannot be read, and takes no word for it", async () => {
    const held = (await layer("second")).marks.find(({ withdrawn }) => withdrawn === undefined);
    assert.ok(held !== undefined);
    await people.leave();
    rmSync(join(desk.folder, "case", "objects", objectPathOf(held.document)));
    rmSync(join(desk.folder, "case", "derived"), { recursive: true });
    const { marks, stretches, viewedWhole } = await layer("third");
    assert.equal(marks.find(({ redaction }) => redaction === held.redaction)?.mark, "withheld");
    assert.deepEqual([...new Set(stretches.map(({ fault }) => fault))], ["mark-unreadable"]);
    assert.equal(viewedWhole, false);
    assert.match((await look("third")).message, /expected marks that can be read/);
    // Nor does an edition go on without it.
    const { reader, viewer } = people.session();
    assert.deepEqual((await heldMedia(reader, viewer, "i1"))?.unreadableMarks, [held.redaction]);
  });
});
