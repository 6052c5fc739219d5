/**
 * How good the camera reasoner's answers are, on 1,000 scenes with known truth: how often a stated 95 % set holds the true position, and
 * how wide it is beside the best answer that the truth allows.
 * Usage: node scripts/accuracy/camera.ts [--scenes N] [--from N] [--write]; --write puts the table into docs/method/camera.md.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { answerCamera } from "../../src/reason/camera/answer-camera.ts";
import { CameraProblem } from "../../src/reason/camera/camera-problem.ts";
import { type Score, scoreScene } from "./camera-scores.ts";

type Stratum = readonly [name: string, holds: (score: Score) => boolean];

export const strata: readonly Stratum[] = [
  ["all", () => true],
  ["3 pairs", ({ strata }) => strata.pairs === "3"],
  ["4 pairs", ({ strata }) => strata.pairs === "4"],
  ["5 or 6 pairs", ({ strata }) => strata.pairs === "5-6"],
  ["8 pairs", ({ strata }) => strata.pairs === "8"],
  ["field of view known", ({ strata }) => strata.field === "known"],
  ["field of view unknown", ({ strata }) => strata.field === "unknown"],
  ["things over the whole frame", ({ strata }) => strata.spread === "wide"],
  ["things over a third of it", ({ strata }) => strata.spread === "narrow"],
  ["no mistaken pair", ({ strata }) => !strata.mistaken],
  ["a mistaken pair", ({ strata }) => strata.mistaken],
  ["3 pairs, none mistaken", ({ strata }) => strata.pairs === "3" && !strata.mistaken],
  ["3 pairs, field of view known", ({ strata }) => strata.pairs === "3" && strata.field === "known"],
  ["3 pairs, field of view unknown", ({ strata }) => strata.pairs === "3" && strata.field === "unknown"],
  ["4 pairs, field of view unknown", ({ strata }) => strata.pairs === "4" && strata.field === "unknown"],
];

export interface StratumRow {
  readonly name: string;
  readonly scenes: number;
  readonly held: number;
  readonly width: number | null;
}

export function scoreRows(scores: readonly Score[]): StratumRow[] {
  return strata.map(([name, belongs]) => {
    const of = scores.filter(belongs);
    const widths = of.flatMap(({ width }) => width ?? []).sort((a, b) => a - b);
    return {
      name,
      scenes: of.length,
      held: of.filter(({ holds }) => holds).length / of.length,
      width: widths[Math.floor(widths.length / 2)] ?? null,
    };
  });
}

export function scoreScenes(from: number, count: number): Score[] {
  return Array.from({ length: count }, (_, at) => scoreScene(from + at, (problem) => answerCamera(CameraProblem.parse(problem))));
}

if (import.meta.main) {
  const option = (name: string, otherwise: number) => {
    const at = process.argv.indexOf(name);
    return at < 0 ? otherwise : Number(process.argv[at + 1]);
  };
  const count = option("--scenes", 1000);
  const scores = scoreScenes(option("--from", 5000), count);
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  const table = [
    `| ${count} scenes | scenes | 95 % sets that hold the truth | median width beside the best |`,
    "|---|---|---|---|",
    ...scoreRows(scores).map(
      ({ name, scenes, held, width }) =>
        `| ${name} | ${scenes} | ${percent(held)} | ${width === null ? "no single position" : width.toFixed(2)} |`,
    ),
  ].join("\n");
  const told = scores.filter(({ headingHolds }) => headingHolds !== null);
  const share = (of: (score: Score) => boolean | null) => percent(told.filter((score) => of(score) === true).length / told.length);
  const more = `Of the ${told.length} answers with a position, ${share((score) => score.headingHolds)} of the stated headings and ${share((score) => score.fieldHolds)} of the stated fields of view hold the truth.`;
  console.log(`${table}\n\n${more}`);
  if (process.argv.includes("--write")) {
    const page = join(import.meta.dirname, "../../docs/method/camera.md");
    const text = readFileSync(page, "utf8");
    const [before, after] = [text.split("<!-- figures -->")[0], text.split("<!-- end of figures -->")[1]];
    if (before === undefined || after === undefined) throw new Error(`${page}: expected the marks of the figures; found none`);
    writeFileSync(page, `${before}<!-- figures -->\n\n${table}\n\n${more}\n\n<!-- end of figures -->${after}`);
  }
}
