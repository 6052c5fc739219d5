/** Events, hypotheses, bearings, and places and times that people state: read, made, changed, taken back. */
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { describeEvent } from "../actions/describe-event.ts";
import { describeHypothesis } from "../actions/describe-hypothesis.ts";
import type { CitingPorts } from "../actions/exhibit-ports.ts";
import { linkEvents } from "../actions/link-events.ts";
import { stateBearing } from "../actions/state-bearing.ts";
import { statePlaces } from "../actions/state-places.ts";
import { stateTime } from "../actions/state-time.ts";
import { unlinkEvents } from "../actions/unlink-events.ts";
import { withdrawBearing } from "../actions/withdraw-bearing.ts";
import { withdrawEvent } from "../actions/withdraw-event.ts";
import {
  BearingRequest,
  EventDetail,
  EventLinkRequest,
  EventRequest,
  EventsAnswer,
  HypothesesAnswer,
  HypothesisDetail,
  HypothesisRequest,
  ItemBearings,
  PlacesRequest,
  ReasonRequest,
  TimeRequest,
} from "../api/events.ts";
import { BearingId } from "../core/event/bearing.ts";
import { EventId } from "../core/event/event.ts";
import { EventLinkId } from "../core/event/event-link.ts";
import { HypothesisId } from "../core/hypothesis/hypothesis.ts";
import { ItemId } from "../core/item/item.ts";
import { PlaceId, TimeId } from "../core/place/place-statement.ts";
import type { CaseSession } from "../jobs/case-session.ts";
import { unknownItems } from "../reads/case-index.ts";
import { eventIndex } from "../reads/event-index.ts";
import { exhibitIndex } from "../reads/exhibits/exhibit-index.ts";
import { getEvent } from "../reads/get-event.ts";
import { itemBearings } from "../reads/list-bearings.ts";
import { listEvents } from "../reads/list-events.ts";
import { getHypothesis, listHypotheses } from "../reads/list-hypotheses.ts";

const seq = z.number().int();
const Appended = z.strictObject({ seq });
const of = <Id extends z.ZodType>(id: Id) => z.strictObject({ id });
const made = <Id extends z.ZodType>(id: Id) => z.strictObject({ id, seq });

export function eventRoutes({ reader, viewer, writer, gazetteers }: CaseSession): FastifyPluginCallbackZod {
  const ports: CitingPorts = {
    writer,
    unknownItems: (numbers) => unknownItems(reader, numbers),
    known: eventIndex(reader),
    exhibits: exhibitIndex(reader, gazetteers),
  };
  return (app, _options, done) => {
    app.get("/api/case-events", { schema: { response: { 200: EventsAnswer } } }, async () => ({
      events: await listEvents(reader, viewer),
    }));
    app.get("/api/case-events/:id", { schema: { params: of(EventId), response: { 200: EventDetail } } }, async ({ params }) =>
      getEvent(reader, viewer, params.id),
    );
    app.post("/api/case-events", { schema: { body: EventRequest, response: { 200: made(EventId) } } }, async ({ body }) =>
      describeEvent(ports, viewer, body),
    );
    app.post(
      "/api/case-events/:id/withdraw",
      { schema: { params: of(EventId), body: ReasonRequest, response: { 200: Appended } } },
      async ({ params, body }) => withdrawEvent(ports, viewer, { event: params.id, reason: body.reason }),
    );
    app.post("/api/event-links", { schema: { body: EventLinkRequest, response: { 200: made(EventLinkId) } } }, async ({ body }) =>
      linkEvents(ports, viewer, body),
    );
    app.post(
      "/api/event-links/:id/withdraw",
      { schema: { params: of(EventLinkId), body: ReasonRequest, response: { 200: Appended } } },
      async ({ params, body }) => unlinkEvents(ports, viewer, { link: params.id, reason: body.reason }),
    );

    app.get("/api/hypotheses", { schema: { response: { 200: HypothesesAnswer } } }, async () => ({
      hypotheses: await listHypotheses(reader, viewer),
    }));
    app.get("/api/hypotheses/:id", { schema: { params: of(HypothesisId), response: { 200: HypothesisDetail } } }, async ({ params }) =>
      getHypothesis(reader, viewer, params.id),
    );
    app.post("/api/hypotheses", { schema: { body: HypothesisRequest, response: { 200: made(HypothesisId) } } }, async ({ body }) =>
      describeHypothesis(ports, viewer, body),
    );

    app.get("/api/items/:id/bearings", { schema: { params: of(ItemId), response: { 200: ItemBearings } } }, async ({ params }) =>
      itemBearings(reader, viewer, params.id),
    );
    app.post("/api/bearings", { schema: { body: BearingRequest, response: { 200: made(BearingId) } } }, async ({ body }) =>
      stateBearing(ports, viewer, body),
    );
    app.post(
      "/api/bearings/:id/withdraw",
      { schema: { params: of(BearingId), body: ReasonRequest, response: { 200: Appended } } },
      async ({ params, body }) => withdrawBearing(ports, viewer, { bearing: params.id, reason: body.reason }),
    );

    app.post(
      "/api/places",
      { schema: { body: PlacesRequest, response: { 200: z.strictObject({ ids: z.array(PlaceId), seq }) } } },
      async ({ body }) => statePlaces(ports, viewer, body.places),
    );
    app.post("/api/times", { schema: { body: TimeRequest, response: { 200: made(TimeId) } } }, async ({ body }) =>
      stateTime(ports, viewer, body),
    );
    done();
  };
}
