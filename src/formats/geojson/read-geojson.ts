/** GeoJSON (RFC 7946) as places: longitude first. What we wrote ourselves is known by its own marks. Nothing is followed. */
import type { MapFileReading } from "../../core/analysis/reading-result.ts";
import { type MapFileFeature, mostMapFeatures } from "../../core/place/map-file.ts";
import { type FoundRegion, regionOfLine, regionOfPoint, regionOfRings } from "../../core/place/region-from-figures.ts";
import { Latitude, Longitude, type Position } from "../../core/place/region.ts";
import { fileTime } from "../map-file/file-time.ts";
import { createMapFileLog, type MapFileLog } from "../map-file/map-file-log.ts";

const cannotTell = [
  "How far off a place may be: GeoJSON has no field for it. A radius is there only where the file's maker put one into the properties, as we do.",
  "Which time a place is of: times are properties without an agreed name.",
  "Who drew a place, when, and from what.",
];

const mostPoints = 20_000;
const deepestCollection = 8;

type Json = { readonly [name: string]: unknown };

const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);

export function readGeoJson(text: string): MapFileReading {
  const log = createMapFileLog();
  const features: MapFileFeature[] = [];
  const root = parsed(text, log);
  if (isObject(root)) {
    if ("crs" in root) log.trap("other-coordinate-system", "crs");
    const list = root["type"] === "FeatureCollection" && Array.isArray(root["features"]) ? (root["features"] as unknown[]) : [root];
    for (const [at, one] of list.entries()) {
      const where = list.length === 1 && list[0] === root ? "the one object" : `features[${at}]`;
      for (const feature of featuresOf(one, where, log)) {
        if (features.length < mostMapFeatures) features.push(feature);
        else log.trap("too-many-places", where);
      }
    }
  } else if (root !== undefined) log.fault({ where: "whole file", expected: "a GeoJSON object", found: "another value" });
  return {
    kind: "map-file",
    format: "geojson",
    features,
    links: [],
    counts: { features: features.length, placed: features.filter(({ region }) => region !== "unknown").length },
    cannotTell,
    traps: log.traps(),
    faults: log.faults(),
  };
}

function parsed(text: string, log: MapFileLog): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, "")) as unknown;
  } catch {
    log.fault({ where: "whole file", expected: "JSON", found: "something that does not end, or is not JSON" });
    return undefined;
  }
}

function featuresOf(value: unknown, where: string, log: MapFileLog): MapFileFeature[] {
  if (!isObject(value)) {
    log.fault({ where, expected: "a Feature", found: Array.isArray(value) ? "an array" : typeof value });
    return [];
  }
  // A bare geometry is allowed as a whole file.
  const isFeature = value["type"] === "Feature";
  const properties = isFeature && isObject(value["properties"]) ? value["properties"] : {};
  const words = (name: string): string | undefined =>
    typeof properties[name] === "string" ? properties[name].slice(0, 20_000) : undefined;
  const [id, caseId, record] = [words("witnessmark"), words("case"), words("record")];
  const ours = id !== undefined && caseId !== undefined && record !== undefined ? { id, caseId, record } : undefined;
  const stated = properties["radiusM"];
  const radiusM = ours !== undefined && typeof stated === "number" && stated > 0 && Number.isFinite(stated) ? stated : undefined;
  const base = {
    name: words("title") ?? words("name") ?? "",
    description: words("description") ?? "",
    ...(ours === undefined ? {} : { ours }),
    ...timeOf(words, where),
  };
  const way =
    ours !== undefined && Array.isArray(properties["path"]) ? regionOfLine(positions(properties["path"], where, log), radiusM) : undefined;
  const found = way === undefined ? regionsOf(isFeature ? value["geometry"] : value, radiusM, where, log, 0) : [way];
  if (found.length === 0) return [{ ...base, where, region: "unknown", precision: "the file gives no place" }];
  return found.map(({ region, precision }, at) => {
    if (precision.startsWith("assumed")) log.trap("no-radius", where);
    return { ...base, where: found.length === 1 ? where : `${where}, part ${at + 1}`, region, precision };
  });
}

function timeOf(words: (name: string) => string | undefined, where: string): { time?: NonNullable<MapFileFeature["time"]> } {
  const [begin, end] = [words("earliest"), words("latest")];
  if (begin === undefined || end === undefined) return {};
  const read = fileTime(begin, end, `${where} earliest, latest`);
  return read.state === "read" ? { time: read.claim } : {};
}

function regionsOf(geometry: unknown, radiusM: number | undefined, where: string, log: MapFileLog, depth: number): FoundRegion[] {
  if (geometry === null) return [];
  if (!isObject(geometry)) {
    log.fault({ where, expected: "a geometry or null", found: typeof geometry });
    return [];
  }
  const at = geometry["coordinates"];
  const list = Array.isArray(at) ? (at as unknown[]) : [];
  const kept = (found: FoundRegion | undefined): FoundRegion[] => (found === undefined ? [] : [found]);
  const rings = (polygon: unknown): FoundRegion[] =>
    kept(regionOfRings((Array.isArray(polygon) ? (polygon as unknown[]) : []).map((ring) => positions(ring, where, log))));
  switch (geometry["type"]) {
    case "Point":
      return positions([at], where, log).map((point) => regionOfPoint(point, radiusM));
    case "MultiPoint":
      return positions(at, where, log).map((point) => regionOfPoint(point, radiusM));
    case "LineString":
      return kept(regionOfLine(positions(at, where, log), radiusM));
    case "MultiLineString":
      return list.flatMap((line) => kept(regionOfLine(positions(line, where, log), radiusM)));
    case "Polygon":
      return rings(at);
    case "MultiPolygon":
      return list.flatMap(rings);
    case "GeometryCollection": {
      const inner = geometry["geometries"];
      if (depth >= deepestCollection || !Array.isArray(inner)) {
        log.fault({ where, expected: `geometries, at most ${deepestCollection} deep`, found: "something else" });
        return [];
      }
      return (inner as unknown[]).flatMap((one) => regionsOf(one, radiusM, where, log, depth + 1));
    }
    default:
      log.fault({ where, expected: "one of the seven geometries of RFC 7946", found: "another type" });
      return [];
  }
}

function positions(value: unknown, where: string, log: MapFileLog): Position[] {
  if (!Array.isArray(value)) {
    log.fault({ where, expected: "positions", found: typeof value });
    return [];
  }
  const found: Position[] = [];
  for (const [at, one] of (value as unknown[]).slice(0, mostPoints).entries()) {
    const [lon, lat, height] = Array.isArray(one) ? (one as unknown[]) : [];
    const [north, east] = [Latitude.safeParse(lat), Longitude.safeParse(lon)];
    if (north.success && east.success) found.push({ lat: north.data, lon: east.data });
    else log.fault({ where, expected: `position ${at + 1} as [longitude, latitude] on the earth`, found: "something else" });
    if (typeof height === "number" && height !== 0) log.trap("altitude-dropped", where);
  }
  if (value.length > mostPoints) log.fault({ where, expected: `at most ${mostPoints} positions`, found: String(value.length) });
  return found;
}
