/** One measured figure, what was asked of it, and how it is shown. */
import { type Rounds, median, ratioOf } from "./measure.ts";

export interface Figure {
  readonly name: string;
  /** What the ratio compares. */
  readonly beside: string;
  readonly value: string;
  readonly target: string;
  readonly met: "yes" | "no" | "no target";
  readonly detail: string;
}

type Target = { readonly atMost: number } | { readonly atLeast: number };

const holds = (target: Target, value: number) => ("atMost" in target ? value <= target.atMost : value >= target.atLeast);
const textOf = (target: Target) => ("atMost" in target ? `at most ${target.atMost}` : `at least ${target.atLeast}`);
const seconds = (s: number) => (s < 0.1 ? `${(s * 1000).toPrecision(2)} ms` : `${s.toFixed(s < 10 ? 2 : 1)} s`);
export const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;

/**
 * A ratio of times, ours over theirs, or turned round for "so many times as fast". The clock on the wall decides, unless
 * `by` says that processor time does: for work that waits for nothing, where the wall only tells how busy the others were.
 */
export function timeFigure(o: {
  name: string;
  beside: string;
  rounds: Rounds;
  target?: Target;
  speed?: boolean;
  by?: "wallS" | "cpuS";
  wallOnly?: boolean;
  note?: string;
}): Figure {
  const { rounds, target, speed = false, by = "wallS" } = o;
  const turned = (ratio: number) => (speed ? 1 / ratio : ratio);
  const wall = turned(ratioOf(rounds, "wallS"));
  const cpu = turned(ratioOf(rounds, "cpuS"));
  const middle = (took: Rounds["ours"], of: "wallS" | "cpuS") => median(took.map((t) => t[of]));
  const [chosen, other] = by === "wallS" ? [wall, `ratio ${cpu.toFixed(2)}`] : [cpu, `decides; by the clock ${wall.toFixed(2)}`];
  const peak = Math.max(...rounds.ours.map((t) => t.peakBytes ?? 0));
  const detail = [
    `${seconds(middle(rounds.ours, "wallS"))} against ${seconds(middle(rounds.theirs, "wallS"))}`,
    ...(o.wallOnly === true
      ? []
      : [`processor ${seconds(middle(rounds.ours, "cpuS"))} against ${seconds(middle(rounds.theirs, "cpuS"))}, ${other}`]),
    `${rounds.ours.length} ${rounds.ours.length === 1 ? "round" : "rounds"}`,
    ...(peak > 0 ? [`peak memory ${megabytes(peak)}`] : []),
    ...(o.note === undefined ? [] : [o.note]),
  ].join("; ");
  return figure(o.name, o.beside, chosen, chosen.toFixed(2), target, detail);
}

export function figure(name: string, beside: string, value: number, shown: string, target: Target | undefined, detail: string): Figure {
  const met = target === undefined ? "no target" : holds(target, value) ? "yes" : "no";
  return { name, beside, value: shown, target: target === undefined ? "-" : textOf(target), met, detail };
}

export function table(figures: readonly Figure[]): string {
  const rows = figures.map((f) => `| ${f.name} | ${f.beside} | **${f.value}** | ${f.target} | ${f.met} | ${f.detail} |`);
  return ["| figure | beside | value | target | met | taken |", "|---|---|---|---|---|---|", ...rows].join("\n");
}
