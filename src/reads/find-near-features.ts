/**
 * Asks an extract of this machine what lies near what. An extract belongs to no case, so there is nothing to hide from a viewer; what
 * a case makes of an answer is stated in the case. Breathes now and then: a country takes seconds, and the server answers others.
 */
import { setImmediate } from "node:timers/promises";
import { CaseError } from "../core/case/case-error.ts";
import type { Cancellation } from "../core/cancel/cancellation.ts";
import type { FeatureAnswer } from "../core/map-extract/feature-answer.ts";
import type { FeatureProblem } from "../core/map-extract/feature-problem.ts";
import type { MapExtract, MapExtracts } from "../core/map-extract/map-extract.port.ts";
import type { RoadsAnswer, RoadsRequest } from "../core/map-extract/roads.ts";
import { findFeatures } from "../reason/features/find-features.ts";
import { findRoads } from "../reason/features/find-roads.ts";
import { kindNames } from "../reason/features/kinds.ts";
import { ProblemUnreadable } from "../reason/problem/problem-unreadable.ts";

export { kindNames };

export interface SearchControl {
  readonly signal: Cancellation;
  readonly onProgress: (things: number) => void;
}

/** Undefined when it was stopped. Throws CaseError INPUT_INVALID naming the field. */
export async function findNearFeatures(
  extracts: MapExtracts,
  problem: FeatureProblem,
  { signal, onProgress }: SearchControl,
): Promise<FeatureAnswer | undefined> {
  return withExtract(extracts, problem.extract, async (extract) => {
    const search = findFeatures(problem, extract);
    for (;;) {
      const step = search.next();
      if (step.done === true) return step.value;
      if (signal.aborted) return undefined;
      onProgress(step.value);
      await setImmediate();
    }
  });
}

/** Throws CaseError INPUT_INVALID. */
export async function findRoadsOf(extracts: MapExtracts, request: RoadsRequest): Promise<RoadsAnswer> {
  return withExtract(extracts, request.extract ?? undefined, async (extract) => findRoads(request, extract));
}

async function withExtract<T>(extracts: MapExtracts, wanted: string | undefined, use: (extract: MapExtract) => Promise<T>): Promise<T> {
  const extract = await extracts.open(wanted);
  try {
    return await use(extract);
  } catch (error) {
    if (!(error instanceof ProblemUnreadable)) throw error;
    throw new CaseError("INPUT_INVALID", error.message, { cause: error });
  } finally {
    extract.close();
  }
}
