import assert from "node:assert/strict";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { allOf, bytesOf, newCase, reopen } from "../../test/crash/make-case.ts";
import { judgeMatch } from "../actions/judge-match.ts";
import type { CopyPorts } from "../actions/copy-ports.ts";
import { createCaseWriter } from "../actions/case-writer.ts";
import { CaseError } from "../core/case/case-error.ts";
import type { CopyMatcher, Printed } from "../core/copies/copy-matcher.port.ts";
import type { PairComparison, PictureSegment } from "../core/copies/segment-match.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { ItemId } from "../core/item/item.ts";
import type { LedgerLine } from "../core/ledger/ledger-line.ts";
import type { CaseFolder } from "../keep/open-case-folder.ts";
import { random, sha256 } from "../keep/sha256.ts";
import { nextNumbers, unknownItems } from "../reads/case-index.ts";
import type { CaseReader } from "../reads/case-reader.ts";
import { copyCase } from "../reads/copies/copy-case.ts";
import { copyIndex } from "../reads/copies/copy-index.ts";
import { copiesProgress } from "../reads/copies/missing-comparisons.ts";
import { reopenedJudgements } from "../reads/copies/reopened-judgements.ts";
import { openViews } from "../views/open-views.ts";
import { createCopyQueue } from "./copy-queue.ts";
import { createJobBoard } from "./job-board.ts";
import { createListeners } from "./listeners.ts";

const probed = {
  ...{ kind: "picture", container: "png", durationSec: "unknown", startSec: 0, streams: [], frameTable: null, metadata: [], times: [] },
  ...{ holds: [], holdsNot: [], traps: [], browserPlays: true },
};
const printed = {
  ...{ format: "witnessmark-frame-prints-v1", file: "frames.prints", width: 64, height: 48, still: true, frames: 1, distinct: 1, shots: 1 },
  ...{ goodFrames: 1, blackFrames: 0, flatFrames: 0, blurredFrames: 0, shotsWithBars: 0, framesWithLandmarks: 1, stillThroughout: false },
  ...{ fromSec: 0, toSec: 0, notRead: "" },
};
const whole = { x: 0, y: 0, width: 1_000_000, height: 1_000_000 };
const at = (fromSec: number): PictureSegment => ({
  ...{ a: { fromSec, toSec: fromSec + 5 }, b: { fromSec, toSec: fromSec + 5 }, speed: 1, boundsErrorSec: 0.04, score: 1 },
  ...{ mirrored: false, turnedDeg: 0, tiltDeg: 0, partOfA: whole, partOfB: whole, covered: [], edits: [] },
  basis: { frames: 10, agreeing: 10 },
});
const shared = (a: Digest, b: Digest, fromSec = 0): PairComparison => ({
  ...{ format: "witnessmark-pair-comparison-v1", a, b, signs: [] },
  picture: { state: "compared", segments: [at(fromSec)] },
  sound: { state: "absent", of: "both" },
});

interface Matching {
  readonly version?: string;
  /** Said of every pair of which one is fresh; undefined for pairs that share nothing. */
  readonly pair?: (a: Digest, b: Digest) => PairComparison | undefined;
  /** Before the first pair is handed on. */
  readonly begin?: (known: readonly Printed[], fresh: readonly Printed[], signal: { aborted: boolean }) => Promise<void> | void;
}

/** A queue over a real case with a matcher of the test's own. */
async function queueOn(folder: CaseFolder, { version = "1", pair = shared, begin }: Matching = {}, lot?: number) {
  const { ledger, vault, derived } = folder;
  const views = await openViews({ file: join(folder.path, "derived", "views.sqlite"), ledger, vault, sha256 });
  const reader: CaseReader = { views, vault, derived, versionOf: () => "1", underway: () => new Set() };
  const appended = createListeners<[lines: readonly LedgerLine[]]>();
  const writer = createCaseWriter({
    ...{ ledger, sha256, random, next: await nextNumbers(reader), onAppended: appended.tell },
    project: (lines) => views.apply(lines),
  });
  const asked: string[] = [];
  const matcher: CopyMatcher = {
    version,
    async compare({ known, fresh }, { signal }, use) {
      asked.push(`${fresh.length} with ${known.length}`);
      await begin?.(known, fresh, signal);
      for (const [place, one] of fresh.entries())
        for (const other of [...known, ...fresh.slice(0, place)]) {
          const found = pair(other.object, one.object);
          if (found !== undefined) await use(found);
        }
    },
  };
  const board = createJobBoard();
  const viewer = { person: folder.person, readOnly: false };
  const ports: CopyPorts = { writer, vault, unknownItems: (numbers) => unknownItems(reader, numbers), copies: copyIndex(reader) };
  const faults: unknown[] = [];
  const queue = createCopyQueue({
    ...{ reader, matcher, ports, viewer, board, onAppended: appended.add, pathOf: (object) => vault.pathOf(object) },
    ...{ analysesDone: async () => undefined, onFault: (error: unknown) => void faults.push(error), ...(lot === undefined ? {} : { lot }) },
  });

  async function keep(text: string): Promise<Digest> {
    const staged = await vault.stage(bytesOf(text));
    await vault.commit([staged]);
    return staged.digest;
  }
  /** An item with these bytes, probed and printed. */
  async function add(bytes: string, prints: "printed" | "not-printed" | "failed" = "printed"): Promise<ItemId> {
    const object = await keep(bytes);
    let item: ItemId = "i1";
    const name = writer.seal({ encoding: "utf-8", path: `${bytes}.png` });
    await writer.append((numbers) => {
      item = numbers.item();
      const times = { fileWrittenAt: "unknown", capturedAt: "2026-01-05T08:00:00Z" } as const;
      const data = { item, collection: "c1", name: name.sealed, object, size: bytes.length, ...times, assessment: "assessed" } as const;
      return [{ kind: "item.collected", data, opens: [name.opened] }];
    });
    const ground = (analyser: "probe" | "frame-print") => ({ analyser, version: "1", parameters: {}, inputs: [object], decoder: "none" });
    const probe = await keep(`${JSON.stringify(probed)}\n`);
    await writer.append(() => [
      { kind: "analysis.recorded", data: { item, ground: ground("probe"), outcome: { state: "done", result: probe, files: [] } } },
    ]);
    if (prints === "not-printed") return item;
    const files = [{ name: "frames.prints", object: await keep(`prints of ${bytes}`) }];
    const outcome =
      prints === "failed"
        ? ({ state: "failed", failure: { code: "truncated", message: "expected an end; found none" } } as const)
        : ({ state: "done", result: await keep(`${JSON.stringify(printed)}\n`), files } as const);
    await writer.append(() => [{ kind: "analysis.recorded", data: { item, ground: ground("frame-print"), outcome } }]);
    return item;
  }
  const run = async () => {
    queue.wake();
    await queue.idle();
  };
  const lines = async () => (await allOf(ledger.read())).flatMap(({ body }) => (body?.kind === "copies.compared" ? [body.data] : []));
  const groups = async () => (await copyCase(reader)).groups.map(({ items }) => items.join(" "));
  async function close(): Promise<void> {
    await queue.stop();
    await views.close();
    await folder.close();
  }
  return { queue, reader, viewer, ports, board, asked, faults, add, run, lines, groups, close };
}

async function withQueue(t: TestContext, matching?: Matching, lot?: number) {
  const { folder } = await newCase(t);
  return queueOn(folder, matching, lot);
}

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
