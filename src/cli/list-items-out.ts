/** Prints items as a table or as JSON lines, page by page, so that a large case takes no more memory than a small one. */
import type { CaseSession } from "../jobs/case-session.ts";
import type { ItemRow } from "../reads/item-row.ts";
import { type ItemsWanted, listItems } from "../reads/list-items.ts";
import { visibleText } from "../core/text/visible-text.ts";
import { formatSeconds, formatTable, formatTime } from "./format-values.ts";
import { printJson } from "./json-output.ts";
import type { Program } from "./program.ts";

const pageSize = 500;

/** Resolves with how many there were. */
export async function printItems(program: Program, session: CaseSession, wanted: ItemsWanted, json: boolean): Promise<number> {
  for (let offset = 0; ; offset += pageSize) {
    const { items, total } = await listItems(session.reader, session.viewer, { ...wanted, offset, limit: pageSize });
    if (json) for (const item of items) printJson(program.out, "item", item);
    else for (const line of formatTable(items.map(rowOf))) program.out.line(line);
    if (offset + pageSize >= total || program.signal.aborted) return total;
  }
}

function rowOf({ id, kind, graphicLevel, triage, durationSec, posted, name, failure }: ItemRow): string[] {
  const end = failure === undefined ? "" : `  [${failure}]`;
  return [id, kind, graphicLevel, triage, formatSeconds(durationSec), formatTime(posted), `${visibleText(name)}${end}`];
}
