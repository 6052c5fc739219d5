/** Objects that no line names: a writer stopped between naming bytes and writing the line. Listed or adopted, never deleted. */
import { CaseError } from "../core/case/case-error.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { Ledger } from "../core/ledger/ledger.port.ts";
import type { VaultReader } from "../core/vault/vault.port.ts";
import { readRawLines } from "./read-lines.ts";
import { digestOfFile } from "./vault-folder.ts";

/** Objects adopted by one line: each takes about 75 bytes of a line that holds less than 64 KiB. */
const objectsPerLine = 500;

/** Sorted. Any digest that stands anywhere in a line counts as named. */
export async function findOrphans(ledgerPath: string, vault: VaultReader): Promise<Digest[]> {
  const there = new Set<Digest>();
  for await (const object of vault.list()) there.add(object);
  if (there.size === 0) return [];
  for await (const { bytes } of readRawLines(ledgerPath, 0, undefined)) {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
    for (const [digest] of text.matchAll(/sha256:[0-9a-f]{64}/g)) there.delete(digest as Digest);
  }
  return [...there].sort();
}

/**
 * Records that the case keeps these objects although no collection names them. Each is hashed before it counts.
 * Throws CaseError OBJECT_HASH_MISMATCH naming the first whose bytes are not what its name says.
 */
export async function adoptOrphans(
  parts: { readonly ledger: Ledger; readonly vault: { pathOf(object: Digest): string } },
  objects: readonly Digest[],
): Promise<void> {
  for (const object of objects) {
    const found = await digestOfFile(parts.vault.pathOf(object));
    if (found !== object) throw new CaseError("OBJECT_HASH_MISMATCH", `object ${object}: expected bytes with that hash; found ${found}`);
  }
  for (let at = 0; at < objects.length; at += objectsPerLine) {
    await parts.ledger.append([{ kind: "objects.adopted", data: { objects: objects.slice(at, at + objectsPerLine) } }]);
  }
}
