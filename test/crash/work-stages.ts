/** Steps of the work on a case, beside those of writing that the case itself tells of. */
import { type WriteStage, writeStages } from "../../src/keep/writer-state.ts";

const aroundWriting = [
  "views.open",
  "views.write",
  "views.written",
  "analysis.record",
  "analysis.recorded",
  "derived.write",
  "derived.written",
  "checkpoint.write",
  "checkpoint.written",
  "pack.begin",
  "pack.object",
  "pack.written",
  "pack.said",
  "copy.begin",
  "copy.object",
  "copy.done",
] as const;

export type WorkStage = WriteStage | (typeof aroundWriting)[number];
export const workStages: readonly WorkStage[] = [...writeStages, ...aroundWriting];
