/** What on the map is for measuring: the ruler between two places, and the bar that says how long a length is. */
import { wayBetween } from "../../core/place/geodesic.ts";
import type { Position } from "../../core/place/region.ts";
import { t } from "../words/t.ts";
import { metresPerPixel, type Pixel, type Size, toPixel, toPosition, type Viewport } from "./viewport.ts";

interface RulerProps {
  readonly points: readonly Position[];
  readonly pointer: Pixel | undefined;
  readonly view: Viewport;
  readonly size: Size;
}

export function Ruler({ points, pointer, view, size }: RulerProps) {
  const [from, to = pointer === undefined ? undefined : toPosition(view, size, pointer)] = points;
  if (from === undefined) return null;
  const a = toPixel(view, size, from);
  if (to === undefined) return <circle className="map-ruler" cx={a.x} cy={a.y} r="4" />;
  const b = toPixel(view, size, to);
  return (
    <g className="map-ruler">
      <path d={`M${a.x} ${a.y}L${b.x} ${b.y}`} />
      <circle cx={a.x} cy={a.y} r="4" />
      <circle cx={b.x} cy={b.y} r="4" />
      <text x={(a.x + b.x) / 2 + 8} y={(a.y + b.y) / 2 - 8}>
        {rulerWords(from, to)}
      </text>
    </g>
  );
}

export function rulerWords(from: Position, to: Position): string {
  const { metres, bearingDeg } = wayBetween(from, to);
  const length = metres < 10_000 ? `${metres.toFixed(metres < 100 ? 1 : 0)} m` : `${(metres / 1000).toFixed(2)} km`;
  return t("map.ruler-words", { length, bearing: bearingDeg.toFixed(1), back: ((bearingDeg + 180) % 360).toFixed(1) });
}

export function ScaleBar({ view }: { view: Viewport }) {
  const perPixel = metresPerPixel(view);
  const most = perPixel * 120;
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = [5, 2, 1].map((n) => n * power).find((length) => length <= most) ?? power;
  return (
    <p className="map-scale" style={{ width: `${metres / perPixel}px` }}>
      {metres >= 1000 ? `${metres / 1000} km` : `${metres} m`}
    </p>
  );
}
