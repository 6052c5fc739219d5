/** Where in its material an observation stands, as a time code of the original's own clock. */
import type { ObservationTarget } from "../../core/observation/observation.ts";

/** "00:01:02.480"; empty where the material has no clock. */
export function timeOfObservation({ range }: ObservationTarget): string {
  if (range === undefined) return "";
  const seconds = (range.startPts * range.timeBase.num) / range.timeBase.den;
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(hours)}:${two(minutes)}:${(seconds % 60).toFixed(3).padStart(6, "0")}`;
}
