/**
 * Compares prints in a child that may read the named files and nothing else: the prints of a foreign case are foreign bytes.
 * No network where the system grants that, limits on memory and on silence; stopping it kills the child.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { CaseError } from "../../core/case/case-error.ts";
import type { CopyMatcher, Printed } from "../../core/copies/copy-matcher.port.ts";
import type { PairComparison } from "../../core/copies/segment-match.ts";
import { findIsolation } from "../isolation.ts";
import { namingRoom } from "../scratch-room.ts";
import { soundMatchVersion } from "../sound-match/match-sounds.ts";
import { killGroup, startChild } from "../start-child.ts";
import { MatchLine, type MatchRequest } from "./match-contract.ts";

export interface MatcherOptions {
  /** Where the child gets its folder. */
  readonly scratch?: string;
  /** Longest time without a word from the child, milliseconds. For tests. */
  readonly silenceMs?: number;
  /** Hand on every pair, also those that share nothing. */
  readonly everyPair?: boolean;
}

/** A change of any rule of comparing makes older results old. */
const pairVersion = "1";
const silenceLimitMs = 1_800_000;
/** All words of a command together must fit into what the system takes, two megabytes on Linux. */
const mostWordsLength = 1_000_000;
const childScript = fileURLToPath(new URL("match-child.ts", import.meta.url));
const sourceRoot = fileURLToPath(new URL("../../..", import.meta.url));

export function createCopyMatcher({ scratch = tmpdir(), silenceMs = silenceLimitMs, everyPair = false }: MatcherOptions = {}): CopyMatcher {
  let prefix: readonly string[] | undefined;
  return {
    version: `${pairVersion}.${soundMatchVersion}`,
    async compare({ known, fresh }, { signal, onProgress }, use) {
      if (fresh.length === 0) return;
      const folder = await mkdtemp(join(scratch, "witnessmark-match-")).catch(namingRoom);
      try {
        prefix ??= findIsolation().prefix;
        const request: MatchRequest = {
          ...{ known: known.map(filesOf), fresh: fresh.map(filesOf), everyPair, folder },
          parent: process.pid,
        };
        const flags = ["--permission", ...readable([...known, ...fresh]).map((path) => `--allow-fs-read=${path}`)];
        await listen(startChild({ script: childScript, folder, prefix, flags, request }), { signal, onProgress, silenceMs }, use);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

function filesOf({ object, framePrints, soundPrints }: Printed): Printed {
  return { object, framePrints, soundPrints };
}

/** The named files, or their folders where there are more of them than a command can carry. */
function readable(printed: readonly Printed[]): readonly string[] {
  const files = printed.flatMap(({ framePrints, soundPrints }) => [framePrints, soundPrints]).filter((path) => path !== null);
  const length = files.reduce((sum, path) => sum + path.length + 20, 0);
  return [sourceRoot, ...(length <= mostWordsLength ? files : new Set(files.map((path) => dirname(path))))];
}

async function listen(
  child: ReturnType<typeof startChild>,
  {
    signal,
    onProgress,
    silenceMs,
  }: { signal: Parameters<CopyMatcher["compare"]>[1]["signal"]; onProgress: (done: number) => void; silenceMs: number },
  use: (pair: PairComparison) => Promise<void>,
): Promise<void> {
  let ended = false;
  let silent = false;
  let said = "";
  const kill = () => {
    if (!ended) killGroup(child);
  };
  // After it ended its number may be another program's.
  child.on("exit", () => {
    kill();
    ended = true;
  });
  const closed = new Promise<{ code: number | null; signal: string | null }>((resolve, reject) => {
    child.on("close", (code, by) => resolve({ code, signal: by }));
    child.on("error", (error) =>
      reject(new CaseError("PROGRAM_MISSING", `copies: expected a child process to start; found ${error.message}`, { cause: error })),
    );
  });
  closed.catch(() => undefined);
  child.stderr?.on("data", (chunk: Buffer) => {
    said = `${said}${chunk.toString()}`.slice(-2000);
  });
  const limit = setTimeout(() => {
    silent = true;
    kill();
  }, silenceMs);
  signal.addEventListener("abort", kill);
  let last: MatchLine | undefined;
  try {
    if (signal.aborted) kill();
    for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream, crlfDelay: Number.POSITIVE_INFINITY })) {
      limit.refresh();
      // A child that is stopped may leave half a line.
      if (signal.aborted) continue;
      last = lineOf(line);
      if (last.type === "progress") onProgress(last.done);
      else if (last.type === "pair") await use(last.pair);
    }
    const end = await closed;
    if (signal.aborted || last?.type === "end") return;
    if (last?.type === "unreadable") throw new CaseError("INPUT_INVALID", `prints of ${last.object}: ${last.message}`);
    const found = silent
      ? `none for ${silenceMs / 1000} s`
      : `the child's end with ${end.signal ?? end.code}${/heap out of memory|Allocation failed/.test(said) ? ", out of memory" : ""}`;
    throw new Error(`copies: expected pairs until the last one; found ${found}${silent ? "" : lastWords(said)}`);
  } catch (error) {
    // What is left unread would keep the child's end from being told.
    child.stdout?.resume();
    throw error;
  } finally {
    clearTimeout(limit);
    signal.removeEventListener("abort", kill);
    kill();
  }
}

/** Throws for what is no line of this contract: the child is not trusted to keep to it. */
function lineOf(line: string): MatchLine {
  const parsed = MatchLine.safeParse(parseJson(line));
  if (!parsed.success) throw new Error("copies: expected a line of the child that compares prints; found something else");
  return parsed.data;
}

function lastWords(said: string): string {
  const line = said.split("\n").findLast((one) => /^\w*Error/.test(one.trim()));
  return line === undefined ? "" : ` (${line.trim().slice(0, 200)})`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
