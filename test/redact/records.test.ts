/** Marks in a case, and the second person who looked at a whole shot: who may, and when it no longer counts. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { needs } from "../../scripts/testing/needs.ts";
import type { Marked, RedactionAnswer, TrackBoxAnswer } from "../../src/api/redactions.ts";
import type { RedactionMark } from "../../src/core/redaction/redaction.ts";
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
    await people.collect(clip);
    await people.probe(1);
  });
  after(async () => {
    await people.leave();
    desk.close();
  });

  const layer = async (who: string) => (await people.as(who)).get<RedactionAnswer>("/api/items/i1/redaction");
  const mark = async (who: string, body: { redaction?: string; mark: RedactionMark; reason?: string }) =>
    (await people.as(who)).post<Marked & Refusal>("/api/redactions", { item: "i1", ...body });
  const look = async (who: string, marks?: readonly number[], span = { fromS: 0, toS: 2.5 }) => {
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

  it("counts a shot only where all of it was looked at", async () => {
    await look("second", undefined, { fromS: 0, toS: 1 });
    assert.equal((await layer("second")).viewedWhole, false);
    await look("second", undefined, { fromS: 1, toS: 2.5 });
    assert.equal((await layer("second")).viewedWhole, true);
  });

  it("takes an exception from a second person with a reason, and from nobody else", async () => {
    const ask = async (who: string, body: object) =>
      (await people.as(who)).post<{ seq: number } & Refusal>("/api/items/i1/overrides", body);
    assert.equal((await ask("first", { subject: null, redaction: "rm1", reason: "agreed" })).code, "NOT_ALLOWED");
    assert.equal((await ask("second", { subject: null, redaction: "rm1", reason: " " })).code, "INPUT_INVALID");
    assert.equal((await ask("second", { subject: "P9", redaction: null, reason: "agreed" })).code, "INPUT_INVALID");
    await ask("second", { subject: null, redaction: "rm1", reason: "the person agreed in writing" });
    const { overrides, me } = await layer("second");
    assert.deepEqual([overrides[0]?.redaction, overrides[0]?.reason, overrides[0]?.by], ["rm1", "the person agreed in writing", me]);
  });

  it("names protected persons whom no mark covers, or not throughout", async () => {
    const served = await people.as("first");
    const protection = [{ sort: "child", reason: "looks it" }];
    await served.post("/api/subjects", { item: "i1", known: "seen", description: "red cap, at the left", protection });
    assert.deepEqual((await layer("first")).unmarked, [{ subject: "P1", protection: ["child"], bare: [], marked: false }]);
    const facts = { facts: [{ fact: "own-movement", standing: "seen", note: "" }], observations: [] };
    await served.post("/api/subjects/states", { subject: "P1", item: "i1", fromS: 0.4, toS: 1.4, facts });
    await mark("first", { mark: { ...face, subject: "P1" } });
    assert.deepEqual(
      (await layer("first")).unmarked.map(({ marked, bare }) => [marked, bare]),
      [[true, [{ fromS: 0.4, toS: 1.4 }]]],
      "the mark ends at 1 s",
    );
    await mark("first", { mark: { ...boxMark("rm1", [[1, [0.1, 0.1, 0.2, 0.2]]], { toS: 1.5 }).mark, subject: "P1" } });
    assert.deepEqual((await layer("first")).unmarked, []);
  });

  it("offers keys of a box that was followed, and records none of it", async () => {
    const served = await people.as("first");
    const before = (await layer("first")).marks.length;
    let answer = await served.post<TrackBoxAnswer>("/api/items/i1/track", { atS: 0, untilS: 0.4, box: { x: 0, y: 0, w: 0.4, h: 0.5 } });
    while (answer.state === "working")
      answer = await served.post<TrackBoxAnswer>("/api/items/i1/track", { atS: 0, untilS: 0.4, box: { x: 0, y: 0, w: 0.4, h: 0.5 } });
    assert.equal(answer.state, "done");
    assert.equal((await layer("first")).marks.length, before);
  });
});
