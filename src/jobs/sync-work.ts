/**
 * Measures recordings of the case against each other, each pair, and records it when all of it is whole: a stop or a kill in between
 * records nothing, and what was read of the recordings is kept, so that going on does not read them again. One measuring at a time:
 * the next waits. While jobs are paused it stands still, and goes on when they do.
 */
import { CaseError } from "../core/case/case-error.ts";
import { mostMeasured } from "../core/entry/kinds/sync.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { ItemId } from "../core/item/item.ts";
import type { SyncFeatureStore } from "../core/sync/feature-store.port.ts";
import type { FilesMeasured, KnownPair, MeasureProgress, MeasurerVersions, SyncMeasurer } from "../core/sync/measurer.port.ts";
import type { SyncPorts } from "../actions/sync-ports.ts";
import { recordSyncMeasuring, type SyncMeasuring } from "../actions/record-sync-measuring.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseReader } from "../reads/case-reader.ts";
import { measurableItems } from "../reads/sync/clip-facts.ts";
import { isOfVersions, syncCase } from "../reads/sync/sync-case.ts";
import type { JobBoard, JobControl, JobEnd } from "./job-board.ts";

export interface SyncWork {
  /** Of the measurer as it would run now. */
  versions(): MeasurerVersions;
  /** The job that measures now. */
  running(): string | null;
  /** Throws CaseError INPUT_INVALID for items that are no recordings which are held. */
  measure(wanted: readonly ItemId[] | "all"): Promise<{ job: string }>;
  stop(): Promise<void>;
}

export interface SyncWorkParts {
  readonly reader: CaseReader;
  readonly measurer: SyncMeasurer;
  readonly ports: SyncPorts;
  readonly features: SyncFeatureStore;
  readonly pathOf: (object: Digest) => string;
  readonly viewer: Viewer;
  readonly board: JobBoard;
  /** Resolves when no analysis is under way. What it throws is told by whoever analyses. */
  readonly analysesDone: () => Promise<void>;
}

type Recording = SyncMeasuring["items"][number];

const stoppedShort: JobEnd = { state: "failed", reason: "stopped before its end" };

export function createSyncWork(parts: SyncWorkParts): SyncWork {
  const { reader, measurer, ports, features, viewer, board } = parts;
  let turn: Promise<unknown> = Promise.resolve();
  let running: string | null = null;
  const started = new Map<string, Promise<unknown>>();
  let stopped = false;

  async function measure(wanted: readonly ItemId[] | "all"): Promise<{ job: string }> {
    demand(viewer, "append");
    if (wanted !== "all") await recordingsOf(wanted);
    return { job: start(wanted) };
  }

  function start(wanted: readonly ItemId[] | "all"): string {
    const before = turn;
    const { id, ended } = board.start({
      name: "sync",
      run: (control) => {
        const own = inTurn(before, wanted, control, () => (running = id));
        // One that is cancelled while it waits ends before the one it waited for.
        turn = Promise.allSettled([before, own]);
        return own;
      },
      retry: () => {
        if (!stopped) start(wanted);
      },
    });
    const over = ended.then(() => {
      started.delete(id);
      if (running === id) running = null;
    });
    started.set(id, over);
    return id;
  }

  async function inTurn(
    before: Promise<unknown>,
    wanted: readonly ItemId[] | "all",
    control: JobControl,
    onTurn: () => void,
  ): Promise<JobEnd> {
    if (running !== null) control.report("unknown", "waits for another measuring");
    await unlessAborted(before, control.signal);
    if (control.signal.aborted) return stoppedShort;
    onTurn();
    if (wanted === "all") {
      control.report("unknown", "waits until everything was looked at");
      // What is not probed yet is of no kind yet, and would be left out.
      await unlessAborted(
        parts.analysesDone().catch(() => undefined),
        control.signal,
      );
    }
    const recordings = await recordingsOf(wanted);
    const found = await measuredOf(recordings, control);
    return found === undefined ? stoppedShort : keep(recordings, found);
  }

  /** Undefined where it was stopped. */
  async function measuredOf(recordings: readonly Recording[], control: JobControl): Promise<FilesMeasured | undefined> {
    const objectOf = new Map<string, Digest>(recordings.map(({ item, object }) => [item, object]));
    const known = (id: string) => {
      const object = objectOf.get(id);
      if (object === undefined) throw new Error("sync: expected features of a file that was named; found others");
      return object;
    };
    const pairs = await knownPairs();
    for (;;) {
      await whilePaused(board, control);
      if (control.signal.aborted) return undefined;
      const round = roundOf(board, control.signal);
      try {
        const found = await measurer.measure(
          recordings.map(({ item, object }) => ({ id: item, path: parts.pathOf(object) })),
          {
            signal: round.signal,
            onProgress: (progress) => control.report(progress.share, progressWords(progress)),
            known: (a, b) => pairs.get(`${a} ${b}`),
            cache: {
              find: (id, channel, version) => features.find(known(id), channel, version),
              keep: async (id, channel, version, path) => {
                // Nothing of what was erased meanwhile is put beside the case again.
                if (!(await reader.vault.has(known(id))))
                  throw new CaseError("OBJECT_MISSING", `measuring: ${id}: expected what is read to be held; found that it is not`);
                return features.keep(known(id), channel, version, path);
              },
            },
          },
        );
        if (found !== undefined || control.signal.aborted) return control.signal.aborted ? undefined : found;
      } finally {
        round.end();
      }
    }
  }

  /** As each pair stands, whatever measured it; an original never changes under its number. */
  async function knownPairs(): Promise<ReadonlyMap<string, KnownPair>> {
    const now = measurer.versions();
    return new Map(
      (await syncCase(reader)).pairs.map(({ a, b, measurement, run }): [string, KnownPair] => [
        `${a} ${b}`,
        { measurement, isCurrent: isOfVersions(run, now) },
      ]),
    );
  }

  async function keep(recordings: readonly Recording[], { files, pairs, versions }: FilesMeasured): Promise<JobEnd> {
    const unread = files.flatMap(({ id, sound, picture }): SyncMeasuring["unread"] => [
      ...(sound.state === "failed" ? [{ item: id as ItemId, channel: "sound" as const, failure: sound.failure }] : []),
      ...(picture.state === "failed" ? [{ item: id as ItemId, channel: "picture" as const, failure: picture.failure }] : []),
    ]);
    const measuring: SyncMeasuring = {
      ...{ items: recordings, versions, unread },
      pairs: pairs.map(({ a, b, measurement }) => ({ a: a as ItemId, b: b as ItemId, measurement })),
    };
    const { seq, measured, refused } = await recordSyncMeasuring(ports, viewer, measuring);
    return { state: "done", result: { seq, measured, refused, unread: unread.length } };
  }

  /** By number, each once. */
  async function recordingsOf(wanted: readonly ItemId[] | "all"): Promise<Recording[]> {
    const all = await measurableItems(reader);
    const chosen = new Set(wanted === "all" ? all.map(({ item }) => item) : wanted);
    const there = new Set(all.map(({ item }) => item));
    const missing = [...chosen].find((item) => !there.has(item));
    if (missing !== undefined)
      throw new CaseError(
        "INPUT_INVALID",
        `measuring: ${missing}: expected a recording that is held, with sound or moving picture; found none`,
      );
    if (chosen.size < 2 || chosen.size > mostMeasured)
      throw new CaseError("INPUT_INVALID", `measuring: expected 2 to ${mostMeasured} recordings; found ${chosen.size}. Choose which.`);
    return all.filter(({ item }) => chosen.has(item));
  }

  return {
    versions: () => measurer.versions(),
    running: () => running,
    measure,
    async stop() {
      stopped = true;
      for (const id of started.keys()) board.cancel(id);
      await Promise.all(started.values());
    },
  };
}

function progressWords({ doing, done, of }: MeasureProgress): string {
  const [what, channel] = doing.split("-") as ["reading" | "comparing", string];
  return what === "reading" ? `reading ${channel}, ${done} of ${of} files` : `comparing ${channel}, ${done} of ${of} pairs`;
}

/** A signal that ends with the job's, or when jobs are paused. */
function roundOf(board: JobBoard, signal: AbortSignal): { readonly signal: AbortSignal; end(): void } {
  const pause = new AbortController();
  const leave = board.subscribe(() => {
    if (board.paused) pause.abort();
  });
  return { signal: AbortSignal.any([signal, pause.signal]), end: leave };
}

async function whilePaused(board: JobBoard, { signal, report }: JobControl): Promise<void> {
  if (!board.paused || signal.aborted) return;
  report("unknown", "paused");
  let leave = () => {};
  const resumed = new Promise<void>((resolve) => {
    leave = board.subscribe(() => {
      if (!board.paused) resolve();
    });
  });
  await unlessAborted(resumed, signal).finally(() => leave());
}

/** Resolves with the promise, or when the signal comes first. */
async function unlessAborted(promise: Promise<unknown>, signal: AbortSignal): Promise<void> {
  let stop = () => {};
  const aborted = new Promise<void>((resolve) => {
    stop = resolve;
    signal.addEventListener("abort", stop);
    if (signal.aborted) resolve();
  });
  await Promise.race([promise, aborted]).finally(() => signal.removeEventListener("abort", stop));
}
