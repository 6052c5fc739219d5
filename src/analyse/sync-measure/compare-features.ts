/**
 * Compares features in a child that may read the named files and nothing else. No network where the system grants that, limits
 * on memory and on silence; stopping it kills the child.
 */
import { join } from "node:path";
import { mkdtemp, rm } from "node:fs/promises";
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
  readonly pairs: CompareRequest["pairs"];
}

/** From this many sounds on, every pair of them is shared out among children: each takes some time to read what it compares. */
const manySounds = 30;
const mostChildren = 4;

/** What was compared until then when `signal` ended it. */
export async function compareFeatures(question: CompareQuestion, comparing: Comparing): Promise<Compared> {
  const { channel, files, pairs } = question;
  const shared = channel === "sound" && pairs === "all" && files.length >= manySounds;
  const children = shared ? Math.min(mostChildren, availableParallelism()) : 1;
  const total = pairs === "all" ? (files.length * (files.length - 1)) / 2 : pairs.length;
  const done = Array.from({ length: children }, () => 0);
  const ends = await Promise.allSettled(
    done.map((_, at) =>
      compareShare(question, { of: children, at }, comparing, (own) => {
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

async function compareShare(
  { channel, files, pairs: wanted }: CompareQuestion,
  share: CompareRequest["share"],
  { signal, scratch }: Comparing,
  onDone: (done: number) => void,
): Promise<Compared> {
  const folder = await mkdtemp(join(scratch, "compare-")).catch(namingRoom);
  try {
    const request: CompareRequest = { channel, files: [...files], pairs: wanted, share, folder, parent: process.pid };
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
