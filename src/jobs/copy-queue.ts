/**
 * Compares what has prints and was not compared, some at a time, and records each lot when it is whole: what has no line at the
 * current versions is missing, also after a kill, and nothing is stored about the queue itself. Afterwards, and whenever uploads
 * may have come in, earliest known uploads that no line records are recorded. Waits for analyses that people wait for.
 */
import { CaseError } from "../core/case/case-error.ts";
import type { CopyMatcher, Printed } from "../core/copies/copy-matcher.port.ts";
import type { PairComparison } from "../core/copies/segment-match.ts";
import type { EntryKind } from "../core/entry/entry.ts";
import { mostCompared } from "../core/entry/kinds/copies.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { LedgerLine } from "../core/ledger/ledger-line.ts";
import type { CopyPorts } from "../actions/copy-ports.ts";
import { moveFirstUpload } from "../actions/move-first-upload.ts";
import { recordComparison } from "../actions/record-comparison.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseReader } from "../reads/case-reader.ts";
import {
  comparedPrints,
  type ComparedVersions,
  copiesProgress,
  missingComparisons,
  type PrintsOf,
  versionsNow,
} from "../reads/copies/missing-comparisons.ts";
import type { JobBoard, JobControl, JobEnd } from "./job-board.ts";
import { pairsAsTheyCome } from "./pairs-as-they-come.ts";

export interface CopyQueue {
  /** Versions by which pairs count as compared now. */
  readonly versions: ComparedVersions;
  /** Does what is missing now. */
  wake(): void;
  /** The same, and again whenever prints, posts, rows or judgements come in or paused work goes on, until it is stopped. */
  follow(): void;
  /** Resolves when nothing is left to do, the work is paused, or a person stopped it. Throws what stopped it. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

export interface CopyQueueParts {
  readonly reader: CaseReader;
  readonly matcher: CopyMatcher;
  readonly ports: CopyPorts;
  readonly pathOf: (object: Digest) => string;
  readonly viewer: Viewer;
  readonly board: JobBoard;
  /** Resolves when no analysis is under way. What it throws is told by whoever analyses. */
  readonly analysesDone: () => Promise<void>;
  readonly onAppended: (listener: (lines: readonly LedgerLine[]) => void) => () => void;
  /** Told once of what stopped the queue, also when nobody waits for it. */
  readonly onFault: (error: unknown) => void;
  /** Items compared in one lot. */
  readonly lot?: number;
}

/** Kinds after which there may be something to compare, or an upload that is older than the bound. */
const telling: ReadonlySet<string> = new Set<EntryKind>([
  "analysis.recorded",
  "capture.recorded",
  "item.collected",
  "item.unpacked",
  "sheet.imported",
  "time.stated",
  "match.judged",
  "match.judgement-withdrawn",
  "upload.judged",
  "upload.judgement-withdrawn",
]);

export function createCopyQueue(parts: CopyQueueParts): CopyQueue {
  const { reader, matcher, ports, viewer, board } = parts;
  const versions = versionsNow(reader, matcher.version);
  const lot = Math.min(parts.lot ?? 200, mostCompared);
  /** Bytes whose prints cannot be read: as long as this runs they are compared with nothing. */
  const unreadable = new Set<Digest>();
  let wanted = false;
  let stopped = false;
  /** Cancelled by a person, or failed: taken up again when they ask. */
  let setAside = false;
  let working: Promise<void> | undefined;
  let fault: unknown;
  let running: string | undefined;
  let following: (() => void)[] = [];

  async function work(): Promise<void> {
    while (wanted && !stopped) {
      wanted = false;
      await parts.analysesDone().catch(() => undefined);
      while (await compareNext());
      if (!stopped && !viewer.readOnly && !board.paused) await moveFirstUpload(ports, viewer);
    }
  }

  /** False when there is nothing to compare, or it is not to be done now. */
  async function compareNext(): Promise<boolean> {
    if (stopped || setAside || board.paused || viewer.readOnly) return false;
    const found = await missingComparisons(reader, versions, lot + unreadable.size);
    const missing = await withFiles(found.filter(({ object }) => !unreadable.has(object)));
    if (missing.length === 0) return false;
    let stop: unknown;
    const { id, ended } = board.start({
      name: "copies",
      run: async (control) => {
        try {
          return await compareLot(missing, control);
        } catch (error) {
          stop = error;
          throw error;
        }
      },
      retry: () => {
        setAside = false;
        unreadable.clear();
        wake();
      },
    });
    running = id;
    const { state } = await ended;
    running = undefined;
    if (stop !== undefined && state !== "cancelled" && !(stop instanceof CaseError)) throw stop;
    // Compared, and still missing: the tables do not take it. To do it again would be to do it for ever.
    const left = state === "done" ? await missingComparisons(reader, versions, lot + unreadable.size) : missing;
    if (left[0]?.object !== missing[0]?.object) return true;
    setAside = true;
    return false;
  }

  async function compareLot(missing: readonly PrintsOf[], control: JobControl): Promise<JobEnd> {
    const upTo = reader.views.head()?.seq ?? 1;
    const { comparable, compared } = await copiesProgress(reader, versions);
    const items = missing.flatMap((one) => one.items);
    control.report(0, `${compared} of ${comparable} items compared`);
    const known = (await withFiles(await comparedPrints(reader, versions))).filter(({ object }) => !unreadable.has(object));
    let fresh = missing;
    for (;;) {
      const pairs = pairsAsTheyCome<PairComparison>((use, signal) =>
        matcher.compare(
          { known: known.map(printedOf), fresh: fresh.map(printedOf) },
          { signal, onProgress: (done) => control.report(done, `${compared} of ${comparable} items compared`) },
          use,
        ),
      );
      try {
        const own = { items: fresh.flatMap((one) => one.items), upTo, versions, pairs: pairs.until(control.signal) };
        if (fresh.length > 0) await recordComparison(ports, viewer, own);
        break;
      } catch (error) {
        const object = control.signal.aborted ? undefined : unreadableIn(error, [...known, ...fresh]);
        if (object === undefined) throw error;
        unreadable.add(object);
        fresh = fresh.filter((one) => one.object !== object);
        known.splice(0, known.length, ...known.filter((one) => one.object !== object));
      }
    }
    const left = items.length - fresh.flatMap((one) => one.items).length;
    return left > 0 && fresh.length === 0
      ? { state: "failed", reason: `prints of ${left === 1 ? "1 item" : `${left} items`} could not be read` }
      : { state: "done" };
  }

  /** Without prints that are not there: an erased object leaves its line behind. */
  async function withFiles(found: readonly PrintsOf[]): Promise<PrintsOf[]> {
    const there = async (object: Digest | null) => (object !== null && (await reader.vault.has(object)) ? object : null);
    const own = await Promise.all(
      found.map(async (one) => ({ ...one, framePrints: await there(one.framePrints), soundPrints: await there(one.soundPrints) })),
    );
    return own.filter(({ framePrints, soundPrints }) => framePrints !== null || soundPrints !== null);
  }

  function printedOf({ object, framePrints, soundPrints }: PrintsOf): Printed {
    const pathOf = (prints: Digest | null) => (prints === null ? null : parts.pathOf(prints));
    return { object, framePrints: pathOf(framePrints), soundPrints: pathOf(soundPrints) };
  }

  function wake(): void {
    wanted = true;
    if (stopped || working !== undefined || fault !== undefined) return;
    working = work()
      .catch((error: unknown) => {
        // What reaches here touches evidence (a failed append or sync): stop, and say so to whoever waits.
        stopped = true;
        fault = error;
        parts.onFault(error);
      })
      .finally(() => {
        working = undefined;
        if (wanted && !stopped) wake();
      });
  }

  return {
    versions,
    wake,
    follow() {
      if (stopped || following.length > 0) return;
      let paused = board.paused;
      following = [
        parts.onAppended((lines) => {
          if (lines.some(({ body }) => body !== undefined && telling.has(body.kind))) wake();
        }),
        board.subscribe(() => {
          if (paused && !board.paused) wake();
          paused = board.paused;
        }),
      ];
      wake();
    },
    async idle() {
      while (working !== undefined) await working;
      if (fault !== undefined) throw fault;
    },
    async stop() {
      stopped = true;
      for (const leave of following.splice(0)) leave();
      if (running !== undefined) board.cancel(running);
      await working;
    },
  };
}

/** A matcher names the object whose prints it cannot read. */
function unreadableIn(error: unknown, all: readonly PrintsOf[]): Digest | undefined {
  if (!(error instanceof CaseError)) return undefined;
  return all.find(({ object }) => error.message.includes(object))?.object;
}
