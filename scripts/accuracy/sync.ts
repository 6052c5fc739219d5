/**
 * How good offsets from sound are, on pairs with known truth: how many are right within 50 ms, refused, wrong; how often the stated error
 * holds the truth. Sets of one group share no sound with those of another: thresholds were set on group 0, the page shows groups 1 and 3.
 * Usage: node scripts/accuracy/sync.ts [--pairs N] [--from N] [--group N] [--only PART] [--list] [--write]
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { measureSound } from "../../src/analyse/sync-sound/measure-sound.ts";
import type { PairMeasurement, SyncRefusal } from "../../src/core/sync/pair-measurement.ts";
import { type ScenePair, scenePair, strataApart, strataTogether } from "./sync-scenes.ts";

export const rightWithinS = 0.05;

export interface PairScore {
  readonly outcome: "right" | "wrong" | SyncRefusal;
  readonly related: boolean;
  /** Chance of being wrong that was stated; null where refused. */
  readonly stated: number | null;
  /** Of the best line, where it was refused. */
  readonly evidence: number | null;
  readonly errorS: number | null;
  readonly held: boolean | null;
  readonly rateHeld: boolean | null;
  readonly same: boolean;
}

export function scorePair({ truth }: ScenePair, measured: PairMeasurement): PairScore {
  const related = truth.sort === "offsets";
  const none = { errorS: null, held: null, rateHeld: null };
  if (measured.state === "refused") {
    const evidence = measured.candidates[0]?.score ?? null;
    return { outcome: measured.reason, related, stated: null, evidence, same: false, ...none };
  }
  const { offset, wrong, sameRecording } = measured;
  const base = { related, stated: wrong, evidence: null, same: sameRecording };
  if (truth.sort === "none") return { outcome: "wrong", ...base, ...none };
  const errorS = Math.min(...truth.onA(offset.at.b).map((atA) => Math.abs(atA - offset.at.a)));
  const rateHeld = offset.rate === "not-measured" ? null : Math.abs(offset.rate.ppm - truth.ppm) <= offset.rate.plusMinusPpm;
  return { outcome: errorS <= rightWithinS ? "right" : "wrong", errorS, held: errorS <= offset.plusMinusS, rateHeld, ...base };
}

const percent = (share: number) => (Number.isNaN(share) ? "-" : `${(share * 100).toFixed(1)} %`);
const shareOf = <T>(all: readonly T[], is: (one: T) => boolean) => all.filter(is).length / all.length;

function row(name: string, scores: readonly PairScore[]): string {
  const count = (outcome: PairScore["outcome"]) => scores.filter((score) => score.outcome === outcome).length;
  const refused = (["nothing-common", "repeats", "cut", "silent", "too-short"] as const)
    .filter((reason) => count(reason) > 0)
    .map((reason) => `${reason} ${count(reason)}`);
  const errors = scores.flatMap(({ errorS }) => errorS ?? []).sort((x, y) => x - y);
  const held = scores.flatMap(({ held }) => held ?? []);
  const rates = scores.flatMap(({ rateHeld }) => rateHeld ?? []);
  const ms = (seconds: number | undefined) => (seconds === undefined ? "-" : `${(seconds * 1000).toFixed(2)} ms`);
  return `| ${name} | ${scores.length} | ${count("right")} | ${refused.join(", ") || "-"} | **${count("wrong")}** | ${ms(errors[errors.length >> 1])} | ${percent(shareOf(held, Boolean))} | ${percent(shareOf(rates, Boolean))} |`;
}

export function tableOf(scores: ReadonlyMap<string, readonly PairScore[]>): string {
  const all = [...scores.values()].flat();
  return [
    "| pairs | | right within 50 ms | refused | wrong | median error | stated error holds | stated rate holds |",
    "|---|---|---|---|---|---|---|---|",
    ...[...scores].map(([name, of]) => row(name, of)),
    row(
      "all of one event",
      all.filter(({ related }) => related),
    ),
    row(
      "all of none, or that repeat",
      all.filter(({ related }) => !related),
    ),
  ].join("\n");
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      pairs: { type: "string", default: "20" },
      from: { type: "string", default: "0" },
      group: { type: "string", default: "1" },
      only: { type: "string", default: "" },
      list: { type: "boolean", default: false },
      write: { type: "boolean", default: false },
    },
  });
  const [pairs, from, group] = [values.pairs, values.from, values.group].map(Number) as [number, number, number];
  const scores = new Map<string, PairScore[]>();
  for (const stratum of [...strataTogether, ...strataApart].filter((name) => name.includes(values.only))) {
    const of: PairScore[] = [];
    for (let number = from; number < from + pairs; number++) {
      const pair = scenePair(stratum, group, number);
      const score = scorePair(pair, measureSound(pair.a, pair.b));
      of.push(score);
      if (values.list && (score.outcome !== "right" || score.held === false || score.rateHeld === false))
        process.stderr.write(`${stratum} ${number} ${pair.what}: ${JSON.stringify(score)}\n`);
    }
    scores.set(stratum, of);
    process.stderr.write(`${row(stratum, of)}\n`);
  }
  const text = `Group ${group}, pairs ${from} to ${from + pairs - 1} of each kind.\n\n${tableOf(scores)}`;
  process.stdout.write(`${text}\n`);
  if (values.write) {
    const page = join(import.meta.dirname, "../../docs/method/sync-sound.md");
    const [before, rest] = readFileSync(page, "utf8").split("<!-- figures -->");
    const after = rest?.split("<!-- end of figures -->")[1];
    if (before === undefined || after === undefined) throw new Error(`${page}: expected the marks of the figures; found none`);
    writeFileSync(page, `${before}<!-- figures -->\n\n${text}\n\n<!-- end of figures -->${after}`);
  }
}
