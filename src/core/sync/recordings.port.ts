/** Recordings that a person names by their paths, outside of every case: when they begin and end, and how their clocks stand to each other. */
import type { AnalysisFailure } from "../analysis/analysis.ts";
import type { Cancellation } from "../cancel/cancellation.ts";
import type { SyncMeasurer } from "./measurer.port.ts";
import type { PlannedClip } from "./sync-plan.ts";

export type RecordingFacts =
  | ({ readonly state: "read" } & Pick<PlannedClip, "startS" | "endS" | "rate" | "picture" | "sound">)
  /** It has neither picture nor sound, or does not say how long it is. */
  | { readonly state: "no-recording" }
  | { readonly state: "failed"; readonly failure: AnalysisFailure };

export interface Recordings {
  readonly measurer: SyncMeasurer;
  /** Absolute path; read in a child without network. Throws for the machine only. */
  facts(path: string, signal: Cancellation): Promise<RecordingFacts>;
}
