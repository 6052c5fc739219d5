/** A real case with its read model and collector, wired as the program does, for the children that are measured. */
import { join } from "node:path";
import { createCaseWriter } from "../../src/actions/case-writer.ts";
import type { CollectorPorts } from "../../src/actions/collector.ts";
import { type CaseFolder, createCaseFolder, openCaseFolder } from "../../src/keep/open-case-folder.ts";
import { loadOrCreateIdentity } from "../../src/keep/person-keys.ts";
import { random, sha256 } from "../../src/keep/sha256.ts";
import type { Viewer } from "../../src/policy/viewer.ts";
import { nextNumbers } from "../../src/reads/case-index.ts";
import type { CaseReader } from "../../src/reads/case-reader.ts";
import { erasedObjects } from "../../src/reads/erased-objects.ts";
import { itemsNamed } from "../../src/reads/items-named.ts";
import { refusalsRecorded } from "../../src/reads/refusals-recorded.ts";
import { openViews } from "../../src/views/open-views.ts";

export interface BenchCase {
  readonly ports: CollectorPorts;
  readonly viewer: Viewer;
  close(): Promise<void>;
}

const clock = { now: () => new Date().toISOString() };

export async function createBenchCase(path: string, configFolder: string): Promise<BenchCase> {
  const identity = await loadOrCreateIdentity(configFolder, { name: "Synthetic Analyst" });
  return withViews(await createCaseFolder({ path, identity, clock, configFolder, program: "bench", title: "Synthetic case" }));
}

export async function openBenchCase(path: string, configFolder: string): Promise<BenchCase> {
  const identity = await loadOrCreateIdentity(configFolder, { name: "Synthetic Analyst" });
  return withViews(await openCaseFolder({ path, identity, clock, configFolder, program: "bench", access: "write" }));
}

async function withViews(folder: CaseFolder): Promise<BenchCase> {
  const { ledger, vault, derived } = folder;
  const views = await openViews({ file: join(folder.path, "derived", "views.sqlite"), ledger, vault, sha256 });
  const reader: CaseReader = { views, vault, derived, versionOf: () => "bench", underway: () => new Set() };
  const writer = createCaseWriter({
    ledger,
    project: (lines) => views.apply(lines),
    next: await nextNumbers(reader),
    sha256,
    random,
    onAppended: () => undefined,
  });
  return {
    ports: {
      writer,
      vault,
      clock,
      memory: folder.sourceMemory,
      itemsNamed: (shown) => itemsNamed(reader, shown),
      erasedObjects: () => erasedObjects(reader),
      refusalsRecorded: (from, report) => refusalsRecorded(reader, from, report),
    },
    viewer: { person: folder.person, readOnly: false },
    async close() {
      await views.close();
      await folder.close();
    },
  };
}
