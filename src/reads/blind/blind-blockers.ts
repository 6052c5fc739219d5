/**
 * What blind reviews of a question say against signing a finding on it: answers that are waited for, that part without a word on it, that
 * were given to another question than it asks now, or that the finding disagrees with.
 */
import { type BlindReview, waitingFor } from "../../core/blind/blind-review.ts";
import type { BlindId } from "../../core/blind/blind.ts";
import type { PersonId } from "../../core/key/key.ts";
import type { QuestionId } from "../../core/question/question.ts";
import type { Answer } from "../../core/review/answer.ts";
import type { CaseReader } from "../case-reader.ts";
import { blindReviews } from "./blind-reviews.ts";
import { type BlindStanding, type BlindState, isCompared } from "./blind-standing.ts";
import { disagreement, type FindingAnswer, heldAgainst } from "./held-against.ts";
import type { QuestionChanged } from "./question-as-of.ts";

export interface BlindBlocker {
  readonly blind: BlindId;
  readonly code:
    | "blind-waiting"
    | "blind-not-revealed"
    | "blind-disagrees"
    | "blind-too-vague"
    | "blind-not-comparable"
    | "blind-not-blind"
    | "blind-not-independent"
    | "blind-question-changed"
    | "blind-finding-disagrees";
  /** What stands against it and what to do, for people. */
  readonly text: string;
}

/** `finding`: what is held against the answers; null where only the question is asked about. */
export async function blindBlockers(reader: CaseReader, question: QuestionId, finding: FindingAnswer | null): Promise<BlindBlocker[]> {
  return (await judged(reader, question)).flatMap(({ review, standing }, at, all) => {
    if (isAskedAgain(standing, all.slice(at + 1))) return [];
    return blockerOf(review, standing) ?? (finding === null ? [] : disagreementOf(finding, review, standing)) ?? [];
  });
}

/** Answers that the finding's is consistent with and too vague to agree, or that people have to compare with it: nothing of it stops a signature. */
export async function blindWarnings(
  reader: CaseReader,
  question: QuestionId,
  answer: Answer,
): Promise<{ readonly blind: BlindId; readonly what: "too-vague" | "not-comparable"; readonly answers: readonly number[] }[]> {
  return (await judged(reader, question)).flatMap(({ review, standing }) =>
    (["too-vague", "not-comparable"] as const).flatMap((what) => {
      const held = heldAgainst(answer, review, standing).filter(({ comparison }) => comparison.verdict === what);
      return held.length === 0 ? [] : [{ blind: review.blind, what, answers: held.map(({ answered }) => (answered.slot ?? 0) + 1) }];
    }),
  );
}

/** Answers that the finding disagrees with, where something is written that covers it: whoever reviews it reads who wrote what. */
export async function blindDisagreements(
  reader: CaseReader,
  question: QuestionId,
  finding: FindingAnswer,
  writers: readonly PersonId[],
): Promise<{ blind: BlindId; answers: number[]; lines: number[]; byWritersAlone: boolean }[]> {
  return (await judged(reader, question)).flatMap(({ review, standing }) => {
    const { against, written } = disagreement(finding, review, standing);
    if (against.length === 0 || written.length === 0) return [];
    const byWritersAlone = written.every(({ by }) => writers.includes(by));
    const answers = against.map(({ answered }) => (answered.slot ?? 0) + 1);
    return [{ blind: review.blind, answers, lines: written.map(({ line }) => line), byWritersAlone }];
  });
}

/** How the newest blind review of a question that was not ended stands; "none" where there is none. */
export async function blindStateOf(reader: CaseReader, question: QuestionId): Promise<BlindState | "none"> {
  return (await judged(reader, question)).map(({ standing }) => standing.state).findLast((state) => state !== "ended") ?? "none";
}

interface Judged {
  readonly review: BlindReview;
  readonly standing: BlindStanding;
}

async function judged(reader: CaseReader, question: QuestionId): Promise<Judged[]> {
  const { reviews, standingOf } = await blindReviews(reader);
  return [...reviews.values()].filter((review) => review.question === question).map((review) => ({ review, standing: standingOf(review) }));
}

/** Whoever was asked what the question asks now speaks for it; what was answered before is over. */
function isAskedAgain({ state, changed }: BlindStanding, later: readonly Judged[]): boolean {
  return changed !== null && isCompared(state) && later.some(({ standing }) => standing.changed === null && standing.state !== "ended");
}

function disagreementOf(finding: FindingAnswer, review: BlindReview, standing: BlindStanding): BlindBlocker[] {
  const { against, written } = disagreement(finding, review, standing);
  if (against.length === 0 || written.length > 0) return [];
  const which = against.map(({ answered, comparison }) => {
    const apart =
      comparison.sort === "place" ? ` (${Math.round(comparison.distanceM)} m apart, at most ${Math.round(comparison.sumM)} m)` : "";
    return `answer ${(answered.slot ?? 0) + 1}${apart}`;
  });
  return [
    {
      blind: review.blind,
      code: "blind-finding-disagrees",
      text: `Blind review ${review.blind}: the finding's own answer disagrees with ${which.join(" and ")}. Once this version is written, write a resolution, or have the minority view recorded, on the screen Blind; or change the answer.`,
    },
  ];
}

/** "the precision and the items". */
export function changedWords({ what }: QuestionChanged): string {
  const named = what.map((one) => `its ${one === "sort" ? "kind" : one}`);
  return named.length < 2 ? named.join("") : `${named.slice(0, -1).join(", ")} and ${named.at(-1) ?? ""}`;
}

function blockerOf(review: BlindReview, { state, settled, changed }: BlindStanding): BlindBlocker[] | undefined {
  const { blind } = review;
  const written = "Write a resolution, or have the minority view recorded, on the screen Blind.";
  const since = changed === null ? "" : `before the question was changed in line ${changed.line} (${changedWords(changed)})`;
  const before = since === "" ? "" : ` It was put ${since}.`;
  const blocker = (code: BlindBlocker["code"], text: string): BlindBlocker[] => [{ blind, code, text }];
  if (settled || state === "ended") return undefined;
  switch (state) {
    case "agree":
      return undefined;
    case "waiting":
      return blocker(
        "blind-waiting",
        `Blind review ${blind} waits for ${waitingFor(review).length} of ${review.to.length} answers.${before} Wait for them, or end it with a reason.`,
      );
    case "ready-to-reveal":
    case "partly-revealed":
      return blocker(
        "blind-not-revealed",
        `Blind review ${blind}: its answers are sealed and not all revealed.${before} Reveal them first.`,
      );
    case "disagree":
      return blocker("blind-disagrees", `Blind review ${blind}: the answers disagree. ${written}`);
    case "too-vague":
      return blocker(
        "blind-too-vague",
        `Blind review ${blind}: the answers are consistent, and too vague for what the question asks. ${written}`,
      );
    case "not-comparable":
      return blocker("blind-not-comparable", `Blind review ${blind}: its answers are compared by people. ${written}`);
    case "not-independent":
      return blocker(
        "blind-not-independent",
        `Blind review ${blind}: the answers match, and are not those of two people who did not know each other's. ${written}`,
      );
    case "not-blind":
      return blocker(
        "blind-not-blind",
        `Blind review ${blind}: an answer was revealed before everybody had sealed; nobody repeated the work blind.${before} ${written}`,
      );
    case "question-changed":
      return blocker(
        "blind-question-changed",
        `Blind review ${blind} was asked ${since}: its answers agree on nothing that is asked now. Put the question to people again, or write a resolution that says what the answers are worth for it, on the screen Blind.`,
      );
  }
}
