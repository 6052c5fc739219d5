/** Who says what: rows are aspects of events, columns first tellers. A table, so that it is read aloud and copied as what it is. */
import type { ReportClaims } from "../../core/report/report-figures.ts";
import { foreign, markup, type Markup } from "../markup/markup.ts";

export function claimsTable({ columns, rows }: ReportClaims): Markup | undefined {
  if (rows.length === 0) return undefined;
  return markup`<table class="claims"><thead><tr><th scope="col">About</th>${columns.map(({ title }) => markup`<th scope="col">${foreign(title)}</th>`)}<th scope="col">Cannot all hold</th></tr></thead><tbody>${rows.map(
    (row) =>
      markup`<tr><th scope="row">${foreign(row.title)}</th>${columns.map(({ source }) => markup`<td>${row.cells.filter((cell) => cell.source === source).map((cell) => cellPart(cell))}</td>`)}<td>${row.conflicts.map((words) => markup`<p>${foreign(words)}</p>`)}</td></tr>`,
  )}</tbody></table>`;
}

function cellPart({ claim, words, hedges, basis }: ReportClaims["rows"][number]["cells"][number]): Markup {
  return markup`<p>“${foreign(words)}”<br/><span class="quiet">${claim}; ${basis}${hedges.length === 0 ? "" : markup`; hedged: ${hedges.map((one, at) => markup`${at === 0 ? "" : ", "}${foreign(one)}`)}`}</span></p>`;
}
