/**
 * Places of a report as GeoJSON (RFC 7946, WGS 84) and KML: each the area in which something may be, with its radius, what states it
 * and on which records that rests. Never a point, which other programs would draw as a pin that claims more than anybody knows.
 */
import type { MapFeature } from "../../core/place/map-feature.ts";
import type { Region } from "../../core/place/region.ts";
import { centreOf, spanM } from "../../core/place/region-geometry.ts";
import { exactDigits, printedCircle } from "../../core/report/printed-circle.ts";
import type { ReportPlace, ReportWindow } from "../../core/report/report-figures.ts";
import type { ReportModel } from "../../core/report/report.ts";
import { coarseRegion } from "./coarse-region.ts";
import { geometryOf, lonLat } from "../geojson/write-geojson.ts";
import { writeKml } from "../kml/write-kml.ts";

const standings: Readonly<Record<ReportPlace["role"], MapFeature["standing"]>> = {
  answer: "stated",
  ground: "seen",
  camera: "seen",
  cone: "seen",
  candidate: "candidate",
  rejected: "rejected",
};

const meanings: Readonly<Record<ReportPlace["role"], MapFeature["claim"]["means"]>> = {
  answer: "happened",
  ground: "stated",
  camera: "filmed-from",
  cone: "filmed",
  candidate: "stated",
  rejected: "stated",
};

/** Metres from the middle within which all of it lies, as far as a circle can say it. */
export function radiusOf({ region }: ReportPlace): number {
  return region.shape === "circle" ? printedCircle(region.centre, region.radiusM, exactDigits).radiusM : Math.ceil(spanM(region) / 2);
}

/** As it is drawn: on a grid no corner says more than the grid. */
function drawnOf({ edition: { gridM } }: ReportModel, { region }: ReportPlace): Region {
  return gridM === null ? region : coarseRegion(region, gridM);
}

export function placesAsGeoJson(model: ReportModel): string {
  const windows = windowsOf(model);
  const features = model.places.map((place) => ({
    type: "Feature",
    id: place.id,
    geometry: geometryOf(drawnOf(model, place)),
    properties: {
      title: place.title,
      of: place.of,
      role: place.role,
      evidence: evidenceOf(model, place.of),
      radiusM: radiusOf(place),
      middle: lonLat(centreOf(place.region)),
      shape: place.region.shape,
      precision: place.precision,
      why: place.why === "" ? null : place.why,
      times: windows.get(place.of) ?? [],
    },
  }));
  const collection = {
    type: "FeatureCollection",
    // A foreign member, as RFC 7946 6.1 allows.
    witnessmark: {
      case: model.case.id,
      edition: `${model.edition.id} version ${model.edition.version}`,
      head: model.certification.head,
      gridM: model.edition.gridM,
      geometry: "the area in which it may be; never a point",
      times: 'UTC; "open" is not known; zone: whose clock it was said by',
    },
    features,
  };
  return `${JSON.stringify(collection, wellFormed, 1)}\n`;
}

export function placesAsKml(model: ReportModel): string {
  const windows = windowsOf(model);
  const features = model.places.map((place): MapFeature => {
    const span = spanOf(windows.get(place.of) ?? []);
    const evidence = evidenceOf(model, place.of);
    return {
      id: place.id,
      record: place.of,
      sort: "inference",
      title: place.title,
      part: place.role,
      standing: standings[place.role],
      claim: {
        means: meanings[place.role],
        verbatim: "",
        region: drawnOf(model, place),
        precision: place.precision,
        basis: evidence.length === 0 ? `${place.of}, radius ${radiusOf(place)} m` : `${evidence.join(", ")}, radius ${radiusOf(place)} m`,
      },
      ...(span === undefined ? {} : { span }),
      ...(place.why === "" ? {} : { reason: place.why }),
    };
  });
  return writeKml(features, { caseId: model.case.id, head: model.certification.head }, model.edition.title);
}

/** By what states them. */
function windowsOf({
  events,
  findings,
}: ReportModel): ReadonlyMap<string, Pick<ReportWindow, "from" | "to" | "zone" | "role" | "basis">[]> {
  const all = new Map<string, Pick<ReportWindow, "from" | "to" | "zone" | "role" | "basis">[]>();
  const add = (of: string, window: Pick<ReportWindow, "from" | "to" | "zone" | "role" | "basis">) =>
    all.set(of, [...(all.get(of) ?? []), window]);
  for (const event of events) {
    for (const { of, from, to, zone, role, basis } of event.windows) {
      add(of, { from, to, zone, role, basis });
      if (event.event !== null && event.event !== of) add(event.event, { from, to, zone, role, basis });
    }
  }
  for (const { finding, answer } of findings) {
    if (answer.sort !== "time") continue;
    const window = { from: answer.from, to: answer.to, zone: answer.zone, role: "answer" as const, basis: finding };
    if (!(all.get(finding) ?? []).some(({ from, to }) => from === window.from && to === window.to)) add(finding, window);
  }
  return all;
}

/** Records that a finding rests on, or the record itself. */
function evidenceOf({ findings, records }: ReportModel, of: string): string[] {
  const finding = findings.find((one) => one.finding === of);
  if (finding !== undefined) return [...new Set([...finding.evidenceFor, ...finding.evidenceAgainst].map(({ record }) => record))];
  return records.find(({ name }) => name === of)?.restsOn.slice() ?? [];
}

/** KML has no word for an end that is not known: then it has no time. */
function spanOf(windows: readonly Pick<ReportWindow, "from" | "to">[]): MapFeature["span"] {
  const [window] = windows;
  return window === undefined || window.from === "open" || window.to === "open" ? undefined : { earliest: window.from, latest: window.to };
}

/** Half characters have no bytes in UTF-8. */
export function wellFormed(_: string, value: unknown): unknown {
  return typeof value === "string" ? value.toWellFormed() : value;
}
