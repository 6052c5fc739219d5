/** What a tile file says of itself: its name, its credit and its bounds, as text without markup. */
import type { LayerFacts } from "../../core/map-layer/map-layer.ts";

export function saysOf(said: unknown): LayerFacts["says"] {
  const fields = typeof said === "object" && said !== null ? (said as Record<string, unknown>) : {};
  return { name: plain(fields["name"], 500), credit: plain(fields["attribution"], 2000) };
}

function plain(value: unknown, most: number): string {
  if (typeof value !== "string") return "";
  return value
    .slice(0, most * 4)
    .replace(/<[^>]*>/g, "")
    .replace(/&copy;/g, "©")
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, most)
    .toWellFormed();
}

/** West, south, east, north; undefined when they are no bounds. */
export function degreesOf(numbers: readonly number[]): LayerFacts["bounds"] | undefined {
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = numbers;
  const fits = west >= -180 && east <= 180 && south >= -90 && north <= 90 && west < east && south < north;
  return fits ? { south, north, west, east } : undefined;
}
