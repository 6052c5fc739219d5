/** What was found on a map extract, as the bench's map draws it: numbered as in the list, with lines to the things that decide. */
import type { FeatureAnswer, FeaturePlace } from "../../core/map-extract/feature-answer.ts";
import type { RoadsAnswer } from "../../core/map-extract/roads.ts";
import type { BenchShape } from "../map/bench-shapes.ts";
import { t } from "../words/t.ts";

export interface NumberedPlace {
  /** "1", "2" for what fits, "m1", "m2" for near misses. */
  readonly number: string;
  readonly place: FeaturePlace;
  readonly reasons: readonly string[];
}

export function numberedPlaces({ candidates, nearMisses }: FeatureAnswer): readonly NumberedPlace[] {
  return [
    ...candidates.map((place, at) => ({ number: String(at + 1), place, reasons: [] })),
    ...nearMisses.map((place, at) => ({ number: `m${at + 1}`, place, reasons: place.reasons })),
  ];
}

export const nameOfPlace = ({ name, kind }: FeaturePlace) => (name === "" ? kind : name);

/** More are too many to tell apart on a map. */
const mostDrawn = 300;

export function featureShapes(answer: FeatureAnswer | undefined, chosen: string | undefined): BenchShape[] {
  if (answer === undefined) return [];
  return numberedPlaces(answer)
    .slice(0, mostDrawn)
    .flatMap(({ number, place, reasons }): BenchShape[] => {
      const fits = reasons.length === 0;
      const names = { n: number, name: nameOfPlace(place), reason: reasons[0] ?? "" };
      const own: BenchShape = {
        ...({ kind: "point", key: `feature ${number}`, at: { lat: place.lat, lon: place.lon }, radiusM: place.radiusM, number } as const),
        tone: fits ? "agree" : "narrower",
        isChosen: number === chosen,
        title: t(fits ? "features.shape" : "features.shape-miss", names),
      };
      return number === chosen ? [...linesOf(number, place), own] : [own];
    });
}

function linesOf(number: string, place: FeaturePlace): BenchShape[] {
  return place.found.flatMap(({ condition, holds, says, thing }): BenchShape[] =>
    thing === null || thing.metres === 0
      ? []
      : [
          {
            ...({
              kind: "line",
              key: `feature ${number} to ${condition}`,
              points: [{ lat: place.lat, lon: place.lon }, thing.at],
            } as const),
            tone: holds ? "agree" : "conflict",
            title: t("features.shape-to", { from: nameOfPlace(place), what: says }),
            label: says,
          },
        ],
  );
}

export function roadShapes(answer: RoadsAnswer | undefined): BenchShape[] {
  if (answer === undefined) return [];
  const roads = [
    ...answer.roads.map(({ id, name, ref, lines }) => ({ key: id, name: ref || name, lines })),
    ...answer.ways.map(({ from, to, lines }) => ({ key: `${from} ${to}`, name: `${from} - ${to}`, lines })),
  ];
  return roads.flatMap(({ key, name, lines }) =>
    lines.coordinates.map((line, at): BenchShape => ({
      ...({ kind: "line", key: `feature road ${key} ${at}`, tone: "plain" } as const),
      points: line.map(([lon, lat]) => ({ lat, lon })),
      title: t("features.road", { name }),
    })),
  );
}
