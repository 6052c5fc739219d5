/** `sheet export|import|undo CASE`: the case as rows that people edit in a sheet, and rows of sheets into the case. */
import { resolve } from "node:path";
import { exportRows, type ExportColumns } from "../../actions/export-rows.ts";
import { importSheet } from "../../actions/import-sheet.ts";
import { importEditedExport } from "../../actions/import-sheet-export.ts";
import { previewSheet } from "../../actions/import-sheet-preview.ts";
import type { SheetAsked } from "../../actions/import-sheet-rows.ts";
import { decodedSheet, sheetText } from "../../actions/import-sheet-text.ts";
import { undoSheetImport } from "../../actions/undo-sheet-import.ts";
import { encodeUtf8 } from "../../core/bytes/utf8.ts";
import { CaseError } from "../../core/case/case-error.ts";
import type { SourceFile } from "../../core/collection/source.port.ts";
import type { ItemId } from "../../core/item/item.ts";
import { SheetImportId } from "../../core/sheet/sheet-records.ts";
import type { CaseSession } from "../../jobs/case-session.ts";
import { undoneItems } from "../../reads/sheet-imports.ts";
import { analyseAndReport } from "../collect-and-report.ts";
import { type Command, type ExitCode, type Given, text, words } from "../command.ts";
import { printJson } from "../json-output.ts";
import type { Program } from "../program.ts";
import { printSheetPreview } from "../sheet-preview-out.ts";

export const sheetCommand: Command = {
  name: "sheet",
  usage: "sheet export CASE [--out FILE] | sheet import CASE FILE [--dry-run] | sheet undo CASE IMPORT --reason TEXT",
  summary: "rows of a case out as CSV, rows of a sheet in, an import taken back",
  flags: {
    out: { type: "string" },
    columns: { type: "string" },
    "dry-run": { type: "boolean" },
    dates: { type: "string" },
    "take-conflicts": { type: "boolean" },
    "take-removed": { type: "boolean" },
    reason: { type: "string" },
    json: { type: "boolean" },
  },
  flagHelp: {
    out: "export: the file to write; one that is there is not written over (default: standard output)",
    columns: "export: own (default), which can be edited and brought back, or atlos",
    "dry-run": "import: say what would be done, and write nothing",
    dates: "import: day-first or month-first, for dates in bare figures; without it both readings are kept",
    "take-conflicts": "import of an edited export: take in also what the case changed since",
    "take-removed": "import of an edited export: take away the words of rows that are no longer in it",
    reason: "undo: why",
    json: "print what was done as JSON",
  },
  examples: [
    "witnessmark sheet export cases/market --out market.csv",
    "witnessmark sheet import cases/market links.csv --dates day-first --dry-run",
    'witnessmark sheet undo cases/market m1 --reason "wrong sheet"',
  ],
  async run(program, given) {
    const [verb, casePath, third] = words(sheetCommand, given, 2, 3) as [string, string, string | undefined];
    const path = resolve(casePath);
    if (verb === "export" && third === undefined) return exportTo(program, given, path);
    if (verb === "import" && third !== undefined) return importFrom(program, given, path, resolve(third));
    if (verb === "undo" && third !== undefined) return undo(program, given, path, third);
    throw new CaseError(
      "INPUT_INVALID",
      `sheet: expected \`witnessmark ${sheetCommand.usage}\`; found ${verb} with ${given.words.length - 1} arguments`,
    );
  },
};

async function withCase<T>(
  program: Program,
  path: string,
  access: "read" | "write",
  work: (session: CaseSession) => Promise<T>,
): Promise<T> {
  const session = await program.openCase(path, { access, onProgress: (detail) => program.out.progress(detail) });
  try {
    program.out.endProgress();
    return await work(session);
  } finally {
    await session.close();
  }
}

function exportTo(program: Program, given: Given, path: string): Promise<ExitCode> {
  const columns = text(given, "columns") ?? "own";
  if (columns !== "own" && columns !== "atlos") throw new CaseError("INPUT_INVALID", `--columns: expected own or atlos; found ${columns}`);
  return withCase(program, path, "read", async ({ sheetPorts, reader }): Promise<ExitCode> => {
    const rows = await sheetPorts.exportRows();
    const out = text(given, "out");
    // A file is opened by a spreadsheet, which may need the mark; standard output is read by another program.
    const mark = out !== undefined;
    const csv = exportRows(rows, {
      seq: reader.views.head()?.seq ?? 0,
      sha256: sheetPorts.sha256,
      columns: columns satisfies ExportColumns,
      mark,
    });
    if (out === undefined) program.out.line(csv.replace(/\r\n$/, ""));
    else {
      await program.writeFile(resolve(out), encodeUtf8(csv));
      if (given.flags["json"] === true)
        printJson(program.out, "sheet-exported", { case: path, out: resolve(out), columns, rows: rows.length });
      else program.out.line(`${rows.length} rows written to ${out}.`);
    }
    return 0;
  });
}

async function importFrom(program: Program, given: Given, path: string, file: string): Promise<ExitCode> {
  const dates = text(given, "dates");
  if (dates !== undefined && dates !== "day-first" && dates !== "month-first") {
    throw new CaseError("INPUT_INVALID", `--dates: expected day-first or month-first; found ${dates}`);
  }
  const asked: SheetAsked = dates === undefined ? {} : { dateOrder: dates };
  const source = await fileAt(program, file);
  const dry = given.flags["dry-run"] === true;
  return withCase(program, path, dry ? "read" : "write", async (session): Promise<ExitCode> => {
    const { sheetPorts, viewer } = session;
    const content = await decodedSheet(sheetPorts, source.open(), file);
    const preview = await previewSheet(sheetPorts, content, asked, []);
    const json = given.flags["json"] === true;
    if (dry) {
      if (json) printJson(program.out, "sheet-preview", { case: path, file, ...preview });
      else printSheetPreview(program.out, preview);
      return 0;
    }
    const sheet = await keepFile(session, source, file);
    const kept = await sheetText(sheetPorts, sheet);
    const imported =
      preview.kind === "rows"
        ? await importSheet(sheetPorts, viewer, { sheet, text: kept, asked })
        : await importEditedExport(sheetPorts, viewer, { sheet, text: kept, accepted: acceptedOf(preview, given) });
    await analyseAndReport(program, session);
    if (json) printJson(program.out, "sheet-imported", { case: path, ...imported });
    else {
      const { made, attached, duplicates, changed, removed, leftOut } = imported.counts;
      program.out.line(
        `${imported.import}: ${made} new items, ${attached} on items held, ${duplicates} duplicates, ${changed} changed, ${removed} removed, ${leftOut} left out. The sheet is ${sheet}.`,
      );
    }
    return 0;
  });
}

function acceptedOf(preview: Extract<Awaited<ReturnType<typeof previewSheet>>, { kind: "export" }>, given: Given) {
  const conflicts = given.flags["take-conflicts"] === true;
  const removed = given.flags["take-removed"] === true;
  return {
    rows: preview.rows.flatMap(({ row, state }) =>
      row !== null && (state === "changed" || state === "new" || (conflicts && state === "conflict")) ? [row] : [],
    ),
    removed: removed ? preview.rows.flatMap(({ state, key }) => (state === "removed" ? [key] : [])) : [],
  };
}

async function fileAt(program: Program, path: string): Promise<SourceFile> {
  for await (const found of program.walk([path])) {
    if ("refused" in found) throw new CaseError("INPUT_INVALID", `${path}: ${found.refused.reason}`);
    return found.file;
  }
  throw new CaseError("INPUT_INVALID", `${path}: expected a file; found none`);
}

async function keepFile(session: CaseSession, source: SourceFile, path: string): Promise<ItemId> {
  const collector = session.newCollector({ method: "files", from: path, ...session.collecting });
  const { durable } = await collector.add(source);
  await collector.finish("complete");
  const collected = await durable;
  if (collected.state === "refused") throw new CaseError("INPUT_INVALID", `${path}: ${collected.reason}`);
  return collected.item;
}

async function undo(program: Program, given: Given, path: string, id: string): Promise<ExitCode> {
  const reason = text(given, "reason")?.trim() ?? "";
  if (reason === "") throw new CaseError("INPUT_INVALID", "--reason: expected why the import is taken back; found none");
  const parsed = SheetImportId.safeParse(id);
  if (!parsed.success) throw new CaseError("INPUT_INVALID", `sheet undo: expected an import such as m1; found ${id}`);
  return withCase(program, path, "write", async ({ sheetPorts, viewer, reader }): Promise<ExitCode> => {
    const { seq } = await undoSheetImport(sheetPorts, viewer, { import: parsed.data, reason });
    const { gone, stay } = await undoneItems(reader, parsed.data);
    if (given.flags["json"] === true) printJson(program.out, "sheet-import-undone", { case: path, import: parsed.data, seq, gone, stay });
    else
      program.out.line(
        `${parsed.data} is undone: ${gone} items left the lists, ${stay.length} stay because somebody worked on them since.`,
      );
    return 0;
  });
}
