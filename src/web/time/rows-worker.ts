/** Works out the rows of the chart away from the page: what each statement alone leaves to the events in sight. */
import "../api-client/schemas-without-eval.ts";
import { ProblemUnreadable } from "../../reason/problem/problem-unreadable.ts";
import { type AloneRows, eachAlone } from "../../reason/time/each-alone.ts";
import { TimeProblem } from "../../reason/time/time-problem.ts";

export interface RowsQuestion {
  readonly number: number;
  readonly problem: unknown;
  /** Keys of the zones that are open, as in the answer; "" where none is. */
  readonly zones: readonly string[];
  readonly dropped: readonly string[];
  readonly events: readonly string[];
}

export interface RowsReply {
  readonly number: number;
  readonly events: readonly string[];
  /** By the key of the zones; empty where the problem cannot be read, which the reasoner itself says. */
  readonly byZones: { readonly [zones: string]: AloneRows };
}

self.onmessage = ({ data: { number, problem, zones, dropped, events } }: MessageEvent<RowsQuestion>): void => {
  const read = TimeProblem.safeParse(problem);
  const byZones: Record<string, AloneRows> = {};
  try {
    if (read.success) for (const key of zones) byZones[key] = eachAlone(read.data, { zones: key, dropped: new Set(dropped), events });
  } catch (error) {
    if (!(error instanceof ProblemUnreadable)) throw error;
  }
  self.postMessage({ number, events, byZones } satisfies RowsReply);
};
