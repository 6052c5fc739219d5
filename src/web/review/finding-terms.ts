/** Answers, grades and ladders in words, with their numbers: no point without its radius, no time without its zone, no term without its range. */
import { likelihoodRows } from "../../core/grading/likelihood-rows.ts";
import type { FindingDocument } from "../../core/finding/finding.ts";
import type { Answer, AskedPrecision } from "../../core/review/answer.ts";
import { formatNumber, t } from "../words/t.ts";

export function answerWords(answer: Answer): string {
  switch (answer.sort) {
    case "place":
      return t("answer.place", { lat: answer.lat.toFixed(5), lon: answer.lon.toFixed(5), radius: metres(answer.radiusM) });
    case "time": {
      const end = (at: string): string => `${at.replace("T", " ").replace(/Z$/, "")} UTC`;
      if (answer.from === "open") return t("answer.until", { to: end(answer.to), zone: answer.zone });
      if (answer.to === "open") return t("answer.since", { from: end(answer.from), zone: answer.zone });
      return t("answer.between", { from: end(answer.from), to: end(answer.to), zone: answer.zone });
    }
    case "choice":
      return answer.choice;
    case "words":
      return answer.words;
    case "cannot-tell":
      return t("answer.cannot-tell", { why: answer.why });
  }
}

function metres(radius: number): string {
  return radius >= 1000 ? `${formatNumber(radius / 1000)} km` : `${formatNumber(radius)} m`;
}

export function precisionWords(asked: AskedPrecision): string {
  switch (asked.sort) {
    case "place":
      return t("precision.place", { radius: metres(asked.radiusM) });
    case "time":
      return t("precision.time", { width: widthWords(asked.widthS) });
    case "choice":
      return t("precision.choice", { choices: asked.choices.join(" / ") });
    case "words":
      return t("precision.words");
  }
}

function widthWords(seconds: number): string {
  if (seconds % 86_400 === 0) return t("width.days", { count: seconds / 86_400 });
  if (seconds % 3600 === 0) return t("width.hours", { count: seconds / 3600 });
  return seconds % 60 === 0 ? t("width.minutes", { count: seconds / 60 }) : t("width.seconds", { count: seconds });
}

export function likelihoodWords(likelihood: FindingDocument["likelihood"]): string {
  if (likelihood.ladder === "none")
    return likelihood.why === "" ? t("likelihood.none") : t("likelihood.none-because", { why: likelihood.why });
  if (likelihood.ladder === "un-proof") return t(`proof.${likelihood.standard}`);
  const row = likelihoodRows.find(({ term }) => term === likelihood.term);
  return t("likelihood.with-range", { term: t(`likelihood.${likelihood.term}`), low: row?.low ?? 0, high: row?.high ?? 0 });
}
