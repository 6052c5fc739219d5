/** Re-hashes every object of a case and compares it with its name. */
import type { Cancellation } from "../core/cancel/cancellation.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { Vault } from "../core/vault/vault.port.ts";
import { inParallel } from "./durable.ts";
import { digestOfFile } from "./digest-of-file.ts";

interface FixityFound {
  readonly objects: number;
  readonly intact: number;
  readonly altered: readonly Digest[];
  /** Named by `expected` and not there. */
  readonly missing: readonly Digest[];
  readonly outcome: "complete" | "stopped";
}

/** `expected`: the objects that lines name. Counts are for `fixity.checked`; a stopped check is not one to record. */
export async function checkFixity(
  vault: Vault,
  expected: Iterable<Digest>,
  o: { signal?: Cancellation; onProgress?: (objects: number) => void } = {},
): Promise<FixityFound> {
  const there: Digest[] = [];
  for await (const object of vault.list()) there.push(object);
  const altered: Digest[] = [];
  let done = 0;
  await inParallel(there, 2, async (object) => {
    if (o.signal?.aborted === true) return;
    if ((await digestOfFile(vault.pathOf(object))) !== object) altered.push(object);
    o.onProgress?.(++done);
  });
  const held = new Set(there);
  const missing = [...new Set(expected)].filter((object) => !held.has(object)).sort();
  const outcome = o.signal?.aborted === true && done < there.length ? "stopped" : "complete";
  return { objects: there.length, intact: done - altered.length, altered: altered.sort(), missing, outcome };
}
