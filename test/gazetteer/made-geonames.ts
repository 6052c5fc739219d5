/** GeoNames files for tests, invented but for what a public case says of its places: docs/gazetteer.md names the facts. */

export interface MadePlace {
  readonly id: number;
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
  readonly alternates?: string;
  readonly population?: number;
  readonly featureClass?: string;
  readonly featureCode?: string;
}

export function geoNamesText(places: readonly MadePlace[]): string {
  return places
    .map(({ id, name, lat, lon, alternates = "", population = 0, featureClass = "P", featureCode = "PPL" }) =>
      [
        ...[id, name, name, alternates, lat, lon, featureClass, featureCode, "UA", "", "13", "3208", "", ""],
        ...[population, "", 150, "Europe/Kyiv", "2024-05-01"],
      ].join("\t"),
    )
    .map((line) => `${line}\n`)
    .join("");
}

/** Rows by the thousand, for what must take a while. */
export function manyRows(count: number): string {
  return geoNamesText(
    Array.from({ length: count }, (_, i) => ({
      id: i + 1,
      name: `Selo ${((i * 7919) % 100_003).toString(36)} ${i % 7}`,
      lat: 44 + (i % 8000) / 1000,
      lon: 22 + (i % 18_000) / 1000,
      alternates: `Село ${i}`,
    })),
  );
}
