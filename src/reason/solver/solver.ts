/** The reasoners by name: what each reads, what it answers, and whether that answer leaves anything. */
import type { z } from "zod";
import type { InferenceSort } from "../../core/inference/inference.ts";
import { answerPlace } from "../place/answer-place.ts";
import { PlaceProblem } from "../place/place-problem.ts";
import { answerSun } from "../sun/answer-sun.ts";
import { SunProblem } from "../sun/sun-problem.ts";
import { answerTime } from "../time/answer-time.ts";
import { TimeProblem } from "../time/time-problem.ts";

export interface Solver {
  /** Raised with whatever changes an answer. */
  readonly version: string;
  readonly problem: z.ZodType;
  /** Throws ProblemUnreadable. `holds`: false when what it was told cannot all hold, or leaves nothing. */
  solve(problem: unknown): { readonly answer: unknown; readonly holds: boolean };
}

export const solvers: Readonly<Record<InferenceSort, Solver>> = {
  time: solver("1.0.0", TimeProblem, answerTime, (answer) =>
    // While a zone is open there is an answer as long as one zone leaves one.
    ("perZone" in answer ? Object.values(answer.perZone) : [answer]).some(({ consistent }) => consistent),
  ),
  sun: solver("2.0.0", SunProblem, answerSun, (answer) =>
    answer.answers === "when" ? answer.joint.length > 0 : answer.joint.region.coordinates.length > 0,
  ),
  place: solver(
    "1.1.0",
    PlaceProblem,
    answerPlace,
    // A phrase that says nothing of a place is an answer; a reading that leaves an area is one too.
    ({ parses }) => parses.length === 0 || parses.some(({ areaKm2 }) => areaKm2 > 0),
  ),
};

function solver<P extends z.ZodType, A>(
  version: string,
  problem: P,
  answer: (problem: z.infer<P>) => A,
  holds: (answer: A) => boolean,
): Solver {
  return {
    version,
    problem,
    solve(given) {
      const found = answer(problem.parse(given));
      return { answer: found, holds: holds(found) };
    },
  };
}
