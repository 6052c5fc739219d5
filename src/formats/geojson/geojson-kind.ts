/** Whether a text is GeoJSON, by its beginning: an object of one of its types, with what that type has. */
export function looksLikeGeoJson(start: string): boolean {
  const type =
    /"type"\s*:\s*"(FeatureCollection|Feature|Point|MultiPoint|LineString|MultiLineString|Polygon|MultiPolygon|GeometryCollection)"/.exec(
      start.slice(0, 20_000),
    )?.[1];
  if (type === undefined) return false;
  if (type === "FeatureCollection") return /"features"\s*:\s*\[/.test(start);
  return /"(coordinates|geometry|geometries)"\s*:/.test(start);
}
