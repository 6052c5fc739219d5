/** Geometries of KML as regions. A file may give several to one place; each is kept as its own. */
import { type FoundRegion, regionOfLine, regionOfPoint, regionOfRings } from "../../core/place/region-from-figures.ts";
import { Latitude, Longitude, type Position } from "../../core/place/region.ts";
import { childOf, type KmlElement, textAt } from "./kml-tree.ts";

export interface KmlGeometry {
  readonly sort: string;
  readonly found: FoundRegion;
  /** Times of a track, as written. */
  readonly when: readonly string[];
}

export interface GeometryNotes {
  fault(expected: string, found: string): void;
  altitude(): void;
}

const mostPoints = 20_000;

/** `radiusM`: of our own marks. */
export function geometriesOf(element: KmlElement, radiusM: number | undefined, notes: GeometryNotes): KmlGeometry[] {
  switch (element.name) {
    case "Point": {
      const [point] = coordinatesOf(textAt(element, "coordinates") ?? "", notes);
      return point === undefined ? [] : [{ sort: "Point", found: regionOfPoint(point, radiusM), when: [] }];
    }
    case "LineString":
      return made("LineString", regionOfLine(coordinatesOf(textAt(element, "coordinates") ?? "", notes), radiusM));
    case "LinearRing":
      return made("LinearRing", regionOfRings([coordinatesOf(textAt(element, "coordinates") ?? "", notes)]));
    case "Polygon": {
      const ringOf = (boundary: KmlElement) => coordinatesOf(textAt(boundary, "LinearRing", "coordinates") ?? "", notes);
      const outer = childOf(element, "outerBoundaryIs");
      if (outer === undefined) {
        notes.fault("an outer boundary of the polygon", "none");
        return [];
      }
      const holes = element.children.filter(({ name }) => name === "innerBoundaryIs").map(ringOf);
      return made("Polygon", regionOfRings([ringOf(outer), ...holes]));
    }
    case "gx:Track": {
      const points = element.children
        .filter(({ name }) => name === "gx:coord")
        .flatMap(({ text }) => coordinatesOf(text.trim().split(/\s+/).join(","), notes));
      const when = element.children.filter(({ name }) => name === "when").map(({ text }) => text.trim());
      return made("gx:Track", regionOfLine(points, radiusM)).map((geometry) => ({ ...geometry, when }));
    }
    case "Model": {
      const [lat, lon] = [textAt(element, "Location", "latitude"), textAt(element, "Location", "longitude")];
      const position = positionOf(Number(lon ?? NaN), Number(lat ?? NaN));
      return position === undefined ? [] : [{ sort: "Model", found: regionOfPoint(position, radiusM), when: [] }];
    }
    case "MultiGeometry":
    case "gx:MultiTrack":
      return element.children.flatMap((child) => geometriesOf(child, radiusM, notes));
    default:
      return [];
  }
}

function made(sort: string, found: FoundRegion | undefined): KmlGeometry[] {
  return found === undefined ? [] : [{ sort, found, when: [] }];
}

/** "lon,lat[,height] lon,lat[,height]": longitude first, heights dropped. */
function coordinatesOf(text: string, notes: GeometryNotes): Position[] {
  const points: Position[] = [];
  const tuples = text.trim() === "" ? [] : text.trim().split(/\s+/);
  for (const [at, tuple] of tuples.entries()) {
    if (at >= mostPoints) {
      notes.fault(`at most ${mostPoints} positions in a row`, `${tuples.length}`);
      break;
    }
    const [lon, lat, height] = tuple.split(",");
    const position = positionOf(figureOf(lon), figureOf(lat));
    if (position === undefined) notes.fault(`position ${at + 1} as longitude,latitude on the earth`, "something else");
    else points.push(position);
    if (height !== undefined && Number(height) !== 0) notes.altitude();
  }
  return points;
}

function figureOf(word: string | undefined): number {
  return word === undefined || word.trim() === "" ? Number.NaN : Number(word);
}

export function positionOf(lon: number, lat: number): Position | undefined {
  const [north, east] = [Latitude.safeParse(lat), Longitude.safeParse(lon)];
  return north.success && east.success ? { lat: north.data, lon: east.data } : undefined;
}
