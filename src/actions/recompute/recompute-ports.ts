/** What repeating needs of the world: a history, its objects, and what computes, which runs in children without network. */
import type { AnalyserRunner } from "../../core/analysis/analyser.port.ts";
import type { Cancellation } from "../../core/cancel/cancellation.ts";
import type { CopyMatcher } from "../../core/copies/copy-matcher.port.ts";
import type { FramePrints } from "../../core/copies/frame-prints.ts";
import type { SoundPrints } from "../../core/copies/sound-prints.ts";
import type { Digest, Sha256 } from "../../core/hash/digest.ts";
import type { LedgerLine } from "../../core/ledger/ledger-line.ts";
import type { RecomputeOutcome } from "../../core/recompute/recompute-report.ts";
import type { SyncMeasurer } from "../../core/sync/measurer.port.ts";

export interface RecomputePorts {
  lines(): AsyncIterable<LedgerLine>;
  /** Whether the bytes of an object are here and are what its name says; each is looked at once. */
  held(object: Digest): Promise<"held" | "missing" | "altered">;
  /** Absolute path, for children. */
  pathOf(object: Digest): string;
  readonly runner: AnalyserRunner;
  readonly matcher: CopyMatcher;
  readonly measurer: SyncMeasurer;
  readonly sha256: Sha256;
  digestOfFile(path: string): Promise<Digest>;
  /** Undefined where the file has more bytes. */
  readFile(path: string, mostBytes: number): Promise<Uint8Array | undefined>;
  /** Both throw for what is no file of prints. */
  readonly prints: { frames(path: string): FramePrints; sound(path: string): SoundPrints };
  readonly here: { readonly decoder: string; readonly engine: string };
}

export interface RecomputeControl {
  readonly signal: Cancellation;
  readonly onProgress: (share: number | "unknown", detail: string) => void;
}

/** What repeating one result came to. */
export interface Repeated {
  readonly outcome: RecomputeOutcome;
  readonly why: string;
}

export const same: Repeated = { outcome: "same", why: "" };
export const cannot = (why: string): Repeated => ({ outcome: "cannot", why });

/** The first of these objects that is not here as its name says, in words; undefined when all are. */
export async function notHeld(ports: RecomputePorts, objects: readonly Digest[], erased: ReadonlySet<Digest>): Promise<string | undefined> {
  for (const object of objects) {
    const state = await ports.held(object);
    if (state === "altered") return `object ${object}: expected bytes with that hash; found others`;
    if (state === "missing") return `object ${object}: ${erased.has(object) ? "it was erased" : "it is not here: withheld, or missing"}`;
  }
  return undefined;
}
