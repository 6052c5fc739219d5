/** Running analysers. Implemented by child processes with limits; the domain knows only the contract. */
import type { Cancellation } from "../cancel/cancellation.ts";
import type { Digest } from "../hash/digest.ts";
import type { Json } from "../json/canonical-json.ts";
import type { AnalyserName, AnalysisAnswer } from "./analysis.ts";

export interface AnalysisRequest {
  readonly analyser: AnalyserName;
  readonly object: Digest;
  /** Absolute path of the object's bytes; opened read-only. */
  readonly path: string;
  /** The item's name, only as a hint to what kind of file it claims to be. Never trusted, never a path. */
  readonly nameHint: string;
  readonly parameters: { readonly [name: string]: Json };
}

export interface AnalyserRunner {
  /** Version of an analyser as it would run now; part of what makes a result current. */
  versionOf(analyser: AnalyserName): string;
  /**
   * Runs one analyser in a child with limits on time, memory and output, without network. Never throws for
   * what the bytes do; throws only for the machine: the child could not be started at all, or CaseError DISK_FULL
   * when there was no room to read in. `signal` kills the child.
   * `use` receives the answer while its files still exist; they are gone afterwards.
   */
  run<T>(
    request: AnalysisRequest,
    control: { signal: Cancellation; onProgress: (done: number) => void },
    use: (answer: AnalysisAnswer) => Promise<T>,
  ): Promise<T>;
}
