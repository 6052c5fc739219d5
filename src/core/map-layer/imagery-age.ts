/** How far apart imagery and an event are in time. What lies between them may have been built, burnt or moved. */
import type { Span } from "../place/map-feature.ts";
import type { ImageryDay } from "./imagery-day.ts";

/** `least` and `most`: days between them, by what is known of both. "around": the one lies within the other's interval. */
export type ImageryAge =
  | { readonly state: "unknown" }
  | { readonly state: "around" }
  | { readonly state: "before" | "after"; readonly least: number; readonly most: number };

const day = 86_400_000;

/** Of imagery, seen from the event. */
export function imageryAge(taken: ImageryDay | { readonly earliest: string; readonly latest: string }, event: Span): ImageryAge {
  if (taken === "unknown") return { state: "unknown" };
  const [from, to] = [Date.parse(taken.earliest), Date.parse(taken.latest)];
  const [first, last] = [Date.parse(event.earliest), Date.parse(event.latest)];
  if (to < first) return { state: "before", least: Math.floor((first - to) / day), most: Math.ceil((last - from) / day) };
  if (from > last) return { state: "after", least: Math.floor((from - last) / day), most: Math.ceil((to - first) / day) };
  return { state: "around" };
}
