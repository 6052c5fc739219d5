/** What is said in a recording, written by one person and reviewed by another: what is refused, and what becomes of a review. */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { SegmentState, TierAnswer, TiersAnswer, WrittenTier } from "../../src/api/tiers.ts";
import { keepDocument } from "../../src/actions/write-tier.ts";
import { tierPorts } from "../../src/jobs/tier-ports.ts";
import type { TierId, TierSegment } from "../../src/core/tier/tier.ts";
import { createDesk, type Desk } from "../support/run-witnessmark.ts";
import type { ServedCase } from "../support/served-case.ts";
import { peopleAt, type PeopleAtACase } from "./people-at-a-case.ts";

type Answer = { seq?: number; code?: string; message?: string };

const segment = (id: number, startMs: number, text: string, more: Partial<TierSegment> = {}): TierSegment => ({
  ...{ id, startMs, endMs: startMs + 900, speaker: "SPK1", text, alternatives: [], overlap: false, language: null, of: null },
  ...{ box: null, machine: null },
  ...more,
});

/** A next version of these words whose line says that it changed nothing, as a client that was changed could sign it. */
async function forge(people: PeopleAtACase, tier: TierId, version: number, segments: readonly TierSegment[]): Promise<void> {
  const session = people.session();
  const ports = tierPorts(session);
  const before = await ports.tiers.document(tier, 1);
  assert.ok(before !== undefined);
  const document = await keepDocument(ports, { ...before, segments: [...segments] });
  const said = { item: "i1", sort: "verbatim", language: "uk", from: null, made: { by: "person" }, changed: [], reason: null } as const;
  await session.writer.append(() => [{ kind: "tier.written", data: { tier, version, document, ...said, changed: [] }, opens: [] }]);
}

describe("a tier of speech between two people", () => {
  let desk: Desk;
  let people: PeopleAtACase;
  before(async () => {
    desk = createDesk();
    writeFileSync(join(desk.folder, "clip.txt"), "Stands for a clip.\n");
    people = peopleAt(desk, join(desk.folder, "case"));
    await people.collect(join(desk.folder, "clip.txt"));
  });
  after(async () => {
    await people.leave();
    desk.close();
  });

  const tier = (to: ServedCase, id: string) => to.get<TierAnswer>(`/api/tiers/${id}`);
  const state = async (to: ServedCase, id: string, of: number): Promise<SegmentState | undefined> =>
    (await tier(to, id)).states.find((one) => one.id === of);
  const write = (to: ServedCase, body: object) =>
    to.post<WrittenTier & Answer>("/api/tiers", { item: "i1", sort: "verbatim", language: "uk", ...body });
  const review = (to: ServedCase, id: string, body: object) =>
    to.post<Answer>(`/api/tiers/${id}/review`, { version: 1, segments: [1], verdict: "agrees", ...body });

  const first = [segment(1, 0, "Він ледве дихає"), segment(2, 1000, "де машина?"), segment(3, 2000, "/unintelligible/")];

  it("who wrote a segment does not review it, and nobody else's word carries a quote before", async () => {
    const one = await people.as("first");
    const made = await write(one, { segments: [...first].reverse() });
    assert.equal(made.state, "written", JSON.stringify(made));
    assert.deepEqual((await state(one, "w1", 1))?.obstacle, "not-reviewed");
    assert.equal((await state(one, "w1", 1))?.review, "wrote");
    const refused = await review(one, "w1", {});
    assert.equal(refused.code, "NOT_ALLOWED");
    assert.match(refused.message ?? "", /segment 1: expected a reviewer who wrote no version of it/);
  });

  it("a second person agrees, and the quote may carry something; what is not understood carries nothing", async () => {
    const two = await people.as("second");
    assert.equal((await state(two, "w1", 1))?.review, null);
    assert.equal((await review(two, "w1", { segments: [1, 3] })).code, undefined);
    const { states, tier: row } = await tier(two, "w1");
    assert.deepEqual(
      states.map(({ standing, obstacle }) => [standing, obstacle]),
      [
        ["reviewed", null],
        ["written", "not-reviewed"],
        ["reviewed", "no-words"],
      ],
    );
    assert.equal(row.quotable, 1);
    const disagrees = await review(two, "w1", { segments: [2], verdict: "disagrees" });
    assert.match(disagrees.message ?? "", /expected a reason in words/);
    assert.equal((await review(two, "w1", { segments: [2], verdict: "disagrees", note: "I hear another word" })).code, undefined);
    assert.equal((await state(two, "w1", 2))?.obstacle, "disagreed");
  });

  it("a translation carries a quote only beside reviewed words, and only what was read beside them as they stand", async () => {
    const two = await people.as("second");
    const english = [
      segment(1, 0, "He is barely breathing", { of: 1, alternatives: ["He is gasping"] }),
      segment(2, 1000, "where is the car?", { of: 2 }),
    ];
    const made = await write(two, { sort: "translation", language: "en", from: { tier: "w1", version: 1 }, segments: english });
    assert.equal(made.id, "w2", JSON.stringify(made));
    const wrong = await write(two, {
      sort: "translation",
      language: "en",
      from: { tier: "w1", version: 1 },
      segments: [segment(9, 0, "x", { of: 77 })],
    });
    assert.match(wrong.message ?? "", /segment 9: expected a segment of the tier that it is written from; found 77/);

    // The writer of the verbatim words wrote nothing of the translation.
    const one = await people.as("first");
    assert.match((await review(one, "w2", { segments: [1, 2] })).message ?? "", /expected the version of w1 that it was read beside/);
    assert.equal((await review(one, "w2", { segments: [1, 2], beside: 1 })).code, undefined);
    assert.equal((await state(one, "w2", 1))?.obstacle, null);
    assert.equal((await state(one, "w2", 2))?.obstacle, "source-not-reviewed");

    // He takes the disagreement in: the words change, so does what they are worth.
    const next = [...first.map((one) => (one.id === 1 ? { ...one, text: "Він задихається" } : one))];
    assert.match((await write(one, { tier: "w1", base: 1, segments: next })).message ?? "", /expected a reason in words/);
    const changed = await write(one, { tier: "w1", base: 1, segments: next, reason: "heard again" });
    assert.deepEqual(changed.state === "written" && changed.changes, [{ id: 1, is: "changed", fields: ["words"] }]);
    assert.deepEqual([(await state(one, "w1", 1))?.standing, (await state(one, "w1", 1))?.obstacle], ["outdated", "changed"]);
    assert.deepEqual([(await state(one, "w2", 1))?.standing, (await state(one, "w2", 1))?.obstacle], ["outdated", "source-changed"]);
    assert.match(
      (await review(one, "w2", { beside: 1 })).message ?? "",
      /segment 1: expected what it is written from as it was in version 1/,
    );
  });

  it("an older version is not written over: who is late is told what changed and by whom", async () => {
    const two = await people.as("second");
    const late = await write(two, { tier: "w1", base: 1, segments: [...first, segment(4, 3000, "новий")], reason: "more" });
    assert.equal(late.state, "stale");
    assert.ok(late.state === "stale");
    assert.deepEqual([late.version, late.changes], [2, [{ id: 1, is: "changed", fields: ["words"] }]]);
    assert.match(
      (await review(two, "w1", { version: 1 })).message ?? "",
      /segment 1: expected it as it was read in version 1; found that version 2 changed it/,
    );
    assert.equal((await review(two, "w1", { version: 2 })).code, undefined);
    assert.equal((await state(two, "w1", 1))?.obstacle, null);
  });

  it("a segment that was cut out of another is of the same hands", async () => {
    const two = await people.as("second");
    const { document } = await tier(two, "w1");
    assert.ok(document !== "withheld");
    const cut = document.segments.flatMap((one) =>
      one.id === 2 ? [{ ...one, endMs: 1400, text: "де" }, segment(4, 1400, "машина?", { endMs: 1900 })] : [one],
    );
    assert.equal((await write(two, { tier: "w1", base: 2, segments: cut, reason: "two words, two times" })).state, "written");
    const one = await people.as("first");
    assert.equal((await state(one, "w1", 4))?.review, "wrote", "the words are still those of who wrote them");
    const third = await people.as("third");
    assert.equal((await state(third, "w1", 4))?.review, null);
    assert.equal((await review(third, "w1", { version: 3, segments: [4] })).code, undefined);
    const reused = await write(third, { tier: "w1", base: 3, segments: [...cut.filter(({ id }) => id !== 3)], reason: "nothing there" });
    assert.equal(reused.state, "written");
    const again = await write(third, { tier: "w1", base: 4, segments: cut, reason: "back" });
    assert.match(again.message ?? "", /segment 3: expected an id from 5 on for a new segment/);
  });

  it("a review is taken back by its reviewer alone, and what they said before does not count again", async () => {
    const third = await people.as("third");
    const second = { version: 3, segments: [4], verdict: "disagrees", note: "I hear another word" };
    const { seq } = await review(third, "w1", second);
    const taken = (to: ServedCase) => to.post<Answer>(`/api/tiers/reviews/${seq}/withdraw`, { reason: "the wrong clip was open" });
    assert.equal((await state(third, "w1", 4))?.obstacle, "disagreed");
    const one = await people.as("first");
    const refused = await taken(one);
    assert.equal(refused.code, "NOT_ALLOWED", "who wrote the words takes no disagreement with them away");
    assert.equal((await state(one, "w1", 4))?.obstacle, "disagreed");
    // A line that says so all the same, as a client of theirs could sign it.
    const { writer } = people.session();
    const { sealed, opened } = writer.seal("never mind");
    await writer.append(() => [{ kind: "tier.review-withdrawn", data: { reviewed: seq ?? 0, reason: sealed }, opens: [opened] }]);
    assert.equal((await state(one, "w1", 4))?.obstacle, "disagreed");
    const again = await people.as("third");
    assert.equal((await taken(again)).code, undefined);
    assert.equal((await state(again, "w1", 4))?.obstacle, "not-reviewed", "nor does their agreement of before come back");
    assert.match((await taken(again)).message ?? "", /one that was withdrawn/);
  });

  it("a version whose line hides what it changed is worth no review, and verifying names it", async () => {
    const one = await people.as("first");
    assert.equal((await write(one, { segments: [segment(1, 0, "вони пішли"), segment(2, 1000, "так")] })).id, "w3");
    const two = await people.as("second");
    await review(two, "w3", { segments: [1, 2] });
    assert.equal((await state(two, "w3", 1))?.obstacle, null);
    const three = await people.as("third");
    await forge(people, "w3", 2, [segment(1, 0, "вони стріляли"), segment(2, 1000, "так")]);
    assert.deepEqual([(await state(three, "w3", 1))?.standing, (await state(three, "w3", 1))?.obstacle], ["outdated", "changed"]);
    assert.equal((await state(three, "w3", 1))?.review, "wrote", "who signed the line wrote the words");
    assert.equal((await state(three, "w3", 2))?.obstacle, null, "what is the same stays reviewed");
    await forge(people, "w3", 3, [segment(2, 1000, "так")]);
    await forge(people, "w3", 4, [segment(1, 0, "вони стріляли"), segment(2, 1000, "так")]);
    await people.leave();
    const verified = await desk.run("verify", join(desk.folder, "case"));
    assert.notEqual(verified.code, 0);
    const said = verified.out + verified.err;
    assert.match(
      said,
      /version 2 of tier w3: expected its line to name each segment that it changes; found 1 that it does not, the first 1/,
    );
    assert.match(said, /version 4 of tier w3: segment 1: expected an id that was never used for a new segment/);
    assert.doesNotMatch(said, /version 3 of tier w3|tier w1|tier w2/, "and nothing of what was written as the rules are");
  });

  it("a translation that is moved onto other words is read again, and outlives the words that are gone", async () => {
    const one = await people.as("first");
    for (const id of ["w4", "w5"])
      assert.equal((await write(one, { segments: [segment(1, 0, `слова ${id}`), segment(2, 1000, "так")] })).id, id);
    const two = await people.as("second");
    for (const id of ["w4", "w5"]) await review(two, id, { segments: [1, 2] });
    const english = [segment(1, 0, "words", { of: 1 }), segment(2, 1000, "yes", { of: 2 })];
    const translated = (to: ServedCase, from: string, body: object) =>
      write(to, { sort: "translation", language: "en", from: { tier: from, version: 1 }, segments: english, ...body });
    assert.equal((await translated(two, "w4", {})).id, "w6");
    const reader = await people.as("first");
    await review(reader, "w6", { segments: [1, 2], beside: 1 });
    assert.equal((await state(reader, "w6", 1))?.obstacle, null);
    const writer = await people.as("second");
    const moved = await translated(writer, "w5", { tier: "w6", base: 1, reason: "the better one" });
    assert.deepEqual(moved.state === "written" && moved.changes.map(({ fields }) => fields), [["source"], ["source"]]);
    assert.equal((await state(writer, "w6", 1))?.obstacle, "changed", "nobody compared it with those");
    // The words beside it are joined, so one of their segments is gone, and later the tier is taken back.
    const joined = [segment(1, 0, "слова w5 так", { endMs: 1900 })];
    assert.equal((await write(writer, { tier: "w5", base: 1, segments: joined, reason: "one sentence" })).state, "written");
    const from = { tier: "w5", version: 2 };
    const worded = english.map((each) => (each.id === 1 ? { ...each, text: "other words" } : each));
    assert.equal((await translated(writer, "w5", { from, tier: "w6", base: 2, segments: worded, reason: "x" })).state, "written");
    assert.match((await translated(writer, "w5", { from, segments: worded })).message ?? "", /segment 2: .*found 2, which is none/);
    await writer.post("/api/tiers/w5/withdraw", { reason: "of another recording" });
    const last = worded.map((each) => (each.id === 2 ? { ...each, text: "indeed" } : each));
    const written = await translated(writer, "w5", { from, tier: "w6", base: 3, segments: last, reason: "x" });
    assert.equal(written.state, "written", JSON.stringify(written));
    assert.match((await translated(writer, "w5", { from })).message ?? "", /one that was withdrawn/, "a new one is not");
  });

  it("a tier can be taken back with a reason", async () => {
    const one = await people.as("first");
    await one.post<Answer>("/api/tiers/w1/withdraw", { reason: "of another recording" });
    assert.equal((await state(one, "w2", 1))?.obstacle, "no-source");
    const { tiers } = await one.get<TiersAnswer>("/api/items/i1/tiers");
    assert.deepEqual(
      tiers.slice(0, 2).map(({ id, withdrawn: why, quotable }) => [id, why, quotable]),
      [
        ["w1", "of another recording", 0],
        ["w2", undefined, 0],
      ],
    );
    assert.match((await write(one, { tier: "w1", base: 4, segments: first, reason: "x" })).message ?? "", /one that was withdrawn/);
  });
});
