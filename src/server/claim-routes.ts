/** Claims, their digits, rejected proposals, derivations and assumptions: read, stated, taken back. */
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { ClaimPorts } from "../actions/claim-ports.ts";
import { gradeClaim } from "../actions/grade-claim.ts";
import { makeAssumption } from "../actions/make-assumption.ts";
import { rejectProposals } from "../actions/reject-proposals.ts";
import { restoreProposals } from "../actions/restore-proposals.ts";
import { stateClaims } from "../actions/state-claims.ts";
import { stateDerivation } from "../actions/state-derivation.ts";
import { withdrawAssumption } from "../actions/withdraw-assumption.ts";
import { withdrawClaim } from "../actions/withdraw-claim.ts";
import { withdrawDerivation } from "../actions/withdraw-derivation.ts";
import {
  AssumptionsAnswer,
  ClaimDetail,
  ClaimsAnswer,
  ClaimsQuery,
  DerivationsAnswer,
  GradeClaimRequest,
  MadeAssumption,
  MakeAssumptionRequest,
  RejectedProposals,
  RejectionsAnswer,
  RejectionsQuery,
  RejectProposalsRequest,
  RestoreProposalsRequest,
  StateClaimsRequest,
  StatedClaims,
  StatedDerivation,
  StateDerivationRequest,
  WithdrawnClaim,
} from "../api/claims.ts";
import { ReasonRequest } from "../api/events.ts";
import { AssumptionId } from "../core/claim/assumption.ts";
import { ClaimId } from "../core/claim/claim.ts";
import { DerivationId } from "../core/claim/derivation.ts";
import type { CaseSession } from "../jobs/case-session.ts";
import { unknownItems } from "../reads/case-index.ts";
import { claimIndex } from "../reads/claims/claim-index.ts";
import { claimTextOf } from "../reads/claims/claim-text-of.ts";
import { hasText } from "../reads/claims/has-text.ts";
import { listAssumptions } from "../reads/claims/list-assumptions.ts";
import { getClaim, listClaims } from "../reads/claims/list-claims.ts";
import { listDerivations } from "../reads/claims/list-derivations.ts";
import { listRejections } from "../reads/claims/list-rejections.ts";
import { eventIndex } from "../reads/event-index.ts";
import { exhibitIndex } from "../reads/exhibits/exhibit-index.ts";
import { hasSource } from "../reads/source-index.ts";

const OfClaim = z.strictObject({ id: ClaimId });
const OfDerivation = z.strictObject({ id: DerivationId });
const OfAssumption = z.strictObject({ id: AssumptionId });
const Appended = z.strictObject({ seq: z.number().int() });

export function claimPorts({ reader, writer, gazetteers }: CaseSession): ClaimPorts {
  return {
    writer,
    unknownItems: (numbers) => unknownItems(reader, numbers),
    hasSource: (source) => hasSource(reader, source),
    known: eventIndex(reader),
    exhibits: exhibitIndex(reader, gazetteers),
    claims: { ...claimIndex(reader), textOf: (text) => claimTextOf(reader, text), hasText: (item) => hasText(reader, item) },
  };
}

export function claimRoutes(session: CaseSession): FastifyPluginCallbackZod {
  const { reader, viewer } = session;
  const ports = claimPorts(session);
  return (app, _options, done) => {
    app.get("/api/claims", { schema: { querystring: ClaimsQuery, response: { 200: ClaimsAnswer } } }, async ({ query }) => ({
      claims: await listClaims(reader, viewer, query),
    }));
    app.get("/api/claims/:id", { schema: { params: OfClaim, response: { 200: ClaimDetail } } }, async ({ params }) =>
      getClaim(reader, viewer, params.id),
    );
    app.post("/api/claims", { schema: { body: StateClaimsRequest, response: { 200: StatedClaims } } }, async ({ body }) =>
      stateClaims(ports, viewer, body.claims),
    );
    app.post(
      "/api/claims/:id/withdraw",
      { schema: { params: OfClaim, body: ReasonRequest, response: { 200: WithdrawnClaim } } },
      async ({ params, body }) => {
        const { seq, rested } = await withdrawClaim(ports, viewer, { claim: params.id, reason: body.reason });
        return {
          seq,
          rested: { derivations: [...rested.derivations], assumptions: [...rested.assumptions], replies: [...rested.replies] },
        };
      },
    );
    app.post(
      "/api/claims/:id/grade",
      { schema: { params: OfClaim, body: GradeClaimRequest, response: { 200: Appended } } },
      async ({ params, body }) => gradeClaim(ports, viewer, { claim: params.id, ...body }),
    );

    app.get(
      "/api/claim-rejections",
      { schema: { querystring: RejectionsQuery, response: { 200: RejectionsAnswer } } },
      async ({ query }) => ({ rejections: await listRejections(reader, viewer, query) }),
    );
    app.post(
      "/api/claim-rejections",
      { schema: { body: RejectProposalsRequest, response: { 200: RejectedProposals } } },
      async ({ body }) => rejectProposals(ports, viewer, body.proposals),
    );
    app.post(
      "/api/claim-rejections/restore",
      { schema: { body: RestoreProposalsRequest, response: { 200: Appended } } },
      async ({ body }) => restoreProposals(ports, viewer, body),
    );

    app.get("/api/derivations", { schema: { response: { 200: DerivationsAnswer } } }, async () => ({
      derivations: await listDerivations(reader, viewer),
    }));
    app.post("/api/derivations", { schema: { body: StateDerivationRequest, response: { 200: StatedDerivation } } }, async ({ body }) =>
      stateDerivation(ports, viewer, body),
    );
    app.post(
      "/api/derivations/:id/withdraw",
      { schema: { params: OfDerivation, body: ReasonRequest, response: { 200: Appended } } },
      async ({ params, body }) => withdrawDerivation(ports, viewer, { derivation: params.id, reason: body.reason }),
    );

    app.get("/api/assumptions", { schema: { response: { 200: AssumptionsAnswer } } }, async () => ({
      assumptions: await listAssumptions(reader, viewer),
    }));
    app.post("/api/assumptions", { schema: { body: MakeAssumptionRequest, response: { 200: MadeAssumption } } }, async ({ body }) =>
      makeAssumption(ports, viewer, body),
    );
    app.post(
      "/api/assumptions/:id/withdraw",
      { schema: { params: OfAssumption, body: ReasonRequest, response: { 200: Appended } } },
      async ({ params, body }) => withdrawAssumption(ports, viewer, { assumption: params.id, reason: body.reason }),
    );
    done();
  };
}
