/** Derived files: what is only looked at. May be deleted at any time; jobs make it again. */
import type { AnalysisAnswer, AnalysisFailure, AnalyserName } from "../analysis/analysis.ts";
import type { Digest } from "../hash/digest.ts";
import type { Json } from "../json/canonical-json.ts";

export interface DerivedKey {
  readonly object: Digest;
  readonly analyser: AnalyserName;
  readonly version: string;
}

export type DerivedAnswer =
  | { readonly state: "done"; readonly decoder: string; readonly result: Json; readonly files: readonly string[] }
  | { readonly state: "failed"; readonly decoder: string; readonly failure: AnalysisFailure };

export interface DerivedStore {
  /** The stored answer; undefined when there is none. */
  read(key: DerivedKey): Promise<DerivedAnswer | undefined>;
  /** Moves the answer's files in and stores the answer; replaces an earlier one whole. */
  write(key: DerivedKey, answer: AnalysisAnswer): Promise<void>;
  /** Absolute path of one of the answer's files. `file` must be one of the names in the stored answer. */
  pathOf(key: DerivedKey, file: string): string;
  /** Forgets one answer, so that it is made again. */
  remove(key: DerivedKey): Promise<void>;
  /** Removes everything made from an object. */
  removeAllOf(object: Digest): Promise<void>;
}
