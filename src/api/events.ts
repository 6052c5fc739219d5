/** Events, hypotheses, what bears on them, and the places and times that people state. */
import { z } from "zod";
import { BearingId, BearingPart, BearingSort } from "../core/event/bearing.ts";
import { EventId, EventSort } from "../core/event/event.ts";
import { EventLinkId, EventRelation } from "../core/event/event-link.ts";
import { HypothesisId, HypothesisStanding, HypothesisStart, Question } from "../core/hypothesis/hypothesis.ts";
import { ItemId } from "../core/item/item.ts";
import { PlaceId, StatedOf, StatementOrigin, StatementStanding, TimeId } from "../core/place/place-statement.ts";
import { PlaceClaim } from "../core/place/region.ts";
import { TimeClaim } from "../core/time/time-claim.ts";

const words = z.string().max(5000);
/** "withheld": this copy does not say it. */
const Time = TimeClaim.or(z.enum(["unknown", "withheld"]));
const Place = PlaceClaim.or(z.enum(["unknown", "withheld"]));

/** Who wrote the line that says it. */
const written = { at: z.string(), by: z.string(), byName: z.string(), seq: z.number().int() };

export const BearingRow = z.strictObject({
  id: BearingId,
  item: ItemId,
  itemName: z.string(),
  on: z.union([EventId, HypothesisId]),
  /** Title of the event, statement of the hypothesis. */
  onSays: z.string(),
  sort: BearingSort,
  part: BearingPart.or(z.null()),
  reason: z.string(),
  withdrawn: z.string().optional(),
  ...written,
});
export type BearingRow = z.infer<typeof BearingRow>;

const statement = {
  about: StatedOf,
  standing: StatementStanding,
  from: StatementOrigin.or(z.null()),
  reason: z.string(),
  ...written,
};
export const PlaceStatement = z.strictObject({ id: PlaceId, claim: PlaceClaim.or(z.literal("withheld")), ...statement });
export type PlaceStatement = z.infer<typeof PlaceStatement>;
export const TimeStatement = z.strictObject({ id: TimeId, claim: TimeClaim.or(z.literal("withheld")), ...statement });
export type TimeStatement = z.infer<typeof TimeStatement>;

/** Places and times that people stated of one record. */
export const Statements = z.strictObject({ places: z.array(PlaceStatement), times: z.array(TimeStatement) });
export type Statements = z.infer<typeof Statements>;

export const EventRow = z.strictObject({
  id: EventId,
  sort: EventSort,
  sortWords: z.string().or(z.null()),
  title: z.string(),
  time: Time,
  place: Place,
  movement: z.strictObject({ from: Place, to: Place, via: z.array(Place) }).or(z.null()),
  /** Bearings on it that stand, by sort. */
  bearings: z.strictObject({
    shows: z.number().int(),
    supports: z.number().int(),
    against: z.number().int(),
    context: z.number().int(),
    none: z.number().int(),
  }),
  withdrawn: z.string().optional(),
  ...written,
});
export type EventRow = z.infer<typeof EventRow>;

export const EventLinkRow = z.strictObject({
  id: EventLinkId,
  from: EventId,
  fromTitle: z.string(),
  to: EventId,
  toTitle: z.string(),
  relation: EventRelation,
  basis: z.string(),
  unlinked: z.string().optional(),
  ...written,
});
export type EventLinkRow = z.infer<typeof EventLinkRow>;

export const HistoryLine = z.strictObject({
  seq: z.number().int(),
  at: z.string(),
  by: z.string(),
  byName: z.string(),
  summary: z.string(),
});
export type HistoryLine = z.infer<typeof HistoryLine>;

export const EventsAnswer = z.strictObject({ events: z.array(EventRow) });
export const EventDetail = z.strictObject({
  event: EventRow,
  links: z.array(EventLinkRow),
  bearings: z.array(BearingRow),
  statements: Statements,
  history: z.array(HistoryLine),
});
export type EventDetail = z.infer<typeof EventDetail>;

export const HypothesisRow = z.strictObject({
  id: HypothesisId,
  question: Question,
  start: HypothesisStart,
  statement: z.string(),
  standing: HypothesisStanding,
  reason: z.string(),
  bearings: EventRow.shape.bearings,
  ...written,
});
export type HypothesisRow = z.infer<typeof HypothesisRow>;
export const HypothesesAnswer = z.strictObject({ hypotheses: z.array(HypothesisRow) });
export const HypothesisDetail = z.strictObject({
  hypothesis: HypothesisRow,
  bearings: z.array(BearingRow),
  history: z.array(HistoryLine),
});
export type HypothesisDetail = z.infer<typeof HypothesisDetail>;

/** What bears on what, seen from an item, with the places and times stated of it. */
export const ItemBearings = z.strictObject({ bearings: z.array(BearingRow), statements: Statements });
export type ItemBearings = z.infer<typeof ItemBearings>;

export const EventRequest = z.strictObject({
  event: EventId.optional(),
  sort: EventSort,
  sortWords: z.string().max(200).or(z.null()).default(null),
  title: z.string().max(500),
  time: TimeClaim.or(z.literal("unknown")),
  place: PlaceClaim.or(z.literal("unknown")),
  movement: z
    .strictObject({
      from: PlaceClaim.or(z.literal("unknown")),
      to: PlaceClaim.or(z.literal("unknown")),
      via: z.array(PlaceClaim).max(20),
    })
    .or(z.null())
    .default(null),
  reason: words.default(""),
});
export type EventRequest = z.input<typeof EventRequest>;

export const ReasonRequest = z.strictObject({ reason: words });
export const EventLinkRequest = z.strictObject({ from: EventId, to: EventId, relation: EventRelation, basis: words });
export type EventLinkRequest = z.infer<typeof EventLinkRequest>;
export const HypothesisRequest = z.strictObject({
  hypothesis: HypothesisId.optional(),
  question: Question,
  start: HypothesisStart,
  statement: words,
  standing: HypothesisStanding,
  reason: words.default(""),
});
export type HypothesisRequest = z.input<typeof HypothesisRequest>;
export const BearingRequest = z.strictObject({
  item: ItemId,
  on: z.union([EventId, HypothesisId]),
  sort: BearingSort,
  part: BearingPart.or(z.null()).default(null),
  reason: words,
});
export type BearingRequest = z.input<typeof BearingRequest>;

const stating = { about: StatedOf, standing: StatementStanding, from: StatementOrigin.or(z.null()).default(null), reason: words };
export const PlaceRequest = z.strictObject({ place: PlaceId.optional(), claim: PlaceClaim, ...stating });
export type PlaceRequest = z.input<typeof PlaceRequest>;
export const PlacesRequest = z.strictObject({ places: z.array(PlaceRequest).min(1).max(500) });
export const TimeRequest = z.strictObject({ time: TimeId.optional(), claim: TimeClaim, ...stating });
export type TimeRequest = z.input<typeof TimeRequest>;
