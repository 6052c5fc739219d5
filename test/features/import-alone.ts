/** Imports one file and nothing else, to be killed by a test. Arguments: DATA FILE. */
import { mapExtractsOf } from "../../src/wiring/map-extract-ports.ts";

const [data, path] = process.argv.slice(2) as [string, string];
await mapExtractsOf(data).importFile({ path }, { signal: new AbortController().signal, onProgress: () => undefined });
