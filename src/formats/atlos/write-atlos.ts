/**
 * Findings and events as an Atlos sheet: its column names in its order. Atlos gives every point one of three radii: a wider place gets
 * no point, and a date that is not known to the day no date, since Atlos would show either as known.
 */
import { writeCsv } from "../csv-out/write-csv.ts";
import { dayAndMinute, isGraphic, type TableRow } from "../edition-exports/table-rows.ts";

const columns = [
  ...["slug", "inserted_at", "updated_at", "latitude", "longitude", "status", "assignments", "description", "date", "time"],
  ...["general_location", "tags", "type", "impact", "equipment", "geolocation_resolution", "more_info", "restrictions", "sensitive"],
];
/** As Atlos states them. */
const resolutions = [
  { word: "Exact", radiusM: 10 },
  { word: "Vicinity", radiusM: 100 },
  { word: "Locality", radiusM: 1000 },
] as const;

export function writeAtlos(rows: readonly TableRow[], at: string): string {
  const links = rows.map(({ items }) => items.flatMap(({ link }) => (link === null ? [] : [link])));
  const most = Math.max(0, ...links.map(({ length }) => length));
  const head = [...columns, ...Array.from({ length: most }, (_, n) => `source_${n + 1}`)];
  return writeCsv([
    head,
    ...rows.map((row, n) => {
      const own = links[n] as readonly string[];
      const cells = cellsOf(row, at);
      return [...columns.map((name) => cells[name] ?? ""), ...Array.from({ length: most }, (_, m) => own[m] ?? "")];
    }),
  ]);
}

function cellsOf(row: TableRow, at: string): Readonly<Record<string, string>> {
  const { place } = row;
  const resolution = place === null ? undefined : resolutions.find(({ radiusM }) => place.radiusM <= radiusM);
  const { day, minute } = dayAndMinute(row.window);
  return {
    slug: row.id,
    inserted_at: at,
    updated_at: at,
    latitude: place === null || resolution === undefined ? "" : String(place.lat),
    longitude: place === null || resolution === undefined ? "" : String(place.lon),
    geolocation_resolution: resolution?.word ?? "",
    status: row.approved ? "Completed" : "In Progress",
    description: row.description,
    date: day ?? "",
    time: minute === null ? "" : `${minute}:00`,
    general_location: row.placeSays,
    tags: row.tags.join(", "),
    type: row.sort,
    more_info: [row.timeSays === "" ? "" : `Time: ${row.timeSays}. Date and time here are UTC.`, row.more]
      .filter((part) => part !== "")
      .join("\n"),
    sensitive: isGraphic(row) ? "Graphic Violence" : "Not Sensitive",
  };
}
