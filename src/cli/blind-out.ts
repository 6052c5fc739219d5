/** Blind reviews on the terminal. */
import type { Answer } from "../core/review/answer.ts";
import { askedWords } from "../core/blind/packet-read-me.ts";
import { visibleText } from "../core/text/visible-text.ts";
import type { AnswerComparison } from "../reason/agreement/agreement.ts";
import type { NotIndependent } from "../reason/agreement/independence.ts";
import { barely } from "../reason/agreement/barely.ts";
import type { blindDesk } from "../reads/blind/blind-desk.ts";
import { changedWords } from "../reads/blind/blind-blockers.ts";
import { notIndependentWords, priorWords, wayWords } from "../reads/blind/known-words.ts";
import type { blindRows } from "../reads/blind/list-blind.ts";

type Row = Awaited<ReturnType<typeof blindRows>>[number];
type Desk = Awaited<ReturnType<typeof blindDesk>>;

export function deskLines({ tasks }: Desk): string[] {
  return tasks.flatMap(({ blind, question, text, precision, items }) => [
    `${blind} asks you question ${question}: ${visibleText(text)}`,
    `  ${askedWords(precision)}`,
    ...items.map(
      ({ item, kind, graphicLevel, metadata }) =>
        `  ${item}: ${kind}, graphic level ${graphicLevel}, ${metadata.length} entries of metadata inside`,
    ),
    `  Answer with \`witnessmark blind CASE --seal ${blind}\`, or on the screen Blind of \`witnessmark serve CASE\`.`,
  ]);
}

export function rowLines({ blind, question, text, state, settled, changed, answerers, comparisons, resolutions, ended }: Row): string[] {
  return [
    `${blind}  question ${question}: ${visibleText(text)}`,
    `  ${stateWords[state]}${settled && state !== "agree" ? ", and what was made of it is written" : ""}${ended === null ? "" : `; ended: ${visibleText(ended)}`}`,
    ...(changed === null
      ? []
      : [
          `  the question was changed in line ${changed.line} after it was put to them (${changedWords(changed)}): what they answered agrees on nothing that is asked now`,
        ]),
    ...answerers.map(({ person, name, blind: unseen, sealed, revealed }) => {
      const who = `${person ?? "outside"} ${visibleText(name)}${unseen ? ", blind" : ", knows the case"}`;
      if (sealed === null) return `  ${who}: waiting for the answer`;
      const fixed = `sealed in line ${sealed.line} (${sealed.at})${sealed.unbound ? ", tied to the bytes of no packet" : ""}`;
      return revealed === null
        ? `  ${who}: ${fixed}`
        : `  ${who}: ${fixed}, revealed in line ${revealed.line}: ${answerWords(revealed.answer)}`;
    }),
    ...answerers.flatMap(knownLines),
    ...comparisons.map(
      ({ a, b, comparison, notIndependent }) =>
        `  answers ${a + 1} and ${b + 1}: ${comparisonWords(comparison, notIndependent)}${barelyWords(comparison)}`,
    ),
    ...resolutions.map(
      ({ how, text: words, byName }) =>
        `  ${how === "resolution" ? "resolution" : "minority view"} by ${visibleText(byName)}: ${visibleText(words)}`,
    ),
  ];
}

/** What who answered blind says they knew, and what the case records of it. */
function knownLines({ name, blind, sealed, ways }: Row["answerers"][number]): string[] {
  if (!blind || sealed === null) return [];
  const words = sealed.prior?.words == null ? "" : ` In their words: ${visibleText(sealed.prior.words)}`;
  const said = sealed.prior === null ? "was not asked what they knew beforehand." : `${priorWords[sealed.prior.knew]}${words}`;
  return [
    `  ${visibleText(name)} ${said}`,
    ...(ways.length === 0 ? [] : [`  The case records by what they can have known: ${ways.map(wayWords).join("; ")}.`]),
  ];
}

const stateWords: { readonly [state in Row["state"]]: string } = {
  waiting: "waiting for blind answers",
  "ready-to-reveal": "every answer is sealed; each reveals their own",
  "partly-revealed": "every answer is sealed, not all are revealed",
  agree: "the answers agree",
  disagree: "the answers disagree",
  "too-vague": "consistent, and too vague for what is asked",
  "not-comparable": "to be compared by people",
  "not-blind": "revealed before everybody had sealed: nobody repeated it blind",
  "question-changed": "ASKED BEFORE THE QUESTION WAS CHANGED",
  "not-independent": "the answers match, and are not those of two people who did not know each other's",
  ended: "ended",
};

export function answerWords(answer: Answer): string {
  switch (answer.sort) {
    case "place":
      return `${answer.lat}, ${answer.lon} within ${answer.radiusM} m`;
    case "time":
      return `${answer.from} to ${answer.to} (said in ${visibleText(answer.zone)})`;
    case "choice":
      return visibleText(answer.choice);
    case "words":
      return visibleText(answer.words);
    case "cannot-tell":
      return `cannot tell: ${visibleText(answer.why)}`;
  }
}

/** Of answers that are not independent it never says that they agree. */
export function comparisonWords(comparison: AnswerComparison, notIndependent: NotIndependent | null): string {
  const words = verdictWords(comparison);
  return notIndependent === null ? words : words.replace(/^AGREE/, `NO AGREEMENT, ${notIndependentWords[notIndependent]}`);
}

function verdictWords(comparison: AnswerComparison): string {
  switch (comparison.sort) {
    case "place": {
      const { distanceM, sumM, askedM, joint, verdict } = comparison;
      const apart = `${metres(distanceM)} apart, radii together ${metres(sumM)}`;
      if (verdict === "disagree") return `DISAGREE: ${apart}`;
      const region =
        joint === null
          ? ""
          : `; both hold within ${joint.areaM2.toFixed(0)} m2, inside ${metres(joint.bounds.radiusM)} around ${joint.bounds.centre.lat.toFixed(5)}, ${joint.bounds.centre.lon.toFixed(5)}`;
      return verdict === "agree" ? `AGREE: ${apart}${region}` : `CONSISTENT BUT TOO VAGUE: ${apart}; asked for within ${metres(askedM)}`;
    }
    case "time": {
      const { joint, gapS, askedS, verdict } = comparison;
      if (verdict === "disagree" || joint === null) return `DISAGREE: ${gapS} s between them`;
      const both = `both hold from ${joint.from} to ${joint.to}`;
      return verdict === "agree" ? `AGREE: ${both}` : `CONSISTENT BUT TOO VAGUE: ${both}; asked for within ${askedS} s`;
    }
    case "choice":
      return comparison.verdict === "agree" ? "AGREE: the same choice" : "DISAGREE: another choice";
    case "none":
      return `TO BE COMPARED BY PEOPLE: ${noComparison[comparison.why]}`;
  }
}

function barelyWords(comparison: AnswerComparison): string {
  const { share, fartherThanAsked } = barely(comparison);
  const thread = share === null ? "" : `; BARELY: what both hold is ${(share * 100).toFixed(1)} % of the smaller answer`;
  return `${thread}${fartherThanAsked ? "; the points lie farther apart than was asked for" : ""}`;
}

const metres = (value: number): string => (value < 1000 ? `${value.toFixed(1)} m` : `${(value / 1000).toFixed(2)} km`);

const noComparison = {
  words: "both are words",
  "one-cannot-tell": "one of them cannot tell",
  "both-cannot-tell": "both cannot tell",
  "different-sorts": "answers of different sorts",
  "not-as-asked": "not of the sort that is asked for",
} as const;
