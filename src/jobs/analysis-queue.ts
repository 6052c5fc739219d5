/**
 * Does what is missing, in the order in which a person waits for it: readings and posters of what is probed,
 * then further probes, then filmstrips and waveforms, then prints, then proxies. Nothing is stored about the queue itself.
 */
import type { AnalyserName, AnalysisAnswer } from "../core/analysis/analysis.ts";
import type { AnalyserRunner } from "../core/analysis/analyser.port.ts";
import type { ItemId } from "../core/item/item.ts";
import { recordAnalysis, type RecordPorts } from "../actions/record-analysis.ts";
import { recordSameBytes } from "../actions/record-same-bytes.ts";
import type { Viewer } from "../policy/viewer.ts";
import { isRecordedForItem, recordedForObject } from "../reads/case-index.ts";
import type { CaseReader } from "../reads/case-reader.ts";
import {
  countWithoutProbe,
  itemsWithBytesAgain,
  itemsWithoutProbe,
  missingAfterProbe,
  type MissingAnalysis,
  probedItems,
  unopenedContainers,
} from "../reads/missing-analyses.ts";
import type { JobBoard, JobControl, JobEnd } from "./job-board.ts";

export interface AnalysisQueue {
  /** Looks again for what is missing; call after anything was collected. */
  wake(): void;
  /** Items that are being worked on. */
  underway(): ReadonlySet<number>;
  /** Resolves when nothing is left to do or the work is paused. Throws what stopped it. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

export interface AnalysisQueueParts {
  readonly reader: CaseReader;
  readonly runner: AnalyserRunner;
  readonly record: RecordPorts;
  readonly viewer: Viewer;
  readonly board: JobBoard;
  /** Analysers at work at the same time. */
  readonly workers: number;
  readonly onDerived: (item: ItemId, analyser: AnalyserName) => void;
  /** Told once of what stopped the queue, also when nobody waits for it. */
  readonly onFault: (error: unknown) => void;
}

const urgency: Readonly<Record<AnalyserName, number>> = {
  "telegram-export": 0,
  article: 0,
  whatsapp: 0,
  "x-posts": 0,
  "yt-dlp": 0,
  "telegram-html": 0,
  sheet: 0,
  unpack: 0,
  "map-file": 0,
  "e-mail": 0,
  poster: 1,
  probe: 2,
  waveform: 3,
  filmstrip: 3,
  "frame-print": 4,
  "sound-print": 4,
  "sound-events": 4,
  "sync-sound": 4,
  "sync-picture": 4,
  proxy: 5,
};
const levels = 6;
const batch = 64;

export function createAnalysisQueue(parts: AnalysisQueueParts): AnalysisQueue {
  const { reader, runner, viewer, board } = parts;
  const lines: MissingAnalysis[][] = Array.from({ length: levels }, () => []);
  const queued = new Set<string>();
  const busy = new Map<number, number>();
  /** Cancelled by a person: not taken up again by itself. */
  const setAside = new Set<string>();
  const again = new Set<string>();
  let scanned = 0;
  let probesLeft = true;
  let lookBack = true;
  /** Items without a probe beyond those in line, as of the last look. */
  let unprobed = 0;
  let workers = 0;
  let stopped = false;
  let fault: unknown;
  let taking: Promise<unknown> = Promise.resolve();
  const waiters: (() => void)[] = [];

  const keyOf = ({ item, analyser }: MissingAnalysis) => `${item} ${analyser}`;

  function enqueue(found: readonly MissingAnalysis[]): void {
    for (const one of found) {
      const key = keyOf(one);
      if (queued.has(key) || setAside.has(key)) continue;
      queued.add(key);
      lines[urgency[one.analyser]]?.push(one);
    }
  }

  /** The next piece of work; looks for more when the lines before it are empty. One worker looks at a time. */
  function take(): Promise<MissingAnalysis | undefined> {
    const mine = taking.then(takeNow);
    taking = mine.catch(() => undefined);
    return mine;
  }

  async function takeNow(): Promise<MissingAnalysis | undefined> {
    for (;;) {
      if (stopped || board.paused) return undefined;
      if (lookBack) {
        lookBack = false;
        const found = await itemsWithBytesAgain(reader);
        for (const one of found) again.add(keyOf(one));
        enqueue(found);
        enqueue(await unopenedContainers(reader));
      }
      if (lines[2]?.length === 0 && probesLeft) {
        const found = await itemsWithoutProbe(reader, batch + queued.size + setAside.size);
        const before = queued.size;
        enqueue(found);
        probesLeft = queued.size > before;
        unprobed = probesLeft ? Math.max(0, (await countWithoutProbe(reader)) - found.length) : 0;
      }
      const next = lines.find((line) => line.length > 0)?.shift();
      board.setWaiting(lines.reduce((sum, line) => sum + line.length, unprobed));
      if (next !== undefined) return next;
      const more = await probedItems(reader, scanned, batch);
      if (more.length === 0) return undefined;
      for (const item of more) enqueue(await missingAfterProbe(reader, item));
      scanned = more.at(-1) as number;
    }
  }

  async function work(): Promise<void> {
    try {
      for (let next = await take(); next !== undefined; next = await take()) await doOne(next);
    } catch (error) {
      // What reaches here touches evidence (a failed append or sync): stop, and say so to whoever waits.
      stopped = true;
      if (fault === undefined) parts.onFault(error);
      fault ??= error;
    } finally {
      workers--;
      if (workers === 0) {
        for (const wake of waiters.splice(0)) wake();
      }
    }
  }

  async function doOne(one: MissingAnalysis): Promise<void> {
    const key = keyOf(one);
    const item = `i${one.item}` as ItemId;
    busy.set(one.item, (busy.get(one.item) ?? 0) + 1);
    let stop: unknown;
    const { ended } = board.start({
      name: one.analyser,
      item,
      itemName: one.name,
      run: async (control) => {
        try {
          return await analyse(one, item, control);
        } catch (error) {
          stop = error;
          throw error;
        }
      },
      retry: () => {
        setAside.delete(key);
        again.add(key);
        enqueue([one]);
        start();
      },
    });
    const job = await ended;
    queued.delete(key);
    const left = (busy.get(one.item) ?? 1) - 1;
    if (left === 0) busy.delete(one.item);
    else busy.set(one.item, left);
    if (job.state === "cancelled") setAside.add(key);
    else if (stop !== undefined) throw stop;
    else if (one.analyser === "probe") enqueue(await missingAfterProbe(reader, one.item));
  }

  async function analyse(one: MissingAnalysis, item: ItemId, control: JobControl): Promise<JobEnd> {
    const { object, analyser } = one;
    const version = runner.versionOf(analyser);
    const forced = again.delete(keyOf(one));
    if (forced) await reader.derived.remove({ object, analyser, version });
    else {
      // What was found missing while the same work was being done is there by now.
      if (await isRecordedForItem(reader, one.item, analyser, version)) return { state: "done" };
      const same = await recordedForObject(reader, object, analyser, version);
      if (same !== undefined) {
        await recordSameBytes(parts.record, viewer, item, same);
        return { state: "done" };
      }
      const made = await reader.derived.read({ object, analyser, version });
      if (made !== undefined) return { state: "done" };
    }
    const request = { analyser, object, path: parts.record.vault.pathOf(object), nameHint: one.name, parameters: {} };
    let answered: AnalysisAnswer | undefined;
    await runner.run(request, { signal: control.signal, onProgress: (done) => control.report(done) }, async (answer) => {
      if (control.signal.aborted) return;
      if (await recordAnalysis(parts.record, viewer, { item, object }, answer, control.signal)) answered = answer;
    });
    if (answered === undefined) return { state: "failed", reason: "stopped" };
    // Members that came out are items without a probe.
    if (analyser === "unpack") probesLeft = true;
    parts.onDerived(item, analyser);
    return answered.state === "failed" ? { state: "failed", reason: answered.failure.message } : { state: "done" };
  }

  function start(): void {
    while (!stopped && workers < parts.workers) {
      workers++;
      void work();
    }
  }

  return {
    wake() {
      // What a probe calls for is put in line when the probe ends; only items that come new need to be looked for.
      probesLeft = true;
      lookBack = true;
      start();
    },
    underway: () => new Set(busy.keys()),
    async idle() {
      if (workers > 0) await new Promise<void>((resolve) => waiters.push(resolve));
      if (fault !== undefined) throw fault;
    },
    async stop() {
      stopped = true;
      await board.stop();
      if (workers > 0) await new Promise<void>((resolve) => waiters.push(resolve));
    },
  };
}
