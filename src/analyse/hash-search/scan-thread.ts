/** A thread that scans: its own instance of the module over the shared memory. Takes stretches until none is left or it is told to stop. */
import { parentPort, workerData } from "node:worker_threads";
import { scanModuleBytes, type ScanExports } from "./scan-module.ts";
import { openStretches, type ScanOrder, sharedNumbers } from "./scan-rows.ts";
import { instantiate, type SharedMemory } from "./web-assembly.ts";

export interface ScanThreadData {
  readonly memory: SharedMemory;
  readonly shared: Int32Array;
  /** Where this thread may write. */
  readonly outAt: number;
}
export type ScanAnswer = { readonly hits: Uint32Array<ArrayBuffer> } | { readonly message: string };

const { memory, shared, outAt } = workerData as ScanThreadData;
const { scan, join } = instantiate(scanModuleBytes(), memory) as ScanExports;

parentPort?.on("message", (order: ScanOrder) => {
  let answer: ScanAnswer;
  try {
    const stretches = openStretches(order, { scan, join }, memory, outAt);
    while (Atomics.load(shared, sharedNumbers.stop) === 0) {
      const next = Atomics.add(shared, sharedNumbers.next, 1);
      if (next >= stretches.count) break;
      stretches.run(next);
    }
    answer = { hits: stretches.hits() };
  } catch (error) {
    answer = { message: (error as Error).message };
  }
  parentPort?.postMessage(answer, "hits" in answer ? [answer.hits.buffer] : []);
});
