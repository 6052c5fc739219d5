/** What a description of an event must say before it may be kept. Sorts are never joined: one event has one. */
import type { PlaceClaim } from "../place/region.ts";
import type { TimeClaim } from "../time/time-claim.ts";
import type { EventSort } from "./event.ts";

export interface EventDescription {
  readonly sort: EventSort;
  readonly sortWords: string | null;
  readonly title: string;
  readonly time: TimeClaim | "unknown";
  readonly place: PlaceClaim | "unknown";
  readonly movement: {
    readonly from: PlaceClaim | "unknown";
    readonly to: PlaceClaim | "unknown";
    readonly via: readonly PlaceClaim[];
  } | null;
}

/** What is wrong with it, as "expected ..; found ..", or undefined. */
export function faultOfEvent({ sort, sortWords, title, movement, time }: EventDescription): string | undefined {
  if (title.trim() === "") return "title: expected a few words of what happened; found none";
  if (sort === "other" && (sortWords === null || sortWords.trim() === "")) return "sort: expected own words for the sort other; found none";
  if (sort === "movement" && movement === null) return "movement: expected from and to, each of which may be unknown; found neither";
  if (sort !== "movement" && movement !== null) return `movement: expected from and to only for a movement; found them on a ${sort}`;
  if (time !== "unknown" && time.earliest > time.latest) return "time: expected the earliest no later than the latest; found it later";
  return undefined;
}
