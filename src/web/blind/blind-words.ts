/** Blind reviews in words: states with their meaning colours, and what comparing two answers says, with its numbers. */
import type { z } from "zod";
import type { BlindRow, BlindState, Comparison } from "../../api/blind.ts";
import { barely } from "../../reason/agreement/barely.ts";
import type { Tone } from "../parts/tone-mark.tsx";
import { formatNumber, t } from "../words/t.ts";

type Compared = z.infer<typeof Comparison>;

export const toneOf: { readonly [state in BlindState]: Tone } = {
  waiting: "unknown",
  "ready-to-reveal": "unknown",
  "partly-revealed": "unknown",
  agree: "agree",
  disagree: "conflict",
  "too-vague": "narrower",
  "not-comparable": "narrower",
  "not-blind": "narrower",
  "question-changed": "conflict",
  "not-independent": "narrower",
  ended: "unknown",
};

export function metresWords(metres: number): string {
  if (metres >= 10_000) return `${formatNumber(Math.round(metres / 100) / 10)} km`;
  return `${formatNumber(Math.round(metres * 10) / 10)} m`;
}

export function areaWords(areaM2: number): string {
  return areaM2 >= 1_000_000 ? `${formatNumber(Math.round(areaM2 / 10_000) / 100)} km²` : `${formatNumber(Math.round(areaM2))} m²`;
}

function instantWords(at: string): string {
  return at === "open" ? t("blind.open") : `${at.replace("T", " ").replace(/(\.\d+)?Z$/, "")} UTC`;
}

function secondsWords(seconds: number): string {
  if (seconds >= 86_400) return `${formatNumber(Math.round(seconds / 8640) / 10)} d`;
  if (seconds >= 3600) return `${formatNumber(Math.round(seconds / 360) / 10)} h`;
  return seconds >= 60 ? `${formatNumber(Math.round(seconds / 6) / 10)} min` : `${formatNumber(seconds)} s`;
}

/** In sentences; the first says what it comes to, the last how much hangs on a thread. */
export function comparisonSentences({ comparison, notIndependent }: BlindRow["comparisons"][number]): string[] {
  const { share, fartherThanAsked } = barely(comparison);
  return [
    ...(notIndependent === null ? [] : [t(`blind.not-independent.${notIndependent}`)]),
    ...verdictSentences(comparison),
    ...(share === null ? [] : [t("blind.barely", { percent: formatNumber(Math.round(share * 1000) / 10) })]),
    ...(fartherThanAsked ? [t("blind.farther-than-asked")] : []),
  ];
}

function verdictSentences(comparison: Compared): string[] {
  switch (comparison.sort) {
    case "place": {
      const { verdict, distanceM, sumM, askedM, joint } = comparison;
      const values = { distance: metresWords(distanceM), sum: metresWords(sumM), asked: metresWords(askedM) };
      return [t(`blind.place.${verdict}`, values), ...(joint === null ? [] : [jointWords(joint)])];
    }
    case "time": {
      const { verdict, joint, gapS, askedS } = comparison;
      if (verdict === "disagree" || joint === null) return [t("blind.time.disagree", { gap: secondsWords(gapS) })];
      return [t(`blind.time.${verdict}`, { from: instantWords(joint.from), to: instantWords(joint.to), asked: secondsWords(askedS) })];
    }
    case "choice":
      return [t(`blind.choice.${comparison.verdict}`)];
    case "none":
      return [t(`blind.people.${comparison.why}`)];
  }
}

function jointWords({ areaM2, bounds, shape }: NonNullable<Extract<Compared, { sort: "place" }>["joint"]>): string {
  const point = `${bounds.centre.lat.toFixed(5)}, ${bounds.centre.lon.toFixed(5)}`;
  const values = { area: areaWords(areaM2), radius: metresWords(bounds.radiusM), point };
  return t(shape === "lens" || shape === "point" ? "blind.joint" : "blind.joint-disc", values);
}
