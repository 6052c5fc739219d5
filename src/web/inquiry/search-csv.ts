/** The search log as CSV; cells that a sheet would run as a formula are made text. */
import type { LoggedSearch } from "../../api/inquiry.ts";
import { csvCell } from "../custody/custody-csv.ts";

const columns = [
  ...["id", "line", "logged_at", "by_name", "searched_earliest", "searched_latest", "time_as_given", "time_basis", "query", "place"],
  ...["account", "hits_seen", "kept_items", "not_kept", "why_not_kept"],
];

export const searchCsvHead = `${columns.join(",")}\r\n`;

export function searchCsvLine(search: LoggedSearch): string {
  const { at } = search;
  const cells = [
    ...[search.id, String(search.seq), search.loggedAt, search.byName, at.earliest, at.latest, at.verbatim, at.basis],
    ...[search.query ?? "withheld", search.place ?? "withheld", search.account ?? "withheld", String(search.hits), search.kept.join(" ")],
    ...[String(search.notKept), search.why ?? ""],
  ];
  return `${cells.map(csvCell).join(",")}\r\n`;
}
