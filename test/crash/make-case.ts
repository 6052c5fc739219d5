/** A new case in a folder of its own, for tests that write real files. Everything in it is synthetic. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import type { Digest } from "../../src/core/hash/digest.ts";
import type { PersonId } from "../../src/core/key/key.ts";
import type { Clock } from "../../src/core/time/clock.port.ts";
import type { EntryDraft } from "../../src/core/entry/entry.ts";
import type { ByteStream, StagedObject } from "../../src/core/vault/vault.port.ts";
import { type CaseFolder, createCaseFolder, openCaseFolder, type OpenCaseOptions } from "../../src/keep/open-case-folder.ts";
import { type Identity, loadOrCreateIdentity } from "../../src/keep/person-keys.ts";

/** Says a second more each time it is asked. */
export function steadyClock(): Clock {
  let seconds = Date.UTC(2026, 0, 5, 8) / 1000;
  return { now: () => new Date(1000 * seconds++).toISOString() };
}

export interface TestPlace {
  /** Everything of this test; removed when it ends. */
  readonly base: string;
  readonly path: string;
  readonly configFolder: string;
  readonly identity: Identity;
  readonly clock: Clock;
  readonly program: string;
}

export async function testPlace(t: TestContext): Promise<TestPlace> {
  const base = mkdtempSync(join(tmpdir(), "witnessmark-keep-"));
  t.after(() => rmSync(base, { recursive: true, force: true }));
  const configFolder = join(base, "config");
  const identity = await loadOrCreateIdentity(configFolder, { name: "Test Person" });
  return { base, path: join(base, "case"), configFolder, identity, clock: steadyClock(), program: "witnessmark test" };
}

export async function newCase(t: TestContext): Promise<{ place: TestPlace; folder: CaseFolder }> {
  const place = await testPlace(t);
  return { place, folder: await createCaseFolder({ ...place, title: "Synthetic case" }) };
}

export function reopen(place: TestPlace, o: Partial<OpenCaseOptions> = {}): Promise<CaseFolder> {
  return openCaseFolder({ ...place, access: "write", ...o });
}

export async function* bytesOf(...parts: (string | Uint8Array)[]): ByteStream {
  for (const part of parts) yield typeof part === "string" ? Buffer.from(part) : part;
}

/** Keeps texts as objects named by one line. */
export async function keepTexts(folder: CaseFolder, ...texts: string[]): Promise<Digest[]> {
  const staged: StagedObject[] = [];
  for (const text of texts) staged.push(await folder.vault.stage(bytesOf(text)));
  await folder.vault.commit(staged);
  const objects = staged.map(({ digest }) => digest);
  await folder.ledger.append([{ kind: "objects.adopted", data: { objects } }]);
  return objects;
}

export function adopted(...objects: Digest[]): EntryDraft {
  return { kind: "objects.adopted", data: { objects } };
}

export async function kindsOf(folder: CaseFolder): Promise<string[]> {
  const kinds: string[] = [];
  for await (const { body } of folder.ledger.read()) kinds.push(body?.kind ?? "bare");
  return kinds;
}

export async function allOf<T>(values: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const value of values) all.push(value);
  return all;
}

export const twoPeople: readonly [PersonId, PersonId] = ["p1", "p2"];
