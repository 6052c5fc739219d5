/** The log as CSV (RFC 4180) for people who work in sheets. Cells that a sheet would run as a formula are made text. */
import type { CustodyEntry } from "../../api/custody.ts";

const columns = [
  "line",
  "head",
  "kind",
  "written",
  "clock_stepped_back",
  "by",
  "by_name",
  "items",
  "signed",
  "proof",
  "proven_after",
  "proven_before",
  "summary",
];

/** A leading sign or tab makes a spreadsheet run what follows: an apostrophe before it makes it text (OWASP, CSV injection). */
export function csvCell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const csvHead = `${columns.join(",")}\r\n`;

export function csvLine(entry: CustodyEntry): string {
  const cells = [
    String(entry.seq),
    entry.head,
    entry.kind,
    entry.at ?? "",
    entry.clockSteppedBack ? "yes" : "no",
    entry.by ?? "",
    entry.byName ?? "",
    entry.items.join(" "),
    entry.signed ? "yes" : "no",
    entry.proof.state,
    entry.proof.after ?? "",
    entry.proof.before ?? "",
    entry.summary,
  ];
  return `${cells.map(csvCell).join(",")}\r\n`;
}
