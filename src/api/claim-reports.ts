/** What is worked out over all claims of a case: origins and drift. Never says what is true. docs/method/origins.md */
import { z } from "zod";
import { Aspect, Basis, ClaimId, Polarity } from "../core/claim/claim.ts";
import { TextRole } from "../core/claim/claim-text.ts";
import { DerivationEnd, DerivationId, DerivationSort } from "../core/claim/derivation.ts";
import { DriftKind } from "../core/claim/drift-kind.ts";
import { EventId } from "../core/event/event.ts";
import { ItemId } from "../core/item/item.ts";
import { SourceId } from "../core/source/source.ts";

const count = z.number().int().min(0);
const claims = z.array(ClaimId).readonly();
const OriginCount = z.strictObject({ low: count, best: count, high: count });
/** Absent: proposed, and nobody has said yes or no. */
const id = DerivationId.optional();
const standing = z.enum(["confirmed", "proposed"]);
const about = { event: EventId.or(z.literal("unassigned")), aspect: Aspect };
const Change = {
  kind: DriftKind,
  was: z.string(),
  became: z.string(),
};

const Origin = z.strictObject({
  source: SourceId.or(z.literal("unknown")),
  label: z.string(),
  /** What it says first-hand, and what was derived from that. */
  claims,
  derived: claims,
  through: z.array(z.string()).readonly(),
  says: z.array(Polarity).readonly(),
  boundOnly: z.boolean(),
  bases: z.array(Basis).readonly(),
  /** First item of each exhibit. */
  exhibits: z.array(ItemId).readonly(),
  circle: count.or(z.null()),
});

const OriginCell = z.strictObject({
  event: EventId,
  aspect: Aspect,
  part: z.enum(["did", "suffered"]).or(z.null()),
  count: OriginCount,
  ifConfirmed: OriginCount,
  denied: count,
  leftOpen: count,
  origins: z.array(Origin).readonly(),
  /** Said by derived texts alone: counts for nothing. */
  onlyDerived: claims,
  exhibits: z.array(z.strictObject({ items: z.array(ItemId).readonly(), origins: z.array(z.string()).readonly() })).readonly(),
  support: z.enum(["nobody", "one-origin", "replicated", "may-corroborate", "unstated"]),
});

const OriginEdge = z.strictObject({
  id,
  derived: DerivationEnd,
  from: DerivationEnd,
  sort: DerivationSort,
  standing,
  basis: z.string(),
  /** `before`: the derived was surely published first. */
  order: z.enum(["after", "before", "cannot-tell"]),
  pairs: z.array(z.tuple([ClaimId, ClaimId]).readonly()).readonly(),
});

/** Kinds and fields: src/reason/claims/{origins,drift}. */
export const OriginReportAnswer = z.strictObject({
  cells: z.array(OriginCell).readonly(),
  unassigned: claims,
  edges: z.array(OriginEdge).readonly(),
  circles: z
    .array(z.strictObject({ members: z.array(DerivationEnd).readonly(), labels: z.array(z.string()).readonly(), standing }))
    .readonly(),
  drifts: z
    .array(
      z.strictObject({
        ...Change,
        ...about,
        derived: claims,
        from: claims,
        along: z.strictObject({ id, derived: DerivationEnd, from: DerivationEnd }),
        standing,
      }),
    )
    .readonly(),
  /** Between parts of one document. */
  inside: z.array(z.strictObject({ ...Change, ...about, derived: ClaimId, from: ClaimId, role: TextRole, against: TextRole })).readonly(),
  /** Each list is one claim, said several times in one document. */
  repeats: z.array(claims).readonly(),
});
export type OriginReportAnswer = z.infer<typeof OriginReportAnswer>;
