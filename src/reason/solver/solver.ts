/** The reasoners by name: what each reads, what it answers, and whether that answer leaves anything. */
import type { z } from "zod";
import type { InferenceSort } from "../../core/inference/inference.ts";
import { answerCamera } from "../camera/answer-camera.ts";
import { CameraProblem } from "../camera/camera-problem.ts";
import { answerPlace } from "../place/answer-place.ts";
import { PlaceProblem } from "../place/place-problem.ts";
import { answerSun } from "../sun/answer-sun.ts";
import { SunProblem } from "../sun/sun-problem.ts";
import { answerSync } from "../sync/answer-sync.ts";
import { SyncProblem } from "../sync/sync-problem.ts";
import { answerTime, nothingAnswered } from "../time/answer-time.ts";
import { TimeProblem } from "../time/time-problem.ts";

export interface Solver {
  /** Raised with whatever changes an answer. */
  readonly version: string;
  readonly problem: z.ZodType;
  readonly solve: Solve;
  /** One that remembers what it worked out: it answers the same, sooner where a problem differs by a little from the one before. */
  follow(): Solve;
}

/** `problem`: as the schema of the solver read it; it is not read again. Throws ProblemUnreadable. `holds`: false when what it was told cannot all hold, or leaves nothing. */
export type Solve = (problem: unknown) => { readonly answer: unknown; readonly holds: boolean };

export const solvers: Readonly<Record<InferenceSort, Solver>> = {
  time: solver(
    "1.0.0",
    TimeProblem,
    answerTime,
    // While a zone is open there is an answer as long as one zone leaves one.
    (answer) => ("perZone" in answer ? Object.values(answer.perZone) : [answer]).some(({ consistent }) => consistent),
    nothingAnswered,
  ),
  sun: solver("2.0.0", SunProblem, answerSun, (answer) =>
    answer.answers === "when" ? answer.joint.length > 0 : answer.joint.region.coordinates.length > 0,
  ),
  place: solver(
    "2.3.0",
    PlaceProblem,
    answerPlace,
    // A phrase that says nothing of a place is an answer; a reading that leaves an area is one too.
    ({ parses }) => parses.length === 0 || parses.some(({ areaKm2 }) => areaKm2 > 0),
  ),
  camera: solver("1.0.0", CameraProblem, answerCamera, ({ consistent }) => consistent),
  // Where no pair joins two clips there is nothing to hold.
  sync: solver("1.0.0", SyncProblem, answerSync, ({ consistent, groups }) => consistent && groups.length > 0),
};

function solver<P extends z.ZodType, A, M>(
  version: string,
  problem: P,
  answer: (problem: z.infer<P>, remembered?: M) => A,
  holds: (answer: A) => boolean,
  nothing?: () => M,
): Solver {
  const solve = (given: unknown, remembered?: M) => {
    const found = answer(given as z.infer<P>, remembered);
    return { answer: found, holds: holds(found) };
  };
  return {
    version,
    problem,
    solve: (given) => solve(given),
    follow() {
      const remembered = nothing?.();
      return (given) => solve(given, remembered);
    },
  };
}
