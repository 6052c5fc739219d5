/** Tasks, comments and what changed, between two people at one case: each with a key and a folder of their own. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { PersonRow } from "../../src/api/people.ts";
import type { ChangesAnswer, CommentRow, TaskRow } from "../../src/api/work.ts";
import { changesSince } from "../../src/reads/work/changes-since.ts";
import { createDesk, type Desk } from "../support/run-witnessmark.ts";
import { peopleAt, type PeopleAtACase } from "../tiers/people-at-a-case.ts";

type Answer = { id?: string; seq?: number; code?: string; message?: string };

describe("work between two people", () => {
  let desk: Desk;
  let people: PeopleAtACase;
  before(async () => {
    desk = createDesk();
    writeFileSync(join(desk.folder, "clip.txt"), "Stands for a clip.\n");
    people = peopleAt(desk, join(desk.folder, "case"));
    await people.collect(join(desk.folder, "clip.txt"));
    await people.as("second");
  });
  after(async () => {
    await people.leave();
    desk.close();
  });

  it("tells the people of the case by opaque ids, and which one asks", async () => {
    const second = await people.as("second");
    const rows = await second.get<PersonRow[]>("/api/people");
    assert.deepEqual(
      rows.map(({ person, me, active }) => ({ person, me, active })),
      [
        { person: "p1", me: false, active: true },
        { person: "p2", me: true, active: true },
      ],
    );
  });

  it("assigns a task about a moment of an item, and it goes on through its states; another change needs a reason", async () => {
    const first = await people.as("first");
    const task = { title: "Find the bridge", about: { record: "i1", atS: 12.5 }, assigned: ["p2"], due: "2030-05-02T12:00:00Z" };
    const made = await first.post<Answer>("/api/tasks", task);
    assert.equal(made.id, "tk1", JSON.stringify(made));
    const refused = await first.post<Answer>("/api/tasks", { title: "x", assigned: ["p9"] });
    assert.match(refused.message ?? "", /found p9, who did not enrol/);
    assert.match((await first.post<Answer>("/api/tasks", { title: "x", about: { record: "e7", atS: null } })).message ?? "", /found e7/);
    const standIn = await first.post<Answer>("/api/tasks/tk1", { ...task, title: "withheld", reason: "Shorter." });
    assert.match(standIn.message ?? "", /found "withheld", which stands where this copy holds them no more/);
    const second = await people.as("second");
    assert.equal((await second.post<Answer>("/api/tasks/tk1", { ...task, state: "help-needed" })).code, undefined);
    assert.match((await second.post<Answer>("/api/tasks/tk1", { ...task, title: "Find the ford" })).message ?? "", /reason/);
    assert.match((await second.post<Answer>("/api/tasks/tk1", { ...task, state: "cancelled" })).message ?? "", /reason/);
    const [row] = await second.get<TaskRow[]>("/api/tasks");
    assert.equal(row?.state, "help-needed");
    assert.deepEqual(row?.about, { record: "i1", atS: 12.5, title: "clip.txt", address: "/items/i1?at=12.5", item: "i1" });
    assert.equal(row?.madeBy, "p1");
    assert.equal(row?.by, "p2");
  });

  it("takes comments, answers and mentions on any record, and only the author takes one back", async () => {
    const first = await people.as("first");
    const said = await first.post<Answer>("/api/comments", {
      about: { record: "i1", atS: 3 },
      text: "Look <b>here</b> @p2",
      mentions: ["p2"],
    });
    assert.equal(said.id, "cm1", JSON.stringify(said));
    const second = await people.as("second");
    await second.post("/api/comments", { about: { record: "i1", atS: null }, answers: "cm1", text: "I see it." });
    const stranger = await second.post<Answer>("/api/comments", { about: { record: "tk1", atS: null }, answers: "cm1", text: "No." });
    assert.match(stranger.message ?? "", /expected to answer a comment on tk1; found cm1/);
    const taken = await second.post<Answer>("/api/comments/cm1/withdraw", { reason: "not mine" });
    assert.equal(taken.code, "NOT_ALLOWED");
    const again = await people.as("first");
    await again.post("/api/comments/cm1/withdraw", { reason: "wrong second" });
    const rows = await again.get<CommentRow[]>("/api/comments?about=i1");
    assert.deepEqual(
      rows.map(({ id, answers, text, withdrawn }) => ({ id, answers, text, withdrawn })),
      [
        { id: "cm1", answers: null, text: "", withdrawn: "wrong second" },
        { id: "cm2", answers: "cm1", text: "I see it.", withdrawn: null },
      ],
    );
  });

  it("says what others wrote since one last looked: mentions and tasks for oneself first; seen is marked in one's own folder alone", async () => {
    const second = await people.as("second");
    const changes = await second.get<ChangesAnswer>("/api/changes");
    assert.deepEqual(
      changes.forMe.map(({ why, record }) => ({ why, record })),
      [
        { why: "assigned", record: "i1" },
        { why: "mentioned", record: "i1" },
      ],
    );
    assert.ok(changes.records.every(({ lines }) => lines.every(({ byName }) => byName !== "")));
    const { reader, viewer } = people.session();
    const cut = await changesSince(reader, viewer, 0, 1);
    assert.deepEqual([cut.cut, cut.forMe.length], [true, changes.forMe.length], "what is for somebody is told however much else there is");
    await second.post("/api/changes/seen", { line: changes.head });
    assert.equal((await second.get<ChangesAnswer>("/api/changes")).forMe.length, 0);
    const own = join(desk.folder, "config-of-second", "seen");
    const [file] = readdirSync(own);
    assert.equal(statSync(join(own, file ?? "")).mode & 0o777, 0o600);
    const ledger = readFileSync(join(desk.folder, "case", "ledger.jsonl"), "utf8");
    assert.equal(Number(JSON.parse(ledger.trimEnd().split("\n").at(-1) ?? "{}").head.seq), changes.head, "marking wrote a line");

    const first = await people.as("first");
    const answered = await first.get<ChangesAnswer>("/api/changes");
    assert.deepEqual(
      answered.forMe.map(({ why }) => why),
      ["answered"],
    );
  });

  it("does not take what people say about a record for a change of the record", async () => {
    const first = await people.as("first");
    const event = await first.post<Answer>("/api/case-events", {
      sort: "other",
      sortWords: "test",
      title: "A car stops",
      time: "unknown",
      place: "unknown",
    });
    assert.equal(event.id, "e1", JSON.stringify(event));
    const before = await first.get<{ history: unknown[] }>("/api/case-events/e1");
    await first.post("/api/comments", { about: { record: "e1", atS: null }, text: "Which car?" });
    assert.equal((await first.get<{ history: unknown[] }>("/api/case-events/e1")).history.length, before.history.length);
  });
});
