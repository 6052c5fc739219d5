/** Two placed answers to scale: each with its radius, and where both hold. North is up; a bar says how long it is on the ground. */
import type { z } from "zod";
import type { Comparison } from "../../api/blind.ts";
import { metresPerDegree } from "../../core/place/read-precision.ts";
import { wrap } from "../../core/place/geodesic.ts";
import type { Answer } from "../../core/review/answer.ts";
import { t } from "../words/t.ts";
import { metresWords } from "./blind-words.ts";

type Place = Extract<Answer, { sort: "place" }>;
type PlaceComparison = Extract<z.infer<typeof Comparison>, { sort: "place" }>;

const [width, height, margin] = [320, 220, 16];

export function AgreementFigure({ a, b, comparison }: { a: Place; b: Place; comparison: PlaceComparison }) {
  const plane = planeAround(a, b);
  const [pa, pb] = [plane(a), plane(b)];
  const left = Math.min(pa.x - a.radiusM, pb.x - b.radiusM);
  const right = Math.max(pa.x + a.radiusM, pb.x + b.radiusM);
  const bottom = Math.min(pa.y - a.radiusM, pb.y - b.radiusM);
  const top = Math.max(pa.y + a.radiusM, pb.y + b.radiusM);
  const scale = Math.min((width - 2 * margin) / (right - left), (height - 2 * margin - 18) / (top - bottom));
  const at = ({ x, y }: { x: number; y: number }) => ({
    x: width / 2 + (x - (left + right) / 2) * scale,
    y: (height - 18) / 2 - (y - (bottom + top) / 2) * scale,
  });
  const outline = comparison.joint?.outline.map((point) => at(plane(point))) ?? [];
  const bar = barFor(scale);
  return (
    <svg className="agreement-figure" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t("blind.figure")}>
      {outline.length > 2 ? (
        <polygon className="agreement-joint" points={outline.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ")} />
      ) : null}
      <Disc {...at(pa)} radius={a.radiusM * scale} label={t("blind.figure-first")} dashed={false} above={pa.y >= pb.y} />
      <Disc {...at(pb)} radius={b.radiusM * scale} label={t("blind.figure-second")} dashed above={pb.y > pa.y} />
      <path className="agreement-bar" d={`M${margin} ${height - 12}v4h${(bar * scale).toFixed(1)}v-4`} />
      <text x={margin + bar * scale + 6} y={height - 7} className="agreement-text">
        {metresWords(bar)}
      </text>
    </svg>
  );
}

function Disc(props: { x: number; y: number; radius: number; label: string; dashed: boolean; above: boolean }) {
  const { x, y, radius, label, dashed, above } = props;
  return (
    <g className={dashed ? "agreement-disc is-second" : "agreement-disc"}>
      <circle cx={x} cy={y} r={Math.max(1.5, radius)} />
      <path d={`M${x - 4} ${y}h8M${x} ${y - 4}v8`} />
      <text x={x + 6} y={above ? y - 6 : y + 14} className="agreement-text">
        {label}
      </text>
    </g>
  );
}

/** Metres east and north of the middle between both; close enough to draw. */
function planeAround(a: Place, b: Place): (point: { lat: number; lon: number }) => { x: number; y: number } {
  const middle = { lat: (a.lat + b.lat) / 2, lon: a.lon + wrap(b.lon - a.lon) / 2 };
  const { north, east } = metresPerDegree(middle.lat);
  return ({ lat, lon }) => ({ x: wrap(lon - middle.lon) * east, y: (lat - middle.lat) * north });
}

/** A round length of about a quarter of the figure. */
function barFor(scale: number): number {
  const wanted = width / 4 / scale;
  const unit = 10 ** Math.floor(Math.log10(wanted));
  return [5, 2, 1].map((step) => step * unit).find((length) => length <= wanted) ?? unit;
}
