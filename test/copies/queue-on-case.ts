/** A queue of comparisons over a real case, with a matcher of the test's own: what is found is what the test says. */
import { join } from "node:path";
import type { TestContext } from "node:test";
import type { CopyPorts } from "../../src/actions/copy-ports.ts";
import { createCaseWriter } from "../../src/actions/case-writer.ts";
import type { CopyMatcher, Printed } from "../../src/core/copies/copy-matcher.port.ts";
import type { PairComparison, PictureSegment } from "../../src/core/copies/segment-match.ts";
import type { Digest } from "../../src/core/hash/digest.ts";
import type { ItemId } from "../../src/core/item/item.ts";
import type { LedgerLine } from "../../src/core/ledger/ledger-line.ts";
import { createCopyQueue } from "../../src/jobs/copy-queue.ts";
import { createJobBoard } from "../../src/jobs/job-board.ts";
import { createListeners } from "../../src/jobs/listeners.ts";
import type { CaseFolder } from "../../src/keep/open-case-folder.ts";
import { random, sha256 } from "../../src/keep/sha256.ts";
import { nextNumbers, unknownItems } from "../../src/reads/case-index.ts";
import type { CaseReader } from "../../src/reads/case-reader.ts";
import { copyCase } from "../../src/reads/copies/copy-case.ts";
import { copyIndex } from "../../src/reads/copies/copy-index.ts";
import { openViews } from "../../src/views/open-views.ts";
import { allOf, bytesOf, newCase } from "../crash/make-case.ts";

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
export const shared = (a: Digest, b: Digest, fromSec = 0): PairComparison => ({
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
export async function queueOn(folder: CaseFolder, { version = "1", pair = shared, begin }: Matching = {}, lot?: number) {
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
  return { queue, reader, viewer, ports, writer, board, asked, faults, add, keep, run, lines, groups, close };
}

export async function withQueue(t: TestContext, matching?: Matching, lot?: number) {
  const { folder } = await newCase(t);
  return queueOn(folder, matching, lot);
}
