/** `change-child.ts FOLDER STEP [THREADS]`: makes the changes and kills itself at the numbered step of writing; at 0 never, and then searches. */
import { openHashSearch } from "../../src/analyse/hash-search/hash-search.ts";
import { makeChanges } from "./changes.ts";
import { someSource } from "./made-prints.ts";

const [folder = "", killAt = "0", threads = "0"] = process.argv.slice(2);
let steps = 0;
const onStep = () => {
  if (++steps === Number(killAt)) process.kill(process.pid, "SIGKILL");
};
const search = openHashSearch(folder, { madeOf: "test", threads: Number(threads), onStep });
await makeChanges(search);
const { prints } = someSource(1);
const answers = await search.search({ hashes: prints.hashes, quality: prints.quality });
const hits = answers.reduce((sum, answer) => sum + (answer.state === "searched" ? (answer.hits[0]?.length ?? 0) : 0), 0);
process.stdout.write(`${hits} hits\n`);
await search.close();
