/** Asks a reasoner about the JSON that was given: prints its answer, and 3 stands for one that leaves nothing. */
import { CaseError } from "../core/case/case-error.ts";
import type { InferenceSort } from "../core/inference/inference.ts";
import { ProblemUnreadable } from "../reason/problem/problem-unreadable.ts";
import { solvers } from "../reason/solver/solver.ts";
import type { Program } from "./program.ts";
import { readJsonInput } from "./read-json-input.ts";

/** Throws CaseError INPUT_INVALID naming the field. */
export async function answerProblem(program: Program, sort: InferenceSort, path: string): Promise<0 | 3> {
  return printAnswer(program, sort, await readJsonInput(program, path, solvers[sort].problem));
}

/** `beside`: what is printed with the answer. */
export function printAnswer(program: Program, sort: InferenceSort, problem: unknown, beside: object = {}): 0 | 3 {
  const { answer, holds } = solvedProblem(sort, problem);
  program.out.line(JSON.stringify({ ...(answer as object), ...beside }, undefined, 2));
  return holds ? 0 : 3;
}

/** Throws CaseError INPUT_INVALID naming the field. */
export function solvedProblem(sort: InferenceSort, problem: unknown): { answer: unknown; holds: boolean } {
  try {
    return solvers[sort].solve(problem);
  } catch (error) {
    if (!(error instanceof ProblemUnreadable)) throw error;
    throw new CaseError("INPUT_INVALID", error.message, { cause: error });
  }
}
