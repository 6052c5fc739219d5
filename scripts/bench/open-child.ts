/** Opens a case for writing as the program does, read model included, and prints what that took. Arguments: CASE CONFIG. */
import { startClock } from "./measure.ts";
import { openBenchCase } from "./open-bench-case.ts";

const [path, configFolder] = process.argv.slice(2) as [string, string];
const stop = startClock();
const bench = await openBenchCase(path, configFolder);
const took = stop();
await bench.close();
process.stdout.write(`${JSON.stringify(took)}\n`);
