/** Asks a reasoner; a field that it cannot use is bad input. */
import { CaseError } from "../core/case/case-error.ts";
import { ProblemUnreadable } from "../reason/problem/problem-unreadable.ts";

/** Throws CaseError INPUT_INVALID naming the field. */
export function answerProblem<P, A>(answer: (problem: P) => A, problem: P): A {
  try {
    return answer(problem);
  } catch (error) {
    if (!(error instanceof ProblemUnreadable)) throw error;
    throw new CaseError("INPUT_INVALID", error.message, { cause: error });
  }
}
