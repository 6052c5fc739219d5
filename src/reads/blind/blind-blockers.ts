/** What a blind review of a question says against signing a finding on it: answers that are waited for, or that part without a word on it. */
import { type BlindReview, waitingFor } from "../../core/blind/blind-review.ts";
import type { BlindId } from "../../core/blind/blind.ts";
import type { QuestionId } from "../../core/question/question.ts";
import type { CaseReader } from "../case-reader.ts";
import { blindReviews } from "./blind-reviews.ts";
import { blindStanding, type BlindState, type Hashing } from "./blind-standing.ts";

export interface BlindBlocker {
  readonly blind: BlindId;
  readonly code:
    "blind-waiting" | "blind-not-revealed" | "blind-disagrees" | "blind-too-vague" | "blind-not-comparable" | "blind-not-blind";
  /** What stands against it and what to do, for people. */
  readonly text: string;
}

export async function blindBlockers(reader: CaseReader, question: QuestionId): Promise<BlindBlocker[]> {
  const { reviews, hashing } = await blindReviews(reader);
  return [...reviews.values()].filter((review) => review.question === question).flatMap((review) => blockerOf(review, hashing) ?? []);
}

/** How the newest blind review of a question that was not ended stands; "none" where there is none. */
export async function blindStateOf(reader: CaseReader, question: QuestionId): Promise<BlindState | "none"> {
  const { reviews, hashing } = await blindReviews(reader);
  const of = [...reviews.values()].filter((review) => review.question === question);
  return of.map((review) => blindStanding(review, hashing).state).findLast((state) => state !== "ended") ?? "none";
}

function blockerOf(review: BlindReview, hashing: Hashing): BlindBlocker | undefined {
  const { state, settled } = blindStanding(review, hashing);
  const { blind } = review;
  const written = "Write a resolution, or have the minority view recorded, on the screen Blind.";
  if (settled || state === "agree" || state === "ended") return undefined;
  switch (state) {
    case "waiting":
      return {
        blind,
        code: "blind-waiting",
        text: `Blind review ${blind} waits for ${waitingFor(review).length} of ${review.to.length} answers. Wait for them, or end it with a reason.`,
      };
    case "ready-to-reveal":
    case "partly-revealed":
      return {
        blind,
        code: "blind-not-revealed",
        text: `Blind review ${blind}: its answers are sealed and not all revealed. Reveal them first.`,
      };
    case "disagree":
      return { blind, code: "blind-disagrees", text: `Blind review ${blind}: the answers disagree. ${written}` };
    case "too-vague":
      return {
        blind,
        code: "blind-too-vague",
        text: `Blind review ${blind}: the answers are consistent, and too vague for what the question asks. ${written}`,
      };
    case "not-comparable":
      return { blind, code: "blind-not-comparable", text: `Blind review ${blind}: its answers are compared by people. ${written}` };
    case "not-blind":
      return {
        blind,
        code: "blind-not-blind",
        text: `Blind review ${blind}: an answer was revealed before everybody had sealed; nobody repeated the work blind. ${written}`,
      };
  }
}
