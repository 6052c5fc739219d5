/** What is said in a recording, written by one person and reviewed by another: what is refused, and what becomes of a review. */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { SegmentState, TierAnswer, TiersAnswer, WrittenTier } from "../../src/api/tiers.ts";
import type { TierSegment } from "../../src/core/tier/tier.ts";
import { createDesk, type Desk } from "../support/run-witnessmark.ts";
import type { ServedCase } from "../support/served-case.ts";
import { peopleAt, type PeopleAtACase } from "./people-at-a-case.ts";

type Answer = { seq?: number; code?: string; message?: string };

const segment = (id: number, startMs: number, text: string, more: Partial<TierSegment> = {}): TierSegment => ({
  ...{ id, startMs, endMs: startMs + 900, speaker: "SPK1", text, alternatives: [], overlap: false, language: null, of: null },
  ...{ box: null, machine: null },
  ...more,
});

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

  it("a review, and a tier, can be taken back with a reason", async () => {
    const one = await people.as("first");
    const { reviews } = await tier(one, "w1");
    const [newest] = reviews;
    assert.ok(newest !== undefined);
    const withdrawn = await one.post<Answer>(`/api/tiers/reviews/${newest.line}/withdraw`, { reason: "the wrong clip was open" });
    assert.equal(withdrawn.code, undefined, JSON.stringify(withdrawn));
    assert.equal((await state(one, "w1", 4))?.obstacle, "not-reviewed");
    assert.match(
      (await one.post<Answer>(`/api/tiers/reviews/${newest.line}/withdraw`, { reason: "x" })).message ?? "",
      /one that was withdrawn/,
    );
    await one.post<Answer>("/api/tiers/w1/withdraw", { reason: "of another recording" });
    assert.equal((await state(one, "w2", 1))?.obstacle, "no-source");
    const { tiers } = await one.get<TiersAnswer>("/api/items/i1/tiers");
    assert.deepEqual(
      tiers.map(({ id, withdrawn: why, quotable }) => [id, why, quotable]),
      [
        ["w1", "of another recording", 0],
        ["w2", undefined, 0],
      ],
    );
    assert.match((await write(one, { tier: "w1", base: 4, segments: first, reason: "x" })).message ?? "", /one that was withdrawn/);
  });
});
