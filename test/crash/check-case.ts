/** What must hold of a case at any moment: it opens, its whole chain decodes, and every object that a line names is there and sound. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EntryBody } from "../../src/core/entry/entry.ts";
import type { Digest } from "../../src/core/hash/digest.ts";
import { openCaseFolder } from "../../src/keep/open-case-folder.ts";
import { digestOfFile } from "../../src/keep/digest-of-file.ts";

export interface CheckedCase {
  /** Head digest by line, from 1. */
  readonly heads: readonly string[];
  /** Objects of collected items, one per line that collects. */
  readonly collected: readonly Digest[];
  /** Hashes that name the packs which lines know. */
  readonly packs: ReadonlySet<Digest>;
  /** Objects in the vault whose bytes have the hash that names them. */
  readonly objects: number;
}

/** Opens as a stranger would: without anything remembered, so that every line is decoded. */
export async function checkCase(path: string): Promise<CheckedCase> {
  const configFolder = mkdtempSync(join(tmpdir(), "witnessmark-stranger-"));
  const clock = { now: () => new Date().toISOString() };
  try {
    const folder = await openCaseFolder({ path, access: "read", clock, configFolder, program: "witnessmark test" });
    const heads: string[] = [];
    const collected: Digest[] = [];
    const named = new Set<Digest>();
    const packs = new Set<Digest>();
    for await (const { headDigest, body } of folder.ledger.read()) {
      heads.push(headDigest);
      if (body?.kind === "item.collected") collected.push(body.data.object);
      if (body?.kind === "pack.sealed" || body?.kind === "edition.sealed") packs.add(body.data.manifest);
      if (body !== undefined) for (const object of objectsIn(body)) named.add(object);
    }
    for (const object of named) {
      assert.ok(await folder.vault.has(object), `${object} is named by a line and not there`);
      assert.equal(await digestOfFile(folder.vault.pathOf(object)), object);
    }
    let objects = 0;
    for await (const object of folder.vault.list()) if ((await digestOfFile(folder.vault.pathOf(object))) === object) objects++;
    await folder.close();
    return { heads, collected, packs, objects };
  } finally {
    rmSync(configFolder, { recursive: true, force: true });
  }
}

/** Objects that a line says the case holds. */
function objectsIn(body: EntryBody): readonly Digest[] {
  switch (body.kind) {
    case "item.collected":
      return [body.data.object];
    case "collection.finished":
      return body.data.report === null ? [] : [body.data.report];
    case "analysis.recorded": {
      const { outcome } = body.data;
      return outcome.state === "done" ? [outcome.result, ...outcome.files.map(({ object }) => object)] : [];
    }
    case "tail.set-aside":
      return [body.data.kept];
    case "objects.adopted":
      return body.data.objects;
    default:
      return [];
  }
}
