/**
 * Files on their way into the case, whatever screen is open. A few at a time; each is done when the server says that it
 * is durable. When the program does not answer, the queue stops and says so: the rest waits instead of failing.
 */
import { z } from "zod";
import { api } from "../api-client/api.ts";
import { ApiError } from "../api-client/api-error.ts";
import type { ItemId } from "../../core/item/item.ts";
import { t } from "../words/t.ts";
import { type Sending, sendFile } from "./send-file.ts";

export type UploadState = "waiting" | "sending" | "keeping" | "done" | "already-held" | "failed" | "cancelled";

export interface Upload {
  readonly id: number;
  /** As the person's folder has it, relative to what was chosen. */
  readonly path: string;
  readonly size: number;
  readonly state: UploadState;
  /** Bytes handed over. */
  readonly sent: number;
  readonly reason?: string;
  /** What it became, once it is durable. */
  readonly item?: ItemId;
}

export interface IncomingFile {
  readonly path: string;
  readonly size: number;
  readonly open: () => Promise<File>;
}

export interface Uploads {
  readonly files: readonly Upload[];
  readonly counts: Readonly<Record<UploadState, number>>;
  readonly paused: boolean;
  /** Why the queue stopped by itself, or why the collection could not be ended. */
  readonly problem: string | undefined;
}

/** Two hide each other's waiting for the disk; more only take turns. */
const atOnce = 2;
/** Progress is told at most this often. */
const tellMs = 100;

const noCounts: Uploads["counts"] = { waiting: 0, sending: 0, keeping: 0, done: 0, "already-held": 0, failed: 0, cancelled: 0 };
let uploads: Uploads = { files: [], counts: noCounts, paused: false, problem: undefined };
const files: Upload[] = [];
const sources = new Map<number, IncomingFile>();
const sending = new Map<number, Sending>();
const listeners = new Set<() => void>();
let counts = { ...noCounts };
let paused = false;
let problem: string | undefined;
/** Name of the collection under way. */
let batch: string | undefined;
let batchReached = false;
let nextWaiting = 0;
let telling: ReturnType<typeof setTimeout> | undefined;

export const uploadQueue = {
  snapshot: (): Uploads => uploads,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  add(incoming: readonly IncomingFile[]): void {
    for (const source of incoming) {
      const id = files.length;
      sources.set(id, source);
      files.push({ id, path: source.path, size: source.size, state: "waiting", sent: 0 });
      counts.waiting += 1;
    }
    goOn();
  },
  pause(): void {
    paused = true;
    tell();
  },
  resume(): void {
    paused = false;
    problem = undefined;
    goOn();
  },
  cancel(id: number): void {
    const running = sending.get(id);
    set(id, { state: "cancelled" });
    running?.abort();
    goOn();
  },
  cancelAll(): void {
    for (const { id, state } of files) if (state === "waiting") set(id, { state: "cancelled" });
    for (const id of sending.keys()) uploadQueue.cancel(id);
    goOn();
  },
  retry(id: number): void {
    set(id, { state: "waiting", sent: 0 });
    nextWaiting = Math.min(nextWaiting, id);
    uploadQueue.resume();
  },
  retryAll(): void {
    for (const { id, state } of files) {
      // What the person called off stays off; each has its own "try again".
      if (state !== "failed") continue;
      set(id, { state: "waiting", sent: 0 });
      nextWaiting = Math.min(nextWaiting, id);
    }
    uploadQueue.resume();
  },
  /** Forgets the list once nothing is under way. */
  dismiss(): void {
    if (isBusy(counts)) return;
    files.length = 0;
    sources.clear();
    counts = { ...noCounts };
    nextWaiting = 0;
    problem = undefined;
    tell();
  },
};

export function isBusy(now: Uploads["counts"]): boolean {
  return now.waiting + now.sending + now.keeping > 0;
}

function set(id: number, change: Partial<Omit<Upload, "id" | "reason">> & { readonly reason?: string }): void {
  const before = files[id];
  if (before === undefined) return;
  const { reason: _reason, ...rest } = before;
  const after: Upload = { ...rest, ...change };
  counts[before.state] -= 1;
  counts[after.state] += 1;
  files[id] = after;
  tell();
}

function tell(): void {
  telling ??= setTimeout(() => {
    telling = undefined;
    uploads = { files: [...files], counts: { ...counts }, paused, problem };
    for (const listener of listeners) listener();
  }, tellMs);
}

function goOn(): void {
  tell();
  while (!paused && sending.size < atOnce) {
    while (nextWaiting < files.length && files[nextWaiting]?.state !== "waiting") nextWaiting += 1;
    const next = files[nextWaiting];
    if (next === undefined) break;
    start(next.id);
  }
  if (!isBusy(counts) && batch !== undefined) void finish(batch);
}

function start(id: number): void {
  const source = sources.get(id);
  if (source === undefined) return;
  batch ??= crypto.randomUUID();
  set(id, { state: "sending", sent: 0 });
  const transfer = sendFile(batch, source, {
    onSent: (sent) => set(id, { sent }),
    onKeeping: () => set(id, { state: "keeping", sent: source.size }),
  });
  sending.set(id, transfer);
  void transfer.answer
    .then(({ item, alreadyHeld }) => {
      batchReached = true;
      set(id, { state: alreadyHeld ? "already-held" : "done", sent: source.size, item });
      sources.delete(id);
    })
    .catch((error: unknown) => fail(id, error))
    .finally(() => {
      sending.delete(id);
      goOn();
    });
}

function fail(id: number, error: unknown): void {
  if (files[id]?.state === "cancelled") return;
  const gone = error instanceof ApiError && (error.code === "UNREACHABLE" || error.code === "TOKEN_MISSING_OR_USED");
  if (gone) {
    paused = true;
    problem = error.code === "UNREACHABLE" ? t("upload.stopped") : error.message;
  } else if (error instanceof ApiError) batchReached = true;
  set(id, { state: "failed", reason: gone && error.code === "UNREACHABLE" ? t("upload.unreachable") : reasonOf(error) });
}

function reasonOf(error: unknown): string {
  if (error instanceof z.ZodError) return t("error.shape", { where: "" });
  return error instanceof Error ? error.message : String(error);
}

/** Ends the collection, so that the custody log says what came in and what did not. */
async function finish(name: string): Promise<void> {
  batch = undefined;
  if (!batchReached) return;
  batchReached = false;
  try {
    await api.finishUpload(name);
  } catch (error) {
    problem = t("upload.not-ended", { reason: reasonOf(error) });
    tell();
  }
}
