/**
 * Whether a second person answered a question without seeing the first answer, and what comparing gave. Said also where nobody did, and
 * where a review was ended: whoever reads that nobody repeated the work must not be left without those that were begun. Judged as the
 * screen and the signing judge it.
 */
import type { AnswerSealed, BlindReview } from "../../core/blind/blind-review.ts";
import { waitingFor } from "../../core/blind/blind-review.ts";
import type { ReportBlind } from "../../core/report/report-finding.ts";
import { apartWords, jointAreaWords, reachWords, shareWords } from "../../core/report/blind-measures.ts";
import { answerWords } from "../../core/report/report-words.ts";
import type { Answer } from "../../core/review/answer.ts";
import { heldAgainst } from "../blind/held-against.ts";
import type { QuestionId } from "../../core/question/question.ts";
import type { AnswerComparison } from "../../reason/agreement/agreement.ts";
import { barely } from "../../reason/agreement/barely.ts";
import { type BlindLines, blindReviews } from "../blind/blind-reviews.ts";
import { changedWords } from "../blind/blind-blockers.ts";
import { notIndependentWords, priorWords, wayWords } from "../blind/known-words.ts";
import { recordedWays, type RecordedWays } from "../blind/recorded-ways.ts";
import type { BlindStanding, BlindState } from "../blind/blind-standing.ts";
import type { CaseReader } from "../case-reader.ts";
import { peopleNames } from "../people-names.ts";

type LabelOf = (person: string) => string;

/** What who answered blind says they knew, and what the case tells of it. Told also where it is nothing. */
function knownWords(
  { to }: BlindReview,
  { counted }: BlindStanding,
  { lines, labelOf, ways }: { readonly lines: BlindLines; readonly labelOf: LabelOf; readonly ways: RecordedWays },
): string[] {
  return counted.flatMap(({ slot, answerer, outside, packet, prior }) => {
    const asked = to[slot ?? 0];
    if (asked === undefined || !asked.blind) return [];
    const who = outside === null ? labelOf(answerer) : `${lines.said(outside.name)} (outside the case)`;
    const words = prior?.words == null ? "" : ` In their words: ${lines.said(prior.words)}`;
    const told = asked.person === null ? [] : (ways.get(asked.person) ?? []);
    return [
      prior === null ? `${who} was not asked what they knew beforehand.` : `${who} ${priorWords[prior.knew]}${words}`,
      ...(told.length === 0 ? [] : [`The case records by what ${who} can have known: ${told.map(wayWords).join("; ")}.`]),
      ...(outside === null || packet !== null ? [] : [`Nothing ties the answer of ${who} to the bytes of a packet.`]),
    ];
  });
}

/** `answer`: the finding's own, held against what was answered blind. */
export async function blindOfQuestion(
  reader: CaseReader,
  { question, answer }: { readonly question: QuestionId; readonly answer: Answer },
  labelOf: LabelOf,
): Promise<ReportBlind> {
  const lines = await blindReviews(reader);
  const all = [...lines.reviews.values()].filter((review) => review.question === question);
  const judged = all.map((review) => ({ review, standing: lines.standingOf(review) }));
  const ended = all.flatMap((review) => endedWords(review, lines, labelOf));
  const open = judged.filter(({ review }) => review.ended === null);
  const newest = open.at(-1);
  if (newest === undefined) {
    const none = "Nobody repeated this work without seeing its answer: there was no blind second answer.";
    return { ...nobody, says: ended.length === 0 ? [none] : ["There is no blind second answer to compare.", ...ended] };
  }
  const { review, standing } = newest;
  const ways = await recordedWays(reader, review, await peopleNames(reader));
  const earlier = open
    .slice(0, -1)
    .map((one) => `Blind review ${one.review.blind} of the same question: ${stateWords[one.standing.state]}`);
  return {
    state: stateOf(standing.state),
    says: [
      ...changeWords(review, standing, lines),
      ...standingWords(review, standing, lines),
      ...knownWords(review, standing, { lines, labelOf, ways }),
      ...againstFinding(answer, { review, standing, lines, labelOf }),
      ...askedAgain(review, all, labelOf),
      ...earlier,
      ...ended,
    ],
    answers: standing.counted.map((one) => answerOf(one, lines, labelOf)),
    resolution: resolutionOf(review, standing, lines),
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

function labelOfAnswer({ answerer, outside }: AnswerSealed, { said }: BlindLines, labelOf: LabelOf): string {
  return outside === null ? labelOf(answerer) : `${said(outside.name)} (outside the case)`;
}

function answerOf(answered: AnswerSealed, lines: BlindLines, labelOf: LabelOf) {
  const { commitment, line, revealed } = answered;
  return {
    label: labelOfAnswer(answered, lines, labelOf),
    ...{ commitment, sealedLine: line, revealedLine: revealed?.line ?? null, answer: revealed?.answer ?? null },
  };
}

/** The last one. What was written before the question was changed resolves nothing of what it asks now. */
function resolutionOf({ resolutions }: BlindReview, { changed }: BlindStanding, { said }: BlindLines): string | null {
  const written = resolutions.findLast(({ how, line }) => how === "resolution" && line > (changed?.line ?? 0));
  return written === undefined ? null : said(written.text);
}

function changeWords({ resolutions }: BlindReview, { changed }: BlindStanding, { said }: BlindLines): string[] {
  if (changed === null) return [];
  const before = resolutions.filter(({ how, line }) => how === "resolution" && line < changed.line);
  return [
    `The question was changed in line ${changed.line} after it was put to people (${changedWords(changed)}): what they answered agrees on nothing that is asked now. What follows is about the question as it was then.`,
    ...before.map(({ line, text }) => `Resolution of line ${line}, written before that change: ${said(text)}`),
  ];
}

interface AgainstParts {
  readonly review: BlindReview;
  readonly standing: BlindStanding;
  readonly lines: BlindLines;
  readonly labelOf: LabelOf;
}

function againstFinding(answer: Answer, { review, standing, lines, labelOf }: AgainstParts): string[] {
  return heldAgainst(answer, review, standing).map(
    ({ answered, comparison }) =>
      `The finding's own answer held against that of ${labelOfAnswer(answered, lines, labelOf)}: ${heldWords(comparison)}`,
  );
}

function heldWords(comparison: AnswerComparison): string {
  const apart = comparison.sort === "place" ? ` ${reachWords(comparison.distanceM, comparison.sumM)}` : "";
  return `${heldVerdicts[comparison.verdict]}${apart}`;
}

const heldVerdicts = {
  // Whoever wrote the finding may have given that answer: no agreement of two is said here.
  agree: "they match within the precision that was asked for.",
  disagree: "they disagree.",
  "too-vague": "they are consistent, and at least one is too vague to agree within the precision that was asked for.",
  "not-comparable": "they cannot be compared by computation.",
} as const;

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
  const whys = new Set(comparisons.flatMap(({ notIndependent }) => (notIndependent === null ? [] : [notIndependentWords[notIndependent]])));
  if (whys.size > 0 && worst.comparison.verdict === "agree") {
    return comparisonWords(worst.comparison, `The answers match, and that is no agreement of two: ${[...whys].join("; ")}.`);
  }
  return [...comparisonWords(worst.comparison), ...threadWords(worst.comparison)];
}

/** Of more than two answers, the pair that agrees least is told. */
const ranks = ["disagree", "not-comparable", "too-vague", "agree"] as const;

function threadWords(comparison: AnswerComparison): string[] {
  const { share, fartherThanAsked } = barely(comparison);
  return [
    ...(share === null ? [] : [shareWords(share)]),
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
  "question-changed": "it was asked before the question was changed, and agrees on nothing that is asked now.",
  "not-independent": "the answers match, and are not independent of each other.",
  ended: "it was ended.",
};

const verdictWords = {
  agree: "The answers agree within the precision that was asked for.",
  disagree: "The answers disagree.",
  "too-vague": "The answers are consistent, and at least one is too vague to agree within the precision that was asked for.",
  "not-comparable": "The answers cannot be compared by computation; people compared them.",
} as const;

function comparisonWords(comparison: AnswerComparison, verdict = verdictWords[comparison.verdict] as string): string[] {
  if (comparison.sort === "place") {
    const { distanceM, radiiM, joint } = comparison;
    return [`${verdict} ${apartWords(distanceM, radiiM)}`, joint === null ? "No place lies in both." : jointAreaWords(joint.areaM2)];
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
