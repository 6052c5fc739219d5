/**
 * Map of the places of a report on the outline of the land that the program has: each with its radius, cones dashed, rejected ones
 * crossed out. No border is drawn, and nothing is a bare point. Meaning rests on shape and number, not on colour alone.
 */
import { radiusWords } from "../../core/report/printed-circle.ts";
import { metresWords } from "../../core/report/report-words.ts";
import { centreOf, polygonsOf } from "../../core/place/region-geometry.ts";
import { wrap } from "../../core/place/geodesic.ts";
import type { Position } from "../../core/place/region.ts";
import type { ReportPlace } from "../../core/report/report-figures.ts";
import { markup, type Markup, nothing } from "../markup/markup.ts";
import { frameOf, type MapFrame } from "./frame-of-places.ts";
import { landInFrame } from "./land-in-frame.ts";

const [width, height] = [720, 420];

/** Undefined without places. `numbers`: which number the text calls each place by. */
export function mapFigure(places: readonly ReportPlace[], numbers: ReadonlyMap<string, number>): Markup | undefined {
  if (places.length === 0) return undefined;
  const frame = frameOf(
    places.map(({ region }) => region),
    width,
    height,
  );
  const drawn = places.toSorted((a, b) => order[a.role] - order[b.role]);
  return markup`<svg class="figure map" viewBox="0 0 ${width} ${height}" role="img" xmlns="http://www.w3.org/2000/svg" font-family="sans-serif">
<title>Map of the places in this report</title>
<desc>${places.map(({ id, title, role }) => `${numbers.get(id) ?? ""} ${roleWords[role]}: ${title}.`).join(" ")}</desc>
<rect class="sea" width="${width}" height="${height}"/>
<g class="land">${landInFrame(frame).map((d) => markup`<path d="${d}"/>`)}</g>
<g class="grid">${gridLines(frame)}</g>
${drawn.map((place) => placeShape(place, frame, numbers.get(place.id)))}
${scaleBar(frame)}
${locator(frame)}
<text class="north" x="${width - 8}" y="16" text-anchor="end">north is up</text>
</svg>`;
}

const order = { cone: 0, rejected: 1, candidate: 2, ground: 3, camera: 4, answer: 5 } as const;
export const roleWords: { readonly [role in ReportPlace["role"]]: string } = {
  ...{ answer: "answer", ground: "ground", camera: "camera", cone: "field of view", rejected: "rejected", candidate: "candidate" },
};

/** Where on earth the window lies: the land some thousand kilometres around, with a box that is never smaller than can be seen. */
function locator(frame: MapFrame): Markup {
  const { west, east, south, north } = frame.bounds;
  if (east - west > 20) return nothing;
  const [wide, high] = [132, 88];
  const middle = { lat: Math.max(-70, Math.min(70, (south + north) / 2)), lon: (west + east) / 2 };
  const around = frameOf([{ shape: "circle", centre: middle, radiusM: 900_000 }], wide, high);
  const size = Math.max(6, around.x(east) - around.x(west));
  return markup`<g class="locator" transform="translate(${width - wide - 10} ${height - high - 10})"><title>Where the map lies</title>
<rect class="sea" width="${wide}" height="${high}"/><svg width="${wide}" height="${high}" viewBox="0 0 ${wide} ${high}"><g class="land">${landInFrame(around).map((d) => markup`<path d="${d}"/>`)}</g>
<rect class="window-box" x="${(around.x(middle.lon) - size / 2).toFixed(1)}" y="${(around.y((south + north) / 2) - size / 2).toFixed(1)}" width="${size.toFixed(1)}" height="${size.toFixed(1)}"/></svg>
<rect class="edge" width="${wide}" height="${high}"/></g>`;
}

function gridLines(frame: MapFrame): Markup[] {
  const { west, east, south, north } = frame.bounds;
  const step = niceStep((east - west) / 4);
  const lines: Markup[] = [];
  for (let lon = Math.ceil(west / step) * step; lon <= east; lon += step) {
    const x = frame.x(lon).toFixed(1);
    lines.push(
      markup`<path d="M${x} 0V${height}"/><text x="${x}" y="${height - 4}" text-anchor="middle">${degrees(wrap(lon), step)}°</text>`,
    );
  }
  for (let lat = Math.ceil(south / step) * step; lat <= north; lat += step) {
    const y = frame.y(lat).toFixed(1);
    lines.push(markup`<path d="M0 ${y}H${width}"/><text x="4" y="${Number(y) - 3}">${degrees(lat, step)}°</text>`);
  }
  return lines;
}

/** Corners of places far outside are kept near. */
function near(value: number, size: number): string {
  return Math.max(-20 * size, Math.min(21 * size, value)).toFixed(1);
}

function degrees(value: number, step: number): string {
  return value.toFixed(Math.max(0, -Math.floor(Math.log10(step))));
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 5, 10].map((times) => times * power).find((step) => step >= rough) ?? power * 10;
}

function placeShape({ region, role, title }: ReportPlace, frame: MapFrame, number: number | undefined): Markup {
  const around = frame.bounds.west / 2 + frame.bounds.east / 2;
  const x = (lon: number): number => frame.x(around + wrap(lon - around));
  const ring = (points: readonly Position[]): string =>
    `M${points.map(({ lat, lon }) => `${near(x(lon), width)} ${near(frame.y(lat), height)}`).join("L")}Z`;
  const paths = polygonsOf(region).map((rings) => rings.map((one) => ring(one)).join(""));
  const centre = centreOf(region);
  const [cx, cy] = [x(centre.lon), frame.y(centre.lat)];
  const radius = region.shape === "circle" ? `, radius ${radiusWords(region.radiusM)}` : "";
  return markup`<g class="place is-${role}"><title>${number === undefined ? "" : `${number}: `}${roleWords[role]}: ${title}${radius}</title>
${paths.map((d) => markup`<path d="${d}"/>`)}
${role === "rejected" ? markup`<path class="cross" d="M${(cx - 5).toFixed(1)} ${(cy - 5).toFixed(1)}l10 10m0 -10l-10 10"/>` : ""}
${number === undefined || role === "cone" ? "" : markup`<circle class="dot" cx="${cx.toFixed(1)}" cy="${cy.toFixed(1)}" r="8"/><text class="number" x="${cx.toFixed(1)}" y="${(cy + 3.5).toFixed(1)}" text-anchor="middle">${number}</text>`}
</g>`;
}

function scaleBar({ metresPerUnit }: MapFrame): Markup {
  const metres = niceStep(metresPerUnit * 60);
  const long = (metres / metresPerUnit).toFixed(1);
  return markup`<g class="scale" transform="translate(16 ${height - 28})"><path d="M0 -4V0H${long}V-4"/><text x="0" y="-8">${metresWords(metres)}</text></g>`;
}
