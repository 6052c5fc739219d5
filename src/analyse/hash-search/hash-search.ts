/**
 * All stored hashes within a Hamming distance of a query, none left out, over segments in a folder under `derived/`
 * (docs/formats/hash-search.md). Frames below the least quality are never compared: black frames are near all black frames
 * and say nothing of copies; they are counted. What is damaged is set aside and named, to be added again from the prints.
 */
import { availableParallelism } from "node:os";
import type { Cancellation } from "../../core/cancel/cancellation.ts";
import { CaseError } from "../../core/case/case-error.ts";
import { hashBytes, leastQuality } from "../../core/copies/frame-prints.ts";
import { usualRadius } from "../../core/copies/frame-search.port.ts";
import type { Digest } from "../../core/hash/digest.ts";
import { collectHits, type HashHit } from "./collect-hits.ts";
import { createHashMemory, type Stretch } from "./hash-memory.ts";
import { buildIndex, indexBytes } from "./query-index.ts";
import { planScan } from "./scan-plan.ts";
import { halfBytes } from "./scan-module.ts";
import type { ScanRegion } from "./scan-rows.ts";
import { createScanThreads } from "./scan-threads.ts";
import { storedIn } from "./segment-layout.ts";
import type { Damage, OnStep } from "./segment-store.ts";
import type { PrintedSource } from "./split-prints.ts";
import { type Loaded, openStoredHashes, rowCount } from "./stored-hashes.ts";

/** Queries that go over the rows together: more would make the index leave the cache, and their numbers stay within 16 bits. */
const blockQueries = 4096;

export interface HashSearchOptions {
  /** Versions of what made the prints: hashes of another version are not comparable, and all is stored anew. */
  readonly madeOf: string;
  /** Threads that scan, up to two unless said otherwise; 0 scans on the thread that asks. */
  readonly threads?: number;
  /** How rows and queries are brought together; the quicker way unless said otherwise. */
  readonly plan?: typeof planScan;
  /** Told before each step of writing; for tests. */
  readonly onStep?: OnStep;
}

/** Another way a picture may be shown: mirrored, turned. Takes 32 bytes and gives 32. */
export type HashForm = (hash: Uint8Array) => Uint8Array;

export interface HashQueries {
  /** 32 bytes and a quality each. */
  readonly hashes: Uint8Array;
  readonly quality: Uint8Array;
}

export interface SearchControl {
  readonly radius?: number;
  /** Searched besides the hash as it is. */
  readonly forms?: readonly HashForm[];
  readonly signal?: Cancellation;
  /** Share done, 0 to 1; now and then, and at the end. */
  readonly onProgress?: (done: number) => void;
}

/** All stored frames below the least quality, as one. */
export interface LowQualityGroup {
  readonly frames: number;
  readonly sources: readonly { readonly source: Digest; readonly frames: number }[];
}

export type HashAnswer =
  /** Hits of the hash as it is, then of each form. Equal queries share their lists. */
  | { readonly state: "searched"; readonly hits: readonly (readonly HashHit[])[] }
  /** The query itself is below the least quality: what is like it are all frames that are. */
  | { readonly state: "low-quality"; readonly quality: number; readonly leastQuality: number; readonly group: LowQualityGroup };

export interface StoredCounts {
  readonly sources: number;
  readonly segments: number;
  /** Distinct neighbouring hashes stored, those that a search must look at, and bytes on disk and in memory. */
  readonly rows: number;
  readonly looked: number;
  readonly bytes: number;
}

export interface HashSearch {
  /** What was damaged when the folder was opened. Its sources are no longer there. */
  readonly setAside: readonly Damage[];
  has(source: Digest): boolean;
  sources(): readonly Digest[];
  counts(): StoredCounts;
  lowQuality(): LowQualityGroup;
  /** Stores what is not there yet, all or nothing of it; durable when it returns. */
  add(sources: readonly PrintedSource[]): Promise<void>;
  /** Removes what is stored of these, from the disk too. */
  remove(sources: readonly Digest[]): Promise<void>;
  /** An answer for each query. Throws the signal's reason when it is aborted. */
  search(queries: HashQueries, control?: SearchControl): Promise<readonly HashAnswer[]>;
  close(): Promise<void>;
}

/** Reads and checks all of it: some 0.1 s for each million frames. */
export function openHashSearch(
  folder: string,
  { madeOf, threads, plan = planScan, onStep = () => undefined }: HashSearchOptions,
): HashSearch {
  const room = createHashMemory();
  const scanThreads = createScanThreads(room, threads ?? Math.min(2, availableParallelism()));
  const stored = openStoredHashes(folder, { room, madeOf, onStep });
  let turn: Promise<unknown> = Promise.resolve();

  async function searchNow({ hashes, quality }: HashQueries, control: SearchControl): Promise<readonly HashAnswer[]> {
    const { radius = usualRadius, forms = [], signal = neverAborted, onProgress = () => undefined } = control;
    if (hashes.length !== quality.length * hashBytes)
      throw new CaseError("INPUT_INVALID", `hash search: expected ${quality.length * hashBytes} bytes of hashes; found ${hashes.length}`);
    if (!Number.isInteger(radius) || radius < 0 || radius > 256)
      throw new CaseError("INPUT_INVALID", `hash search: expected a radius of 0 to 256; found ${radius}`);
    const distinct = new Map<string, number>();
    const wanted: Uint8Array[] = [];
    const numberOf = (hash: Uint8Array): number => {
      const key = Buffer.from(hash).toString("latin1");
      const known = distinct.get(key);
      if (known !== undefined) return known;
      distinct.set(key, wanted.length);
      wanted.push(hash);
      return wanted.length - 1;
    };
    const numbers = Array.from(quality, (value, query) => {
      if (value < leastQuality) return undefined;
      const hash = hashes.subarray(query * hashBytes, (query + 1) * hashBytes);
      return [hash, ...forms.map((form) => form(hash))].map(numberOf);
    });
    const hits: HashHit[][] = [];
    for (let from = 0; from < wanted.length; from += blockQueries) {
      const block = wanted.slice(from, from + blockQueries);
      const share = (done: number) => onProgress((from + block.length * done) / wanted.length);
      hits.push(...(await searchBlock(block, radius, signal, share)));
    }
    const group = lowQualityGroup();
    return numbers.map((own, query): HashAnswer =>
      own === undefined
        ? { state: "low-quality", quality: quality[query] ?? 0, leastQuality, group }
        : { state: "searched", hits: own.map((number) => hits[number] ?? []) },
    );
  }

  async function searchBlock(
    block: readonly Uint8Array[],
    radius: number,
    signal: Cancellation,
    onProgress: (done: number) => void,
  ): Promise<HashHit[][]> {
    const held: Stretch[] = [];
    const take = (bytes: number): Stretch => {
      const stretch = room.take(bytes);
      held.push(stretch);
      return stretch;
    };
    try {
      const queries = take(block.length * hashBytes);
      for (const [number, hash] of block.entries()) queries.bytes.set(hash, number * hashBytes);
      const looked = stored.loaded().flatMap((one, segment) => regionsOf(one, segment, radius));
      const indexes = new Map<number, number>();
      for (const most of new Set(looked.map((region) => region.most))) {
        const rows = looked.reduce((sum, region) => sum + (region.most === most ? region.rows : 0), 0);
        if (plan({ rows, queries: block.length, most }) === "scan") continue;
        const index = take(indexBytes(most, block.length));
        buildIndex(index.bytes, index.at, most, queries.bytes, queries.at);
        indexes.set(most, index.at);
      }
      const regions = looked.map((region) => ({ ...region, index: indexes.get(region.most) ?? 0 }));
      const order = { regions, queriesAt: queries.at, queries: block.length, radius };
      const found = await scanThreads.run(order, { signal, onProgress: (done, of) => onProgress(of === 0 ? 1 : done / of) });
      if (signal.aborted) throw (signal as { reason?: unknown }).reason ?? new Error("hash search: stopped");
      return collectHits(
        found,
        stored.loaded().map(({ placed }) => placed),
        block.length,
      );
    } finally {
      for (const stretch of held) stretch.free();
    }
  }

  function lowQualityGroup(): LowQualityGroup {
    const sources = stored
      .loaded()
      .flatMap(({ segment }) => storedIn(segment))
      .filter(({ lowQualityFrames }) => lowQualityFrames > 0)
      .map(({ source, lowQualityFrames }) => ({ source, frames: lowQualityFrames }));
    return { frames: sources.reduce((sum, { frames }) => sum + frames, 0), sources };
  }

  const sum = (count: (one: Loaded) => number) => stored.loaded().reduce((all, one) => all + count(one), 0);

  /** One thing at a time: a change would move what a search reads. */
  function inTurn<T>(work: () => T | Promise<T>): Promise<T> {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  }

  return {
    setAside: stored.setAside,
    has: stored.has,
    sources: () => stored.loaded().flatMap(({ segment }) => segment.sources),
    counts: () => ({
      sources: sum(({ segment }) => segment.sources.length),
      segments: stored.loaded().length,
      rows: sum(rowCount),
      looked: sum(({ segment }) => segment.singles + segment.heads),
      bytes: sum(({ named }) => named.bytes),
    }),
    lowQuality: lowQualityGroup,
    add: (sources) => inTurn(() => stored.add(sources)),
    remove: (sources) => inTurn(() => stored.remove(sources)),
    search: (queries, control = {}) => inTurn(() => searchNow(queries, control)),
    close: () => inTurn(() => scanThreads.close()),
  };
}

/** What of a segment a search must look at: singles within R, heads within R and the widest run's radius. */
function regionsOf({ segment, widest }: Loaded, number: number, radius: number): ScanRegion[] {
  const [first, second] = [segment.first.byteOffset, segment.second.byteOffset];
  const rows = {
    segment: number,
    first,
    second,
    row: 0,
    rows: segment.singles,
    most: Math.min(radius, 256),
    index: 0,
    runs: "none",
  } as const;
  const [head, tail] = [segment.singles, segment.singles + segment.heads];
  const heads = {
    ...rows,
    first: first + head * halfBytes,
    second: second + head * halfBytes,
    row: head,
    rows: segment.heads,
    most: Math.min(radius + widest, 256),
    runs: {
      radii: segment.radii.byteOffset,
      firstTails: segment.firstTails.byteOffset,
      times: segment.times.byteOffset,
      first: first + tail * halfBytes,
      second: second + tail * halfBytes,
      row: tail,
    },
  };
  return [rows, heads].filter((region) => region.rows > 0);
}

const neverAborted: Cancellation = { aborted: false, addEventListener: () => undefined, removeEventListener: () => undefined };
