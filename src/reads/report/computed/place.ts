/** A place phrase as a report tells it: how it was read, what each reading leaves, and every place that a person rejected. */
import { metresWords, placeWords } from "../../../core/report/report-words.ts";
import type { ParseAnswer, PlaceAnswer } from "../../../reason/place/place-answer.ts";
import type { PlaceProblem } from "../../../reason/place/place-problem.ts";
import { type Computed, figure, nothingComputed, partsDrawn, regionsOf } from "./computed.ts";

/** Around a point of a gazetteer that states no extent: drawn so that no bare point stands on a map. */
const noExtentM = 1000;

export function computedPlace(problem: PlaceProblem, answer: PlaceAnswer): Computed {
  const chosen = answer.parses[problem.reading ?? 0];
  const others = answer.parses.filter((parse) => parse !== chosen);
  const spot = problem.spot ?? null;
  return {
    ...nothingComputed,
    told: [
      { says: `The words, unchanged: "${problem.text}".`, rests: problem.cites ?? [] },
      ...Object.entries(problem.anchors).flatMap(([name, points]) =>
        points.map((point) => ({
          says: `"${name}" is taken to be ${point.lat}, ${point.lon}${point.source === undefined ? "" : ` (${point.source})`}.`,
          rests: [],
        })),
      ),
    ],
    answered: [
      ...(chosen === undefined ? ["The phrase says nothing of a place that is understood."] : parseWords(chosen)),
      ...(spot === null
        ? []
        : [
            `Chosen by a person: ${placeWords(spot.lat, spot.lon, spot.radiusM)}${spot.basis === undefined ? "" : `; basis: ${spot.basis}`}.`,
          ]),
    ],
    alternatives: [
      ...others.map((parse) => ({
        says: parseWords(parse).join(" "),
        standing: "also-possible" as const,
        why: "another way to read the words",
      })),
      ...(problem.judged ?? [])
        .filter(({ standing }) => standing === "rejected")
        .map(({ name, lat, lon, reason }) => ({ says: `${name} at ${lat}, ${lon}`, standing: "rejected" as const, why: reason })),
    ],
    places: [
      ...regionsOf(chosen?.region.coordinates ?? [])
        .slice(0, partsDrawn)
        .map((region) => ({
          title: chosen?.reads ?? "",
          role: "ground" as const,
          region,
          precision: "the clauses of the phrase, with the rules of the house",
          why: "",
        })),
      ...(spot === null
        ? []
        : [
            {
              ...{ title: "Chosen by a person", role: "ground" as const, precision: spot.basis ?? "the analyst", why: "" },
              region: { shape: "circle" as const, centre: { lat: spot.lat, lon: spot.lon }, radiusM: spot.radiusM },
            },
          ]),
      ...(problem.judged ?? [])
        .filter(({ standing }) => standing !== "chosen")
        .map(({ name, lat, lon, standing, reason }) => ({
          ...{ title: name, role: standing as "rejected" | "candidate", precision: "a gazetteer's point, no extent stated", why: reason },
          region: { shape: "circle" as const, centre: { lat, lon }, radiusM: noExtentM },
        })),
    ],
    rests: [...(problem.cites ?? []), ...(problem.frame === undefined ? [] : [problem.frame.item])],
    frame:
      problem.frame === undefined ? null : { item: problem.frame.item, frame: problem.frame.frame ?? null, pts: problem.frame.pts ?? null },
  };
}

function parseWords(parse: ParseAnswer): string[] {
  const { centroid, radiusKm } = parse;
  if (centroid === null || radiusKm === null)
    return [
      `Read as "${parse.reads}": no place fits all clauses.`,
      ...(parse.nearestMiss === null ? [] : [`Nearest miss: ${parse.nearestMiss.says}`]),
    ];
  return [
    `Read as "${parse.reads}": ${figure(parse.areaKm2, 2)} km² are left, around ${placeWords(centroid.lat, centroid.lon, radiusKm * 1000)}; the farthest corner lies ${metresWords(radiusKm * 1000)} away.`,
    ...parse.assumes.map((words) => `Taken for granted: ${words}`),
  ];
}
