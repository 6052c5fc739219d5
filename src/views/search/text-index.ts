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
import { allBits, clearBit, countBits } from "../../core/search/bits.ts";
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
  /** Resolves when no more files are to be made. */
  settle(control?: { readonly signal?: Cancellation; readonly onProgress?: (texts: number, of: number) => void }): Promise<void>;
  /** Begins to take in what is new, if it is much. */
  wake(): void;
  /** The tables were thrown away: so is everything that was made of them. */
  forget(): Promise<void>;
  close(): Promise<void>;
}

interface Held {
  readonly firstId: number;
  readonly lastId: number;
  readonly file: string | undefined;
  /** Undefined for a file that nobody asked yet: who only takes in has no need of it in memory. */
  open:
    | {
        readonly segment: Segment;
        readonly close: () => void;
        readonly live: Uint32Array;
        liveCount: number;
      }
    | undefined;
}

/** Texts in it, or, of a file not opened, as many as it can hold by its name. */
const sizeOf = ({ open, firstId, lastId }: Held): number => open?.liveCount ?? lastId - firstId + 1;

/** `database`: a connection that sees what was committed. Without `files` everything stays in memory. */
export function createTextIndex(
  database: DatabaseSync,
  files?: {
    readonly database: string;
    readonly folder: string;
    readonly write: boolean;
  },
): TextIndex {
  let held: Held[] | undefined;
  let token = "";
  let goneSeen = 0;
  let version = 0;
  let mayWrite = files?.write === true;
  let building: { readonly worker: Worker; readonly done: Promise<void> } | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  let closed = false;
  /** Files made since the start; and of them those that took no more. */
  const madeHere = new Set<string>();
  const full = new Set<string>();

  const one = <Row>(sql: string): Row => database.prepare(sql).get() as Row;
  const lastRow = (): number => one<{ last: number | null }>("select max(id) as last from search_text").last ?? 0;
  /** Last row in any file, by the files' names: to open them for a line or two would cost more than the line. */
  const inFiles = (): number => Math.max(0, ...namesIn(files?.folder ?? "").map((name) => parseSegmentName(name)?.lastId ?? 0));
  const covered = (): number => Math.max(0, ...(held ?? []).map(({ lastId }) => lastId));

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  }

  function opened(segment: Segment, close: () => void = () => undefined): NonNullable<Held["open"]> {
    const open = {
      segment,
      close,
      live: allBits(segment.count),
      liveCount: segment.count,
    };
    const gone = database.prepare("select id from search_gone where id >= ? and id <= ?").all(segment.firstId, segment.lastId);
    takeOut([open], gone as unknown as { id: number }[]);
    return open;
  }

  function takeOut(from: readonly NonNullable<Held["open"]>[], gone: readonly { readonly id: number }[]): void {
    if (gone.length === 0) return;
    const ids = new Set(gone.map(({ id }) => id));
    for (const open of from) {
      for (let at = 0; at < open.segment.count; at++) if (ids.has(open.segment.ids[at] as number)) clearBit(open.live, at);
      open.liveCount = countBits(open.live);
    }
  }

  /** Files of these tables, none inside another. Others are removed by whoever may write. */
  function load(): void {
    if (held !== undefined) return;
    ({ token } = one<{ token: string }>("select token from search_token"));
    held = [];
    goneSeen = one<{ n: number | null }>("select max(n) as n from search_gone").n ?? 0;
    for (const name of files === undefined ? [] : fileNames()) takeFile(name);
  }

  /** Opens every file: each is some 8 MB to read and check, and others have a turn in between. */
  async function openAll(): Promise<void> {
    for (;;) {
      // Asked anew each time: meanwhile a file may have come or gone.
      const one = held?.find(({ open, file }) => open === undefined && file !== undefined);
      if (one?.file === undefined || files === undefined) return;
      try {
        const { segment, close } = openSegmentFile(join(files.folder, one.file));
        one.open = opened(segment, close);
        version++;
      } catch (error) {
        // Torn, altered or gone: its rows are taken in again. Whatever else the disk says is no matter of this file.
        if (!(error instanceof SegmentTorn) && (error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
        held = held?.filter((other) => other !== one);
        // A disk that gives back something else than was written is not written to again and again.
        const again = !madeHere.has(one.file);
        remove(one.file);
        mayWrite &&= again;
      }
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

  function takeFile(name: string): void {
    const says = parseSegmentName(name);
    if (held === undefined || says === undefined) return;
    const { firstId, lastId } = says;
    const within = held.filter((other) => other.firstId >= firstId && other.firstId <= lastId);
    held = [...held.filter((other) => !within.includes(other)), { firstId, lastId, file: name, open: undefined }];
    held.sort((a, b) => a.firstId - b.firstId);
    for (const old of within) {
      // A file under the same name took its place on the disk already.
      if (old.file === name) old.open?.close();
      else drop(old);
    }
    version++;
  }

  function drop({ file, open }: Held): void {
    open?.close();
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
    takeOut(
      held.flatMap(({ open }) => (open === undefined ? [] : [open])),
      gone,
    );
    goneSeen = gone.at(-1)?.n ?? goneSeen;
    for (const empty of held.filter(({ open }) => open?.liveCount === 0)) {
      held = held.filter((other) => other !== empty);
      drop(empty);
    }
    version++;
  }

  /** Gaps that a torn file left behind are filled first. */
  function nextGap(): { readonly after: number; readonly last: number } {
    let after = 0;
    for (const { firstId, lastId } of held ?? []) {
      if (firstId > after + 1 && hasRows(after, firstId - 1)) return { after, last: firstId - 1 };
      after = lastId;
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
    const upTo = Math.max(0, ...filesHeld.map(({ lastId }) => lastId));
    const isEnd = gap.last === lastRow();
    const after = isEnd ? upTo : gap.after;
    if (isEnd && gap.last - after < fileFrom) return undefined;
    const last = isEnd ? filesHeld.at(-1) : undefined;
    const before = last?.file === undefined || full.has(last.file) ? undefined : last;
    const more = gap.last - after;
    const joins = before !== undefined && sizeOf(before) + more <= textsInSegment && sizeOf(before) <= 2 * more;
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
        if (closed || order.token !== token) return;
        madeHere.add(file);
        if ((parseSegmentName(file)?.lastId ?? 0) < order.last) full.add(file);
        takeFile(file);
      });
      worker.on("error", () => {
        // A disk that is full or cannot be written: derived, so memory does until the next start.
        mayWrite = false;
      });
      worker.on("exit", () => {
        building = undefined;
        resolve();
        // One file a thread: what a thread took of memory, it gives back at its end.
        if (mayWrite) wake();
      });
    });
    building = { worker, done };
    return done;
  }

  /** Segments in memory for what is new, when it is little or nothing else can be done. */
  async function takeTail(): Promise<void> {
    const inMemory = (): Held[] => (held ?? []).filter(({ file }) => file === undefined);
    if (inMemory().length > inMemoryAtMost && inMemory().reduce((sum, one) => sum + sizeOf(one), 0) <= textsInSegment / 2) {
      const old = new Set(inMemory());
      held = (held ?? []).filter((other) => !old.has(other));
    }
    for (;;) {
      const { after, last } = nextGap();
      if (closed || after >= last) return;
      const builder = await gatherTextsInPieces(database, {
        after,
        last,
        pause: () => setImmediate(),
      });
      if (builder.size === 0) return;
      const segment = builder.finish();
      const { firstId, lastId } = segment;
      held = [...(held ?? []), { firstId, lastId, file: undefined, open: opened(segment) }].sort((a, b) => a.firstId - b.firstId);
      version++;
    }
  }

  function now(): IndexedTexts {
    const segments = (held ?? []).flatMap(({ open }) => (open === undefined ? [] : [open]));
    const texts = segments.reduce((sum, { liveCount }) => sum + liveCount, 0);
    return {
      segments,
      texts,
      waiting: Math.max(0, lastRow() - covered()),
      version,
    };
  }

  function wake(): void {
    void inTurn(async () => {
      if (closed || !mayWrite || (held === undefined && lastRow() - inFiles() < fileFrom)) return;
      load();
      void build();
    });
  }

  return {
    texts: () =>
      inTurn(async () => {
        load();
        await openAll();
        noteGone();
        if (build() === undefined) await takeTail();
        return now();
      }),
    async settle({ signal, onProgress } = {}) {
      for (;;) {
        await inTurn(async () => {
          load();
          void build();
        });
        // What is left then is little, or cannot be written: it goes into memory when somebody asks.
        if (building === undefined) return;
        const texts = (held ?? []).reduce((sum, one) => sum + sizeOf(one), 0);
        onProgress?.(texts, texts + Math.max(0, lastRow() - covered()));
        if (closed || signal?.aborted === true) return;
        await Promise.race([building.done, new Promise((later) => setTimeout(later, 200))]);
      }
    },
    wake,
    forget: () =>
      inTurn(async () => {
        await building?.worker.terminate();
        await building?.done;
        for (const { open } of held ?? []) open?.close();
        held = undefined;
        version++;
        if (mayWrite && files !== undefined) for (const name of namesIn(files.folder)) remove(name);
      }),
    async close() {
      closed = true;
      await building?.worker.terminate();
      await building?.done;
      await inTurn(async () => {
        for (const { open } of held ?? []) open?.close();
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
