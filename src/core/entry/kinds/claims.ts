/**
 * Entries about who says what: claims and their marks, how statements come from one another, what a person assumes, what pictures
 * beside a text show, what was identified and how, and who was asked for a reply. A record is changed by stating it again, whole.
 */
import { z } from "zod";
import { AssumptionId } from "../../claim/assumption.ts";
import { Aspect, ClaimId, Credibility } from "../../claim/claim.ts";
import { ClaimText } from "../../claim/claim-text.ts";
import { DerivationEnd, DerivationId, DerivationSort, DerivationStanding } from "../../claim/derivation.ts";
import { TextSpan } from "../../claim/text-span.ts";
import { EventId } from "../../event/event.ts";
import { ExhibitId, ExhibitShown, ExhibitShows } from "../../exhibit/exhibit.ts";
import { IdentificationId } from "../../identification/identification.ts";
import { ItemId } from "../../item/item.ts";
import { ReplyAbout, ReplyId } from "../../reply/reply.ts";
import { SourceId } from "../../source/source.ts";
import { UtcInstant } from "../../time/time-claim.ts";
import { Sealed } from "../sealed.ts";

/** Who put a claim forward before a person accepted it. */
const ProposedBy = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("person") }),
  z.strictObject({ by: z.literal("rules"), version: z.string() }),
  /** `model` and address of what was asked, as the person set it up. */
  z.strictObject({ by: z.literal("assistant"), model: Sealed, endpoint: Sealed }),
]);

export const claimKinds = {
  "claim.stated": z.strictObject({
    claim: ClaimId,
    text: ClaimText,
    /** The sentences that hold it, in the text's part. */
    span: TextSpan,
    /** Those words, unchanged. */
    quote: Sealed,
    aspect: Aspect,
    event: EventId.or(z.literal("unassigned")),
    /** Sealed ClaimStatement. */
    statement: Sealed,
    proposed: ProposedBy,
    /** What a person changed of the proposal: names of the statement's fields. */
    edited: z.array(z.string()).max(20),
    /** Why it was changed; null only where it is new. */
    reason: Sealed.or(z.null()),
  }),
  "claim.withdrawn": z.strictObject({ claim: ClaimId, reason: Sealed }),
  "claim.graded": z.strictObject({ claim: ClaimId, credibility: Credibility, reason: Sealed }),
  /** So that it is not put forward again. */
  "claim-proposal.rejected": z.strictObject({
    text: ClaimText,
    aspect: Aspect,
    span: TextSpan,
    valueSpan: TextSpan,
    reason: Sealed.or(z.null()),
  }),
  /** `rejected`: the line of the rejection that is taken back. */
  "claim-proposal.restored": z.strictObject({ rejected: z.number().int().min(1) }),

  "derivation.stated": z.strictObject({
    derivation: DerivationId,
    derived: DerivationEnd,
    from: DerivationEnd,
    sort: DerivationSort,
    standing: DerivationStanding,
    basis: Sealed,
  }),
  "derivation.withdrawn": z.strictObject({ derivation: DerivationId, reason: Sealed }),

  /** `assumption`: sealed Assumption; `words`: what is assumed and why, in a person's words. */
  "assumption.made": z.strictObject({ assumption: AssumptionId, what: Sealed, words: Sealed }),
  "assumption.withdrawn": z.strictObject({ assumption: AssumptionId, reason: Sealed }),

  "exhibit.described": z.strictObject({
    exhibit: ExhibitId,
    /** The article or post that it is shown with. */
    beside: ItemId,
    shown: ExhibitShown,
    shows: ExhibitShows,
    /** The caption as a person read it, where the reading has none. */
    caption: Sealed.or(z.null()),
    /** Sealed MismatchAnswers; null where nothing spoke against it, or nobody answered. */
    answers: Sealed.or(z.null()),
    reason: Sealed,
  }),
  "exhibit.withdrawn": z.strictObject({ exhibit: ExhibitId, reason: Sealed }),

  /** `what`: sealed Identification. */
  "identification.made": z.strictObject({
    identification: IdentificationId,
    item: ItemId,
    event: EventId.or(z.literal("unassigned")),
    what: Sealed,
    /** Deepest node of the taxonomy that the features leave, and what cannot be excluded, as worked out where it was recorded. */
    result: Sealed,
    taxonomy: z.string(),
    reason: Sealed.or(z.null()),
  }),
  "identification.withdrawn": z.strictObject({ identification: IdentificationId, reason: Sealed }),

  "reply.requested": z.strictObject({
    reply: ReplyId,
    to: SourceId.or(z.literal("unknown")),
    /** Who was asked, as a role or an office. */
    toWords: Sealed,
    about: z.array(ReplyAbout).min(1).max(200),
    /** When it went out, and how. */
    sentAt: UtcInstant,
    deadline: UtcInstant.or(z.null()),
    way: Sealed,
    asked: Sealed,
  }),
  "reply.received": z.strictObject({
    reply: ReplyId,
    at: UtcInstant,
    /** Word for word. */
    response: Sealed,
    /** The item that holds it, where it was collected. */
    item: ItemId.or(z.null()),
  }),
  "reply.withdrawn": z.strictObject({ reply: ReplyId, reason: Sealed }),
} as const;
