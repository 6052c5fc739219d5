/**
 * Entries that make events, hypotheses and what bears on them. A record is changed by describing it again under its id, whole,
 * with the reason: the earlier words stay in their line.
 */
import { z } from "zod";
import { BearingId, BearingPart, BearingSort } from "../../event/bearing.ts";
import { EventId, EventSort } from "../../event/event.ts";
import { EventLinkId, EventRelation } from "../../event/event-link.ts";
import { HypothesisId, HypothesisStanding, HypothesisStart, Question } from "../../hypothesis/hypothesis.ts";
import { ItemId } from "../../item/item.ts";
import { Sealed } from "../sealed.ts";

const PlaceOrUnknown = Sealed.or(z.literal("unknown"));

export const eventKinds = {
  "event.described": z.strictObject({
    event: EventId,
    sort: EventSort,
    /** What sort it is in the person's own words; demanded where the sort is "other". */
    sortWords: Sealed.or(z.null()),
    title: Sealed,
    /** Sealed TimeClaim. */
    time: Sealed.or(z.literal("unknown")),
    /** Sealed PlaceClaim. */
    place: PlaceOrUnknown,
    /** Sealed PlaceClaims of a movement, `via` in the order of the way; null for every other sort. */
    movement: z.strictObject({ from: PlaceOrUnknown, to: PlaceOrUnknown, via: z.array(Sealed).max(20) }).or(z.null()),
    /** Why it is described so; null only where the record is new. */
    reason: Sealed.or(z.null()),
  }),
  "event.withdrawn": z.strictObject({ event: EventId, reason: Sealed }),
  "events.linked": z.strictObject({ link: EventLinkId, from: EventId, to: EventId, relation: EventRelation, basis: Sealed }),
  "events.unlinked": z.strictObject({ link: EventLinkId, reason: Sealed }),

  "hypothesis.described": z.strictObject({
    hypothesis: HypothesisId,
    question: Question,
    start: HypothesisStart,
    statement: Sealed,
    standing: HypothesisStanding,
    /** Null only for a new one that is alive. */
    reason: Sealed.or(z.null()),
  }),

  "bearing.stated": z.strictObject({
    bearing: BearingId,
    item: ItemId,
    on: z.union([EventId, HypothesisId]),
    sort: BearingSort,
    part: BearingPart.or(z.null()),
    reason: Sealed,
  }),
  "bearing.withdrawn": z.strictObject({ bearing: BearingId, reason: Sealed }),
} as const;
