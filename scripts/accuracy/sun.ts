/**
 * How often the sun reasoner's stated 95 % sets hold the truth, and how wide they are beside the best answer that the truth allows:
 * the least time that holds 95 % of what an observer believes who knows every law by which the scene was made.
 * Usage: node scripts/accuracy/sun.ts [--scenes N] [--write]
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { answerSun } from "../../src/reason/sun/answer-sun.ts";
import { SunProblem } from "../../src/reason/sun/sun-problem.ts";
import { psaSun, shadowOf, sunScene, type SunScene } from "./sun-scenes.ts";

const minuteMs = 60_000;
const rad = Math.PI / 180;

export interface SunRow {
  readonly name: string;
  readonly scenes: number;
  readonly held: number;
  /** Medians, minutes. */
  readonly width: number;
  readonly best: number;
}

interface Outcome {
  readonly scene: SunScene;
  readonly holds: boolean;
  readonly width: number;
  readonly best: number;
}

/** `stated`: what the person of a scene states, where a test lets them state something else. */
export function sunAccuracy(count: number, stated = (problem: SunScene["problem"]) => problem): SunRow[] {
  const outcomes = Array.from({ length: count }, (_, number) => outcomeOf(sunScene(number), stated));
  const row = (name: string, some: readonly Outcome[]): SunRow => ({
    name,
    scenes: some.length,
    held: some.filter(({ holds }) => holds).length / some.length,
    width: median(some.map(({ width }) => width)),
    best: median(some.map(({ best }) => best)),
  });
  const strata = (["hour", "measured", "ground"] as const).flatMap((by) =>
    [...new Set(outcomes.map(({ scene }) => scene.strata[by]))].map((value) =>
      row(
        value,
        outcomes.filter(({ scene }) => scene.strata[by] === value),
      ),
    ),
  );
  return [row("all", outcomes), ...strata];
}

function outcomeOf(scene: SunScene, stated: (problem: SunScene["problem"]) => SunScene["problem"]): Outcome {
  const answer = answerSun(SunProblem.parse(stated(scene.problem)));
  if (answer.answers !== "when") throw new Error("accuracy: expected an answer about when; found one about where");
  const windows = answer.utc.joint.map(([from, to]) => [Date.parse(from), Date.parse(to)] as const);
  // Windows are written in whole seconds.
  const holds = windows.some(([from, to]) => scene.truth >= from - 1000 && scene.truth <= to + 1000);
  return { scene, holds, width: windows.reduce((sum, [from, to]) => sum + (to - from), 0) / minuteMs, best: bestWidth(scene) };
}

/** Draws of what is not measured: the same for every moment, so that moments compare. */
const draws = 60;
/** Even quantiles of t with three degrees of freedom by its distribution function, in orders that do not go together. */
const quantiles = Array.from({ length: draws }, (_, i) => tQuantile((i + 0.5) / draws));
const shuffled = [17, 37, 47].map((step) => quantiles.map((__, i) => quantiles[(i * step + step) % draws] as number));

/** Minutes that the smallest set takes that holds 95 % of the belief, every lit minute of the day being as likely before. */
function bestWidth({ problem, scatter }: SunScene): number {
  const { place, day, zone, shadowBearingDeg: bearing, lengthRatio: ratio } = problem;
  const midnight = Date.parse(`${day}T00:00:00${zone}`);
  const belief: number[] = [];
  for (let minute = 0; minute < 1440; minute += 0.5) {
    const { azimuth, height } = psaSun(midnight + minute * minuteMs, place.lat, place.lon);
    if (height < 0.5) continue;
    let sum = 0;
    const trials = scatter.slope === 0 ? 1 : draws;
    for (let i = 0; i < trials; i++) {
      const drawn = shuffled.map((one) => (trials === 1 ? 0 : (one[i] as number)));
      const [slope, along, side] = drawn as [number, number, number];
      if (height + slope * scatter.slope < 1) continue;
      const { length, beside } = shadowOf(
        height,
        [Math.tan(along * scatter.lean * rad), Math.tan(side * scatter.lean * rad)],
        [Math.tan(slope * scatter.slope * rad), 0],
      );
      const off = bearing === undefined ? 0 : ((((bearing.value - azimuth - 180 - beside + 180) % 360) + 720) % 360) - 180;
      const ofBearing = bearing === undefined ? 1 : density(off / scatter.bearing);
      const ofRatio = ratio === undefined ? 1 : density((ratio.value - length) / scatter.ratio);
      sum += ofBearing * ofRatio;
    }
    belief.push(sum);
  }
  belief.sort((a, b) => b - a);
  const whole = belief.reduce((sum, one) => sum + one, 0);
  let [held, count] = [0, 0];
  while (held < 0.95 * whole && count < belief.length) held += belief[count++] as number;
  return count / 2;
}

/** Of t with three degrees of freedom, but for a factor. */
function density(t: number): number {
  return (1 + (t * t) / 3) ** -2;
}

function tQuantile(share: number): number {
  const below = (t: number) => 0.5 + (Math.atan(t / Math.sqrt(3)) + (Math.sqrt(3) * t) / (t * t + 3)) / Math.PI;
  let [low, high] = [-100, 100];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (below(middle) < share) low = middle;
    else high = middle;
  }
  return low;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return ((sorted[Math.floor((sorted.length - 1) / 2)] as number) + (sorted[Math.ceil((sorted.length - 1) / 2)] as number)) / 2;
}

function table(rows: readonly SunRow[]): string {
  return [
    "| scenes | number | hold the truth | median width, min | of the best answer, min | ratio |",
    "|---|---|---|---|---|---|",
    ...rows.map(
      ({ name, scenes, held, width, best }) =>
        `| ${name} | ${scenes} | ${(held * 100).toFixed(1)} % | ${width.toFixed(1)} | ${best.toFixed(1)} | ${(width / best).toFixed(2)} |`,
    ),
  ].join("\n");
}

if (import.meta.main) {
  const at = process.argv.indexOf("--scenes");
  const rows = sunAccuracy(at < 0 ? 1000 : Number(process.argv[at + 1]));
  console.log(table(rows));
  if (process.argv.includes("--write")) {
    const page = join(import.meta.dirname, "../../docs/method/sun.md");
    const [start, end] = ["<!-- accuracy -->", "<!-- /accuracy -->"];
    const text = readFileSync(page, "utf8");
    const [before, rest] = text.split(start);
    const after = rest?.split(end)[1];
    if (before === undefined || after === undefined)
      throw new Error(`accuracy: expected ${start} and ${end} in docs/method/sun.md; found none`);
    writeFileSync(page, `${before}${start}\n\n${table(rows)}\n\n${end}${after}`);
  }
  const failing = rows.filter(({ held, width, best }) => held < 0.93 || width > 1.5 * best);
  for (const { name } of failing) console.error(`accuracy: ${name} does not reach 93 %, or is wider than 1.5 times the best answer`);
  if (failing.length > 0) process.exitCode = 1;
}
