/**
 * All the work on a case, assembled as the program does it: collects a folder, records what an analyser answers, keeps the
 * tables, makes a checkpoint, seals a pack, copies the case. Says on standard output what is reported done and which step
 * begins; `--kill-at STAGE:N` ends the process by SIGKILL when that step begins for the Nth time.
 * Arguments: CASE CONFIG SOURCE OUT [--kill-at STAGE:N].
 */
import { existsSync, createReadStream, mkdirSync, mkdtempSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createCaseWriter } from "../../src/actions/case-writer.ts";
import { createCollector } from "../../src/actions/collector.ts";
import { sealPack } from "../../src/actions/seal-pack.ts";
import type { AnalyserRunner } from "../../src/core/analysis/analyser.port.ts";
import type { AnalysisAnswer } from "../../src/core/analysis/analysis.ts";
import type { ProbeResult } from "../../src/core/analysis/probe-result.ts";
import type { DerivedStore } from "../../src/core/derived/derived.port.ts";
import type { Json } from "../../src/core/json/canonical-json.ts";
import { createAnalysisQueue } from "../../src/jobs/analysis-queue.ts";
import { createJobBoard } from "../../src/jobs/job-board.ts";
import { keepCheckpointNote } from "../../src/keep/checkpoint-store.ts";
import { copyCaseFolder } from "../../src/keep/copy-case.ts";
import { createCaseFolder, openCaseFolder } from "../../src/keep/open-case-folder.ts";
import { loadOrCreateIdentity } from "../../src/keep/person-keys.ts";
import { random, sha256 } from "../../src/keep/sha256.ts";
import { walkSources } from "../../src/keep/walk-folder.ts";
import { writePack } from "../../src/keep/write-pack.ts";
import { knownPlaces, nextNumbers } from "../../src/reads/case-index.ts";
import { unpackingPorts } from "../../src/wiring/unpacking-ports.ts";
import type { CaseReader } from "../../src/reads/case-reader.ts";
import { erasedObjects } from "../../src/reads/erased-objects.ts";
import { itemsNamed } from "../../src/reads/items-named.ts";
import { refusalsRecorded } from "../../src/reads/refusals-recorded.ts";
import { openViews } from "../../src/views/open-views.ts";
import type { WorkStage } from "./work-stages.ts";

const { positionals, values } = parseArgs({ allowPositionals: true, options: { "kill-at": { type: "string" } } });
const [path, configFolder, source, out] = positionals as [string, string, string, string];
const [killStage, killCount] = values["kill-at"]?.split(":") ?? [];
const seen = new Map<string, number>();

/** Written at once and whole: a pipe takes short lines so, and what it took outlives the process. */
function say(line: string): void {
  writeSync(1, `${line}\n`);
}

/** The kill may come from outside too: the time between two lines of this kind is a step. */
function observe(stage: WorkStage): void {
  say(`stage ${stage}`);
  const count = (seen.get(stage) ?? 0) + 1;
  seen.set(stage, count);
  if (stage === killStage && count === Number(killCount)) process.kill(process.pid, "SIGKILL");
}

/** Does `work` between two steps that are told. */
async function between<T>(before: WorkStage, after: WorkStage, work: () => Promise<T>): Promise<T> {
  observe(before);
  const result = await work();
  observe(after);
  return result;
}

const clock = { now: () => new Date().toISOString() };
const identity = await loadOrCreateIdentity(configFolder, { name: "Test Person" });
const common = { path, identity, clock, configFolder, program: "witnessmark test", observe };
const folder = existsSync(join(path, "witnessmark.json"))
  ? await openCaseFolder({ ...common, access: "write" })
  : await createCaseFolder({ ...common, title: "Synthetic case" });
const { ledger, vault } = folder;

observe("views.open");
const views = await openViews({ file: join(path, "derived", "views.sqlite"), ledger, vault, sha256 });
const derived: DerivedStore = {
  ...folder.derived,
  write: (key, answer) => between("derived.write", "derived.written", () => folder.derived.write(key, answer)),
};
const reader: CaseReader = { views, vault, derived, versionOf: () => "1", underway: () => queue.underway() };
const writer = createCaseWriter({
  ledger,
  project: (lines) => between("views.write", "views.written", () => views.apply(lines)),
  next: await nextNumbers(reader),
  sha256,
  random,
  onAppended: (lines) => lines.forEach(({ head, headDigest }) => say(`done ${head.seq} ${headDigest}`)),
});
const viewer = { person: folder.person, readOnly: false };

/** Answers at once, as a child would: every item is a picture, and its poster is a file. */
const runner: AnalyserRunner = {
  versionOf: () => "1",
  async run({ analyser, object }, _control, use) {
    const scratch = mkdtempSync(join(out, "scratch-"));
    try {
      const ground = { analyser, version: "1", parameters: {}, inputs: [object], decoder: "none" };
      const file = join(scratch, "poster.jpg");
      writeFileSync(file, `synthetic poster of ${object}`);
      const answer: AnalysisAnswer =
        analyser === "probe"
          ? { state: "done", ground, result: picture as unknown as Json, files: [] }
          : { state: "done", ground, result: {}, files: [{ name: "poster.jpg", mediaType: "image/jpeg", path: file }] };
      return await between("analysis.record", "analysis.recorded", () => use(answer));
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  },
};
const picture: ProbeResult = {
  kind: "picture",
  container: "png",
  durationSec: "unknown",
  startSec: 0,
  streams: [],
  frameTable: null,
  metadata: [],
  times: [],
  holds: [],
  holdsNot: [],
  traps: [],
  browserPlays: true,
};
const queue = createAnalysisQueue({
  reader,
  runner,
  record: {
    ...{ writer, ledger, vault, derived },
    readFile: (file) => createReadStream(file),
    knownPlaces: (item) => knownPlaces(reader, item),
    unpacking: unpackingPorts(reader),
  },
  viewer,
  board: createJobBoard(),
  workers: 2,
  onDerived: () => undefined,
  onFault: () => undefined,
});

mkdirSync(out, { recursive: true });
const collector = createCollector(
  {
    writer,
    vault,
    clock,
    memory: folder.sourceMemory,
    itemsNamed: (shown) => itemsNamed(reader, shown),
    erasedObjects: () => erasedObjects(reader),
    refusalsRecorded: (from, report) => refusalsRecorded(reader, from, report),
  },
  { method: "folder", from: source, machine: "test", program: "witnessmark test", clockSource: "unknown" },
);
let waiting = 0;
for await (const found of walkSources([source])) {
  if ("refused" in found) collector.refuse(found.refused);
  else await collector.add(found.file);
  if (++waiting % 4 === 0) await collector.flush();
}
await collector.finish("complete");

queue.wake();
await queue.idle();

const keepNote = (note: string) => between("checkpoint.write", "checkpoint.written", () => keepCheckpointNote(path, note));
const pack = join(out, `pack-${Date.now()}`);
observe("pack.begin");
const sealed = await sealPack(
  {
    ...{ writer, ledger, signer: identity.signer, clock, sha256, keepNote },
    withdrawn: async () => [],
    demandPossible: async () => undefined,
    writePack: async (_withholding, sayItIsThere) => {
      const request = { casePath: path, ledger, vault, caseId: folder.caseId, title: folder.title, out: pack, signer: identity.signer };
      const signal = new AbortController().signal;
      const more = { person: folder.person, clock, random, program: "witnessmark test", verifyPage: Buffer.from("<!doctype html>") };
      return writePack({
        ...{ ...request, ...more, signal, onProgress: () => observe("pack.object") },
        say: (written) => between("pack.written", "pack.said", () => sayItIsThere(written)),
      });
    },
  },
  viewer,
  folder.caseId,
  { names: false, lines: new Map() },
);
say(`sealed ${pack} ${sealed.seq} ${sealed.head}`);

observe("copy.begin");
const signal = new AbortController().signal;
const copied = await copyCaseFolder(path, join(out, "copy"), { signal, onProgress: () => observe("copy.object") });
say(`copied ${copied.seq} ${copied.head} ${copied.objects}`);
observe("copy.done");
await views.close();
await folder.close();
say("finished");
