/** How fast this machine reads memory, on one thread and two: the limit that a scan is measured against. */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { get, give, i32, i64, repeatWhile, set, wasmFunction, wasmModule } from "../../../src/analyse/hash-search/wasm-emit.ts";
import { findProgram } from "../../testing/needs.ts";

/** Loads every 64-bit word from `from` to `to`. */
const read = wasmFunction("read", { from: "i32", to: "i32" }, { sum: "i64" }, (v) => [
  repeatWhile(
    i32.ltU(get(v.from), get(v.to)),
    ...Array.from({ length: 16 }, (_, place) => set(v.sum, i64.xor(get(v.sum), i64.load(get(v.from), place * 8)))),
    set(v.from, i32.add(get(v.from), i32.const(128))),
  ),
  give(i32.wrap(get(v.sum))),
]);

export interface MemoryReader {
  /** Seconds for reading all of it. */
  read(): Promise<number>;
  close(): Promise<void>;
}

export function openMemoryReader(bytes: number, threads: number): MemoryReader {
  const own = Math.floor(bytes / threads / 65_536) * 65_536;
  const workers = Array.from({ length: threads }, () => new Worker(fileURLToPath(import.meta.url), { workerData: own }));
  const once = (worker: Worker) => new Promise<void>((resolve) => worker.once("message", () => resolve()));
  const ready = Promise.all(workers.map(once));
  return {
    async read() {
      await ready;
      const began = performance.now();
      await Promise.all(
        workers.map((worker) => {
          const done = once(worker);
          worker.postMessage("read");
          return done;
        }),
      );
      return (performance.now() - began) / 1000;
    },
    close: async () => void (await Promise.all(workers.map((worker) => worker.terminate()))),
  };
}

/** Gigabytes a second by sysbench, or undefined where it is not installed. */
export function sysbenchMemory(threads: number): number | undefined {
  const program = findProgram("sysbench");
  if (program === undefined) return undefined;
  const args = ["memory", "--memory-block-size=256M", "--memory-total-size=8G", "--memory-oper=read", `--threads=${threads}`, "run"];
  const [, mebibytes] = /\(([\d.]+) MiB\/sec\)/.exec(execFileSync(program, args, { encoding: "utf8" })) ?? [];
  return mebibytes === undefined ? undefined : (Number(mebibytes) * 2 ** 20) / 1e9;
}

if (!isMainThread && typeof workerData === "number") {
  const memory = new WebAssembly.Memory({ initial: workerData / 65_536 + 1, maximum: 65_536, shared: true });
  // Pages that nobody wrote are one page of zeros.
  new Uint32Array(memory.buffer).fill(1);
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(wasmModule([read])), { env: { memory } });
  const readAll = exports["read"] as (from: number, to: number) => number;
  // In pieces: the engine makes a function quicker when it is called again.
  parentPort?.on("message", () => {
    for (let at = 0; at < workerData; at += 65_536 * 16) readAll(at, Math.min(workerData, at + 65_536 * 16));
    parentPort?.postMessage("done");
  });
  parentPort?.postMessage("ready");
}
