/**
 * What the lines of a case say of its blind reviews, put together line by line. Lines that anybody could have written by hand are
 * judged here too: an answer of somebody who was not asked, a second one, or one that came after a reveal counts for nothing.
 */
import type { EntryBody, EntryBodyOf } from "../entry/entry.ts";
import type { Digest } from "../hash/digest.ts";
import type { ItemId } from "../item/item.ts";
import type { PersonId, PublicKey } from "../key/key.ts";
import type { Sealed } from "../entry/sealed.ts";
import type { QuestionId } from "../question/question.ts";
import type { Answer, AskedPrecision } from "../review/answer.ts";
import type { BlindId } from "./blind.ts";
import type { Answerer } from "./commitment.ts";
import type { PriorSealed } from "./prior-knowledge.ts";

type Assigned = EntryBodyOf<"blind.assigned">["data"];

/** Where and when something was written, and by whom. */
export interface Written {
  readonly line: number;
  readonly at: string;
  readonly by: PersonId;
}

export interface AnswerRevealed extends Written {
  readonly answer: Answer;
  readonly salt: string;
  readonly early: Sealed | null;
}

/** Why an answer counts for nothing. "other-packet": to none that the case wrote, or to one that was answered. */
export type Uncounted = "not-asked" | "sealed-twice" | "after-reveal" | "copied" | "other-packet";

export interface AnswerSealed extends Written {
  readonly answerer: Answerer;
  readonly commitment: Digest;
  /** Of somebody outside. */
  readonly outside: { readonly key: PublicKey; readonly name: Sealed } | null;
  /** Which of those who were asked; null for one that counts for nothing. */
  readonly slot: number | null;
  readonly uncounted: Uncounted | null;
  /** Binding of the packet that somebody outside answered; null for an answer that none is bound to. */
  readonly packet: Digest | null;
  /** What they say they knew beforehand; null where nobody asked. */
  readonly prior: PriorSealed | null;
  readonly revealed: AnswerRevealed | null;
}

export interface BlindReview extends Written {
  readonly blind: BlindId;
  readonly question: QuestionId;
  readonly precision: AskedPrecision;
  readonly items: readonly ItemId[];
  readonly to: Assigned["to"];
  readonly reason: Sealed | null;
  readonly packets: readonly (Written & { readonly packet: Digest; readonly binding: Digest | null })[];
  readonly sealed: readonly AnswerSealed[];
  readonly resolutions: readonly (Written & { readonly how: "resolution" | "minority-view"; readonly text: Sealed })[];
  readonly ended: (Written & { readonly reason: Sealed }) | null;
}

export type BlindReviews = ReadonlyMap<BlindId, BlindReview>;

export const noBlindReviews: BlindReviews = new Map();

/** The reviews after one more line. The same map where the line is about none. */
export function afterLine(reviews: BlindReviews, line: number, body: EntryBody): BlindReviews {
  const written: Written = { line, at: body.at, by: body.by };
  if (body.kind === "blind.assigned") {
    if (reviews.has(body.data.blind)) return reviews;
    const begun: BlindReview = { ...written, ...body.data, packets: [], sealed: [], resolutions: [], ended: null };
    return new Map(reviews).set(begun.blind, begun);
  }
  if (!isOfBlind(body)) return reviews;
  const review = reviews.get(body.data.blind);
  return review === undefined ? reviews : new Map(reviews).set(review.blind, withLine(review, reviews, written, body));
}

type OfBlind = EntryBodyOf<"blind.packet-written" | "answer.sealed" | "answer.revealed" | "blind.resolved" | "blind.ended">;

const kinds: ReadonlySet<string> = new Set<OfBlind["kind"]>([
  "blind.packet-written",
  "answer.sealed",
  "answer.revealed",
  "blind.resolved",
  "blind.ended",
]);

function isOfBlind(body: EntryBody): body is Extract<EntryBody, { kind: OfBlind["kind"] }> {
  return kinds.has(body.kind);
}

function withLine(
  review: BlindReview,
  reviews: BlindReviews,
  written: Written,
  body: Extract<EntryBody, { kind: OfBlind["kind"] }>,
): BlindReview {
  switch (body.kind) {
    case "blind.packet-written":
      return { ...review, packets: [...review.packets, { ...written, packet: body.data.packet, binding: body.data.binding ?? null }] };
    case "answer.sealed":
      return { ...review, sealed: [...review.sealed, sealedBy(review, reviews, written, body.data)] };
    case "answer.revealed":
      // What was not revealed when the review ended stays unknown.
      return review.ended === null ? { ...review, sealed: review.sealed.map((one) => withReveal(one, written, body.data)) } : review;
    case "blind.resolved":
      return { ...review, resolutions: [...review.resolutions, { ...written, how: body.data.how, text: body.data.text }] };
    case "blind.ended":
      // Whoever has seen an answer cannot make it undone by ending what it was asked in.
      return isRevealed(review) ? review : { ...review, ended: review.ended ?? { ...written, reason: body.data.reason } };
  }
}

function sealedBy(review: BlindReview, reviews: BlindReviews, written: Written, data: EntryBodyOf<"answer.sealed">["data"]): AnswerSealed {
  const { from, commitment } = data;
  const packet = from?.packet ?? null;
  const answerer: Answerer = from === null ? written.by : from.signature.key;
  const asked = slotOf(review, from === null ? written.by : null);
  const uncounted = isCopied(reviews, commitment)
    ? "copied"
    : isRevealed(review) || review.ended !== null
      ? "after-reveal"
      : review.sealed.some((one) => one.answerer === answerer && one.slot !== null)
        ? "sealed-twice"
        : asked === null || data.question !== review.question
          ? "not-asked"
          : from !== null && !takesAnswer(review, packet)
            ? "other-packet"
            : null;
  const outside = from === null ? null : from.outside;
  const fixed = { answerer, commitment, outside, packet, prior: data.prior ?? null };
  return { ...written, ...fixed, slot: uncounted === null ? asked : null, uncounted, revealed: null };
}

/** Whether a packet of this review waits for an answer: each is sent to one person. An answer without a packet, where each has a mark, is none. */
export function takesAnswer({ packets, sealed }: Pick<BlindReview, "packets" | "sealed">, packet: Digest | null): boolean {
  if (packet === null) return packets.length === 0 || packets.some(({ binding }) => binding === null);
  return packets.some(({ binding }) => binding === packet) && !sealed.some((one) => one.slot !== null && one.packet === packet);
}

/** The first place that is still free for this person, or for somebody outside (null). */
export function slotOf({ to, sealed }: Pick<BlindReview, "to" | "sealed">, person: PersonId | null): number | null {
  const at = to.findIndex((one, slot) => one.person === person && !sealed.some((other) => other.slot === slot));
  return at === -1 ? null : at;
}

/** Whether any line of the case fixed an answer by this commitment. */
export function isCopied(reviews: BlindReviews, commitment: Digest): boolean {
  return [...reviews.values()].some(({ sealed }) => sealed.some((one) => one.commitment === commitment));
}

function withReveal(one: AnswerSealed, written: Written, data: EntryBodyOf<"answer.revealed">["data"]): AnswerSealed {
  if (one.line !== data.sealed || one.revealed !== null) return one;
  // Nobody reveals for another; what came from outside is brought in by whoever has the file.
  if (one.outside === null && one.by !== written.by) return one;
  return { ...one, revealed: { ...written, answer: data.answer, salt: data.salt, early: data.early } };
}

/** An answer that counts for nothing reveals nothing, whatever stands in its line. */
export function isRevealed({ sealed }: Pick<BlindReview, "sealed">): boolean {
  return sealed.some(({ slot, revealed }) => slot !== null && revealed !== null);
}

/** Places of those who were asked and have not sealed an answer. */
export function waitingFor({ to, sealed }: Pick<BlindReview, "to" | "sealed">): readonly number[] {
  return to.flatMap((_, slot) => (sealed.some((one) => one.slot === slot) ? [] : [slot]));
}

/** A blind review in which a person still owes an answer: until it is sealed they may see its items and its question alone. */
export interface BlindDoor {
  readonly blind: BlindId;
  readonly question: QuestionId;
  readonly items: readonly ItemId[];
}

export function doorsOf(reviews: BlindReviews, person: PersonId): readonly BlindDoor[] {
  return [...reviews.values()]
    .filter((review) => review.ended === null && !isRevealed(review))
    .filter((review) => waitingFor(review).some((slot) => review.to[slot]?.person === person && review.to[slot]?.blind))
    .map(({ blind, question, items }) => ({ blind, question, items }));
}
