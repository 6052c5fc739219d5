/** Claims and what stands around them: grades, rejected proposals, derivations, assumptions, requests for a reply. */
import { z } from "zod";
import { Assumption, AssumptionId } from "../core/claim/assumption.ts";
import { Aspect, ClaimId, ClaimStatement, Credibility } from "../core/claim/claim.ts";
import { ClaimText, TextRole } from "../core/claim/claim-text.ts";
import { DerivationEnd, DerivationId, DerivationSort, DerivationStanding } from "../core/claim/derivation.ts";
import { TextSpan } from "../core/claim/text-span.ts";
import { EventId, EventSort } from "../core/event/event.ts";
import { ItemId } from "../core/item/item.ts";
import { ReplyAbout, ReplyId } from "../core/reply/reply.ts";
import { Reliability, SourceId } from "../core/source/source.ts";
import { UtcInstant } from "../core/time/time-claim.ts";
import { HistoryLine } from "./events.ts";

const words = z.string().max(5000);
/** What one line of the ledger has room for (64 KiB), in any script. A longer response is an item of its own. */
const longWords = z.string().max(16_000);
const quote = z.string().max(8000);
const seq = z.number().int();
/** Who wrote the line that says it. */
const written = { at: z.string(), by: z.string(), byName: z.string(), seq };

const Published = z.strictObject({ earliest: UtcInstant, latest: UtcInstant }).or(z.literal("unknown"));

/** Who put it forward before a person accepted it. */
const Proposed = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("person") }),
  z.strictObject({ by: z.literal("rules"), version: z.string().max(100) }),
  z.strictObject({ by: z.literal("assistant"), model: z.string().max(500), endpoint: z.string().max(2000) }),
]);

export const ClaimRow = z.strictObject({
  id: ClaimId,
  aspect: Aspect,
  event: EventId.or(z.literal("unassigned")),
  /** Null where it is assigned to none, or to one that was withdrawn: then it counts as unassigned. */
  eventSays: z.strictObject({ title: z.string(), sort: EventSort, withdrawn: z.boolean() }).or(z.null()),
  /** "withheld": this copy does not say it. */
  statement: ClaimStatement.or(z.literal("withheld")),
  text: ClaimText,
  itemName: z.string(),
  role: TextRole,
  span: TextSpan,
  quote: z.string(),
  /** Of speech: why the quote may carry nothing any more, since its tier changed or its review was taken back. It needs another look. */
  textFault: z.string().optional(),
  /** Whose text it is. */
  publisher: z.strictObject({ source: SourceId.or(z.literal("unknown")), label: z.string() }),
  published: Published,
  /** Letter of the publisher on the day of publication; today where that day is not known. Never one mark with the digit. */
  reliability: Reliability,
  credibility: Credibility,
  /** Why it has that digit; null while nobody gave one. */
  credibilityReason: z.string().or(z.null()),
  /** The claim was stated again after it was given its digit. */
  credibilityOlder: z.boolean(),
  proposed: Proposed,
  edited: z.array(z.string()),
  /** Why it was changed; null where it is as first stated. */
  reason: z.string().or(z.null()),
  withdrawn: z.string().optional(),
  ...written,
});
export type ClaimRow = z.infer<typeof ClaimRow>;

export const ClaimsQuery = z.strictObject({ item: ItemId.optional(), event: EventId.optional(), source: SourceId.optional() });
export const ClaimsAnswer = z.strictObject({ claims: z.array(ClaimRow) });
export type ClaimsAnswer = z.infer<typeof ClaimsAnswer>;
export const ClaimDetail = z.strictObject({ claim: ClaimRow, history: z.array(HistoryLine) });
export type ClaimDetail = z.infer<typeof ClaimDetail>;

/** One claim to state: new, or again under its id, whole. */
export const StateClaim = z.strictObject({
  claim: ClaimId.optional(),
  text: ClaimText,
  span: TextSpan,
  quote: quote.min(1),
  event: EventId.or(z.literal("unassigned")),
  statement: ClaimStatement,
  proposed: Proposed,
  /** The proposal as it was put forward: what differs is written down as edited. */
  proposal: z.strictObject({ span: TextSpan, quote, statement: ClaimStatement }).optional(),
  /** Demanded where a claim is stated again. */
  reason: words.default(""),
});
export type StateClaim = z.input<typeof StateClaim>;
/** All of them in one append, or none. */
export const StateClaimsRequest = z.strictObject({ claims: z.array(StateClaim).min(1).max(500) });
export type StateClaimsRequest = z.input<typeof StateClaimsRequest>;
/** In the order of the request. */
export const StatedClaims = z.strictObject({ claims: z.array(ClaimId), seq });
export type StatedClaims = z.infer<typeof StatedClaims>;

/** What rested on a claim that was taken back. It stays, and is shown as resting on nothing. */
export const WithdrawnClaim = z.strictObject({
  seq,
  rested: z.strictObject({ derivations: z.array(DerivationId), assumptions: z.array(AssumptionId), replies: z.array(ReplyId) }),
});
export type WithdrawnClaim = z.infer<typeof WithdrawnClaim>;

export const GradeClaimRequest = z.strictObject({ credibility: Credibility, reason: words });
export type GradeClaimRequest = z.infer<typeof GradeClaimRequest>;

const rejection = { text: ClaimText, aspect: Aspect, span: TextSpan, valueSpan: TextSpan };
export const RejectProposalsRequest = z.strictObject({
  proposals: z
    .array(z.strictObject({ ...rejection, reason: words.or(z.null()).default(null) }))
    .min(1)
    .max(500),
});
export type RejectProposalsRequest = z.input<typeof RejectProposalsRequest>;
/** Lines of the rejections, in the order of the request. */
export const RejectedProposals = z.strictObject({ lines: z.array(seq), seq });
export type RejectedProposals = z.infer<typeof RejectedProposals>;
/** Takes rejections back by their lines: the proposals are put forward again. */
export const RestoreProposalsRequest = z.strictObject({ lines: z.array(seq.min(1)).min(1).max(500) });
export type RestoreProposalsRequest = z.infer<typeof RestoreProposalsRequest>;
export const RejectionRow = z.strictObject({ ...rejection, reason: z.string().or(z.null()), ...written });
export type RejectionRow = z.infer<typeof RejectionRow>;
/** Rejections that stand. */
export const RejectionsAnswer = z.strictObject({ rejections: z.array(RejectionRow) });
export type RejectionsAnswer = z.infer<typeof RejectionsAnswer>;
export const RejectionsQuery = z.strictObject({ item: ItemId.optional() });

export const DerivationRow = z.strictObject({
  id: DerivationId,
  derived: DerivationEnd,
  /** Quote of the claim, name of the item. */
  derivedSays: z.string(),
  from: DerivationEnd,
  fromSays: z.string(),
  sort: DerivationSort,
  standing: DerivationStanding,
  basis: z.string(),
  /** Claims at its ends that were taken back: then it rests on nothing and is not counted. */
  endsWithdrawn: z.array(ClaimId),
  withdrawn: z.string().optional(),
  ...written,
});
export type DerivationRow = z.infer<typeof DerivationRow>;
export const DerivationsAnswer = z.strictObject({ derivations: z.array(DerivationRow) });
export type DerivationsAnswer = z.infer<typeof DerivationsAnswer>;
export const StateDerivationRequest = z.strictObject({
  /** Absent for a new one. */
  derivation: DerivationId.optional(),
  derived: DerivationEnd,
  from: DerivationEnd,
  sort: DerivationSort,
  standing: DerivationStanding,
  basis: words,
});
export type StateDerivationRequest = z.input<typeof StateDerivationRequest>;
export const StatedDerivation = z.strictObject({ id: DerivationId, seq });
export type StatedDerivation = z.infer<typeof StatedDerivation>;

export const AssumptionRow = z.strictObject({
  id: AssumptionId,
  what: Assumption.or(z.literal("withheld")),
  /** What is assumed and why, in a person's words. */
  words: z.string(),
  /** Claims and events that it names and that were taken back: then it is not used. */
  endsWithdrawn: z.array(z.union([ClaimId, EventId])),
  withdrawn: z.string().optional(),
  ...written,
});
export type AssumptionRow = z.infer<typeof AssumptionRow>;
export const AssumptionsAnswer = z.strictObject({ assumptions: z.array(AssumptionRow) });
export type AssumptionsAnswer = z.infer<typeof AssumptionsAnswer>;
export const MakeAssumptionRequest = z.strictObject({ what: Assumption, words });
export type MakeAssumptionRequest = z.input<typeof MakeAssumptionRequest>;
export const MadeAssumption = z.strictObject({ id: AssumptionId, seq });
export type MadeAssumption = z.infer<typeof MadeAssumption>;

/** `silent`: no reply by the deadline. Silence is not a denial, and nothing here makes it one. */
export const ReplyState = z.enum(["waiting", "answered", "silent"]);
export type ReplyState = z.infer<typeof ReplyState>;
export const ReplyRow = z.strictObject({
  id: ReplyId,
  to: SourceId.or(z.literal("unknown")),
  /** Label of the source; null where none is named. */
  toLabel: z.string().or(z.null()),
  toWords: z.string(),
  /** Quote of each claim, title of each event. */
  about: z.array(z.strictObject({ record: ReplyAbout, says: z.string(), withdrawn: z.boolean() })),
  sentAt: UtcInstant,
  deadline: UtcInstant.or(z.null()),
  way: z.string(),
  asked: z.string(),
  /** As of the moment of the answer. */
  state: ReplyState,
  /** Oldest first, word for word; `late`: after the deadline. */
  responses: z.array(
    z.strictObject({ received: UtcInstant, response: z.string(), item: ItemId.or(z.null()), late: z.boolean(), ...written }),
  ),
  withdrawn: z.string().optional(),
  ...written,
});
export type ReplyRow = z.infer<typeof ReplyRow>;
export const RepliesAnswer = z.strictObject({ replies: z.array(ReplyRow) });
export type RepliesAnswer = z.infer<typeof RepliesAnswer>;
export const RequestReplyRequest = z.strictObject({
  to: SourceId.or(z.literal("unknown")),
  /** Who was asked, as a role or an office. */
  toWords: z.string().max(500),
  about: z.array(ReplyAbout).min(1).max(200),
  sentAt: UtcInstant,
  deadline: UtcInstant.or(z.null()),
  way: z.string().max(500),
  asked: longWords,
});
export type RequestReplyRequest = z.infer<typeof RequestReplyRequest>;
export const RequestedReply = z.strictObject({ id: ReplyId, seq });
export type RequestedReply = z.infer<typeof RequestedReply>;
export const RecordReplyRequest = z.strictObject({ at: UtcInstant, response: longWords, item: ItemId.or(z.null()).default(null) });
export type RecordReplyRequest = z.input<typeof RecordReplyRequest>;
