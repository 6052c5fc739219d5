/** A near miss in words and numbers. */
import type { MissAnswer } from "./place-answer.ts";
import { metresOf } from "./place-rules.ts";
import type { NearestMiss } from "./solve-clauses.ts";

export function tellMiss({ at, metres, clause, asks, from, toward, distanceM, bearingDeg, allowedM }: NearestMiss): MissAnswer {
  const unit = clause.kind === "offset" ? clause.distance.unit : "km";
  const inUnit = (value: number) => value / metresOf[unit];
  const place = "anchor" in clause ? clause.anchor : "the place";
  const here = `nearest point ${inUnit(distanceM).toFixed(3)} ${unit} at ${bearingDeg.toFixed(1)} deg from ${place} (${at.lat.toFixed(5)}, ${at.lon.toFixed(5)})`;
  const [low, high] = allowedM ?? [0, Infinity];
  const border =
    distanceM < low ? `short of ${inUnit(low).toFixed(1)} ${unit}` : distanceM > high ? `beyond ${inUnit(high).toFixed(1)} ${unit}` : "";
  const by =
    asks === "distance" ? `${Math.round(metres)} m ${border}` : `${Math.round(metres)} m outside of what "${clause.text}" asks (${asks})`;
  return {
    says: `the clauses do not overlap: ${here}, ${by}`,
    ...{ lat: at.lat, lon: at.lon, metres, clause: clause.text, span: clause.span, asks, bearingDeg },
    from: { lat: from.lat, lon: from.lon },
    toward: { lat: toward.lat, lon: toward.lon },
    distance: { value: inUnit(distanceM), unit },
  };
}
