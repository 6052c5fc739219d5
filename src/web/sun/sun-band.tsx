/** The map of a shadow: where the sun stood so, as areas; the place and the direction of the shadow; ground points by their numbers. */
import type { Position } from "../../core/place/region.ts";
import type { SunAnswer } from "../../reason/sun/sun-answer.ts";
import { BenchMap } from "../map/bench-map.tsx";
import type { BenchShape } from "../map/bench-shapes.ts";
import { formatNumber, t } from "../words/t.ts";

interface SunBandProps {
  readonly answer: SunAnswer | undefined;
  readonly place: Position | undefined;
  /** By their numbers, counted from 1. */
  readonly points: readonly { readonly number: number; readonly at: Position; readonly errorM: number }[];
  readonly onPoint: ((at: Position) => void) | undefined;
  readonly onMovePoint: (number: number, at: Position) => void;
}

/** How far a shadow's direction is drawn, metres. */
const shadowReachM = 60;

export function SunBand({ answer, place, points, onPoint, onMovePoint }: SunBandProps) {
  return (
    <div className="sun-map">
      <BenchMap
        label={t("sun.map")}
        shapes={[...bandShapes(answer), ...placeShapes(answer, place), ...pointShapes(points)]}
        start={place}
        {...(onPoint === undefined ? {} : { onPoint })}
        onMovePoint={(key, at) => {
          const number = /^sun point (\d+)$/.exec(key)?.[1];
          if (number !== undefined) onMovePoint(Number(number), at);
        }}
      />
    </div>
  );
}

/** Areas of an answer that says where: each measurement for itself, and heavier what both leave. */
export function bandShapes(answer: SunAnswer | undefined): BenchShape[] {
  if (answer?.answers !== "where") return [];
  const { bearing, ratio, joint } = answer;
  const both = bearing !== null && ratio !== null;
  const title = (kind: "bearing" | "ratio" | "joint", areaKm2: number) => t(`sun.map.${kind}`, { area: formatNumber(Math.round(areaKm2)) });
  return [
    ...(bearing === null
      ? []
      : [
          {
            kind: "region" as const,
            key: "sun bearing",
            tone: "narrower" as const,
            title: title("bearing", bearing.areaKm2),
            region: bearing.region,
          },
        ]),
    ...(ratio === null
      ? []
      : [
          {
            kind: "region" as const,
            key: "sun ratio",
            tone: "unknown" as const,
            title: title("ratio", ratio.areaKm2),
            region: ratio.region,
          },
        ]),
    ...(both
      ? [
          {
            kind: "region" as const,
            key: "sun joint",
            tone: "agree" as const,
            isChosen: true,
            title: title("joint", joint.areaKm2),
            region: joint.region,
          },
        ]
      : []),
  ].filter(({ region }) => region.coordinates.length > 0);
}

function placeShapes(answer: SunAnswer | undefined, place: Position | undefined): BenchShape[] {
  if (place === undefined) return [];
  const used = answer?.used;
  // Beside an area of the globe a shadow is too short to be seen.
  const shadow = answer?.answers === "when" ? (used?.shadowBearingDeg ?? null) : null;
  const error = used?.bearingErrorDeg ?? 0;
  return [
    ...(shadow === null
      ? []
      : [
          {
            ...{
              kind: "cone" as const,
              key: "sun shadow",
              tone: "plain" as const,
              from: place,
              headingDeg: shadow.value,
              halfWidthDeg: error,
              errorDeg: 0,
            },
            reachM: shadowReachM,
            title: t("sun.map.shadow", { value: shadow.value.toFixed(1), error: error.toFixed(1) }),
          },
        ]),
    { kind: "point", key: "sun place", tone: "plain", at: place, radiusM: 0, title: t("sun.map.place") },
  ];
}

function pointShapes(points: SunBandProps["points"]): BenchShape[] {
  return points.map(({ number, at, errorM }) => ({
    ...{
      kind: "point" as const,
      key: `sun point ${number}`,
      tone: "plain" as const,
      at,
      radiusM: errorM,
      number: String(number),
      isMovable: true,
    },
    title: t("sun.point", { number: String(number) }),
  }));
}
