/** Small parts of the report that its sections share: links to what they name, time codes, shielded pictures. */
import type { ReportGround } from "../../core/report/report-finding.ts";
import type { ReportItem } from "../../core/report/report-item.ts";
import type { ReportModel } from "../../core/report/report.ts";
import type { ReportRecord } from "../../core/report/report-record.ts";
import { stretchCode } from "../../core/report/report-words.ts";
import { foreign, markup, type Markup } from "../markup/markup.ts";
import { graphicWords } from "./report-words.ts";

export interface ReportParts {
  readonly model: ReportModel;
  readonly records: ReadonlyMap<string, ReportRecord>;
  readonly items: ReadonlyMap<string, ReportItem>;
  /** Number that text and map share, by the place's id. */
  readonly placeNumbers: ReadonlyMap<string, number>;
  /** Bytes of stills as data: addresses, by their path in the edition. */
  readonly stills: ReadonlyMap<string, string>;
  /** For paper: files are named and not linked, since a printed link carries the folder in which it was printed. */
  readonly paper: boolean;
}

/** Names of records are letters and digits; a line has a space. */
export function anchorOf(name: string): string {
  return `r-${name.replace(/[^A-Za-z0-9]+/gu, "-")}`;
}

export function recordLink({ records }: ReportParts, name: string): Markup {
  const record = records.get(name);
  if (record === undefined) return markup`<span>${name}</span>`;
  return markup`<a href="#${anchorOf(name)}">${name}</a>`;
}

export function itemLink({ items }: ReportParts, item: string): Markup {
  const found = items.get(item);
  return found === undefined ? markup`<span>${item}</span>` : markup`<a href="#item-${item}">${foreign(found.label)}</a>`;
}

/** A ground with the record that it cites, the moment that is meant, and what it shows. */
export function groundLine(parts: ReportParts, { record, line, at, segments, shows }: ReportGround): Markup {
  const cited = parts.records.get(record);
  const exhibit = cited?.exhibits.find(({ range }) => range !== null);
  const code = at ?? exhibit?.range ?? null;
  const item = exhibit?.item ?? cited?.restsOn.find((name) => parts.items.has(name));
  const later =
    cited === undefined || cited.laterLine === null ? "" : markup` <strong>A later line (${cited.laterLine}) is about it.</strong>`;
  const withdrawn =
    cited === undefined || cited.withdrawn === null ? "" : markup` <strong>It was taken back: ${foreign(cited.withdrawn)}.</strong>`;
  return markup`<li>${recordLink(parts, record)}${cited === undefined ? " (not in this edition)" : markup`: ${foreign(cited.title)}`}${shows === "" ? "" : markup` <span>Shows: ${foreign(shows)}</span>`}
<span class="quiet small">${item === undefined ? "" : markup`${itemLink(parts, item)}${code === null ? "" : markup`, at ${stretchCode(code)}`}; `}${segments.length === 0 ? "" : `segments ${segments.join(", ")}; `}line ${line}</span>${withdrawn}${later}</li>`;
}

/** Closed until a reader opens it, unless a person said that nothing in it is graphic. Works without scripts; paper does not show what is closed. */
export function shielded(item: ReportItem | undefined, what: string, inside: Markup): Markup {
  const level = item?.graphic ?? "unassessed";
  if (level === "none") return inside;
  return markup`<details class="shield screen"><summary>Show ${what} (${graphicWords[level]})</summary>${inside}</details><p class="paper small">Not printed: ${what} (${graphicWords[level]}).</p>`;
}

export function stillOf(parts: ReportParts, path: string, alt: string): Markup {
  const data = parts.stills.get(path);
  return data === undefined
    ? markup`<p class="small">The still is the file ${path} of the edition.</p>`
    : markup`<img src="${data}" alt="${alt}"/>`;
}
