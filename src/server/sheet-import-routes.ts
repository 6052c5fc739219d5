/** Rows of sheets in and out: looked at first, taken in whole, taken back by one undo. */
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { exportRows } from "../actions/export-rows.ts";
import { importSheet } from "../actions/import-sheet.ts";
import { importEditedExport } from "../actions/import-sheet-export.ts";
import { demandRows, previewSheet } from "../actions/import-sheet-preview.ts";
import { sheetText } from "../actions/import-sheet-text.ts";
import { undoSheetImport } from "../actions/undo-sheet-import.ts";
import {
  ExportQuery,
  ImportAnswer,
  ImportRequest,
  longestClipboard,
  longestPaste,
  PreviewAnswer,
  PreviewRequest,
  RowStatementsAnswer,
  SheetImportsAnswer,
  type SheetSource,
  UndoAnswer,
  UndoRequest,
} from "../api/sheet-import.ts";
import { encodeUtf8 } from "../core/bytes/utf8.ts";
import { CaseError } from "../core/case/case-error.ts";
import { ItemId } from "../core/item/item.ts";
import { SheetImportId } from "../core/sheet/sheet-records.ts";
import type { CaseSession } from "../jobs/case-session.ts";
import { demand } from "../policy/demand.ts";
import { rowStatements } from "../reads/row-statements.ts";
import { listSheetImports, undoneItems } from "../reads/sheet-imports.ts";

/** A letter may take six bytes as JSON escapes it; more than a third that do is no sheet. */
const bodyLimit = 2 * (longestPaste + longestClipboard);

export function sheetImportRoutes(session: CaseSession): FastifyPluginCallbackZod {
  const { reader, viewer, sheetPorts } = session;
  const textOf = async (source: SheetSource) => (source.of === "paste" ? source.text : sheetText(sheetPorts, source.item));
  return (app, _options, done) => {
    app.post(
      "/api/sheets/preview",
      { bodyLimit, schema: { body: PreviewRequest, response: { 200: PreviewAnswer } } },
      async ({ body: { source, choices } }) => {
        demand(viewer, "read");
        return previewSheet(sheetPorts, await textOf(source), choices, source.of === "paste" ? source.hidden : []);
      },
    );

    app.post("/api/sheets/import", { bodyLimit, schema: { body: ImportRequest, response: { 200: ImportAnswer } } }, async ({ body }) => {
      demand(viewer, "append");
      const { source, choices, clipboard, accepted } = body;
      const text = await textOf(source);
      // Nothing is kept of a paste that cannot be taken in.
      const ending = await demandRows(sheetPorts, text, choices);
      const sheet = source.of === "item" ? source.item : await keepPasted(session, text, ending);
      if (accepted !== undefined) return importEditedExport(sheetPorts, viewer, { sheet, text, accepted });
      const hidden = source.of === "paste" ? source.hidden : [];
      return importSheet(sheetPorts, viewer, {
        sheet,
        text,
        asked: choices,
        hidden,
        clipboard: hidden.length === 0 ? undefined : clipboard,
      });
    });

    app.get("/api/sheets/imports", { schema: { response: { 200: SheetImportsAnswer } } }, async () => ({
      imports: await listSheetImports(reader, viewer),
    }));

    app.post(
      "/api/sheets/imports/:id/undo",
      { schema: { params: z.strictObject({ id: SheetImportId }), body: UndoRequest, response: { 200: UndoAnswer } } },
      async ({ params, body }) => {
        const { seq } = await undoSheetImport(sheetPorts, viewer, { import: params.id, reason: body.reason });
        return { seq, ...(await undoneItems(reader, params.id)) };
      },
    );

    app.get(
      "/api/items/:id/row-statements",
      { schema: { params: z.strictObject({ id: ItemId }), response: { 200: RowStatementsAnswer } } },
      async ({ params }) => ({ statements: await rowStatements(reader, viewer, params.id) }),
    );

    app.get("/api/sheets/export.csv", { schema: { querystring: ExportQuery } }, async ({ query }, reply) => {
      const rows = await sheetPorts.exportRows();
      const seq = reader.views.head()?.seq ?? 0;
      const csv = exportRows(rows, { seq, sha256: sheetPorts.sha256, columns: query.columns, mark: true });
      return reply
        .header("content-type", "text/csv; charset=utf-8")
        .header("content-disposition", `attachment; filename="rows-${query.columns}-${seq}.csv"`)
        .send(csv);
    });
    done();
  };
}

/** The pasted text becomes a held item of its own, as it came. */
async function keepPasted(session: CaseSession, text: string, ending: "csv" | "tsv"): Promise<ItemId> {
  const bytes = encodeUtf8(text.toWellFormed());
  const at = new Date().toISOString();
  const collector = session.newCollector({ method: "upload", from: "pasted into the workbench", ...session.collecting });
  const { durable } = await collector.add({
    name: { encoding: "utf-8", path: `pasted rows ${at.slice(0, 19).replace("T", " ").replaceAll(":", ".")} UTC.${ending}` },
    size: bytes.length,
    fileWrittenAt: "unknown",
    fingerprint: `paste ${at} ${bytes.length}`,
    async *open() {
      yield bytes;
    },
  });
  await collector.finish("complete");
  session.queue.wake();
  const collected = await durable;
  if (collected.state === "refused") throw new CaseError("INPUT_INVALID", `sheet: ${collected.reason}`);
  return collected.item;
}
