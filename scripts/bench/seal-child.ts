/** Writes a pack of a case and prints what that took. Arguments: CASE CONFIG OUT. The clock starts when the case is open. */
import { openCaseFolder } from "../../src/keep/open-case-folder.ts";
import { loadOrCreateIdentity } from "../../src/keep/person-keys.ts";
import { random } from "../../src/keep/sha256.ts";
import { writePack } from "../../src/keep/write-pack.ts";
import { startClock } from "./measure.ts";

const [path, configFolder, out] = process.argv.slice(2) as [string, string, string];
const clock = { now: () => new Date().toISOString() };
const identity = await loadOrCreateIdentity(configFolder, { name: "Synthetic Analyst" });
const folder = await openCaseFolder({ path, identity, clock, configFolder, program: "bench", access: "write" });
const { ledger, vault, caseId, title, person } = folder;
const stop = startClock();
const { objects } = await writePack({
  ...{ casePath: path, ledger, vault, caseId, title, out, signer: identity.signer, person, clock, random, program: "bench 0" },
  ...{ verifyPage: Buffer.from("<!doctype html>\n"), signal: new AbortController().signal, onProgress: () => undefined },
});
const took = stop();
await folder.close();
process.stdout.write(`${JSON.stringify({ ...took, objects })}\n`);
