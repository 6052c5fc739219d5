/** Collects SOURCE into a new case and prints what that took. Arguments: CASE CONFIG SOURCE. The clock starts when the empty case is open. */
import { collectItems } from "../../src/actions/collect-items.ts";
import { walkSources } from "../../src/keep/walk-folder.ts";
import { startClock } from "./measure.ts";
import { createBenchCase } from "./open-bench-case.ts";

const [path, configFolder, source] = process.argv.slice(2) as [string, string, string];
const bench = await createBenchCase(path, configFolder);
const stop = startClock();
const { collected, refused } = await collectItems(
  bench.ports,
  bench.viewer,
  { method: "folder", from: source, machine: "bench", program: "bench", clockSource: "unknown" },
  walkSources([source]),
  { signal: new AbortController().signal, onProgress: () => undefined },
);
const took = stop();
await bench.close();
process.stdout.write(`${JSON.stringify({ ...took, collected, refused: refused.length })}\n`);
