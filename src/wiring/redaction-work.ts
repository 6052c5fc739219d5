/** What the redaction layer needs of this machine: a child that renders and follows, and where shots begin. */
import { inflateSync } from "node:zlib";
import { createRedactor } from "../analyse/redact/run-redactor.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { VaultReader } from "../core/vault/vault.port.ts";
import { decodeFramePrints } from "../formats/frame-prints/decode-frame-prints.ts";
import { type BoxTracker, type BoxTrackerParts, createBoxTracker } from "../jobs/box-tracker.ts";
import type { Redactor } from "../core/redaction/redactor.port.ts";

export interface RedactionWork {
  readonly redactor: Redactor;
  readonly boxTracker: BoxTracker;
}

export function redactionWorkOf({ scratch, ...parts }: Omit<BoxTrackerParts, "tracker"> & { readonly scratch: string }): RedactionWork {
  const redactor = createRedactor({ scratch });
  return { redactor, boxTracker: createBoxTracker({ ...parts, tracker: redactor }) };
}

/** A million frames unpack to less. */
const mostUnpacked = 1_000_000_000;
const mostKept = 32;

/** Item seconds at which shots begin, by the file of frame prints; empty where this copy does not hold it. */
export function shotStartsIn(vault: VaultReader): (prints: Digest) => Promise<readonly number[]> {
  const kept = new Map<Digest, readonly number[]>();
  return async (prints) => {
    const known = kept.get(prints);
    if (known !== undefined) return known;
    if (!(await vault.has(prints))) return [];
    const parts: Uint8Array[] = [];
    for await (const part of vault.read(prints)) parts.push(part);
    const { times, shots } = decodeFramePrints(inflateSync(Buffer.concat(parts), { maxOutputLength: mostUnpacked }));
    const starts = shots.flatMap(({ firstFrame }) => times[firstFrame] ?? []);
    kept.set(prints, starts);
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    return starts;
  };
}
