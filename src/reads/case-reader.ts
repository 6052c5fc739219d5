/** What every query is given. Nothing else may read the tables. */
import type { DerivedStore } from "../core/derived/derived.port.ts";
import type { AnalyserName } from "../core/analysis/analysis.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { VaultReader } from "../core/vault/vault.port.ts";
import type { Views } from "../views/open-views.ts";

export interface CaseReader {
  readonly views: Views;
  readonly vault: VaultReader;
  readonly derived: DerivedStore;
  /** Version of an analyser as it would run now; derived files of another version do not count. */
  readonly versionOf: (analyser: AnalyserName) => string;
  /** Items that an analyser is working on at this moment. */
  readonly underway: () => ReadonlySet<number>;
  /** Item seconds at which shots begin, by the file of frame prints; empty where it cannot be read. */
  readonly shotStarts?: (prints: Digest) => Promise<readonly number[]>;
}

export async function readJson(vault: VaultReader, object: Digest): Promise<unknown> {
  const parts: Uint8Array[] = [];
  for await (const part of vault.read(object)) parts.push(part);
  return JSON.parse(Buffer.concat(parts).toString("utf8"));
}
