/**
 * Claims that cannot all hold: pairs judged, minimal sets with their gaps, what dropping a member leaves and what would dissolve the
 * set there. Never which of them holds. What each field means is said where it is worked out.
 */
import { z } from "zod";
import { AssumptionId } from "../core/claim/assumption.ts";
import { Aspect, ClaimId, Credibility } from "../core/claim/claim.ts";
import { EventId } from "../core/event/event.ts";
import { EventLinkId } from "../core/event/event-link.ts";
import { Latitude, Longitude } from "../core/place/region.ts";
import { Reliability, SourceId } from "../core/source/source.ts";

const Day = z.iso.date();
const list = <T extends z.ZodType>(of: T) => z.array(of).readonly();
const pair = <T extends z.ZodType>(of: T) => z.tuple([of, of]).readonly();

/** `from` and `to` together, or neither: then the days that claims name decide. */
export const ContradictionsQuery = z
  .strictObject({
    /** Hours to either side for spans such as "48 hours earlier"; left out: as each claim says. */
    rounding: z.coerce.number().min(0).max(10_000).optional(),
    /** Taken for every zone that nobody states; left out: a table by zone. */
    zone: z.string().min(1).max(100).optional(),
    from: Day.optional(),
    to: Day.optional(),
  })
  .refine(({ from, to }) => (from === undefined) === (to === undefined), { message: "expected from and to together; found one of them" });
export type ContradictionsQuery = z.infer<typeof ContradictionsQuery>;

const Judgement = z.enum(["same", "narrower", "compatible", "contradict", "different-event", "cannot-tell"]);
const MemberId = z.union([ClaimId, EventLinkId, AssumptionId]);
const seconds = z.strictObject({ in: z.literal("seconds"), seconds: z.number() });
const Gap = z.discriminatedUnion("in", [
  seconds,
  z.strictObject({ in: z.literal("km"), km: z.number() }),
  z.strictObject({ in: z.literal("number"), number: z.number(), unit: z.string() }),
]);

const ShownSettings = z.strictObject({
  horizon: pair(z.string()),
  horizonBy: z.enum(["stated", "days that claims name"]),
  houseRules: z.record(z.string(), pair(z.string())).readonly(),
  roundingHours: z.number().or(z.null()),
  zone: z.string().or(z.null()),
  zones: list(z.string()),
  sunAt: z.strictObject({ lat: Latitude, lon: Longitude }).readonly().or(z.null()),
  filmingHours: z.number(),
  words: list(z.string()),
});

const PairJudgement = z.strictObject({
  first: ClaimId,
  second: ClaimId,
  judgement: Judgement,
  narrower: ClaimId.or(z.null()),
  words: z.string(),
  readings: list(z.strictObject({ first: z.number().int(), second: z.number().int(), judgement: Judgement, words: z.string() })),
  gap: Gap.or(z.null()),
  touching: z.boolean(),
  alongDerivation: z.boolean(),
});

const AspectReport = z.strictObject({
  aspect: Aspect,
  claims: list(ClaimId),
  pairs: list(PairJudgement),
  pairsLeftOut: z.number().int(),
});

const EventClaims = z.strictObject({ event: EventId, claims: list(ClaimId) }).readonly();
const DifferentEvents = z.strictObject({
  aspect: Aspect,
  first: EventClaims,
  second: EventClaims,
  judgement: z.literal("different-event"),
  words: z.string(),
});

const MomentName = z.union([
  EventId,
  z.templateLiteral(["said ", ClaimId]),
  z.templateLiteral(["published ", ClaimId]),
  z.templateLiteral(["end ", ClaimId]),
]);
const EventTimes = z.strictObject({ of: MomentName, windows: list(pair(z.string())), open: list(z.enum(["earlier", "later"])) });

const SetMember = z.strictObject({
  id: MemberId,
  is: z.enum(["claim", "link", "assumption"]),
  words: z.string(),
  by: list(z.union([AssumptionId, ClaimId])),
  source: z
    .strictObject({ source: SourceId.or(z.literal("unknown")), label: z.string(), reliability: Reliability })
    .readonly()
    .or(z.null()),
  credibility: Credibility.or(z.null()),
  dropped: z.strictObject({ consistent: z.boolean(), touching: z.boolean(), times: list(EventTimes), words: z.string() }).readonly(),
  gives: Gap.or(z.null()),
  dissolves: z.string(),
});

const ConflictSet = z.strictObject({
  aspect: Aspect,
  events: list(EventId),
  members: list(SetMember),
  gap: Gap.or(z.null()),
  networkGap: Gap.or(z.null()),
  widenedBy: list(MemberId),
  touchingWithout: list(MemberId),
  certain: list(EventLinkId),
  alongDerivation: z.boolean(),
  words: z.string(),
});

const TimeCase = z.strictObject({
  taken: list(z.strictObject({ what: z.enum(["zone", "reading"]), claims: list(ClaimId), as: z.string() })),
  consistent: z.boolean(),
  touching: z.boolean(),
  times: list(EventTimes),
  sets: list(ConflictSet),
  setsLeftOut: z.number().int(),
  allSetsFound: z.boolean(),
});

export const ContradictionReportAnswer = z.strictObject({
  settings: ShownSettings,
  events: list(z.strictObject({ events: list(EventId), joinedBy: list(AssumptionId), aspects: list(AspectReport) })),
  differentEvents: list(DifferentEvents),
  differentEventsLeftOut: z.number().int(),
  times: list(z.strictObject({ events: list(EventId), cases: list(TimeCase), casesLeftOut: z.number().int() })),
  sets: list(ConflictSet),
  assumptions: list(z.strictObject({ id: AssumptionId, words: z.string(), used: z.string().or(z.null()) })),
  notUsed: list(z.strictObject({ id: MemberId, why: z.string() })),
});
export type ContradictionReportAnswer = z.infer<typeof ContradictionReportAnswer>;
