/**
 * The place that a file's own metadata name. Its radius is the receiver's stated error where there is one; else a house rule,
 * and said to be assumed: a telephone's fix in the open is within tens of metres, among houses it is not.
 */
import type { MetadataRow } from "../analysis/probe-result.ts";
import { Latitude, Longitude, type PlaceClaim, type Position } from "./region.ts";

export const assumedRadiusM = 100;

export interface MetadataPlace {
  readonly claim: PlaceClaim;
  /** Bearing of the camera by its compass, degrees clockwise from what `north` says. */
  readonly heading?: { readonly deg: number; readonly north: "true" | "magnetic" | "not stated" };
}

export function metadataPlace(rows: readonly MetadataRow[]): MetadataPlace | undefined {
  const found = positionIn(rows);
  if (found === undefined) return undefined;
  const error = Number.parseFloat(valueOf(rows, "GPSHPositioningError") ?? "");
  const isStated = Number.isFinite(error) && error > 0;
  const claim: PlaceClaim = {
    means: "filmed-from",
    verbatim: found.verbatim,
    region: { shape: "circle", centre: found.position, radiusM: isStated ? error : assumedRadiusM },
    precision: isStated
      ? `GPSHPositioningError: the receiver says ${error} m`
      : `assumed: ${assumedRadiusM} m, the file states no error of its receiver`,
    basis: found.basis,
  };
  const heading = headingIn(rows);
  return heading === undefined ? { claim } : { claim, heading };
}

function valueOf(rows: readonly MetadataRow[], tag: string, group?: string): string | undefined {
  return rows.find((row) => row.tag === tag && (group === undefined || row.group === group))?.value;
}

function positionIn(rows: readonly MetadataRow[]): { position: Position; verbatim: string; basis: string } | undefined {
  for (const tag of ["GPSPosition", "GPSCoordinates"]) {
    for (const row of rows.filter((candidate) => candidate.tag === tag)) {
      const [lat, lon] = row.value.split(/[\s,]+/).map(Number);
      const position = positionOf(lat, lon);
      if (position !== undefined) return { position, verbatim: row.value, basis: `${row.group} ${tag}` };
    }
  }
  const [lat, lon] = [valueOf(rows, "GPSLatitude", "GPS"), valueOf(rows, "GPSLongitude", "GPS")];
  if (lat === undefined || lon === undefined) return undefined;
  const [south, west] = [valueOf(rows, "GPSLatitudeRef"), valueOf(rows, "GPSLongitudeRef")];
  const signed = (value: string, isNegative: boolean) => (isNegative ? -Math.abs(Number(value)) : Number(value));
  const position = positionOf(signed(lat, /^s/i.test(south ?? "")), signed(lon, /^w/i.test(west ?? "")));
  return position === undefined ? undefined : { position, verbatim: `${lat} ${lon}`, basis: "GPS GPSLatitude, GPSLongitude" };
}

/** 0, 0 is what programs write when they know no place. */
function positionOf(lat: number | undefined, lon: number | undefined): Position | undefined {
  const [north, east] = [Latitude.safeParse(lat), Longitude.safeParse(lon)];
  if (!north.success || !east.success || (north.data === 0 && east.data === 0)) return undefined;
  return { lat: north.data, lon: east.data };
}

function headingIn(rows: readonly MetadataRow[]): MetadataPlace["heading"] {
  const words = valueOf(rows, "GPSImgDirection");
  const deg = Number.parseFloat(words ?? "");
  if (!Number.isFinite(deg) || deg < 0 || deg > 360) return undefined;
  const north = valueOf(rows, "GPSImgDirectionRef") ?? "";
  return { deg: deg % 360, north: /^t/i.test(north) ? "true" : /^m/i.test(north) ? "magnetic" : "not stated" };
}
