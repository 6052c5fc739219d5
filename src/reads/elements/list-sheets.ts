/** Element sheets: the newest version of each, whole, with the cards of what it cites. Withdrawn ones come along, marked. */
import { elementLists } from "../../core/element/element-lists.ts";
import { ElementSheetDocument, type ElementSheetId } from "../../core/element/element-sheet.ts";
import type { EventId } from "../../core/event/event.ts";
import type { Digest } from "../../core/hash/digest.ts";
import type { RecordName } from "../../core/review/ground.ts";
import { demand } from "../../policy/demand.ts";
import type { Viewer } from "../../policy/viewer.ts";
import { type CaseReader, readJson } from "../case-reader.ts";
import { peopleNames } from "../people-names.ts";
import { recordCards } from "../records/record-card.ts";

/** `of`: one sheet alone. */
export async function listSheets(reader: CaseReader, viewer: Viewer, of?: ElementSheetId) {
  demand(viewer, "read");
  const { db } = reader.views;
  const nameOf = await peopleNames(reader);
  const all = db
    .selectFrom("element_sheet")
    .leftJoin("event", "event.id", "element_sheet.event")
    .selectAll("element_sheet")
    .select("event.title")
    .orderBy("element_sheet.id");
  const rows = await (of === undefined ? all : all.where("element_sheet.id", "=", Number(of.slice(2)))).execute();
  const versions = await db.selectFrom("element_sheet_version").selectAll().orderBy("version", "desc").execute();
  const sheets = await Promise.all(
    rows.map(async (row) => ({
      id: `es${row.id}` as const,
      version: row.version,
      elements: { name: row.elements_name, version: row.elements_version },
      event: `e${row.event}` as EventId,
      eventTitle: row.title ?? "withheld",
      document: (await documentOf(reader, row.document)) ?? ("withheld" as const),
      digest: row.document as Digest,
      reason: row.reason,
      ...(row.withdrawn === null ? {} : { withdrawn: row.withdrawn === "" ? "withheld" : row.withdrawn }),
      ...{ at: row.at, by: row.by, byName: nameOf(row.by), seq: row.seq },
      history: versions
        .filter(({ sheet }) => sheet === row.id)
        .map((one) => ({ version: one.version, reason: one.reason, at: one.at, byName: nameOf(one.by), seq: one.seq })),
    })),
  );
  const cited = new Set(
    sheets.flatMap(({ document }) =>
      document === "withheld"
        ? []
        : document.cells.flatMap(({ grounds }) =>
            grounds.flatMap(({ ground }): RecordName[] => (ground.record === null ? [] : [ground.record])),
          ),
    ),
  );
  return { sheets, records: await recordCards(reader, viewer, [...cited]), lists: elementLists };
}

/** Undefined where this copy does not hold it. */
async function documentOf({ vault }: CaseReader, document: string): Promise<ElementSheetDocument | undefined> {
  const object = document as Digest;
  return (await vault.has(object)) ? ElementSheetDocument.safeParse(await readJson(vault, object)).data : undefined;
}
