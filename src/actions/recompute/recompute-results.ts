/**
 * Repeats every result of a history that can be repeated here, and says of each whether it came out again. It is what re-checking
 * hashes cannot do: a result that was altered before it was hashed, or made by other means than its line says, comes out otherwise.
 * Writes nothing.
 */
import {
  type RecomputeOutcome,
  recomputeOutcomes,
  type RecomputeReport,
  type RepeatedResult,
} from "../../core/recompute/recompute-report.ts";
import { tolerances } from "./close-enough.ts";
import { recordedResults, type RecordedResults } from "./recorded-results.ts";
import type { RecomputeControl, RecomputePorts, Repeated } from "./recompute-ports.ts";
import { repeatAnalysis } from "./repeat-analysis.ts";
import { repeatComparison } from "./repeat-comparison.ts";
import { repeatInference } from "./repeat-inference.ts";
import { createMeasuringRepeater } from "./repeat-measuring.ts";

/** Analysers at work at once. */
const workers = 2;

interface Task {
  readonly about: Omit<RepeatedResult, "outcome" | "why">;
  run(): Promise<Repeated | undefined>;
}

export async function recomputeResults(ports: RecomputePorts, control: RecomputeControl): Promise<RecomputeReport> {
  const recorded = await recordedResults(ports.lines());
  const results: RepeatedResult[] = [];
  const total = countOf(recorded);
  const doing = async ({ about, run }: Task): Promise<void> => {
    control.onProgress(total === 0 ? 1 : results.length / total, `${results.length} of ${total} results repeated`);
    const repeated = control.signal.aborted ? undefined : await run();
    if (repeated !== undefined) results.push({ ...about, ...repeated });
  };
  await each(analysisTasks(ports, recorded, control), workers, doing);
  await each(inOrderTasks(ports, recorded, control), 1, doing);
  results.sort((a, b) => a.line - b.line);
  return reportOf(ports, recorded, results, results.length < total);
}

function analysisTasks(ports: RecomputePorts, { analyses, erased }: RecordedResults, control: RecomputeControl): Task[] {
  return analyses.map((analysis) => {
    const { analyser, version, decoder } = analysis.ground;
    const also = analysis.items.length > 1 ? ` and ${analysis.items.length - 1} more with the same bytes` : "";
    const by = `${analyser} ${version}${decoder === "none" ? "" : `, ${decoder}`}`;
    return {
      about: { line: analysis.line, sort: "analysis", what: `${analyser} of ${analysis.items[0]}${also}`, by },
      run: () => repeatAnalysis(ports, analysis, erased, control),
    };
  });
}

/** Reasoners first; measurings in the order of their lines, since a later one builds on an earlier one. */
function inOrderTasks(ports: RecomputePorts, recorded: RecordedResults, control: RecomputeControl): Task[] {
  const { inferences, comparisons, measurings, erased } = recorded;
  const measuring = createMeasuringRepeater(ports, erased, control);
  return [
    ...inferences.map(({ line, data }): Task => ({
      about: {
        line,
        sort: "inference",
        what: `inference ${data.inference} (${data.sort})`,
        by: `${data.solver.name} ${data.solver.version}`,
      },
      run: () => repeatInference(ports, data, erased),
    })),
    ...comparisons.map((comparison): Task => ({
      about: {
        line: comparison.line,
        sort: "comparison",
        what: `comparison of ${listed(comparison.data.items)}`,
        by: `matcher ${comparison.data.versions.matcher}`,
      },
      run: () => repeatComparison(ports, comparison, erased, control),
    })),
    ...measurings.map((one): Task => ({
      about: {
        ...{ line: one.line, sort: "measuring", what: `offsets between ${listed(one.data.items)}` },
        by: `measurer ${one.data.versions.measurer}, ${one.data.versions.decoder}`,
      },
      run: () => measuring.repeat(one),
    })),
  ];
}

function listed(items: readonly string[]): string {
  return items.length <= 4 ? items.join(", ") : `${items.slice(0, 3).join(", ")} and ${items.length - 3} more`;
}

function countOf({ analyses, inferences, comparisons, measurings }: RecordedResults): number {
  return analyses.length + inferences.length + comparisons.length + measurings.length;
}

async function each(tasks: readonly Task[], atOnce: number, doing: (task: Task) => Promise<void>): Promise<void> {
  let next = 0;
  const work = async () => {
    for (let task = tasks[next++]; task !== undefined; task = tasks[next++]) await doing(task);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

function reportOf(
  { here }: RecomputePorts,
  { notRepeated }: RecordedResults,
  results: readonly RepeatedResult[],
  stopped: boolean,
): RecomputeReport {
  const counts = Object.fromEntries(
    recomputeOutcomes.map((outcome) => [outcome, results.filter((one) => one.outcome === outcome).length]),
  ) as Record<RecomputeOutcome, number>;
  const again = counts.same + counts["within-tolerance"];
  const verdict = stopped
    ? "stopped"
    : counts.differs > 0
      ? "differs"
      : counts.other > 0
        ? "not-settled"
        : again === 0
          ? "nothing-repeated"
          : "nothing-differs";
  const summary = {
    "nothing-differs": `${again} of ${results.length} results came out again; ${counts.cannot} could not be repeated here.`,
    "not-settled": `${counts.other} of ${results.length} results are other ones here, and their lines name other tools or conditions: that explains nothing by itself. Repeat them with what the lines name. ${again} came out again, ${counts.cannot} could not be repeated.`,
    "nothing-repeated": `None of ${results.length} results could be repeated here: this shows nothing about them.`,
    differs: `${counts.differs} of ${results.length} results did not come out again, and nothing here explains it.`,
    stopped: `Stopped after ${results.length} results; the others were not repeated.`,
  }[verdict];
  return { v: 1, verdict, summary, here, counts, results, notRepeated, tolerances };
}

/** For what does not verify: repeating would vouch for what is known to be altered. */
export function notBegun({ here }: Pick<RecomputePorts, "here">): RecomputeReport {
  const counts = Object.fromEntries(recomputeOutcomes.map((outcome) => [outcome, 0])) as Record<RecomputeOutcome, number>;
  const summary = "Nothing was repeated: it does not verify, and what was altered proves nothing by coming out again.";
  return { ...{ v: 1, verdict: "not-begun", summary, here, counts }, results: [], notRepeated: [], tolerances: [] };
}
