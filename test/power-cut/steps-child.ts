/**
 * Does what the arguments say to a case, in order, saying on standard output what is done: `open`, `append`, `checkpoint`,
 * `copy:FOLDER`. Arguments: CASE CONFIG STEPS...
 */
import { writeSync } from "node:fs";
import { createCaseWriter } from "../../src/actions/case-writer.ts";
import { makeCheckpoint } from "../../src/actions/make-checkpoint.ts";
import { keepCheckpointNote } from "../../src/keep/checkpoint-store.ts";
import { copyCaseFolder } from "../../src/keep/copy-case.ts";
import { openCaseFolder } from "../../src/keep/open-case-folder.ts";
import { loadOrCreateIdentity } from "../../src/keep/person-keys.ts";
import { random, sha256 } from "../../src/keep/sha256.ts";

const [path, configFolder, ...steps] = process.argv.slice(2) as [string, string, ...string[]];
const say = (line: string) => writeSync(1, `${line}\n`);
const clock = { now: () => new Date().toISOString() };
const identity = await loadOrCreateIdentity(configFolder, { name: "Test Person" });

for (const step of steps.filter((one) => one.startsWith("copy:"))) {
  const to = step.slice("copy:".length);
  const { seq, head, objects } = await copyCaseFolder(path, to, { signal: new AbortController().signal, onProgress: () => undefined });
  say(`copied ${seq} ${head} ${objects}`);
}
const others = steps.filter((one) => !one.startsWith("copy:"));
if (others.length > 0) {
  const folder = await openCaseFolder({ path, access: "write", identity, clock, configFolder, program: "witnessmark test" });
  say(`opened ${(await folder.ledger.head())?.seq}`);
  const writer = createCaseWriter({
    ledger: folder.ledger,
    project: () => Promise.resolve(),
    next: { item: 1, observation: 1, collection: 1, records: {}, bare: 0 },
    sha256,
    random,
    onAppended: (lines) => lines.forEach(({ head, headDigest }) => say(`done ${head.seq} ${headDigest}`)),
  });
  for (const step of others) {
    if (step === "append") await writer.append(() => [{ kind: "objects.adopted", data: { objects: [] } }]);
    if (step === "checkpoint") {
      const keepNote = (note: string) => keepCheckpointNote(path, note);
      const parts = { writer, ledger: folder.ledger, signer: identity.signer, clock, sha256, keepNote };
      const { note } = await makeCheckpoint(parts, { person: folder.person, readOnly: false }, folder.caseId);
      say(`noted ${Buffer.from(note).toString("base64")}`);
    }
  }
  say("closing");
  await folder.close();
  say("finished");
}
