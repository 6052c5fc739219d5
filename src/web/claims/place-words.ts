/** Places in words, never without how far off they may be. */
import { centreOf, spanM } from "../../core/place/region-geometry.ts";
import type { PlaceClaim, Position, Region } from "../../core/place/region.ts";
import { t } from "../words/t.ts";

/** "50.46034, 30.17916", latitude first, as maps copy it. */
export function formatPosition({ lat, lon }: Position): string {
  return `${lat.toFixed(5)}, ${lon.toFixed(5)}`;
}

export function formatRadius(metres: number): string {
  if (metres < 1000) return t("place.m", { value: metres < 10 ? metres.toPrecision(2) : String(Math.round(metres)) });
  return t("place.km", { value: metres < 100_000 ? (metres / 1000).toFixed(1) : String(Math.round(metres / 1000)) });
}

export function regionWords(region: Region): string {
  switch (region.shape) {
    case "circle":
      return t("place.circle", { place: formatPosition(region.centre), radius: formatRadius(region.radiusM) });
    case "polygon":
      return t("place.polygon", {
        count: region.rings[0]?.length ?? 0,
        place: formatPosition(centreOf(region)),
        radius: formatRadius(spanM(region)),
      });
    case "path":
      return t("place.path", {
        count: region.points.length,
        place: formatPosition(region.points[0] ?? centreOf(region)),
        radius: formatRadius(region.radiusM),
      });
  }
}

export function placeWords(claim: PlaceClaim | "unknown" | "withheld"): string {
  if (claim === "withheld") return t("events.withheld");
  if (claim === "unknown" || claim.region === "unknown") return t("events.unknown");
  return regionWords(claim.region);
}
