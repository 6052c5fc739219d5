/**
 * `node scripts/bench/copies/calibrate.ts SCORES`: what the scores of segments are worth, from the scores of the half "set"
 * (score-edits.ts). Prints how many segments of at least that score were true, and the line for thresholds.ts: for each step of
 * evidence, the share that was true by the rule of succession (Laplace), so that no score ever claims certainty.
 */
import { readFileSync } from "node:fs";
import type { Scores } from "./score-table.ts";
import { wilson } from "./scoring.ts";

interface Rated {
  readonly score: number;
  readonly isTrue: boolean;
}

/** A segment counts as true when at least this share of its seconds is. */
const MOSTLY = 0.8;
const STEPS = [0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.97, 0.98, 0.99, 0.995] as const;

export function ratedOf(scores: Pick<Scores, "copies" | "different">): Rated[] {
  const ofCopies = scores.copies.flatMap(({ segments }) =>
    segments.map(({ score, shareTrue }) => ({ score, isTrue: shareTrue >= MOSTLY })),
  );
  const ofDifferent = scores.different.flatMap(({ segments }) => segments.map(({ score }) => ({ score, isTrue: false })));
  return [...ofCopies, ...ofDifferent];
}

export interface Step {
  readonly score: number;
  readonly segments: number;
  readonly trueOnes: number;
  /** Rises with the score, as evidence must. */
  readonly share: number;
}

export function reliability(rated: readonly Rated[], steps: readonly number[] = STEPS): Step[] {
  let least = 0;
  return steps.map((score) => {
    const above = rated.filter((one) => one.score >= score);
    const trueOnes = above.filter((one) => one.isTrue).length;
    least = Math.max(least, (trueOnes + 1) / (above.length + 2));
    return { score, segments: above.length, trueOnes, share: Math.round(least * 1000) / 1000 };
  });
}

export function reliabilityTable(steps: readonly Step[]): string {
  const rows = steps.map(({ score, segments, trueOnes, share }) => {
    const { low, high } = wilson(trueOnes, segments);
    return `| ${score} | ${segments} | ${trueOnes} | ${low.toFixed(3)} to ${high.toFixed(3)} | ${share} |`;
  });
  return ["| evidence, as a raw score of at least | segments | true | 95 % interval | share true |", "|---|---|---|---|---|", ...rows].join(
    "\n",
  );
}

if (import.meta.main) {
  const [file] = process.argv.slice(2);
  if (file === undefined) throw new Error("calibrate: expected the file of scores that score-edits.ts wrote; found none");
  const scores = JSON.parse(readFileSync(file, "utf8")) as Scores;
  const steps = reliability(ratedOf(scores));
  process.stdout.write(`half "${scores.half}", comparison ${scores.marks.matcher}\n\n${reliabilityTable(steps)}\n\n`);
  process.stdout.write(`export const calibration = ${JSON.stringify(steps.map(({ score, share }) => [score, share]))};\n`);
}
