/**
 * The report of an edition as one HTML page: no script, nothing fetched, media closed and silent until a reader opens it. Takes the
 * model alone; every word of it is text here, never markup.
 */
import { stampWords } from "../../core/report/report-words.ts";
import type { ReportModel } from "../../core/report/report.ts";
import { placeNumbers } from "../figures/figure-files.ts";
import { foreign, markup, type Markup } from "../markup/markup.ts";
import { certificationSection, checkSection, leftOutSection } from "./closing-section.ts";
import { figuresSection } from "./figures-section.ts";
import { findingsSection, keyPointsSection } from "./findings-section.ts";
import { elementsSection, itemsSection, subjectsSection, tiersSection } from "./material-section.ts";
import { recordsSection } from "./records-section.ts";
import type { ReportParts } from "./report-parts.ts";
import { reportStyle } from "./report-style.ts";

/** Pictures and players of this folder, and what stands in the page itself; no script, no frame, no form. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data: file:; media-src 'self' file:; base-uri 'none'; form-action 'none'";

/** `stills`: bytes of pictures as data: addresses, by their path in the edition. */
export function writeReport(model: ReportModel, stills: ReadonlyMap<string, string>, { paper = false } = {}): string {
  const parts: ReportParts = {
    ...{ model, stills, paper },
    records: new Map(model.records.map((record) => [record.name, record])),
    items: new Map(model.items.map((item) => [item.item, item])),
    placeNumbers: placeNumbers(model),
  };
  const sections = [
    ...[keyPointsSection(parts), figuresSection(parts), findingsSection(parts), elementsSection(parts), subjectsSection(parts)],
    ...[
      tiersSection(parts),
      recordsSection(parts),
      itemsSection(parts),
      leftOutSection(parts),
      certificationSection(parts),
      checkSection(parts),
    ],
  ];
  // The style is ours alone; a template would write its quotation marks as text.
  return `<!doctype html>\n<html lang="${model.edition.language}">\n${String(head(model)).replace("<style>/*style*/</style>", () => `<style>${reportStyle}</style>`)}${String(body(parts, sections))}</html>\n`;
}

function head({ edition, certification }: ReportModel): Markup {
  return markup`<head><meta charset="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/><meta http-equiv="Content-Security-Policy" content="${policy}"/><meta name="referrer" content="no-referrer"/><meta name="color-scheme" content="light dark"/>
<title>${edition.title}: ${edition.sort} edition ${edition.id}, version ${edition.version} (${certification.shortCode})</title><style>/*style*/</style></head>
`;
}

const sortWords = { court: "Court edition", public: "Public edition" } as const;

function body({ model }: ReportParts, sections: readonly Markup[]): Markup {
  const { edition, case: of, certification } = model;
  return markup`<body><header><p><span class="sort">${sortWords[edition.sort]}</span></p><h1>${foreign(edition.title)}</h1>
<p class="quiet small">Case ${foreign(of.title)}. Edition ${edition.id}, version ${edition.version}, made ${stampWords(edition.at)}. Head of the ledger: <strong class="mono">${certification.shortCode}</strong> at line ${certification.seq}.</p>
<p class="box">${edition.sort === "public" ? "Names, places and media are withheld or changed in this edition; the list of what is withheld says which. " : "This edition holds material in full. Some of it may be hard to look at, and some may endanger people: hand it on to nobody who does not need it. "}Pictures and players are closed, and silent, until you open them. The report says what the material shows and on what that rests; it says of nobody that they are guilty, and of no claim that it is true.</p>
<nav class="screen" aria-label="Sections"><ul class="toc">${contents(model).map(([id, words]) => markup`<li><a href="#${id}">${words}</a></li>`)}</ul></nav></header>
<main>${sections}</main>
<footer><p class="quiet small">Edition ${edition.id}, version ${edition.version}; head ${certification.shortCode}.</p></footer></body>`;
}

function contents({ elementSheets, subjects, tiers, places, events, sync, claims }: ReportModel): [string, string][] {
  const hasFigures = places.length > 0 || events.some(({ windows }) => windows.length > 0) || sync !== null || claims.rows.length > 0;
  return [
    ["key-points", "Key points"],
    ...(hasFigures ? [["figures", "Figures"] as [string, string]] : []),
    ["findings", "Findings"],
    ...(elementSheets.length > 0 ? [["elements", "Element sheets"] as [string, string]] : []),
    ...(subjects.length > 0 ? [["subjects", "Persons in the material"] as [string, string]] : []),
    ...(tiers.length > 0 ? [["words", "What is said"] as [string, string]] : []),
    ["grounds", "Grounds"],
    ["items", "Items and custody"],
    ["left-out", "Withheld, rejected, not done"],
    ["certification", "Certification"],
    ["check", "How to check"],
  ];
}
