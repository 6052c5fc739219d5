/** What a phrase puts on the map: where each clause holds, what they leave together, what is missed where they leave nothing, and the points they are measured from. */
import type { ParseAnswer } from "../../reason/place/answer-place.ts";
import { formatRadius } from "../claims/place-words.ts";
import type { BenchShape, Series } from "../map/bench-shapes.ts";
import { t } from "../words/t.ts";
import { areaWords } from "./area-words.ts";
import { namesInWords, type PlaceDraft, pointsOf } from "./place-draft.ts";

/** Hue and pattern of a clause, by its place in the phrase. */
export function seriesOf(clause: number): Series {
  return ((clause % 6) + 1) as Series;
}

export function phraseShapes(draft: PlaceDraft, parse: ParseAnswer | undefined, chosenClause: number | undefined): BenchShape[] {
  return [...clauseShapes(parse, chosenClause), ...resultShapes(parse), ...anchorShapes(draft)];
}

function clauseShapes(parse: ParseAnswer | undefined, chosen: number | undefined): BenchShape[] {
  return (parse?.clauses ?? []).flatMap((clause, at): BenchShape[] => {
    const region = parse?.clauseRegions[at];
    if (region === null || region === undefined || region.coordinates.length === 0 || clause.off) return [];
    const area = parse?.clauseAreasKm2[at];
    return [
      {
        ...{ kind: "region", key: `clause ${at}`, tone: "plain", series: seriesOf(at), region, isChosen: at === chosen },
        title: t("place-bench.clause-shape", { number: at + 1, text: clause.text, area: area == null ? "" : areaWords(area) }),
        label: String(at + 1),
      },
    ];
  });
}

function resultShapes(parse: ParseAnswer | undefined): BenchShape[] {
  if (parse === undefined) return [];
  if (parse.areaKm2 > 0)
    return [
      {
        ...{ kind: "region", key: "result", tone: "agree", region: parse.region, isChosen: true },
        title: t("place-bench.result-shape", { area: areaWords(parse.areaKm2) }),
        label: areaWords(parse.areaKm2),
      },
    ];
  const miss = parse.nearestMiss;
  if (miss === null) return [];
  const title = t("place-bench.miss-shape", { length: formatRadius(miss.metres), text: miss.clause });
  const at = { lat: miss.lat, lon: miss.lon };
  return [
    { kind: "line", key: "miss line", tone: "conflict", points: [at, miss.toward], title },
    {
      kind: "point",
      key: "miss",
      tone: "conflict",
      at,
      radiusM: miss.metres,
      title,
      label: t("place-bench.short", { length: formatRadius(miss.metres) }),
    },
  ];
}

function anchorShapes(draft: PlaceDraft): BenchShape[] {
  return namesInWords(draft).flatMap((name) =>
    pointsOf(draft, name).map(({ point, isOn }, at): BenchShape => {
      const extent =
        point.radiusKm > 0 ? t("place-bench.extent", { radius: formatRadius(point.radiusKm * 1000) }) : t("place-bench.extent-unknown");
      const words = { name, source: point.source ?? t("place-bench.no-source"), extent };
      return {
        ...{ kind: "point", key: `anchor ${name} ${at}`, tone: isOn ? "plain" : "unknown", at: { lat: point.lat, lon: point.lon } },
        radiusM: point.radiusKm * 1000,
        title: t(isOn ? "place-bench.anchor-shape" : "place-bench.anchor-shape-off", words),
        // One that does not count is named by its title alone: two names of one place would cover each other.
        label: isOn ? name : undefined,
      };
    }),
  );
}
