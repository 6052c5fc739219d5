/** Solves a network of so many events and statements: anew, again after one bound moved, and with two statements that cannot hold. */
import { answerTime, nothingAnswered } from "../../src/reason/time/answer-time.ts";
import { TimeProblem } from "../../src/reason/time/time-problem.ts";
import { makeTimeProblem, withBoundMoved } from "./make-time-problem.ts";
import { startClock } from "./measure.ts";

const [events, statements] = process.argv.slice(2).map(Number) as [number, number];
const problem = TimeProblem.parse(makeTimeProblem(events, statements));
const cpu = (work: () => void): number => {
  const took = startClock();
  work();
  return took().cpuS;
};

// Warm: a bench asks again and again.
answerTime(problem);
const anew = cpu(() => answerTime(problem));
const before = nothingAnswered();
answerTime(problem, before);
const again: number[] = [];
for (const minutes of [10, 20, 30, 40, 50]) {
  const moved = withBoundMoved(problem, minutes);
  again.push(cpu(() => answerTime(moved, before)));
}
const wrong = { id: "wrong", kind: "bound", event: "e5", notBefore: "2022-04-28T00:00:00Z" } as const;
const late = { id: "late", kind: "bound", event: "e5", notAfter: "2022-04-27T00:00:00Z" } as const;
const conflict = cpu(() => answerTime({ ...problem, statements: [...problem.statements, wrong, late] }, before));
const peakBytes = process.resourceUsage().maxRSS * 1024;
process.stdout.write(`${JSON.stringify({ anew, again: again.toSorted((a, b) => a - b)[2], conflict, peakBytes })}\n`);
