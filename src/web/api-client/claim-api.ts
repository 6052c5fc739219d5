/** Routes of claims, rejected proposals, derivations, assumptions and requests for a reply. */
import { z } from "zod";
import {
  AssumptionsAnswer,
  ClaimDetail,
  ClaimsAnswer,
  type ClaimsQuery,
  DerivationsAnswer,
  type GradeClaimRequest,
  MadeAssumption,
  type MakeAssumptionRequest,
  type RecordReplyRequest,
  RejectedProposals,
  RejectionsAnswer,
  type RejectProposalsRequest,
  RepliesAnswer,
  RequestedReply,
  type RequestReplyRequest,
  type StateClaimsRequest,
  StatedClaims,
  StatedDerivation,
  type StateDerivationRequest,
  WithdrawnClaim,
} from "../../api/claims.ts";
import type { AssumptionId } from "../../core/claim/assumption.ts";
import type { ClaimId } from "../../core/claim/claim.ts";
import type { DerivationId } from "../../core/claim/derivation.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { ReplyId } from "../../core/reply/reply.ts";
import { queryString } from "./api.ts";
import { ask } from "./ask.ts";

const Appended = z.looseObject({ seq: z.number().int() });
const post = (body: unknown) => ({ method: "POST", body }) as const;

export const claimApi = {
  claims: (wanted: z.infer<typeof ClaimsQuery> = {}, signal?: AbortSignal) =>
    ask(ClaimsAnswer, `/api/claims${queryString(wanted)}`, { signal }),
  claim: (id: ClaimId, signal?: AbortSignal) => ask(ClaimDetail, `/api/claims/${id}`, { signal }),
  stateClaims: (body: StateClaimsRequest) => ask(StatedClaims, "/api/claims", post(body)),
  withdrawClaim: (id: ClaimId, reason: string) => ask(WithdrawnClaim, `/api/claims/${id}/withdraw`, post({ reason })),
  gradeClaim: (id: ClaimId, body: GradeClaimRequest) => ask(Appended, `/api/claims/${id}/grade`, post(body)),
  rejections: (item: ItemId | undefined, signal?: AbortSignal) =>
    ask(RejectionsAnswer, `/api/claim-rejections${queryString({ item })}`, { signal }),
  rejectProposals: (body: RejectProposalsRequest) => ask(RejectedProposals, "/api/claim-rejections", post(body)),
  restoreProposals: (lines: readonly number[]) => ask(Appended, "/api/claim-rejections/restore", post({ lines })),
  derivations: (signal?: AbortSignal) => ask(DerivationsAnswer, "/api/derivations", { signal }),
  stateDerivation: (body: StateDerivationRequest) => ask(StatedDerivation, "/api/derivations", post(body)),
  withdrawDerivation: (id: DerivationId, reason: string) => ask(Appended, `/api/derivations/${id}/withdraw`, post({ reason })),
  assumptions: (signal?: AbortSignal) => ask(AssumptionsAnswer, "/api/assumptions", { signal }),
  makeAssumption: (body: MakeAssumptionRequest) => ask(MadeAssumption, "/api/assumptions", post(body)),
  withdrawAssumption: (id: AssumptionId, reason: string) => ask(Appended, `/api/assumptions/${id}/withdraw`, post({ reason })),
  replies: (signal?: AbortSignal) => ask(RepliesAnswer, "/api/replies", { signal }),
  requestReply: (body: RequestReplyRequest) => ask(RequestedReply, "/api/replies", post(body)),
  recordReply: (id: ReplyId, body: RecordReplyRequest) => ask(Appended, `/api/replies/${id}/response`, post(body)),
  withdrawReply: (id: ReplyId, reason: string) => ask(Appended, `/api/replies/${id}/withdraw`, post({ reason })),
} as const;
