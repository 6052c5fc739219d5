/**
 * Rows under Atlos's columns, in the order of its own export, and in what it takes in: `status`, `description` and `sensitive`
 * are demanded there. What a row does not state stays empty; nothing is made up, and a place has its own figures or none.
 */
import type { ColumnRole } from "./header-meaning.ts";
import type { ExportRow } from "./export-row.ts";

const columns = [
  "status",
  "description",
  "sensitive",
  "date",
  "time",
  "latitude",
  "longitude",
  "general_location",
  "tags",
  "more_info",
  "source_1",
] as const;

const roles: Readonly<Record<(typeof columns)[number], readonly ColumnRole[]>> = {
  status: [],
  description: ["text", "title"],
  sensitive: ["graphic"],
  date: ["date", "recorded"],
  time: ["clock"],
  latitude: ["latitude"],
  longitude: ["longitude"],
  general_location: ["place"],
  tags: ["tags"],
  more_info: ["notes"],
  source_1: [],
};

const statuses: Readonly<Record<string, string>> = {
  new: "To Do",
  "to-do": "To Do",
  "in-progress": "In Progress",
  "help-needed": "Help Needed",
  done: "Completed",
  "set-aside": "Cancelled",
};

export function atlosRecords(rows: readonly ExportRow[]): string[][] {
  return [[...columns], ...rows.map((row) => columns.map((column) => cellFor(column, row)))];
}

function cellFor(column: (typeof columns)[number], { known, stated }: ExportRow): string {
  const said =
    roles[column]
      .map((role) => stated.find((cell) => cell.role === role && cell.cell.trim() !== "")?.cell)
      .find((cell) => cell !== undefined) ?? "";
  switch (column) {
    case "status":
      return statuses[known.wm_triage] ?? "To Do";
    case "description":
      return said === "" ? known.wm_name : said;
    case "sensitive":
      return known.wm_level === "none" ? "Not Sensitive" : known.wm_level === "unassessed" ? "" : "Graphic Violence";
    case "source_1":
      return known.wm_link;
    default:
      return said;
  }
}
