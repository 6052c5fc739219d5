/** The answer to a problem as it stands on the screen: worked out anew with every change, the last one kept meanwhile. */
import { useEffect, useMemo, useState } from "react";
import type { InferenceSort } from "../../core/inference/inference.ts";
import { askSolver, type SolverAnswer } from "./ask-solver.ts";

export interface Solving<A> {
  /** Of the problem before, while `busy`. */
  readonly answer: SolverAnswer<A> | undefined;
  readonly busy: boolean;
}

/** `problem`: undefined asks nothing. It is compared as JSON, so that an equal one is not asked again. */
export function useSolver<A>(sort: InferenceSort, problem: unknown): Solving<A> {
  const asked = useMemo(() => (problem === undefined ? undefined : JSON.stringify(problem)), [problem]);
  const [found, setFound] = useState<{ readonly asked: string; readonly answer: SolverAnswer<A> }>();
  useEffect(() => {
    if (asked === undefined) return undefined;
    const stop = new AbortController();
    void askSolver<A>(sort, JSON.parse(asked), stop.signal).then((answer) => {
      if (!stop.signal.aborted) setFound({ asked, answer });
    });
    return () => stop.abort();
  }, [sort, asked]);
  if (asked === undefined) return { answer: undefined, busy: false };
  return { answer: found?.answer, busy: found?.asked !== asked };
}
