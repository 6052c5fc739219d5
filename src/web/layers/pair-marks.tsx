/** The pairs as numbered marks, the same numbers on the picture and on the map. */
import type { ReactNode } from "react";
import type { BenchShape } from "../map/bench-shapes.ts";
import { t } from "../words/t.ts";
import { type DraftPair, pairKey, type Pairs } from "./use-pairs.ts";

/** `unit`: pixels of the picture in one of the screen. */
export function frameMarks(pairs: readonly DraftPair[], unit: number): ReactNode {
  return pairs.map(({ onPicture }, at) =>
    onPicture === undefined ? null : (
      <g key={at} data-mark={pairKey(at)} className="pair-mark" transform={`translate(${onPicture.x} ${onPicture.y}) scale(${unit})`}>
        <path d="M-18 0H-4M4 0H18M0 -18V-4M0 4V18" />
        <circle r="18" />
        <text x="22" y="5">
          {at + 1}
        </text>
      </g>
    ),
  );
}

export function mapMarks({ pairs, placement }: Pairs): BenchShape[] {
  const [first] = placement?.corners ?? [];
  const outline: BenchShape[] =
    placement === null || first === undefined
      ? []
      : [{ kind: "line", key: "outline", tone: "plain", title: t("imagery.outline"), points: [...placement.corners, first] }];
  return [
    ...outline,
    ...pairs.flatMap(({ onMap }, at): BenchShape[] =>
      onMap === undefined
        ? []
        : [
            {
              ...{ kind: "point", key: pairKey(at), tone: "plain", at: onMap, radiusM: 0, isMovable: true },
              ...{ number: String(at + 1), title: t("imagery.pair", { number: at + 1 }) },
            },
          ],
    ),
  ];
}
