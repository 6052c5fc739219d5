/**
 * The index over the texts of the tables: files under `derived/search` for most of them, made in a thread of its own, and
 * segments in memory for the few that came last. It is never ahead of the tables, and where it is behind it says by how much.
 */
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { setImmediate } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { Cancellation } from "../../core/cancel/cancellation.ts";
import { allBits, clearBit, countBits, hasBit } from "../../core/search/bits.ts";
import { type Segment, textsInSegment } from "../../core/search/segment.ts";
import type { BuildAnswer, BuildOrder } from "./build-thread.ts";
import { openSegmentFile, SegmentTorn } from "./segment-file.ts";
import { parseSegmentName } from "./segment-name.ts";
import { gatherTextsInPieces } from "./segment-rows.ts";

/** So many new texts make a file; fewer stay in memory, where they take some 20 ms to index after each start. */
const fileFrom = 4096;
/** Segments in memory; one more, and they become one. */
const inMemoryAtMost = 6;

export interface LiveSegment {
  readonly segment: Segment;
  /** Texts that were not taken out since. */
  readonly live: Uint32Array;
  readonly liveCount: number;
}

export interface IndexedTexts {
  readonly segments: readonly LiveSegment[];
  /** Texts in them, and rows that are still to come. */
  readonly texts: number;
  readonly waiting: number;
  /** Another number after every change. */
  readonly version: number;
}

export interface TextIndex {
  /** What there is to search. A few new texts are taken in first; while many are, it answers with those before. */
  texts(): Promise<IndexedTexts>;
  /** Resolves when every text of the tables is in. */
  settle(control?: { readonly signal?: Cancellation; readonly onProgress?: (texts: number, of: number) => void }): Promise<void>;
  /** Begins to take in what is new, if it is much. */
  wake(): void;
  /** The tables were thrown away: so is everything that was made of them. */
  forget(): Promise<void>;
  close(): Promise<void>;
}

interface Held {
  readonly segment: Segment;
  readonly file: string | undefined;
  readonly close: () => void;
  live: Uint32Array;
  liveCount: number;
}

/** `database`: a connection that sees what was committed. Without `files` everything stays in memory. */
export function createTextIndex(
  database: DatabaseSync,
  files?: { readonly database: string; readonly folder: string; readonly write: boolean },
): TextIndex {
  let held: Held[] | undefined;
  let token = "";
  let goneSeen = 0;
  let version = 0;
  let mayWrite = files?.write === true;
  let building: { readonly worker: Worker; readonly done: Promise<void> } | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  let closed = false;

  const one = <Row>(sql: string): Row => database.prepare(sql).get() as Row;
  const lastRow = (): number => one<{ last: number | null }>("select max(id) as last from search_text").last ?? 0;
  /** Last row in any file, by the files' names: to open them for a line or two would cost more than the line. */
  const inFiles = (): number => Math.max(0, ...namesIn(files?.folder ?? "").map((name) => parseSegmentName(name)?.lastId ?? 0));
  const covered = (): number => Math.max(0, ...(held ?? []).map(({ segment }) => segment.lastId));

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  }

  function hold(segment: Segment, file?: string, close: () => void = () => undefined): Held {
    const one: Held = { segment, file, close, live: allBits(segment.count), liveCount: segment.count };
    const gone = database.prepare("select id from search_gone where id >= ? and id <= ?").all(segment.firstId, segment.lastId);
    takeOut([one], gone as unknown as { id: number }[]);
    return one;
  }

  function takeOut(from: readonly Held[], gone: readonly { readonly id: number }[]): void {
    if (gone.length === 0) return;
    const ids = new Set(gone.map(({ id }) => id));
    for (const one of from) {
      for (let at = 0; at < one.segment.count; at++) {
        if (ids.has(one.segment.ids[at] as number) && hasBit(one.live, at)) clearBit(one.live, at);
      }
      one.liveCount = countBits(one.live);
    }
  }

  /** Files of these tables, whole ones, none inside another. Others are removed by whoever may write. */
  async function load(): Promise<void> {
    if (held !== undefined) return;
    ({ token } = one<{ token: string }>("select token from search_token"));
    held = [];
    goneSeen = one<{ n: number | null }>("select max(n) as n from search_gone").n ?? 0;
    for (const name of files === undefined ? [] : fileNames()) {
      takeFile(name);
      // Each is some 8 MB to read and check: others have a turn in between.
      await setImmediate();
    }
  }

  function fileNames(): string[] {
    const found = namesIn(files?.folder ?? "")
      .map((name) => ({ name, says: parseSegmentName(name) }))
      .sort((a, b) => (a.says?.firstId ?? 0) - (b.says?.firstId ?? 0) || (b.says?.lastId ?? 0) - (a.says?.lastId ?? 0));
    const wanted: string[] = [];
    let upTo = 0;
    for (const { name, says } of found) {
      if (says?.token === token && says.lastId > upTo && says.lastId <= lastRow()) {
        wanted.push(name);
        upTo = says.lastId;
      } else remove(name);
    }
    return wanted;
  }

  /** Whether the file is what it should be. */
  function takeFile(name: string): boolean {
    if (files === undefined || held === undefined) return true;
    let opened;
    try {
      opened = openSegmentFile(join(files.folder, name));
    } catch (error) {
      // Torn, altered or gone: its rows are taken in again. Whatever else the disk says is no matter of this file.
      if (!(error instanceof SegmentTorn) && (error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
      remove(name);
      return false;
    }
    const { firstId, lastId } = opened.segment;
    const within = held.filter(({ segment }) => segment.firstId >= firstId && segment.firstId <= lastId);
    held = [...held.filter((other) => !within.includes(other)), hold(opened.segment, name, opened.close)];
    held.sort((a, b) => a.segment.firstId - b.segment.firstId);
    for (const old of within) drop(old);
    version++;
    return true;
  }

  function drop({ file, close }: Held): void {
    close();
    if (file !== undefined) remove(file);
  }

  function remove(name: string): void {
    if (mayWrite && files !== undefined) rmSync(join(files.folder, name), { force: true });
  }

  function noteGone(): void {
    const gone = database.prepare("select n, id from search_gone where n > ? order by n").all(goneSeen) as unknown as {
      n: number;
      id: number;
    }[];
    if (gone.length === 0 || held === undefined) return;
    takeOut(held, gone);
    goneSeen = gone.at(-1)?.n ?? goneSeen;
    for (const empty of held.filter(({ liveCount }) => liveCount === 0)) {
      held = held.filter((other) => other !== empty);
      drop(empty);
    }
    version++;
  }

  /** Gaps that a torn file left behind are filled first. */
  function nextGap(): { readonly after: number; readonly last: number } {
    let after = 0;
    for (const { segment } of held ?? []) {
      if (segment.firstId > after + 1 && hasRows(after, segment.firstId - 1)) return { after, last: segment.firstId - 1 };
      after = segment.lastId;
    }
    return { after, last: lastRow() };
  }

  const hasRows = (after: number, last: number): boolean =>
    database.prepare("select 1 from search_text where id > ? and id <= ? limit 1").get(after, last) !== undefined;

  /** Files for what is new when it is much. The last file is made anew with it where both are small. */
  function build(): Promise<void> | undefined {
    if (building !== undefined) return building.done;
    if (!mayWrite || files === undefined || closed) return undefined;
    const filesHeld = (held ?? []).filter(({ file }) => file !== undefined);
    const gap = nextGap();
    const upTo = Math.max(0, ...filesHeld.map(({ segment }) => segment.lastId));
    const isEnd = gap.last === lastRow();
    const after = isEnd ? upTo : gap.after;
    if (isEnd && gap.last - after < fileFrom) return undefined;
    const before = isEnd ? filesHeld.at(-1)?.segment : undefined;
    const joins = before !== undefined && before.count + (gap.last - after) <= textsInSegment && before.count <= 2 * (gap.last - after);
    mkdirSync(files.folder, { recursive: true });
    const order: BuildOrder = {
      database: files.database,
      folder: files.folder,
      token,
      after: joins ? before.firstId - 1 : after,
      last: gap.last,
    };
    const worker = new Worker(new URL("./build-thread.ts", import.meta.url), {
      workerData: order,
      resourceLimits: { maxYoungGenerationSizeMb: 8 },
    });
    const done = new Promise<void>((resolve) => {
      worker.on("message", ({ file }: BuildAnswer) => {
        // A disk that gives back something else than was written is not written to again and again.
        if (!closed && order.token === token && !takeFile(file)) mayWrite = false;
      });
      worker.on("error", () => {
        // A disk that is full or cannot be written: derived, so memory does until the next start.
        mayWrite = false;
      });
      worker.on("exit", () => {
        building = undefined;
        resolve();
      });
    });
    building = { worker, done };
    return done;
  }

  /** Segments in memory for what is new, when it is little or nothing else can be done. */
  async function takeTail(): Promise<void> {
    const inMemory = (): Held[] => (held ?? []).filter(({ file }) => file === undefined);
    if (inMemory().length > inMemoryAtMost && inMemory().reduce((sum, { segment }) => sum + segment.count, 0) <= textsInSegment / 2) {
      const old = new Set(inMemory());
      held = (held ?? []).filter((other) => !old.has(other));
    }
    for (;;) {
      const { after, last } = nextGap();
      if (closed || after >= last) return;
      const builder = await gatherTextsInPieces(database, { after, last, pause: () => setImmediate() });
      if (builder.size === 0) return;
      held = [...(held ?? []), hold(builder.finish())].sort((a, b) => a.segment.firstId - b.segment.firstId);
      version++;
    }
  }

  function now(): IndexedTexts {
    const segments = (held ?? []).map(({ segment, live, liveCount }) => ({ segment, live, liveCount }));
    const texts = segments.reduce((sum, { liveCount }) => sum + liveCount, 0);
    return { segments, texts, waiting: Math.max(0, lastRow() - covered()), version };
  }

  return {
    texts: () =>
      inTurn(async () => {
        await load();
        noteGone();
        if (build() === undefined) await takeTail();
        return now();
      }),
    async settle({ signal, onProgress } = {}) {
      for (;;) {
        const { texts, waiting } = await this.texts();
        onProgress?.(texts, texts + waiting);
        const { after, last } = nextGap();
        if (closed || signal?.aborted === true || (building === undefined && after >= last)) return;
        await Promise.race([building?.done, new Promise((later) => setTimeout(later, 200))]);
      }
    },
    wake() {
      void inTurn(async () => {
        if (closed || !mayWrite || (held === undefined && lastRow() - inFiles() < fileFrom)) return;
        await load();
        void build();
      });
    },
    forget: () =>
      inTurn(async () => {
        await building?.worker.terminate();
        await building?.done;
        for (const one of held ?? []) one.close();
        held = undefined;
        version++;
        if (mayWrite && files !== undefined) for (const name of namesIn(files.folder)) remove(name);
      }),
    async close() {
      closed = true;
      await building?.worker.terminate();
      await building?.done;
      await inTurn(async () => {
        for (const one of held ?? []) one.close();
        held = undefined;
      });
    },
  };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
