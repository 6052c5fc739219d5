/** What an import of a sheet would do, for a terminal: the columns, the rows that need a look, and the counts. */
import type { previewSheet } from "../actions/import-sheet-preview.ts";
import { visibleText } from "../core/text/visible-text.ts";
import type { Terminal } from "./program.ts";

type Preview = Awaited<ReturnType<typeof previewSheet>>;

/** Rows shown; all of them are in the JSON. */
const shownRows = 40;

export function printSheetPreview(out: Terminal, preview: Preview): void {
  if (preview.kind === "rows") printRows(out, preview);
  else printDiff(out, preview);
}

function printRows(out: Terminal, preview: Extract<Preview, { kind: "rows" }>): void {
  for (const { header, role, twoOrders } of preview.columns) {
    out.line(
      `column ${short(header)}: ${role}${twoOrders === 0 ? "" : `, ${twoOrders} dates with two readings (--dates day-first or month-first)`}`,
    );
  }
  const flagged = preview.rows.filter(({ flags }) => flags.length > 0);
  for (const { row, action, flags, cells, reads } of flagged.slice(0, shownRows)) {
    const said = flags.map((flag) => {
      if (flag.flag !== "unreadable") return Object.values(flag).join(" ");
      const read = reads[flag.column];
      return `${short(preview.columns[flag.column]?.header ?? "")} ${short(cells[flag.column] ?? "")}: ${read?.as === "unreadable" ? read.reason : ""}`;
    });
    out.line(`row ${row} (${action}): ${said.join("; ")}`);
  }
  if (flagged.length > shownRows) out.line(`and ${flagged.length - shownRows} more rows to look at`);
  const { made, attached, duplicate, leftOut } = preview.counts;
  out.line(`${made} new items, ${attached} on items held, ${duplicate} duplicates, ${leftOut} left out. Nothing was written.`);
}

function printDiff(out: Terminal, preview: Extract<Preview, { kind: "export" }>): void {
  for (const { row, item, state, cells } of preview.rows.slice(0, shownRows)) {
    out.line(`${row === null ? (item ?? "") : `row ${row}${item === null ? "" : ` (${item})`}`}: ${state}`);
    for (const { column, before, after, sort, reason } of cells) {
      out.line(
        `  ${short(column)}: ${short(before)} -> ${short(after)}${sort === "change" ? "" : ` (${sort}${reason === undefined ? "" : `: ${reason}`})`}`,
      );
    }
  }
  if (preview.rows.length > shownRows) out.line(`and ${preview.rows.length - shownRows} more rows that differ`);
  const { changed, conflict, new: fresh, removed, refused } = preview.counts;
  out.line(
    `${preview.same} as they are, ${changed} changed, ${conflict} in conflict, ${fresh} new, ${removed} no longer in the sheet, ${refused} cells that no sheet may change. Nothing was written.`,
  );
}

function short(text: string): string {
  const shown = visibleText(text);
  return `"${[...shown].length > 60 ? `${[...shown].slice(0, 60).join("")}…` : shown}"`;
}
