/** What the parts of the bench need to know of the question as a whole. */
import { ItemId } from "../../core/item/item.ts";
import type { StatedOf } from "../../core/place/place-statement.ts";
import type { PlaceAnswer } from "../../reason/place/answer-place.ts";
import { useEvents } from "../events/event-queries.ts";
import type { PlaceDraft } from "./place-draft.ts";

/** Every point that is on. */
export function anchorsOf(draft: PlaceDraft) {
  return Object.entries(draft.anchors).flatMap(([name, points]) => points.map(({ lat, lon }) => ({ name, lat, lon })));
}

export function readingsLeft(solved: PlaceAnswer | undefined) {
  return solved === undefined ? undefined : { all: solved.parses.length, left: solved.parses.filter(({ areaKm2 }) => areaKm2 > 0).length };
}

export function itemsOf(records: readonly (string | undefined)[]): ItemId[] {
  return [...new Set(records.flatMap((record) => ItemId.safeParse(record).data ?? []))];
}

/** Of the event that the question is about: imagery is shown with how long before or after it was taken. */
export function useEventTime(about: StatedOf | null) {
  const time = useEvents().data?.events.find(({ id }) => id === about)?.time;
  return time === undefined || typeof time === "string" ? undefined : { earliest: time.earliest, latest: time.latest };
}
