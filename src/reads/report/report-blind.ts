/**
 * Whether a second person answered a question without seeing the first answer, and what comparing gave. Said also where nobody did, and
 * where a review was ended: whoever reads that nobody repeated the work must not be left without those that were begun. Judged as the
 * screen and the signing judge it.
 */
import type { AnswerSealed, BlindReview } from "../../core/blind/blind-review.ts";
import { waitingFor } from "../../core/blind/blind-review.ts";
import type { ReportBlind } from "../../core/report/report-finding.ts";
import { answerWords, metresWords } from "../../core/report/report-words.ts";
import type { QuestionId } from "../../core/question/question.ts";
import type { AnswerComparison } from "../../reason/agreement/agreement.ts";
import { barely } from "../../reason/agreement/barely.ts";
import { type BlindLines, blindReviews } from "../blind/blind-reviews.ts";
import { blindStanding, type BlindStanding, type BlindState } from "../blind/blind-standing.ts";
import type { CaseReader } from "../case-reader.ts";

type LabelOf = (person: string) => string;

export async function blindOfQuestion(reader: CaseReader, question: QuestionId, labelOf: LabelOf): Promise<ReportBlind> {
  const lines = await blindReviews(reader);
  const all = [...lines.reviews.values()].filter((review) => review.question === question);
  const judged = all.map((review) => ({ review, standing: blindStanding(review, lines.hashing) }));
  const ended = all.flatMap((review) => endedWords(review, lines, labelOf));
  const open = judged.filter(({ review }) => review.ended === null);
  const newest = open.at(-1);
  if (newest === undefined) {
    const none = "Nobody repeated this work without seeing its answer: there was no blind second answer.";
    return { ...nobody, says: ended.length === 0 ? [none] : ["There is no blind second answer to compare.", ...ended] };
  }
  const { review, standing } = newest;
  const earlier = open
    .slice(0, -1)
    .map((one) => `Blind review ${one.review.blind} of the same question: ${stateWords[one.standing.state]}`);
  return {
    state: stateOf(standing.state),
    says: [...standingWords(review, standing, lines), ...askedAgain(review, all, labelOf), ...earlier, ...ended],
    answers: standing.counted.map((one) => answerOf(one, lines, labelOf)),
    resolution: resolutionOf(review, lines),
    minorityViews: review.resolutions
      .filter(({ how }) => how === "minority-view")
      .map(({ by, text }) => ({ label: labelOf(by), text: lines.said(text) })),
  };
}

const nobody: Omit<ReportBlind, "says"> = { state: "none", answers: [], resolution: null, minorityViews: [] };

function stateOf(state: BlindState): ReportBlind["state"] {
  if (state === "ended") return "none";
  return state === "ready-to-reveal" || state === "partly-revealed" ? "waiting" : state;
}

function answerOf({ answerer, outside, commitment, line, revealed }: AnswerSealed, { said }: BlindLines, labelOf: LabelOf) {
  return {
    label: outside === null ? labelOf(answerer) : `${said(outside.name)} (outside the case)`,
    ...{ commitment, sealedLine: line, revealedLine: revealed?.line ?? null, answer: revealed?.answer ?? null },
  };
}

function resolutionOf({ resolutions }: BlindReview, { said }: BlindLines): string | null {
  const written = resolutions.find(({ how }) => how === "resolution");
  return written === undefined ? null : said(written.text);
}

/** Nothing of an ended review was revealed: whoever ended it cannot have liked or disliked an answer that stands in the case. */
function endedWords({ blind, ended, sealed, to }: BlindReview, { said }: BlindLines, labelOf: LabelOf): string[] {
  if (ended === null) return [];
  const fixed = sealed.filter(({ slot }) => slot !== null).length;
  return [
    `Blind review ${blind} was ended by ${labelOf(ended.by)} in line ${ended.line}. ${fixed} of ${to.length} answers were sealed, none was revealed. The reason given: ${said(ended.reason)}`,
  ];
}

/** Between an end and the next asking their door stood open. */
function askedAgain({ to, line }: BlindReview, all: readonly BlindReview[], labelOf: LabelOf): string[] {
  return all.flatMap(({ blind, ended, to: before }) => {
    if (ended === null || ended.line > line) return [];
    const again = to.flatMap(({ person, blind: unseen }) =>
      unseen && person !== null && before.some((one) => one.person === person) ? [person] : [],
    );
    return again.map(
      (person) =>
        `${labelOf(person)} had been asked before, in ${blind}, and could see the case after that was ended in line ${ended.line}.`,
    );
  });
}

function standingWords(review: BlindReview, { state, counted, comparisons }: BlindStanding, { said }: BlindLines): string[] {
  const revealed = counted.filter((one) => one.revealed !== null);
  if (state === "not-blind") {
    const early = revealed.flatMap((one) => (one.revealed?.early == null ? [] : [`The reason given: ${said(one.revealed.early)}`]));
    return [
      `An answer was revealed while ${waitingFor(review).length} of ${review.to.length} had not sealed theirs: nobody repeated this work without seeing an answer.`,
      ...early,
    ];
  }
  const worst = ranks.flatMap((verdict) => comparisons.filter(({ comparison }) => comparison.verdict === verdict))[0];
  if (stateOf(state) === "waiting" || worst === undefined)
    return [`Answers were asked of ${review.to.length} people; ${counted.length} are sealed, ${revealed.length} revealed.`];
  return [...comparisonWords(worst.comparison), ...threadWords(worst.comparison)];
}

/** Of more than two answers, the pair that agrees least is told. */
const ranks = ["disagree", "not-comparable", "too-vague", "agree"] as const;

function threadWords(comparison: AnswerComparison): string[] {
  const { share, fartherThanAsked } = barely(comparison);
  return [
    ...(share === null ? [] : [`The two barely meet: what both allow is ${(share * 100).toFixed(1)} % of the smaller answer.`]),
    ...(fartherThanAsked ? ["The two points lie farther apart than the radius that was asked for."] : []),
  ];
}

const stateWords: { readonly [state in BlindState]: string } = {
  waiting: "it waits for answers.",
  "ready-to-reveal": "its answers are sealed and not revealed.",
  "partly-revealed": "its answers are sealed and not all revealed.",
  agree: "the answers agree.",
  disagree: "the answers disagree.",
  "too-vague": "the answers are consistent and too vague.",
  "not-comparable": "its answers were compared by people.",
  "not-blind": "an answer was revealed before everybody had sealed.",
  ended: "it was ended.",
};

const verdictWords = {
  agree: "The answers agree within the precision that was asked for.",
  disagree: "The answers disagree.",
  "too-vague": "The answers are consistent, and at least one is too vague to agree within the precision that was asked for.",
  "not-comparable": "The answers cannot be compared by computation; people compared them.",
} as const;

function comparisonWords(comparison: AnswerComparison): string[] {
  const verdict = verdictWords[comparison.verdict];
  if (comparison.sort === "place") {
    const { distanceM, radiiM, joint } = comparison;
    return [
      `${verdict} They lie ${metresWords(distanceM)} apart, with radii of ${metresWords(radiiM.a)} and ${metresWords(radiiM.b)}.`,
      joint === null ? "No place lies in both." : `Both allow an area of ${Math.round(joint.areaM2)} m².`,
    ];
  }
  if (comparison.sort === "time") {
    const { gapS, joint } = comparison;
    return [
      verdict,
      joint === null
        ? `No time lies in both; ${Math.round(gapS)} s are missing.`
        : `Both allow ${answerWords({ sort: "time", from: joint.from, to: joint.to, zone: "UTC" })}.`,
    ];
  }
  return [verdict];
}
