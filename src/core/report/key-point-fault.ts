/**
 * A key point says no more than its finding, and a finding no more than its grounds. What can be measured is measured: a radius
 * against the smallest of its grounds, a time against what its grounds leave together, a likelihood against the finding's term.
 * What no ground states cannot be measured here; then the report says so, and nothing is refused.
 */
import type { LikelihoodTerm } from "../finding/finding.ts";
import { likelihoodRows } from "../grading/likelihood-rows.ts";
import { spanM } from "../place/region-geometry.ts";
import type { ReportPlace, ReportWindow } from "./report-figures.ts";
import type { ReportFinding } from "./report-finding.ts";
import { metresWords, windowWords } from "./report-words.ts";
import { rewordedFaults } from "./reworded-faults.ts";

export interface KeyPointFault {
  readonly finding: ReportFinding["finding"];
  readonly fault: "narrower" | "firmer";
  readonly why: string;
}

/** What grounds of a finding state: those that speak for it. */
export interface StatedByGrounds {
  readonly places: readonly Pick<ReportPlace, "of" | "role" | "region">[];
  readonly windows: readonly Pick<ReportWindow, "of" | "from" | "to">[];
}

/** `text`: of the key point. All faults, so that they can be mended together. */
export function keyPointFaults(text: string, finding: ReportFinding, grounds: StatedByGrounds): KeyPointFault[] {
  const fault = (what: "narrower" | "firmer", why: string): KeyPointFault => ({ finding: finding.finding, fault: what, why });
  return [
    ...narrowerPlace(finding, grounds).map((why) => fault("narrower", why)),
    ...narrowerTime(finding, grounds).map((why) => fault("narrower", why)),
    ...narrowerWords(text, finding).map((why) => fault("narrower", why)),
    ...[...firmerWords(text, finding), ...rewordedFaults(text, finding)].map((why) => fault("firmer", why)),
  ];
}

/** What a finding's own statement says more narrowly or more firmly than its answer and its term: refused before anybody signs it. */
export function statementFaults(finding: Pick<ReportFinding, "statement" | "answer" | "likelihood">): string[] {
  return [...narrowerWords(finding.statement, finding), ...firmerWords(finding.statement, finding)];
}

/** Rounding in what people type must not refuse anything. */
const slack = 1.001;

function narrowerPlace({ answer }: ReportFinding, { places }: StatedByGrounds): string[] {
  if (answer.sort !== "place") return [];
  const stated = places
    .filter(({ role }) => role === "ground" || role === "camera")
    .map(({ of, region }) => ({ of, radiusM: region.shape === "path" ? region.radiusM : spanM(region) / 2 }));
  if (stated.length === 0) return [];
  const least = stated.reduce((a, b) => (b.radiusM < a.radiusM ? b : a));
  if (answer.radiusM * slack >= least.radiusM) return [];
  return [
    `its radius is ${metresWords(answer.radiusM)}, and the narrowest place that a ground states is ${metresWords(least.radiusM)} (${least.of})`,
  ];
}

interface Span {
  readonly of: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Grounds cut each other: what they leave together is the narrowest that an answer may be. Several windows of one ground are what it
 * leaves open. Where grounds leave nothing together, each is one by itself, and the answer is held against each.
 */
function narrowerTime({ answer }: ReportFinding, { windows }: StatedByGrounds): string[] {
  if (answer.sort !== "time" || windows.length === 0) return [];
  const grounds = [...Map.groupBy(windows, ({ of }) => of)].map(([of, own]): Span => {
    const spans = own.map((one) => spanOf(one));
    return { of, from: Math.min(...spans.map(({ from }) => from)), to: Math.max(...spans.map(({ to }) => to)) };
  });
  const from = Math.max(...grounds.map((one) => one.from));
  const to = Math.min(...grounds.map((one) => one.to));
  if (from <= to) return narrowerThan(spanOf(answer), { of: "its grounds leave", from, to });
  const faults = grounds.map((one) => narrowerThan(spanOf(answer), { ...one, of: `${one.of} leaves` }));
  return faults.some((of) => of.length === 0)
    ? []
    : [`its grounds leave no time together, and it is narrower than each: ${faults.flat().join("; ")}`];
}

function spanOf({ from, to }: { readonly from: string; readonly to: string }): { from: number; to: number } {
  return { from: from === "open" ? -Infinity : Date.parse(from), to: to === "open" ? Infinity : Date.parse(to) };
}

function narrowerThan(answer: { readonly from: number; readonly to: number }, { of, from, to }: Span): string[] {
  const says = `${of} ${windowWords({ from: wordOf(from), to: wordOf(to), zone: "UTC" })}`;
  return [
    ...(answer.from > from + 999 ? [`it begins later than its grounds allow: ${says}`] : []),
    ...(answer.to < to - 999 ? [`it ends earlier than its grounds allow: ${says}`] : []),
  ];
}

function wordOf(ms: number): string {
  return Number.isFinite(ms) ? new Date(ms).toISOString() : "open";
}

const units: { readonly [unit: string]: number } = {
  m: 1,
  metre: 1,
  metres: 1,
  meter: 1,
  meters: 1,
  km: 1000,
  kilometre: 1000,
  kilometres: 1000,
  kilometer: 1000,
  kilometers: 1000,
};
const small: { readonly [word: string]: number } = {
  ...{ one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, twelve: 12, fifteen: 15 },
  ...{ twenty: 20, thirty: 30, forty: 40, fifty: 50, hundred: 100, "a hundred": 100, "one hundred": 100 },
};
const figureWords = `(\\d+(?:[.,]\\d+)?|${Object.keys(small)
  .toSorted((a, b) => b.length - a.length)
  .join("|")})[\\s-]*(km|m|kilomet(?:re|er)s?|met(?:re|er)s?)\\b`;
/** Said as a radius, or as a way from something. */
const radiusWords = new RegExp(
  `(?:within|±|\\+-|\\+/-|give or take|radius(?: of)?|to|than|under|below)\\s*(?:about\\s*|a\\s*radius\\s*of\\s*)?${figureWords}|\\b${figureWords}(?= (?:from|of|off|away|north|south|east|west|radius))`,
  "giu",
);

/** A text that says a radius or a distance says it no smaller than the answer has it. */
function narrowerWords(text: string, { answer }: Pick<ReportFinding, "answer">): string[] {
  if (answer.sort !== "place") return [];
  return [...text.matchAll(radiusWords)].flatMap(([words, figure, unit, otherFigure, otherUnit]) => {
    const said = (figure ?? otherFigure ?? "").toLowerCase();
    const metres = (small[said] ?? Number(said.replace(",", "."))) * (units[(unit ?? otherUnit ?? "m").toLowerCase()] ?? 1);
    return metres > 0 && metres * slack < answer.radiusM
      ? [`it says "${words}", and the answer's radius is ${metresWords(answer.radiusM)}`]
      : [];
  });
}

/** From no chance to certainty, in both wordings of each row and as adverbs; a firmer one lies farther from even chance. */
const terms: readonly (readonly [LikelihoodTerm, readonly string[]])[] = likelihoodRows.map(({ term, used, other }) => [
  term,
  [used, other].flatMap((words) => [words, words.replace(/certain$/u, "certainly").replace(/able$/u, "ably")]),
]);
/** Words that are firmer than any term. */
const certain = [
  "certainly",
  "certain",
  "proves",
  "proven",
  "proved",
  "undoubtedly",
  "without doubt",
  "beyond doubt",
  "definitely",
  "conclusively",
];

function firmerWords(text: string, { likelihood }: Pick<ReportFinding, "likelihood">): string[] {
  const said = termsIn(text);
  const sure = certain.find((word) => new RegExp(`(?<!almost )(?<!nearly )(?<!not )\\b${word}\\b(?! of proof)`, "iu").test(text));
  const isCertain = sure !== undefined ? [`it says "${sure}", and no finding is certain`] : [];
  if (likelihood.ladder !== "icd-203") {
    return [...isCertain, ...said.map(({ words }) => `it says "${words}", and its finding states no likelihood of that ladder`)];
  }
  const held = strengthOf(likelihood.term);
  return [
    ...isCertain,
    ...said
      .filter(({ term }) => isFirmer(strengthOf(term), held))
      .map(({ words }) => `it says "${words}", and its finding says ${likelihood.term.replaceAll("-", " ")}`),
  ];
}

/** Longest wordings first, so that "very likely" is not read as "likely". */
function termsIn(text: string): { term: LikelihoodTerm; words: string }[] {
  let rest = text.toLowerCase();
  const found: { term: LikelihoodTerm; words: string }[] = [];
  const wordings = terms
    .flatMap(([term, all]) => all.map((words) => ({ term, words })))
    .toSorted((a, b) => b.words.length - a.words.length);
  for (const { term, words } of wordings) {
    const pattern = new RegExp(`\\b${words}\\b`, "gu");
    if (!pattern.test(rest)) continue;
    found.push({ term, words });
    rest = rest.replace(pattern, " ");
  }
  return found;
}

/** Steps from even chance: below zero unlikely, above likely. */
function strengthOf(term: LikelihoodTerm): number {
  return terms.findIndex(([name]) => name === term) - 3;
}

/** Another direction is another statement, and is refused as well. */
function isFirmer(said: number, held: number): boolean {
  return Math.sign(said) !== Math.sign(held) ? said !== 0 : Math.abs(said) > Math.abs(held);
}
