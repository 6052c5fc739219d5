/**
 * Compares features in a child that may read the named files and nothing else. No network where the system grants that, limits
 * on memory and on silence; stopping it kills the child.
 */
import { join } from "node:path";
import { mkdtemp, rm } from "node:fs/promises";
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

/** What was compared until then when `signal` ended it. */
export async function compareFeatures(
  question: { readonly channel: SyncChannel; readonly files: readonly FeaturesOf[]; readonly pairs: CompareRequest["pairs"] },
  {
    signal,
    scratch,
    onPairs,
  }: { readonly signal: Cancellation; readonly scratch: string; readonly onPairs: (done: number, of: number) => void },
): Promise<Compared> {
  const folder = await mkdtemp(join(scratch, "compare-")).catch(namingRoom);
  try {
    const { channel, files } = question;
    const request: CompareRequest = { channel, files: [...files], pairs: question.pairs, folder, parent: process.pid };
    const flags = allowReading(files.map(({ features }) => features));
    const child = startChild({ script: childScript, folder, prefix: findIsolation().prefix, flags, request });
    const pairs: PairOfFiles[] = [];
    let unreadable: string | undefined;
    await listenToChild(child, { name: "sync", signal, silenceMs }, (said) => {
      const line = lineOf(said);
      if (line.type === "progress") onPairs(line.done, line.of);
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
