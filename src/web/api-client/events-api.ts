/** Routes of events, hypotheses, bearings, and stated places and times. */
import { z } from "zod";
import {
  type BearingRequest,
  EventDetail,
  type EventLinkRequest,
  type EventRequest,
  EventsAnswer,
  HypothesesAnswer,
  HypothesisDetail,
  type HypothesisRequest,
  ItemBearings,
  type PlaceRequest,
  type TimeRequest,
} from "../../api/events.ts";
import type { ItemId } from "../../core/item/item.ts";
import { ask } from "./ask.ts";

const Made = z.looseObject({ id: z.string(), seq: z.number().int() });
const Appended = z.looseObject({ seq: z.number().int() });
const post = (body: unknown) => ({ method: "POST", body }) as const;

export const eventsApi = {
  events: (signal?: AbortSignal) => ask(EventsAnswer, "/api/case-events", { signal }),
  event: (id: string, signal?: AbortSignal) => ask(EventDetail, `/api/case-events/${id}`, { signal }),
  describeEvent: (body: EventRequest) => ask(Made, "/api/case-events", post(body)),
  withdrawEvent: (id: string, reason: string) => ask(Appended, `/api/case-events/${id}/withdraw`, post({ reason })),
  link: (body: EventLinkRequest) => ask(Made, "/api/event-links", post(body)),
  unlink: (id: string, reason: string) => ask(Appended, `/api/event-links/${id}/withdraw`, post({ reason })),
  hypotheses: (signal?: AbortSignal) => ask(HypothesesAnswer, "/api/hypotheses", { signal }),
  hypothesis: (id: string, signal?: AbortSignal) => ask(HypothesisDetail, `/api/hypotheses/${id}`, { signal }),
  describeHypothesis: (body: HypothesisRequest) => ask(Made, "/api/hypotheses", post(body)),
  itemBearings: (id: ItemId, signal?: AbortSignal) => ask(ItemBearings, `/api/items/${id}/bearings`, { signal }),
  bear: (body: BearingRequest) => ask(Made, "/api/bearings", post(body)),
  withdrawBearing: (id: string, reason: string) => ask(Appended, `/api/bearings/${id}/withdraw`, post({ reason })),
  statePlaces: (places: readonly PlaceRequest[]) =>
    ask(z.looseObject({ ids: z.array(z.string()), seq: z.number().int() }), "/api/places", post({ places })),
  stateTime: (body: TimeRequest) => ask(Made, "/api/times", post(body)),
} as const;
