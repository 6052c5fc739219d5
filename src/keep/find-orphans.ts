/** Objects that no line names: a writer stopped between naming bytes and writing the line. Never deleted. */
import type { Digest } from "../core/hash/digest.ts";
import type { VaultReader } from "../core/vault/vault.port.ts";
import { readRawLines } from "./read-lines.ts";

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
