/** A question, its finding, and two people: what signing refuses, who may review, and what a new version undoes. */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { FindingAnswer, FindingReportAnswer, QuestionsAnswer, WrittenFinding } from "../../src/api/findings.ts";
import type { StaleAnswer } from "../../src/api/work.ts";
import type { RecordsAnswer } from "../../src/api/records.ts";
import type { FindingDocument } from "../../src/core/finding/finding.ts";
import { createDesk, type Desk } from "../support/run-witnessmark.ts";
import type { ServedCase } from "../support/served-case.ts";
import { peopleAt, type PeopleAtACase } from "../tiers/people-at-a-case.ts";
import { ground, soundFinding } from "./finding-words.ts";

type Told = { code?: string; message?: string; id?: string; seq?: number };

describe("a finding between two people", () => {
  let desk: Desk;
  let people: PeopleAtACase;
  let one: ServedCase;
  before(async () => {
    desk = createDesk();
    for (const name of ["clip.txt", "other.txt", "unseen.txt"]) writeFileSync(join(desk.folder, name), `Stands for ${name}.\n`);
    people = peopleAt(desk, join(desk.folder, "case"));
    await people.collect(...["clip.txt", "other.txt", "unseen.txt"].map((name) => join(desk.folder, name)));
    one = await people.as("first");
    await one.post("/api/case-events", {
      ...{ sort: "filming", sortWords: null, title: "The filming", time: "unknown", place: "unknown", movement: null, reason: "" },
    });
    for (const item of ["i1", "i2"]) {
      const text = `A mast stands left of the road in ${item}.`;
      const made = await one.post<Told>(`/api/items/${item}/observations`, { sort: "observation", text });
      assert.equal(made.code, undefined, JSON.stringify(made));
    }
  });
  after(async () => {
    await people.leave();
    desk.close();
  });

  const lineOf = async (to: ServedCase, record: string): Promise<number> => {
    const { records } = await to.get<RecordsAnswer>(`/api/records?names=${record}`);
    return records[0]?.line ?? 0;
  };
  const write = (to: ServedCase, body: object) => to.post<WrittenFinding & Told>("/api/findings", body);
  const sign = (to: ServedCase, id: string, version: number) => to.post<Told>(`/api/findings/${id}/sign`, { version });
  const review = (to: ServedCase, id: string, version: number, verdict = "approves", note = "") =>
    to.post<Told>(`/api/findings/${id}/review`, { version, verdict, note });
  const found = (to: ServedCase, id: string) => to.get<FindingAnswer>(`/api/findings/${id}`);
  const check = (to: ServedCase, document: FindingDocument) => to.post<FindingReportAnswer>("/api/findings/check", { document });

  it("a question says what it is about and how close an answer must be", async () => {
    const ask = (body: object) =>
      one.post<Told>("/api/questions", {
        ...{ sort: "where", text: "Where was it filmed?", event: "e1", items: ["i1"], precision: { sort: "place", radiusM: 150 } },
        ...body,
      });
    assert.match((await ask({ event: null, items: [] })).message ?? "", /expected an event or items that it is about/);
    assert.match((await ask({ precision: { sort: "time", widthS: 60 } })).message ?? "", /precision: expected one of place/);
    assert.match((await ask({ items: ["i9"] })).message ?? "", /i9: expected an item of this case/);
    assert.equal((await ask({})).id, "qn1");
    assert.match((await ask({ question: "qn1", text: "Where?" })).message ?? "", /reason: expected why it is changed/);
    assert.equal((await ask({ question: "qn1", text: "Where was the clip filmed?", reason: "Which item was not said." })).id, "qn1");
    const { questions } = await one.get<QuestionsAnswer>("/api/questions");
    assert.deepEqual(
      questions.map(({ id, text, eventTitle, grade }) => ({ id, text, eventTitle, grade })),
      [{ id: "qn1", text: "Where was the clip filmed?", eventTitle: "The filming", grade: null }],
    );
  });

  it("signing is refused with every thing that is missing named", async () => {
    const bare = soundFinding({ statement: " ", grade: "supported", confidence: { level: "low", reasons: "" } });
    const draft = await write(one, { document: { ...bare, lookedAgainst: "", method: "", limits: "" } });
    assert.equal(draft.state, "written", JSON.stringify(draft));
    const refused = await sign(one, "f1", 1);
    assert.equal(refused.code, "INPUT_INVALID");
    for (const missing of [
      /statement: expected/,
      /evidence for: expected grounds for a finding that is supported/,
      /evidence against: expected a ground, or where it was looked for and not found; found neither/,
      /confidence: expected its reasons/,
      /method: expected/,
      /limits: expected/,
    ])
      assert.match(refused.message ?? "", missing);
  });

  it("errors of the linter, items that nobody looked at and grounds that are not there stand against it too", async () => {
    const line = await lineOf(one, "i3");
    const { obstacles } = await check(
      one,
      soundFinding({
        statement: "It is highly likely, with high confidence, that this is the place.",
        evidenceFor: [ground("i3", line), ground("o99", 5)],
      }),
    );
    assert.deepEqual(
      obstacles.map(({ code }) => code),
      ["unverified-item", "ground-gone", "lint"],
    );
    assert.match(obstacles[0]?.text ?? "", /i3: expected an item that somebody looked at/);
    assert.match(obstacles[1]?.text ?? "", /o99: expected a record of this case/);
    assert.match(obstacles[2]?.text ?? "", /sentences of their own/);
  });

  it("to mark an item as graphic is not to look at it, and words that nobody can see say nothing", async () => {
    const marked = await one.post<Told>("/api/items/i3/observations", { sort: "marker", text: "Graphic: blood" });
    assert.equal(marked.code, undefined, JSON.stringify(marked));
    const unseen = { statement: "\u200b", lookedAgainst: "\u200b\u2060", limits: " - " };
    const { obstacles } = await check(one, soundFinding({ evidenceFor: [ground("i3", await lineOf(one, "i3"))], ...unseen }));
    assert.deepEqual(
      obstacles.map(({ code }) => code),
      ["no-statement", "no-evidence-against", "no-limits", "unverified-item"],
    );
  });

  it("what only names or supposes something carries nothing alone, and no ground speaks for both sides", async () => {
    const codesOf = async (document: FindingDocument) => (await check(one, document)).obstacles.map(({ code }) => code);
    await one.post("/api/hypotheses", {
      question: "where",
      start: "elsewhere",
      statement: "It is elsewhere.",
      standing: "alive",
      reason: "",
    });
    const [h1, e1, o1] = [await lineOf(one, "h1"), await lineOf(one, "e1"), ground("o1", await lineOf(one, "o1"))];
    for (const alone of [ground("h1", h1), ground("e1", e1)])
      assert.deepEqual(await codesOf(soundFinding({ evidenceFor: [alone] })), ["not-independent"]);
    assert.deepEqual(await codesOf(soundFinding({ evidenceFor: [o1, ground("e1", e1)] })), []);
    assert.deepEqual(await codesOf(soundFinding({ evidenceFor: [{ ...o1, record: null, line: 1 }] })), ["ground-gone"]);
    assert.deepEqual(await codesOf(soundFinding({ evidenceFor: [{ ...o1, line: 1 }] })), ["ground-gone"]);
    assert.deepEqual(await codesOf(soundFinding({ evidenceFor: [o1], evidenceAgainst: [o1] })), ["not-citable"]);
  });

  it("two grounds of one recording are one: corroborated needs two that lead back to different things", async () => {
    const [a, b] = [ground("o1", await lineOf(one, "o1")), ground("i1", await lineOf(one, "i1"))];
    const replicated = await check(one, soundFinding({ grade: "corroborated", evidenceFor: [a, b] }));
    assert.deepEqual(
      replicated.obstacles.map(({ code }) => code),
      ["not-independent"],
    );
    assert.deepEqual(
      replicated.independent.map(({ records }) => records),
      [["o1", "i1"]],
    );
    const other = ground("o2", await lineOf(one, "o2"));
    const both = await check(one, soundFinding({ grade: "corroborated", evidenceFor: [a, other] }));
    assert.deepEqual(both.obstacles, []);
    assert.equal(both.independent.length, 2);
  });

  it("a quote carries nothing before a second person has read it, and how the case is worked on carries nothing at all", async () => {
    const words = {
      speaker: "SPK1",
      text: "Стій тут",
      alternatives: [],
      overlap: false,
      language: null,
      of: null,
      box: null,
      machine: null,
    };
    const segments = [
      { id: 1, startMs: 0, endMs: 900, ...words },
      { id: 2, startMs: 1000, endMs: 1900, ...words },
    ];
    const tier = await one.post<Told>("/api/tiers", { item: "i1", sort: "verbatim", language: "uk", segments });
    assert.equal(tier.id, "w1", JSON.stringify(tier));
    const cited = async (to: ServedCase, named: string[] | null) =>
      check(to, soundFinding({ evidenceFor: [{ ...ground("w1", await lineOf(to, "w1")), segments: named }] }));
    const before = await cited(one, ["1"]);
    assert.deepEqual(
      before.obstacles.map(({ code }) => code),
      ["quote"],
    );
    assert.match(before.obstacles[0]?.text ?? "", /w1, segment 1: expected words that may be quoted; found words that no second person/);
    assert.match((await cited(one, ["9"])).obstacles[0]?.text ?? "", /segment 9: expected a segment of its newest version; found none/);
    const two = await people.as("second");
    const read = await two.post<Told>("/api/tiers/w1/review", { version: 1, beside: null, segments: [1], verdict: "agrees", note: "" });
    assert.ok(read.seq !== undefined, JSON.stringify(read));
    assert.deepEqual((await cited(two, ["1"])).obstacles, []);
    assert.equal((await cited(two, null)).obstacles.length, 1);
    one = await people.as("first");
    const worked = await check(one, soundFinding({ evidenceFor: [ground("qn1", await lineOf(one, "qn1"))] }));
    assert.match(worked.obstacles[0]?.text ?? "", /qn1: expected a record of material/);
  });

  it("an item that is said not to bear on the event carries nothing for it", async () => {
    await one.post("/api/bearings", { item: "i2", on: "e1", sort: "none", part: null, reason: "Another road." });
    const { obstacles } = await check(one, soundFinding({ evidenceFor: [ground("o2", await lineOf(one, "o2"))] }));
    assert.deepEqual(
      obstacles.map(({ code }) => code),
      ["not-citable"],
    );
    assert.match(obstacles[0]?.text ?? "", /o2, of i2 for e1: expected an item that may be cited/);
  });

  it("who wrote it signs it; the writer does not review it; a second person does", async () => {
    const evidenceFor = [ground("o1", await lineOf(one, "o1"), "The mast stands where the map has one.")];
    const made = await write(one, { finding: "f1", base: 1, document: soundFinding({ evidenceFor }), reason: "Written out." });
    assert.equal(made.state, "written", JSON.stringify(made));
    assert.match((await review(one, "f1", 2)).message ?? "", /expected a reviewer who wrote no part of it/);
    const signed = await sign(one, "f1", 2);
    assert.ok(signed.seq !== undefined, JSON.stringify(signed));
    assert.equal((await review(one, "f1", 2)).code, "NOT_ALLOWED");
    const waits = async (to: ServedCase) => (await to.get<QuestionsAnswer>("/api/questions")).questions[0]?.findings[0]?.waitsForMe;
    assert.equal(await waits(one), false, "who wrote it does not review it");
    const two = await people.as("second");
    assert.equal(await waits(two), true);
    assert.equal((await found(two, "f1")).reviewObstacle, null);
    assert.match((await sign(two, "f1", 2)).message ?? "", /expected the person who wrote it to sign/);
    assert.match((await review(two, "f1", 2, "returns")).message ?? "", /expected a reason in words/);
    assert.ok((await review(two, "f1", 2, "returns", "Say which imagery.")).seq !== undefined);
    assert.equal((await found(two, "f1")).state, "returned");
    const another = await two.post<Told>("/api/questions", {
      ...{ question: "qn1", sort: "where", text: "Where, roughly?", event: "e1", items: ["i1"], reason: "Wider." },
      precision: { sort: "place", radiusM: 50_000 },
    });
    assert.match(another.message ?? "", /qn1: expected no signed finding on it that stands.*found f1/);
    assert.ok((await review(two, "f1", 2, "approves")).seq !== undefined);
    assert.equal((await found(two, "f1")).state, "approved");
    assert.equal(await waits(two), false, "what is reviewed waits no longer");
    const { questions } = await two.get<QuestionsAnswer>("/api/questions");
    assert.deepEqual(questions[0]?.grade, { grade: "supported", by: "f1", state: "approved" });
  });

  it("a new version needs a new signature and another reviewer than its writers", async () => {
    const two = await people.as("second");
    const { document } = await found(two, "f1");
    assert.ok(document !== "withheld");
    const stale = await write(two, { finding: "f1", base: 1, document, reason: "Shorter." });
    assert.deepEqual({ state: stale.state, version: stale.version }, { state: "stale", version: 2 });
    const shorter = { ...document, method: "Features of the frame were matched with a map of 2021." };
    assert.equal((await write(two, { finding: "f1", base: 2, document: shorter, reason: "The map is named." })).version, 3);
    assert.equal((await found(two, "f1")).state, "draft");
    assert.ok((await sign(two, "f1", 3)).seq !== undefined);
    one = await people.as("first");
    assert.match((await review(one, "f1", 3)).message ?? "", /expected a reviewer who wrote no part of it/);
    assert.match((await review(one, "f1", 2)).message ?? "", /expected its newest version, 3/);
    const three = await people.as("third");
    const bearing = await three.post<Told>("/api/bearings", { item: "i1", on: "e1", sort: "none", part: null, reason: "Not sure now." });
    assert.match((await review(three, "f1", 3)).message ?? "", /cannot be approved as the case stands now: .*o1, of i1 for e1/);
    await three.post(`/api/bearings/${bearing.id ?? ""}/withdraw`, { reason: "It does show it." });
    const { warnings } = await check(three, shorter);
    assert.match(
      warnings.find(({ code }) => code === "ground-moved")?.text ?? "",
      /^o1 rests on what changed: the finding cites as evidence for it i1, as of line \d+ \(through o1\), which has something new that speaks against it in line \d+\. Look/,
    );
    const toLookAt = async (to: ServedCase) => (await to.get<StaleAnswer>("/api/stale?about=f1"))[0];
    const writer = await people.as("second");
    const kept = await writer.post<Told>("/api/stale/keep", { lines: [(await toLookAt(writer))?.line ?? 0], reason: "It does show it." });
    assert.equal((await toLookAt(writer))?.keptAlone, kept.seq, "a writer says alone that it holds, and it stays to be looked at");
    const reviewer = await people.as("third");
    assert.ok((await review(reviewer, "f1", 3)).seq !== undefined);
    assert.equal((await found(reviewer, "f1")).state, "approved");
    assert.equal(await toLookAt(reviewer), undefined);
  });

  it("a line in which a writer approves counts for nothing, whoever made it", async () => {
    const two = await people.as("second");
    const { versions } = await found(two, "f1");
    const { writer } = people.session();
    const document = versions.at(-1)?.document ?? "sha256:";
    await writer.append(() => [
      { kind: "finding.reviewed", data: { finding: "f1", version: 3, document, verdict: "returns", note: null }, opens: [] },
    ]);
    const after = await found(two, "f1");
    assert.equal(after.state, "approved");
    assert.deepEqual(after.acts.at(-1)?.counts, false);
  });

  it("a command tells how far each is, as the screen does", async () => {
    const { questions } = await (await people.as("third")).get<QuestionsAnswer>("/api/questions");
    const listed = await desk.run("findings", join(desk.folder, "case"), "--json");
    assert.equal(listed.code, 0, listed.err);
    const told = listed.out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { type: string } & QuestionsAnswer["questions"][number]);
    assert.deepEqual(
      told.map(({ id, grade, blind, findings }) => ({ id, grade, blind, findings })),
      questions.map(({ id, grade, blind, findings }) => ({ id, grade, blind, findings })),
    );
    const { out } = await desk.run("findings", join(desk.folder, "case"));
    assert.match(out, /^qn1 +asks where +\w+ by f1 +.+Where was the clip filmed/mu);
    assert.match(out, /^ {2}f1 +approved, version 3 +\w+ +/mu);
  });

  it("a withdrawn finding stays to be seen, and its question then goes too", async () => {
    one = await people.as("first");
    const withdraw = (of: string) => one.post<Told>(`/api/${of}/withdraw`, { reason: "Asked anew." });
    assert.match((await withdraw("questions/qn1")).message ?? "", /expected no finding on it that stands; found f1/);
    assert.ok((await withdraw("findings/f1")).seq !== undefined);
    assert.equal((await found(one, "f1")).withdrawn, "Asked anew.");
    assert.match((await sign(one, "f1", 3)).message ?? "", /found one that was withdrawn/);
    assert.ok((await withdraw("questions/qn1")).seq !== undefined);
    const { questions } = await one.get<QuestionsAnswer>("/api/questions");
    assert.equal(questions[0]?.withdrawn, "Asked anew.");
    assert.equal(questions[0]?.findings[0]?.state, "withdrawn");
  });
});
