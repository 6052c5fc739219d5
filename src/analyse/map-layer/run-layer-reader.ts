/**
 * Reads layers in children: one for each layer that is looked at, kept while questions come, cut off from the network, allowed to
 * read its layer's file and nothing else. One that says nothing for too long, says too much or ends is replaced by the next question.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { CaseError } from "../../core/case/case-error.ts";
import { findIsolation } from "../isolation.ts";
import { allowReading } from "../readable-files.ts";
import { namingRoom } from "../scratch-room.ts";
import { killGroup, startChild } from "../start-child.ts";
import { type LayerAsk, type LayerOpening, LayerReply } from "./layer-contract.ts";

export interface LayerReaderOptions {
  /** Where children get their folders. */
  readonly scratch: () => Promise<string>;
  /** Longest that a tile may take, milliseconds; "prepare" gets `patience` times as much. For tests. */
  readonly answerMs?: number;
}

export interface LayerFile {
  readonly file: string;
  readonly pyramid: string | null;
  readonly corners: LayerOpening["corners"];
}

export interface LayerReader {
  /** Throws CaseError INPUT_INVALID with what the child refused, or when it ended over it. */
  ask(layer: LayerFile, question: LayerAsk): Promise<LayerReply>;
  /** Asks once, in a child of its own, with what it writes handed to `use` before it is removed. */
  once<T>(layer: LayerFile, use: (ask: (question: LayerAsk) => Promise<LayerReply>, folder: string) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const answerLimitMs = 20_000;
const patience = 15;
/** Children at once, and how long one is kept without a question. */
const mostChildren = 8;
const idleMs = 60_000;
/** Characters of a line: a picture of 4096 pixels squared stays below it. */
const mostLine = 96 * 1024 * 1024;
const childScript = fileURLToPath(new URL("layer-child.ts", import.meta.url));

interface Reading {
  ask(question: LayerAsk): Promise<LayerReply>;
  readonly folder: string;
  /** When it was last asked. */
  readonly usedAt: () => number;
  readonly ended: () => boolean;
  end(): Promise<void>;
}

export function createLayerReader({ scratch, answerMs = answerLimitMs }: LayerReaderOptions): LayerReader {
  const readings = new Map<string, Promise<Reading>>();
  let prefix: readonly string[] | undefined;
  const start = async (layer: LayerFile): Promise<Reading> => {
    prefix ??= findIsolation().prefix;
    return startReading(layer, { scratch: await scratch(), prefix, answerMs });
  };
  const drop = async (key: string): Promise<void> => {
    const reading = readings.get(key);
    readings.delete(key);
    await reading?.then((one) => one.end()).catch(() => undefined);
  };
  const tidy = async (): Promise<void> => {
    const all = await Promise.all([...readings].map(async ([key, reading]) => ({ key, reading: await reading.catch(() => undefined) })));
    const oldestFirst = all.toSorted((a, b) => (a.reading?.usedAt() ?? 0) - (b.reading?.usedAt() ?? 0));
    const late = Date.now() - idleMs;
    const tooMany = oldestFirst.slice(0, Math.max(0, oldestFirst.length - mostChildren));
    const idle = oldestFirst.filter(({ reading }) => reading === undefined || reading.ended() || reading.usedAt() < late);
    await Promise.all([...new Set([...tooMany, ...idle].map(({ key }) => key))].map(drop));
  };
  const timer = setInterval(() => void tidy(), idleMs / 4).unref();

  return {
    async ask(layer, question) {
      const key = JSON.stringify(layer);
      const kept = await readings.get(key)?.catch(() => undefined);
      if (kept === undefined || kept.ended()) {
        // Another question may have started it meanwhile.
        if ((await readings.get(key)?.catch(() => undefined)) === kept) readings.set(key, start(layer));
        await tidy();
      }
      return (await (readings.get(key) ?? start(layer))).ask(question);
    },
    async once(layer, use) {
      const reading = await start(layer);
      try {
        return await use((question) => reading.ask(question), reading.folder);
      } finally {
        await reading.end();
      }
    },
    async close() {
      clearInterval(timer);
      await Promise.all([...readings.keys()].map(drop));
    },
  };
}

interface ReadingGround {
  readonly scratch: string;
  readonly prefix: readonly string[];
  readonly answerMs: number;
}

interface Waiting {
  readonly resolve: (reply: LayerReply) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

async function startReading(layer: LayerFile, { scratch, prefix, answerMs }: ReadingGround): Promise<Reading> {
  const folder = await mkdtemp(join(scratch, "layer-")).catch(namingRoom);
  const opening: LayerOpening = { ...layer, folder, parent: process.pid };
  const files = [layer.file, ...(layer.pyramid === null ? [] : [layer.pyramid]), folder];
  // Pictures are decoded by native code, which goes beyond what Node can hold back; the network is the system's to refuse.
  const flags = [...allowReading(files), "--allow-addons", "--disable-warning=SecurityWarning", `--allow-fs-write=${folder}`];
  const child = startChild({ script: childScript, folder, prefix, flags, request: opening, listens: true });
  const waiting = new Map<number, Waiting>();
  let [last, used, ended, length] = [0, Date.now(), false, 0];
  const kill = () => {
    if (!ended) killGroup(child);
  };
  const fail = (message: string): void => {
    ended = true;
    for (const { reject, timer } of waiting.values()) {
      clearTimeout(timer);
      reject(new CaseError("INPUT_INVALID", message));
    }
    waiting.clear();
  };
  child.on("exit", (code, signal) => {
    kill();
    fail(`layer: expected an answer of the child that reads it; found its end with ${signal ?? code}`);
  });
  child.on("error", (error) => fail(`layer: expected a child process to start; found ${error.message}`));
  child.stdout?.on("data", (chunk: Buffer) => {
    const end = chunk.lastIndexOf(10);
    length = end < 0 ? length + chunk.length : chunk.length - end - 1;
    if (length > mostLine) kill();
  });
  createInterface({ input: child.stdout as NodeJS.ReadableStream, crlfDelay: Number.POSITIVE_INFINITY }).on("line", (line) => {
    const reply = LayerReply.safeParse(parseJson(line));
    if (!reply.success) return kill();
    const asked = waiting.get(reply.data.n);
    waiting.delete(reply.data.n);
    clearTimeout(asked?.timer);
    if (reply.data.state === "refused") asked?.reject(new CaseError("INPUT_INVALID", reply.data.message));
    else asked?.resolve(reply.data);
  });
  child.stderr?.resume();
  return {
    folder,
    usedAt: () => used,
    ended: () => ended,
    ask(question) {
      if (ended) return Promise.reject(new CaseError("INPUT_INVALID", "layer: expected the child that reads it; found that it ended"));
      const n = ++last;
      used = Date.now();
      return new Promise((resolve, reject) => {
        const limit = answerMs * (question.ask === "prepare" ? patience : 1);
        const timer = setTimeout(() => {
          kill();
          fail(`layer: expected an answer within ${limit / 1000} s; found none`);
        }, limit);
        waiting.set(n, { resolve, reject, timer });
        child.stdin?.write(`${JSON.stringify({ n, ...question })}\n`);
      });
    },
    async end() {
      kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
