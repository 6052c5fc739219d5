/** Asks the reasoners away from the page, so that a slider can be dragged while they work. */
import "../api-client/schemas-without-eval.ts";
import type { InferenceSort } from "../../core/inference/inference.ts";
import { ProblemUnreadable } from "../../reason/problem/problem-unreadable.ts";
import { type Solve, solvers } from "../../reason/solver/solver.ts";

export interface SolverQuestion {
  readonly number: number;
  readonly sort: InferenceSort;
  readonly problem: unknown;
}

export type SolverReply = { readonly number: number } & (
  | { readonly state: "solved"; readonly answer: unknown; readonly holds: boolean }
  /** The problem does not fit; in words, naming the field. */
  | { readonly state: "unreadable"; readonly says: string }
  | { readonly state: "fault"; readonly says: string }
);

const following = new Map<InferenceSort, Solve>();

self.onmessage = ({ data: { number, sort, problem } }: MessageEvent<SolverQuestion>): void => {
  const reply = (rest: object): void => self.postMessage({ number, ...rest });
  const read = solvers[sort].problem.safeParse(problem);
  if (!read.success) {
    const [issue] = read.error.issues;
    return reply({ state: "unreadable", says: `${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}` });
  }
  const solve = following.get(sort) ?? solvers[sort].follow();
  following.set(sort, solve);
  try {
    return reply({ state: "solved", ...solve(read.data) });
  } catch (error) {
    const says = error instanceof Error ? error.message : String(error);
    return reply({ state: error instanceof ProblemUnreadable ? "unreadable" : "fault", says });
  }
};
