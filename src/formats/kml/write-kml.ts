/**
 * Places of a case as KML 2.2 (OGC 07-147r2). Areas only: a point would become a pin, with an icon fetched from elsewhere. No
 * NetworkLink, no remote icon, no script; words of people stay words where Google Earth would take them as HTML.
 */
import { cutAtDateLine } from "../../core/place/cut-at-date-line.ts";
import type { MapFeature, ShownStanding } from "../../core/place/map-feature.ts";
import type { Position, Region } from "../../core/place/region.ts";
import { centreOf, polygonsOf, spanM, turnOf } from "../../core/place/region-geometry.ts";
import type { ExportedCase } from "../geojson/write-geojson.ts";
import { inertHtml, xmlText } from "./xml-text.ts";

/** Line, fill (aabbggrr) and width by standing. */
const styles: Readonly<Record<ShownStanding, { line: string; fill: string; width: number }>> = {
  stated: { line: "ff6f9a2d", fill: "406f9a2d", width: 3 },
  candidate: { line: "ff1f9ae0", fill: "301f9ae0", width: 2 },
  rejected: { line: "ff3a3ac8", fill: "003a3ac8", width: 1 },
  seen: { line: "ffd08a3a", fill: "20d08a3a", width: 2 },
};

export function writeKml(features: readonly MapFeature[], { caseId, head }: ExportedCase, title: string): string {
  const placed = features.flatMap((feature) => (feature.claim.region === "unknown" ? [] : [{ feature, region: feature.claim.region }]));
  const folders = (Object.keys(styles) as ShownStanding[]).flatMap((standing) => {
    const within = placed.filter(({ feature }) => feature.standing === standing);
    if (within.length === 0) return [];
    return [
      `<Folder><name>${standing}</name>\n${within.map(({ feature, region }) => placemark(feature, region, caseId)).join("\n")}\n</Folder>`,
    ];
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2">
<Document>
<name>${xmlText(title)}</name>
<description>${inertHtml(`Case ${caseId}, head ${head}. Each shape is the area in which a record may be, never a point. What is changed here is a candidate when it comes back.`)}</description>
${Object.entries(styles)
  .map(
    ([standing, { line, fill, width }]) =>
      `<Style id="${standing}"><LineStyle><color>${line}</color><width>${width}</width></LineStyle><PolyStyle><color>${fill}</color></PolyStyle></Style>`,
  )
  .join("\n")}
${folders.join("\n")}
</Document>
</kml>
`;
}

function placemark(feature: MapFeature, region: Region, caseId: string): string {
  const { id, record, title, part, standing, claim, span, reason, heading } = feature;
  const words = [
    `${record}${part === undefined ? "" : `, ${part}`}: ${standing}`,
    region.shape === "polygon" ? "An outline." : `Within ${region.radiusM} m.`,
    `Rests on: ${claim.precision}. Found: ${claim.basis}.`,
    claim.verbatim === "" ? undefined : `Words: ${claim.verbatim}`,
    reason === undefined ? undefined : `Because: ${reason}`,
    // KML has no word for a heading that is not known, and Google Earth shows the zero as north.
    heading === undefined ? "Heading: not known. The view is turned to north only because KML asks for a number." : undefined,
  ].filter((part_) => part_ !== undefined);
  const data = {
    "witnessmark:id": id,
    "witnessmark:case": caseId,
    "witnessmark:record": record,
    "witnessmark:standing": standing,
    "witnessmark:means": claim.means,
    "witnessmark:shape": region.shape,
    "witnessmark:radiusM": region.shape === "polygon" ? "" : String(region.radiusM),
    "witnessmark:headingNorth": heading?.north ?? "",
  };
  return `<Placemark><name>${xmlText(`${record}${part === undefined ? "" : ` ${part}`}: ${title}`)}</name>
<description>${inertHtml(words.join("\n")).replaceAll("\n", "&lt;br/&gt;")}</description>
${view(feature, region)}
${span === undefined ? "" : `<TimeSpan><begin>${span.earliest}</begin><end>${span.latest}</end></TimeSpan>\n`}<styleUrl>#${standing}</styleUrl>
<ExtendedData>${Object.entries(data)
    .map(([name, value]) => `<Data name="${name}"><value>${xmlText(value)}</value></Data>`)
    .join("")}</ExtendedData>
${geometry(region)}</Placemark>`;
}

/** Where a camera stood and looked, as far as known; else a look down on the area. Elements in the order of the schema. */
function view({ heading, claim }: MapFeature, region: Region): string {
  const { lat, lon } = centreOf(region);
  const at = `<longitude>${short(lon)}</longitude><latitude>${short(lat)}</latitude>`;
  if (heading !== undefined && claim.means === "filmed-from")
    return `<Camera>${at}<altitude>2</altitude><heading>${heading.deg}</heading><tilt>90</tilt><roll>0</roll><altitudeMode>relativeToGround</altitudeMode></Camera>`;
  const range = Math.min(20_000_000, Math.max(200, spanM(region) * 2));
  return `<LookAt>${at}<altitude>0</altitude><heading>${heading?.deg ?? 0}</heading><tilt>0</tilt><range>${Math.round(range)}</range><altitudeMode>clampToGround</altitudeMode></LookAt>`;
}

function geometry(region: Region): string {
  const polygons = polygonsOf(region)
    .flatMap(cutAtDateLine)
    .map(([outer = [], ...holes]) => {
      const inner = holes.map((hole) => `<innerBoundaryIs>${ring(hole, false)}</innerBoundaryIs>`).join("");
      return `<Polygon><tessellate>1</tessellate><outerBoundaryIs>${ring(outer, true)}</outerBoundaryIs>${inner}</Polygon>`;
    });
  const way =
    region.shape === "path"
      ? `<LineString><tessellate>1</tessellate><coordinates>${region.points.map(coordinate).join(" ")}</coordinates></LineString>`
      : "";
  return polygons.length === 1 && way === "" ? (polygons[0] ?? "") : `<MultiGeometry>${way}${polygons.join("")}</MultiGeometry>`;
}

function ring(points: readonly Position[], isOuter: boolean): string {
  const turned = turnOf(points) > 0 === isOuter ? points : points.toReversed();
  const [first] = turned;
  const closed = first === undefined ? [] : [...turned, first];
  return `<LinearRing><coordinates>${closed.map(coordinate).join(" ")}</coordinates></LinearRing>`;
}

function coordinate({ lat, lon }: Position): string {
  return `${short(lon)},${short(lat)}`;
}

/** Eight decimals are a millimetre. */
function short(deg: number): number {
  return Number(deg.toFixed(8)) + 0;
}
