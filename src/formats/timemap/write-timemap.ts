/**
 * Findings and events in the columns of TimeMap: its events, and the sources that they name. TimeMap draws a point for a place: a row
 * gets one only up to the radius that its map shows as a place, and says the radius in words. Dates are MM/DD/YYYY and HH:mm, UTC, as
 * TimeMap reads them where nothing else is configured.
 */
import type { ReportItem } from "../../core/report/report-item.ts";
import type { ReportModel } from "../../core/report/report.ts";
import { writeCsv } from "../csv-out/write-csv.ts";
import { dayAndMinute, isGraphic, type TableRow } from "../edition-exports/table-rows.ts";

const eventColumns = [
  ...["id", "civId", "graphic", "description", "date", "time", "time_precision", "location", "latitude", "longitude", "x", "y", "z"],
  ...["type", "category", "category_full", "associations", "sources", "comments", "time_display", "shape", "colour"],
];
const sourceColumns = [
  ...["id", "title", "thumbnail", "paths", "type", "affil_s", "url", "description", "parent", "author", "date", "notes"],
];
/** A wider place would be a point far from where it may have been. */
const widestPointM = 1000;

export function writeTimemapEvents(rows: readonly TableRow[]): string {
  return writeCsv([eventColumns, ...rows.map((row) => eventColumns.map((name) => eventCells(row)[name] ?? ""))]);
}

function eventCells(row: TableRow): Readonly<Record<string, string>> {
  const { day, minute } = dayAndMinute(row.window);
  const point = row.place !== null && row.place.radiusM <= widestPointM ? row.place : null;
  return {
    id: row.id,
    civId: row.id,
    graphic: isGraphic(row) ? "TRUE" : "FALSE",
    description: row.description,
    date: day === null ? "" : `${day.slice(5, 7)}/${day.slice(8, 10)}/${day.slice(0, 4)}`,
    time: minute ?? "",
    time_precision: minute !== null ? "minute" : day !== null ? "day" : row.timeSays === "" ? "" : "interval",
    location: row.placeSays,
    latitude: point === null ? "" : String(point.lat),
    longitude: point === null ? "" : String(point.lon),
    type: row.sort,
    category: row.tags[0] ?? "",
    associations: row.tags.join(", "),
    sources: row.items.map(({ item }) => item).join(", "),
    comments: row.more,
    time_display: row.timeSays,
  };
}

export function writeTimemapSources({ items }: ReportModel): string {
  return writeCsv([sourceColumns, ...items.map((item) => sourceColumns.map((name) => sourceCells(item)[name] ?? ""))]);
}

function sourceCells({ item, label, kind, link, postedBy, files, as, why }: ReportItem): Readonly<Record<string, string>> {
  return {
    id: item,
    title: label,
    // Only what lies in the edition, and never a still that opens by itself.
    paths: files
      .filter(({ sort }) => sort !== "still")
      .map(({ path }) => path)
      .join(", "),
    type: { video: "Video", audio: "Audio", picture: "Image", page: "Document", post: "Text", document: "Document", other: "Document" }[
      kind
    ],
    url: link ?? "",
    description: as === "full" ? "" : why,
    author: postedBy ?? "",
    notes: as === "full" ? "" : `in this edition: ${as}`,
  };
}
