/**
 * Words of each ladder as people write them. English is the whole of each row (src/core/grading); Ukrainian and Russian are the common
 * renderings of the row that findings use, since ICD 203 has no official ones. Longer terms come before those they hold.
 */
import { likelihoodRows } from "../../core/grading/likelihood-rows.ts";
import { proofLadder } from "../../core/grading/proof-standards.ts";

export type Ladder = "icd-203" | "icd-203-other-row" | "un-proof" | "none";

export interface LadderWord {
  readonly ladder: Ladder;
  /** Source of a pattern, matched as whole words, in any case. */
  readonly pattern: string;
  /** What the ladder that findings use has for it. */
  readonly instead: string;
}

const spaced = (words: string): string => words.replace(/ /g, "[\\s-]+");

const used: readonly LadderWord[] = [
  { ladder: "icd-203", pattern: "almost[\\s-]+certain(?:ly)?", instead: "almost certain" },
  ...likelihoodRows
    .filter(({ term }) => term !== "almost-certain")
    .map(({ used: words }) => ({ ladder: "icd-203" as const, pattern: spaced(words), instead: words })),
  { ladder: "icd-203", pattern: "(?:дуже|вельми)\\s+ймовірно", instead: "very likely" },
  { ladder: "icd-203", pattern: "(?:малоймовірно|навряд\\s+чи)", instead: "unlikely" },
  { ladder: "icd-203", pattern: "майже\\s+(?:напевно|точно)", instead: "almost certain" },
  { ladder: "icd-203", pattern: "(?:ймовірно|імовірно)", instead: "likely" },
  { ladder: "icd-203", pattern: "(?:очень|весьма)\\s+вероятно", instead: "very likely" },
  { ladder: "icd-203", pattern: "(?:маловероятно|вряд\\s+ли)", instead: "unlikely" },
  { ladder: "icd-203", pattern: "почти\\s+(?:наверняка|точно)", instead: "almost certain" },
  { ladder: "icd-203", pattern: "вероятно", instead: "likely" },
];

const otherRow: readonly LadderWord[] = [
  { ladder: "icd-203-other-row", pattern: "nearly[\\s-]+certain(?:ly)?", instead: "almost certain" },
  { ladder: "icd-203-other-row", pattern: "highly[\\s-]+improbable", instead: "very unlikely" },
  { ladder: "icd-203-other-row", pattern: "highly[\\s-]+probabl[ey]", instead: "very likely" },
  { ladder: "icd-203-other-row", pattern: "improbabl[ey]", instead: "unlikely" },
  { ladder: "icd-203-other-row", pattern: "roughly[\\s-]+even[\\s-]+odds", instead: "roughly even chance" },
  { ladder: "icd-203-other-row", pattern: "probabl[ey]", instead: "likely" },
  /** "Remote" alone is an adjective of places too. */
  {
    ladder: "icd-203-other-row",
    pattern: "remote[\\s-]+(?:chance|possibility)|(?:is|are|was|were)\\s+remote",
    instead: "almost no chance",
  },
];

/** Likelihoods that are on no row: nobody can say which range they mean. */
const noRow: readonly LadderWord[] = [
  { ladder: "none", pattern: "(?:highly|extremely|most|quite|more)[\\s-]+likely", instead: "very likely" },
  { ladder: "none", pattern: "(?:highly|extremely)[\\s-]+unlikely", instead: "very unlikely" },
  { ladder: "none", pattern: "скорее\\s+всего|наиболее\\s+вероятно", instead: "вероятно" },
  { ladder: "none", pattern: "(?:швидше|скоріше)\\s+за\\s+все|найімовірніше", instead: "ймовірно" },
  { ladder: "none", pattern: "in[\\s-]+all[\\s-]+likelihood|in[\\s-]+all[\\s-]+probability", instead: "very likely" },
  { ladder: "none", pattern: "(?:may|might|could)[\\s-]+(?:very[\\s-]+)?well(?![\\s-]+(?:known|lit))", instead: "likely" },
  {
    ladder: "none",
    pattern:
      "\\d{1,3}(?:[.,]\\d+)?\\s?(?:%|percent|per[\\s-]+cent)[\\s-]+(?:chances?|odds|likel(?:y|ihood)|probab(?:le|ility)|possibility|certain(?:ty)?|sure)|odds[\\s-]+(?:are|of)[\\s-]+\\d{1,3}",
    instead: "the term in whose range the number lies",
  },
];

const proof: readonly LadderWord[] = [
  ...proofLadder.map(({ words }) => ({
    ladder: "un-proof" as const,
    pattern: spaced(words).replace("evidence", "(?:evidence|proof)"),
    instead: words,
  })),
  { ladder: "un-proof", pattern: "beyond[\\s-]+(?:a[\\s-]+)?reasonable[\\s-]+doubt", instead: "beyond reasonable doubt" },
  {
    ladder: "un-proof",
    pattern: "(?:on[\\s-]+(?:a|the)[\\s-]+)?balance[\\s-]+of[\\s-]+probabilit(?:y|ies)",
    instead: "clear and convincing evidence",
  },
  { ladder: "un-proof", pattern: "поза\\s+розумним\\s+сумнівом", instead: "beyond reasonable doubt" },
  { ladder: "un-proof", pattern: "вне\\s+разумн(?:ых|ого)\\s+сомнени(?:й|я)", instead: "beyond reasonable doubt" },
  { ladder: "un-proof", pattern: "(?:обґрунтовані|розумні)\\s+підстави\\s+(?:вважати|вірити)", instead: "reasonable grounds to believe" },
  { ladder: "un-proof", pattern: "разумные\\s+основания\\s+полагать", instead: "reasonable grounds to believe" },
];

const all = [...noRow, ...otherRow, ...proof, ...used];
/** "No likely alternative" says how likely nothing is. */
const denied = "(?<!(?<![\\p{L}\\p{N}])(?:no|any)\\s+(?:other\\s+|more\\s+)?)";
const compiled = all.map((word) => ({
  word,
  find: new RegExp(`(?<![\\p{L}\\p{N}])${denied}(?:${word.pattern})(?![\\p{L}\\p{N}])`, "giu"),
}));

export interface FoundWord {
  readonly word: LadderWord;
  readonly start: number;
  readonly end: number;
}

/** The terms in a text, in its order. Where several match, the longest is the one that was written. */
export function ladderWordsIn(text: string): FoundWord[] {
  const found = compiled.flatMap(({ word, find }) =>
    [...text.matchAll(find)].map(({ index, 0: said }) => ({ word, start: index, end: index + said.length })),
  );
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: FoundWord[] = [];
  for (const one of found) if (one.start >= (kept.at(-1)?.end ?? 0)) kept.push(one);
  return kept;
}

const confidence =
  /(?<![\p{L}\p{N}])(?:(?:high|moderate|medium|low|great|full|limited|strong)[\s-]+(?:(?:degree|level)s?[\s-]+of[\s-]+)?confidence|(?:highly|very|fully|quite|fairly|reasonably|rather|pretty|entirely|completely|absolutely)[\s-]+(?:confident|sure)|(?:we|I|analysts?)[\s-]+(?:are|am|is)[\s-]+(?:\p{L}+[\s-]+)?(?:confident|sure|certain[\s-]+(?:of|that|about))|confidence(?:[\s-]+(?:level[\s-]+)?(?:is|in)|[\s-]*[:=(]|[\s-]+(?:high|moderate|medium|low))|with[\s-]+confidence|(?:висок|середн|низьк)\p{L}+\s+(?:(?:ступен|рівн)\p{L}+\s+)?впевнен\p{L}+|(?:высок|средн|низк)\p{L}+\s+(?:(?:степен|уровн)\p{L}+\s+)?уверенност\p{L}+|впевненіст\p{L}+\s+(?:\p{L}+\s+)?(?:висок|середн|низьк)\p{L}+|уверенност\p{L}+\s+(?:\p{L}+\s+)?(?:высок|средн|низк)\p{L}+)(?![\p{L}\p{N}])/giu;

/** Words that say how strong the basis is. */
export function confidenceWordsIn(text: string): { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(confidence)].map(({ index, 0: said }) => ({ start: index, end: index + said.length }));
}
