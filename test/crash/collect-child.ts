/**
 * Collects a folder into a case as the program does, saying on standard output what is reported done and which step of
 * writing begins. `--kill-at STAGE:N` ends the process by SIGKILL when that step begins for the Nth time.
 * Arguments: CASE CONFIG SOURCE [--group FILES] [--kill-at STAGE:N].
 */
import { existsSync, writeSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createCaseWriter } from "../../src/actions/case-writer.ts";
import { createCollector } from "../../src/actions/collector.ts";
import type { Digest } from "../../src/core/hash/digest.ts";
import { type ItemName, shownName } from "../../src/core/item/item.ts";
import type { LedgerLine } from "../../src/core/ledger/ledger-line.ts";
import { createCaseFolder, openCaseFolder } from "../../src/keep/open-case-folder.ts";
import { loadOrCreateIdentity } from "../../src/keep/person-keys.ts";
import { random, sha256 } from "../../src/keep/sha256.ts";
import { walkSources } from "../../src/keep/walk-folder.ts";
import type { WriteStage } from "../../src/keep/writer-state.ts";
import { allOf } from "./make-case.ts";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { group: { type: "string", default: "16" }, "kill-at": { type: "string" } },
});
const [path, configFolder, source] = positionals as [string, string, string];
const [killStage, killCount] = values["kill-at"]?.split(":") ?? [];
const seen = new Map<string, number>();

/** Written at once and whole: a pipe takes short lines so, and what it took outlives the process. */
function say(line: string): void {
  writeSync(1, `${line}\n`);
}

function observe(stage: WriteStage | "opening" | "closing"): void {
  say(`stage ${stage}`);
  const count = (seen.get(stage) ?? 0) + 1;
  seen.set(stage, count);
  if (stage === killStage && count === Number(killCount)) process.kill(process.pid, "SIGKILL");
}

observe("opening");
const clock = { now: () => new Date().toISOString() };
const identity = await loadOrCreateIdentity(configFolder, { name: "Test Person" });
const common = { path, identity, clock, configFolder, program: "witnessmark test", observe };
const folder = existsSync(join(path, "witnessmark.json"))
  ? await openCaseFolder({ ...common, access: "write" })
  : await createCaseFolder({ ...common, title: "Synthetic case" });
say(`opened ${(await folder.ledger.head())?.seq}`);

const held = new Map<string, { item: number; object: Digest }[]>();
let [items, collections] = [0, 0];

function take(lines: Iterable<LedgerLine>): void {
  for (const { body, open } of lines) {
    if (body?.kind === "collection.started") collections++;
    if (body?.kind !== "item.collected") continue;
    const name = shownName(open.get(body.data.name.sealed)?.value as unknown as ItemName);
    held.set(name, [...(held.get(name) ?? []), { item: ++items, object: body.data.object }]);
  }
}

take(await allOf(folder.ledger.read()));
const writer = createCaseWriter({
  ledger: folder.ledger,
  project: (lines) => Promise.resolve(take(lines)),
  next: { item: items + 1, observation: 1, collection: collections + 1, records: {}, bare: 0 },
  sha256,
  random,
  onAppended: (lines) => lines.forEach(({ head, headDigest }) => say(`done ${head.seq} ${headDigest}`)),
});
const collector = createCollector(
  {
    writer,
    vault: folder.vault,
    clock,
    memory: folder.sourceMemory,
    itemsNamed: (names) => Promise.resolve(names.flatMap((name) => (held.get(name) ?? []).map((item) => ({ ...item, name })))),
    erasedObjects: () => Promise.resolve(new Map()),
    refusalsRecorded: () => Promise.resolve(false),
  },
  { method: "folder", from: source, machine: "test", program: "witnessmark test", clockSource: "unknown" },
);
let waiting = 0;
for await (const found of walkSources([source])) {
  if ("refused" in found) collector.refuse(found.refused);
  else await collector.add(found.file);
  if (++waiting % Number(values.group) === 0) await collector.flush();
}
const outcome = await collector.finish("complete");
observe("closing");
await folder.close();
say(`finished ${JSON.stringify(outcome)}`);
