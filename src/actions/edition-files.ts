/** What lies in `data/edition` of a pack, made from the report alone: pages, figures, data, exports, and the card that says what each is. */
import { encodeUtf8 } from "../core/bytes/utf8.ts";
import type { EditionCard } from "../core/edition/edition-card.ts";
import type { ItemId } from "../core/item/item.ts";
import type { ReportGround } from "../core/report/report-finding.ts";
import type { ReportRecord } from "../core/report/report-record.ts";
import type { ReportModel } from "../core/report/report.ts";
import { exportsOf } from "../formats/edition-exports/exports-of.ts";
import { figureFiles } from "../formats/figures/figure-files.ts";
import { writeReport } from "../formats/report-html/write-report.ts";

export interface EditionFileToWrite {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly card: EditionCard["files"][number];
}

/** `stills`: data: addresses of pictures, by their path. */
export function editionFiles(model: ReportModel, stills: ReadonlyMap<string, string>): EditionFileToWrite[] {
  const file = (
    path: string,
    sort: EditionCard["files"][number]["sort"],
    mediaType: string,
    says: string,
    bytes: Uint8Array,
  ): EditionFileToWrite => ({
    ...{ path, bytes, card: { path, sort, mediaType, says } },
  });
  return [
    file(
      "report.html",
      "report",
      "text/html",
      "The report: open it in a browser; it needs no network and no script",
      encodeUtf8(writeReport(model, stills)),
    ),
    file(
      "report.json",
      "data",
      "application/json",
      "The same report as data; every export is made from it",
      encodeUtf8(`${JSON.stringify(model, undefined, 1)}\n`),
    ),
    ...figureFiles(model).map(({ name, svg, says }) => file(`figures/${name}.svg`, "figure", "image/svg+xml", says, encodeUtf8(svg))),
    ...exportsOf(model).map(({ path, mediaType, bytes, says }) => file(path, "export", mediaType, says, bytes)),
  ];
}

/** Media of the model's items as the card lists them. */
export function mediaCards(model: ReportModel): EditionCard["files"] {
  return model.items.flatMap(({ item, files }) =>
    files.map(({ path, mediaType, made }) => ({
      path,
      sort: "media" as const,
      mediaType,
      says: made === null ? `The bytes of ${item} as they were collected` : made.says,
    })),
  );
}

export function editionCard(model: ReportModel, files: EditionCard["files"], noPdf: string | null): EditionCard {
  const { edition, certification, findings, records } = model;
  const byName = new Map(records.map((record) => [record.name, record]));
  return {
    format: "witnessmark-edition-v1",
    ...{ caseId: model.case.id, edition: edition.id, version: edition.version, sort: edition.sort, title: edition.title, at: edition.at },
    ...{ seq: certification.seq, head: certification.head, noPdf },
    findings: findings.map(({ finding, version, document, statement, signed, approved, evidenceFor, evidenceAgainst }) => ({
      ...{ finding, version, document, statement },
      signed: signed.map(({ line }) => line),
      approved: approved.map(({ line }) => line),
      rests: [...evidenceFor, ...evidenceAgainst].map((ground) => restsOn(ground, byName.get(ground.record))),
    })),
    files: [...files],
  };
}

function restsOn({ record, line, at }: ReportGround, found: ReportRecord | undefined): EditionCard["findings"][number]["rests"][number] {
  const exhibit = found?.exhibits.find(({ range }) => range !== null) ?? found?.exhibits[0];
  const item =
    exhibit?.item ??
    (/^i[1-9]/.test(record) ? (record as ItemId) : null) ??
    found?.restsOn.find((name): name is ItemId => /^i[1-9]/.test(name)) ??
    null;
  const range = at ?? exhibit?.range ?? null;
  return { record, line, item, fromS: range?.fromS ?? null, toS: range?.toS ?? null };
}
