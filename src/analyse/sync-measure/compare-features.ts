/**
 * Compares features in a child that may read the named files and nothing else. No network where the system grants that, limits
 * on memory and on silence; stopping it kills the child.
 */
import { join } from "node:path";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import type { Cancellation } from "../../core/cancel/cancellation.ts";
import type { PairOfFiles } from "../../core/sync/measurer.port.ts";
import type { SyncChannel } from "../../core/sync/pair-measurement.ts";
import { findIsolation } from "../isolation.ts";
import { listenToChild } from "../listen-to-child.ts";
import { allowReading } from "../readable-files.ts";
import { namingRoom } from "../scratch-room.ts";
import { startChild } from "../start-child.ts";
import { CompareLine, type CompareRequest } from "./compare-contract.ts";
import { bytesOfPair, childrenWithin, demandRoom, mostOfAll, type SizedFeatures } from "./sound-room.ts";
import type { WantedPair } from "./wanted-pairs.ts";

/** Longest time without a word: one pair of the longest recordings. */
const silenceMs = 1_800_000;
const childScript = fileURLToPath(new URL("compare-child.ts", import.meta.url));

export interface FeaturesOf {
  readonly id: string;
  /** Absolute path. */
  readonly features: string;
}

export type Compared =
  { readonly state: "done"; readonly pairs: readonly PairOfFiles[] } | { readonly state: "unreadable"; readonly id: string };

interface Comparing {
  readonly signal: Cancellation;
  readonly scratch: string;
  readonly onPairs: (done: number, of: number) => void;
}

export interface CompareQuestion {
  readonly channel: SyncChannel;
  readonly files: readonly FeaturesOf[];
  /** Places in `files`. */
  readonly pairs: readonly WantedPair[];
}

/** From this many pairs on they are shared out among children: each takes some time to read what it compares. */
const manyPairs = 435;
const mostChildren = 4;

/**
 * What was compared until then when `signal` ended it. Throws CaseError INPUT_INVALID for sounds that are too long to be compared,
 * before any is.
 */
export async function compareFeatures(question: CompareQuestion, comparing: Comparing): Promise<Compared> {
  const { channel, files, pairs } = question;
  const sized = channel === "sound" ? await Promise.all(files.map(sizeOf)) : undefined;
  if (sized !== undefined) demandRoom(pairs.map(([a, b]) => [sized[a] as SizedFeatures, sized[b] as SizedFeatures]));
  const [first = 0, second = 0] = (sized ?? []).map(({ size }) => size).sort((a, b) => b - a);
  const most = sized === undefined || pairs.length < manyPairs ? 1 : Math.min(mostChildren, availableParallelism());
  const children = childrenWithin(bytesOfPair(first, second), most);
  const shares = sharesOf(pairs, children);
  const total = pairs.length;
  const done = shares.map(() => 0);
  const ends = await Promise.allSettled(
    shares.map((share, at) =>
      compareShare(only({ channel, files, pairs: share }), mostOfAll / children, comparing, (own) => {
        done[at] = own;
        comparing.onPairs(
          done.reduce((sum, one) => sum + one, 0),
          total,
        );
      }),
    ),
  );
  const found: PairOfFiles[] = [];
  for (const end of ends) {
    if (end.status === "rejected") throw end.reason;
    if (end.value.state === "unreadable") return end.value;
    found.push(...end.value.pairs);
  }
  // A pair that nobody compared must never pass for one that shares nothing.
  if (!comparing.signal.aborted && found.length !== total) throw new Error(`sync: expected ${total} pairs compared; found ${found.length}`);
  return { state: "done", pairs: found };
}

const sizeOf = async ({ id, features }: FeaturesOf): Promise<SizedFeatures> => ({ id, size: (await stat(features)).size });

/** Squares of so many sounds by so many: a child that holds those of one meets each of them often before they go. */
const inBlock = 24;

/** Whole squares, as many pairs each as may be. */
export function sharesOf(pairs: readonly WantedPair[], children: number): WantedPair[][] {
  const blocks = [...Map.groupBy(pairs, ([a, b]) => `${Math.floor(a / inBlock)} ${Math.floor(b / inBlock)}`).values()];
  const shares = Array.from({ length: children }, (): WantedPair[] => []);
  for (const block of blocks.toSorted((one, other) => other.length - one.length))
    shares.reduce((least, share) => (share.length < least.length ? share : least)).push(...block);
  return shares.filter((share, at) => at === 0 || share.length > 0);
}

/** With the files that its pairs name and no others. */
function only({ channel, files, pairs }: CompareQuestion): CompareQuestion {
  const used = [...new Set(pairs.flatMap(([a, b]) => [a, b]))].toSorted((a, b) => a - b);
  const place = new Map(used.map((at, own) => [at, own]));
  return {
    channel,
    files: used.map((at) => files[at] as FeaturesOf),
    pairs: pairs.map(([a, b, look]): WantedPair => [place.get(a) as number, place.get(b) as number, look]),
  };
}

async function compareShare(
  { channel, files, pairs: wanted }: CompareQuestion,
  most: number,
  { signal, scratch }: Comparing,
  onDone: (done: number) => void,
): Promise<Compared> {
  const folder = await mkdtemp(join(scratch, "compare-")).catch(namingRoom);
  try {
    const request: CompareRequest = { channel, files: [...files], pairs: wanted.map((one) => [...one]), most, folder, parent: process.pid };
    const flags = allowReading(files.map(({ features }) => features));
    const child = startChild({ script: childScript, folder, prefix: findIsolation().prefix, flags, request });
    const pairs: PairOfFiles[] = [];
    let unreadable: string | undefined;
    await listenToChild(child, { name: "sync", signal, silenceMs }, (said) => {
      const line = lineOf(said);
      if (line.type === "progress") onDone(line.done);
      else if (line.type === "pair") pairs.push(line.pair);
      else if (line.type === "unreadable") unreadable = line.id;
      return line.type === "end" || line.type === "unreadable";
    }).catch((error: unknown) => {
      const [a, b] = wanted[pairs.length] ?? [];
      if (signal.aborted || a === undefined || b === undefined) throw error;
      const found = error instanceof Error ? error.message : String(error);
      throw new Error(`sync: while ${files[a]?.id} and ${files[b]?.id} were compared by ${channel}: ${found}`, { cause: error });
    });
    return unreadable === undefined ? { state: "done", pairs } : { state: "unreadable", id: unreadable };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Throws for what is no line of this contract: the child is not trusted to keep to it. */
function lineOf(line: unknown): CompareLine {
  const parsed = CompareLine.safeParse(line);
  if (!parsed.success) throw new Error("sync: expected a line of the child that compares features; found something else");
  return parsed.data;
}
