/** A reasoner's worker, as a question and an answer; the worker starts with the first question and is started anew when one is called off. */
import type { InferenceSort } from "../../core/inference/inference.ts";
import type { SolverQuestion, SolverReply } from "./solver-worker.ts";

export type SolverAnswer<A> =
  | { readonly state: "solved"; readonly answer: A; readonly holds: boolean }
  | { readonly state: "unreadable" | "fault"; readonly says: string };

/** Resolves never once `signal` fires: nobody waits for it any more. */
export type AskSolver = <A>(sort: InferenceSort, problem: unknown, signal: AbortSignal) => Promise<SolverAnswer<A>>;

interface Running {
  readonly worker: Worker;
  readonly waiting: Map<number, (reply: SolverReply) => void>;
}

let running: Running | undefined;
let last = 0;

function start(): Running {
  const worker = new Worker(new URL("./solver-worker.ts", import.meta.url), { type: "module" });
  const waiting = new Map<number, (reply: SolverReply) => void>();
  worker.onmessage = ({ data }: MessageEvent<SolverReply>) => {
    const tell = waiting.get(data.number);
    waiting.delete(data.number);
    tell?.(data);
  };
  worker.onerror = ({ message }) => {
    for (const [number, tell] of waiting) tell({ number, state: "fault", says: message });
    waiting.clear();
    running = undefined;
  };
  return { worker, waiting };
}

export const askSolver: AskSolver = async <A>(sort: InferenceSort, problem: unknown, signal: AbortSignal) => {
  const asked = (running ??= start());
  const number = ++last;
  return new Promise<SolverAnswer<A>>((resolve) => {
    asked.waiting.set(number, (reply) => resolve(reply as SolverAnswer<A>));
    signal.addEventListener("abort", () => {
      // A long answer that nobody waits for would keep the next one waiting.
      if (!asked.waiting.delete(number) || asked.waiting.size > 0) return;
      asked.worker.terminate();
      if (running === asked) running = undefined;
    });
    asked.worker.postMessage({ number, sort, problem } satisfies SolverQuestion);
  });
};
