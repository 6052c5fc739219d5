/** Long work in one place: what runs, how far it is, what ended and why; cancel, pause, retry. Forgotten with the process: what is missing is derived again. */
import type { ItemId } from "../core/item/item.ts";
import type { Json } from "../core/json/canonical-json.ts";

export interface Job {
  id: string;
  name: string;
  item?: ItemId;
  itemName?: string;
  state: "waiting" | "running" | "done" | "failed" | "cancelled";
  /** 0..1. */
  progress: number | "unknown";
  detail?: string;
  reason?: string;
  result?: Json;
}

export interface JobsSummary {
  paused: boolean;
  waiting: number;
  running: Job[];
  ended: Job[];
  done: number;
  failed: number;
}

export interface JobControl {
  readonly signal: AbortSignal;
  report(progress: number | "unknown", detail?: string): void;
}

/** How a job ended; what it throws is a fault of ours and ends it as failed with that reason. */
export type JobEnd = { readonly state: "done"; readonly result?: Json } | { readonly state: "failed"; readonly reason: string };

export interface NewJob {
  readonly name: string;
  readonly item?: ItemId;
  readonly itemName?: string;
  readonly run: (control: JobControl) => Promise<JobEnd>;
  /** Does it again; absent when it cannot be done again by itself. */
  readonly retry?: () => void;
}

export interface JobBoard {
  /** Starts at once. `ended` never rejects. */
  start(job: NewJob): { readonly id: string; readonly ended: Promise<Job> };
  summary(): JobsSummary;
  find(id: string): Job | undefined;
  /** False when there is no such running job. */
  cancel(id: string): boolean;
  /** False when there is no such ended job, or it cannot be done again. */
  retry(id: string): boolean;
  setPaused(paused: boolean): void;
  readonly paused: boolean;
  /** How many pieces of work stand in line elsewhere. */
  setWaiting(count: number): void;
  subscribe(listener: () => void): () => void;
  /** Cancels what runs and waits for it to end. */
  stop(): Promise<void>;
}

/** Ended jobs that stay listed. */
const shownEnded = 100;

export function createJobBoard(): JobBoard {
  const running = new Map<string, { job: Job; abort: AbortController; ended: Promise<Job> }>();
  const ended: { job: Job; retry: (() => void) | undefined }[] = [];
  const listeners = new Set<() => void>();
  const counts = { started: 0, done: 0, failed: 0, waiting: 0 };
  let paused = false;
  const changed = () => {
    for (const listener of listeners) listener();
  };

  function end(job: Job, retry: (() => void) | undefined): void {
    running.delete(job.id);
    if (job.state === "done") counts.done++;
    if (job.state === "failed") counts.failed++;
    ended.unshift({ job, retry });
    // Failures stay in sight while successes pass by.
    if (ended.length > shownEnded)
      ended.splice(
        Math.max(
          ended.findLastIndex((one) => one.job.state === "done"),
          shownEnded >> 1,
        ),
        1,
      );
    changed();
  }

  async function run(job: Job, { run: work, retry }: NewJob, abort: AbortController): Promise<Job> {
    try {
      const outcome = await work({
        signal: abort.signal,
        report(progress, detail) {
          job.progress = progress;
          if (detail !== undefined) job.detail = detail;
          changed();
        },
      });
      if (abort.signal.aborted) job.state = "cancelled";
      else if (outcome.state === "failed") Object.assign(job, { state: "failed", reason: outcome.reason });
      else Object.assign(job, { state: "done", progress: 1, ...(outcome.result === undefined ? {} : { result: outcome.result }) });
    } catch (error) {
      if (abort.signal.aborted) job.state = "cancelled";
      else Object.assign(job, { state: "failed", reason: error instanceof Error ? error.message : String(error) });
    }
    end(job, retry);
    return job;
  }

  return {
    start(wanted) {
      const job: Job = {
        id: `j${++counts.started}`,
        name: wanted.name,
        ...(wanted.item === undefined ? {} : { item: wanted.item }),
        ...(wanted.itemName === undefined ? {} : { itemName: wanted.itemName }),
        state: "running",
        progress: "unknown",
      };
      const abort = new AbortController();
      const whenEnded = run(job, wanted, abort);
      running.set(job.id, { job, abort, ended: whenEnded });
      changed();
      return { id: job.id, ended: whenEnded };
    },
    summary: () => ({
      paused,
      waiting: counts.waiting,
      running: [...running.values()].map(({ job }) => ({ ...job })),
      ended: ended.map(({ job }) => ({ ...job })),
      done: counts.done,
      failed: counts.failed,
    }),
    find: (id) => running.get(id)?.job ?? ended.find(({ job }) => job.id === id)?.job,
    cancel(id) {
      running.get(id)?.abort.abort();
      return running.has(id);
    },
    retry(id) {
      const at = ended.findIndex(({ job }) => job.id === id);
      const found = ended[at];
      if (found?.retry === undefined) return false;
      ended.splice(at, 1);
      if (found.job.state === "failed") counts.failed--;
      found.retry();
      changed();
      return true;
    },
    setPaused(next) {
      paused = next;
      changed();
    },
    get paused() {
      return paused;
    },
    setWaiting(count) {
      if (count === counts.waiting) return;
      counts.waiting = count;
      changed();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async stop() {
      const all = [...running.values()];
      for (const { abort } of all) abort.abort();
      await Promise.all(all.map((one) => one.ended));
    },
  };
}
