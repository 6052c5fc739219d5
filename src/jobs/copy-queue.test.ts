import assert from "node:assert/strict";
import { test } from "node:test";
import { queueOn, shared, withQueue } from "../../test/copies/queue-on-case.ts";
import { newCase, reopen } from "../../test/crash/make-case.ts";
import { judgeMatch } from "../actions/judge-match.ts";
import { CaseError } from "../core/case/case-error.ts";
import type { ItemId } from "../core/item/item.ts";
import { copyCase } from "../reads/copies/copy-case.ts";
import { copiesProgress } from "../reads/copies/missing-comparisons.ts";
import { reopenedJudgements } from "../reads/copies/reopened-judgements.ts";

test("everything with prints is compared once, and what comes later with all before it", async (t) => {
  const on = await withQueue(t);
  await on.add("a");
  await on.add("b");
  await on.run();
  await on.add("c");
  await on.run();
  await on.run();
  assert.deepEqual(on.asked, ["2 with 0", "1 with 2"]);
  assert.deepEqual(
    (await on.lines()).map(({ items, pairs }) => [items, pairs]),
    [
      [["i1", "i2"], 1],
      [["i3"], 2],
    ],
  );
  assert.deepEqual(await on.groups(), ["i1 i2 i3"]);
  await on.close();
});

test("a lot is recorded when it is whole, and a lot that shares nothing has a line without a result", async (t) => {
  const on = await withQueue(t, { pair: () => undefined }, 2);
  for (const name of ["a", "b", "c"]) await on.add(name);
  await on.run();
  assert.deepEqual(on.asked, ["2 with 0", "1 with 2"]);
  assert.deepEqual(
    (await on.lines()).map(({ result, pairs }) => [result, pairs]),
    [
      [null, 0],
      [null, 0],
    ],
  );
  await on.close();
});

test("equal bytes are compared once, and are copies of each other without being compared", async (t) => {
  const on = await withQueue(t);
  await on.add("a");
  await on.add("a");
  await on.run();
  assert.deepEqual(on.asked, ["1 with 0"]);
  assert.deepEqual(await on.groups(), ["i1 i2"]);
  await on.add("a");
  await on.run();
  assert.deepEqual(await on.groups(), ["i1 i2 i3"]);
  assert.equal(on.asked.length, 1);
  await on.close();
});

test("what has no prints yet waits, and what could not be printed is told apart from it", async (t) => {
  const on = await withQueue(t);
  await on.add("a", "not-printed");
  await on.add("b", "failed");
  await on.add("c");
  await on.run();
  assert.deepEqual(await copiesProgress(on.reader, on.queue.versions), { comparable: 3, withoutPrints: 1, failed: 1, compared: 1 });
  await on.close();
});

test("a stop in the middle records nothing, and the next start compares it all", async (t) => {
  const { folder, place } = await newCase(t);
  let begun: () => void = () => undefined;
  const reached = new Promise<void>((resolve) => (begun = resolve));
  const first = await queueOn(folder, {
    begin: (_known, _fresh, signal) =>
      new Promise<void>((resolve) => {
        begun();
        (signal as AbortSignal).addEventListener("abort", () => resolve());
      }),
  });
  await first.add("a");
  await first.add("b");
  first.queue.wake();
  await reached;
  await first.close();
  const second = await queueOn(await reopen(place));
  assert.deepEqual(await second.lines(), []);
  await second.run();
  assert.deepEqual(second.asked, ["2 with 0"]);
  assert.deepEqual(await second.groups(), ["i1 i2"]);
  await second.close();
});

test("another version compares everything again; judgements stay where their seconds are, and are to be looked at again where they are not", async (t) => {
  const { folder, place } = await newCase(t);
  const first = await queueOn(folder);
  for (const name of ["a", "b", "c"]) await first.add(name);
  await first.run();
  const judge = (b: ItemId) =>
    judgeMatch(first.ports, first.viewer, {
      ...{ a: "i1", b, result: null, verdict: "accepted", reason: "the same van" },
      part: { of: "segment", channel: "picture", a: { fromSec: 0, toSec: 5 }, b: { fromSec: 0, toSec: 5 } },
    });
  await judge("i2");
  const { seq } = await judge("i3");
  const objectOfC = (await copyCase(first.reader)).material.bytes.get("i3");
  await first.close();

  const second = await queueOn(await reopen(place), {
    version: "2",
    // A little elsewhere for two of them, and nowhere near for the third.
    pair: (a, b) => shared(a, b, b === objectOfC ? 20 : 0.4),
  });
  assert.equal((await copiesProgress(second.reader, second.queue.versions)).compared, 0);
  await second.run();
  assert.deepEqual(second.asked, ["3 with 0"]);
  assert.deepEqual(
    (await reopenedJudgements(second.reader)).map(({ line }) => line),
    [seq],
  );
  await second.close();
});

test("a pair that a later comparison does not find is gone from the groups", async (t) => {
  const { folder, place } = await newCase(t);
  const first = await queueOn(folder);
  await first.add("a");
  await first.add("b");
  await first.run();
  await first.close();
  const second = await queueOn(await reopen(place), { version: "2", pair: () => undefined });
  assert.deepEqual(await second.groups(), ["i1 i2"]);
  await second.run();
  assert.deepEqual(await second.groups(), []);
  await second.close();
});

test("prints that cannot be read keep nothing else from being compared", async (t) => {
  const on = await withQueue(t, {
    begin(known, fresh) {
      const bad = [...known, ...fresh][1];
      if (fresh.length + known.length > 2 && bad !== undefined)
        throw new CaseError("INPUT_INVALID", `prints of ${bad.object}: expected prints; found other bytes`);
    },
  });
  for (const name of ["a", "b", "c"]) await on.add(name);
  await on.run();
  assert.deepEqual(on.asked, ["3 with 0", "2 with 0"]);
  assert.deepEqual(
    (await on.lines()).map(({ items }) => items),
    [["i1", "i3"]],
  );
  await on.close();
});

test("paused work is not begun, and goes on when it is resumed", async (t) => {
  const on = await withQueue(t);
  await on.add("a");
  on.board.setPaused(true);
  on.queue.follow();
  await on.queue.idle();
  assert.deepEqual(on.asked, []);
  on.board.setPaused(false);
  await on.queue.idle();
  assert.deepEqual(on.asked, ["1 with 0"]);
  await on.add("b");
  await on.queue.idle();
  assert.deepEqual(on.asked, ["1 with 0", "1 with 1"]);
  await on.close();
});

test("a case that is only read is not written", async (t) => {
  const on = await withQueue(t);
  await on.add("a");
  on.viewer.readOnly = true;
  await on.run();
  assert.deepEqual([on.asked, await on.lines()], [[], []]);
  await on.close();
});
