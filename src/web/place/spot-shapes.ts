/** The chosen place on the map: always with its radius, and moved by hand. */
import { formatPosition, formatRadius } from "../claims/place-words.ts";
import type { BenchShape } from "../map/bench-shapes.ts";
import { t } from "../words/t.ts";
import type { Spot } from "./bench-port.ts";

export function spotShapes(spot: Spot | undefined): BenchShape[] {
  if (spot === undefined) return [];
  const radius = formatRadius(spot.radiusM);
  return [
    {
      ...{
        kind: "point",
        key: "spot",
        tone: "agree",
        at: { lat: spot.lat, lon: spot.lon },
        radiusM: spot.radiusM,
        isMovable: true,
        isChosen: true,
      },
      title: t("place-bench.spot-shape", { place: formatPosition(spot), radius }),
      label: t("place-bench.spot-label", { radius }),
    },
  ];
}
