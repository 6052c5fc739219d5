/** Rows out as CSV and back: nothing differs, whatever the cells hold; what a person or the case changed is told apart. */
import assert from "node:assert/strict";
import { hash } from "node:crypto";
import { describe, it } from "node:test";
import fc from "fast-check";
import { exportRows } from "../../src/actions/export-rows.ts";
import { editedSheetOf } from "../../src/actions/import-sheet-export.ts";
import type { Sha256 } from "../../src/core/hash/digest.ts";
import type { ItemId } from "../../src/core/item/item.ts";
import { diffExport } from "../../src/core/sheet/diff-export.ts";
import { guardedCell } from "../../src/core/sheet/formula-cell.ts";
import type { ExportRow } from "../../src/core/sheet/export-row.ts";

const sha256: Sha256 = (bytes) => hash("sha256", bytes, "buffer");

const hostile = fc.oneof(
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 20 }) },
  { weight: 2, arbitrary: fc.string({ unit: "grapheme", maxLength: 20 }) },
  {
    weight: 3,
    arbitrary: fc
      .array(
        fc.constantFrom(
          "=",
          "'",
          '"',
          ",",
          ";",
          "\t",
          "\r",
          "\n",
          "\r\n",
          "|",
          " ",
          "-1",
          "a",
          "\u202e",
          "\ud800",
          "wm_item",
          "\0",
          "\ufeff",
        ),
        { maxLength: 8 },
      )
      .map((parts) => parts.join("")),
  },
);

const level = fc.constantFrom("unassessed", "none", "mild", "strong", "severe");
const state = fc.constantFrom("new", "to-do", "in-progress", "done");

const row = (number: number) =>
  fc
    .record({
      name: hostile,
      link: hostile,
      level,
      state,
      stated: fc.array(
        fc.record({
          header: fc.oneof(hostile, fc.constantFrom("Date", "Date", "Date (2)", "wm_base", "wm_base (stated)", "Notes")),
          cell: hostile,
        }),
        {
          maxLength: 4,
        },
      ),
      stating: fc.boolean(),
    })
    .map(({ name, link, level: of, state: triage, stated, stating }): ExportRow => ({
      item: `i${number}` as ItemId,
      ref: stating ? { import: "m1", row: number } : null,
      seq: number,
      known: { wm_name: name, wm_kind: "not-held", wm_link: link, wm_level: of, wm_triage: triage, wm_notes: "0", wm_sha256: "" },
      stated: stating ? stated.map((column) => ({ ...column, role: "other" as const, dateOrder: "not-said" as const })) : [],
    }));
const rows = fc.integer({ min: 1, max: 5 }).chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => row(at + 1))));

function written(of: readonly ExportRow[], mark: boolean): string {
  return exportRows(of, { seq: 100, sha256, columns: "own", mark });
}

/** As a spreadsheet of another country saves it: quotes around every cell, semicolons between. */
function asSemicolons({ header, rows: of }: { header: readonly string[]; rows: readonly { readonly cells: readonly string[] }[] }): string {
  const line = (cells: readonly string[]) => cells.map((cell) => `"${cell.toWellFormed().replaceAll('"', '""')}"`).join(";");
  return `\ufeff${[header.map(guardedCell), ...of.map(({ cells }) => cells)].map(line).join("\r\n")}\r\n`;
}

function read(csv: string) {
  const edited = editedSheetOf(Buffer.from(csv, "utf8").toString("utf8"));
  assert.ok(edited !== undefined, "expected an export of ours");
  return edited;
}

describe("rows that go out and come back", () => {
  it("differ in nothing, whatever their cells hold", () => {
    fc.assert(
      fc.property(rows, fc.boolean(), (of, mark) => {
        const diffs = diffExport(read(written(of, mark)), of, sha256);
        assert.deepEqual(
          diffs.map(({ state: is, cells }) => [is, cells]),
          of.map(() => ["same", []]),
        );
      }),
      { seed: 4180, numRuns: 400 },
    );
  });

  it("differ in nothing after a spreadsheet changed their line ends, order of columns and rows, or delimiter", () => {
    fc.assert(
      fc.property(rows, fc.constantFrom("order", "rows", "semicolon"), (of, how) => {
        const sheet = read(written(of, false));
        const place = sheet.header.map((_, at) => at).toReversed();
        const edited =
          how === "order"
            ? {
                header: place.map((at) => sheet.header[at] ?? ""),
                rows: sheet.rows.map(({ row: number, cells }) => ({ row: number, cells: place.map((at) => cells[at] ?? "") })),
              }
            : how === "rows"
              ? {
                  header: sheet.header,
                  rows: sheet.rows
                    .toReversed()
                    .map(({ cells }, at) => ({ row: at + 1, cells: cells.map((cell) => cell.replace(/\r\n?/g, "\n")) })),
                }
              : read(asSemicolons(sheet));
        assert.deepEqual([...new Set(diffExport(edited, of, sha256).map(({ state: is }) => is))], ["same"]);
      }),
      { seed: 4181, numRuns: 200 },
    );
  });

  const one = (cell: string, more: Partial<ExportRow["known"]> = {}): ExportRow => ({
    item: "i1",
    ref: { import: "m1", row: 1 },
    seq: 5,
    known: { wm_name: "a", wm_kind: "not-held", wm_link: "", wm_level: "mild", wm_triage: "new", wm_notes: "0", wm_sha256: "", ...more },
    stated: [{ header: "Notes", role: "notes", dateOrder: "not-said", cell }],
  });
  const edit = (of: readonly ExportRow[], from: string, to: string) => read(written(of, false).replace(from, to));

  it("tell a change in the sheet from one in the case, and both from a conflict", () => {
    const sheet = edit([one("old")], "old", "by the sheet");
    const [changed] = diffExport(sheet, [one("old")], sha256);
    assert.deepEqual(
      [changed?.state, changed?.cells],
      ["changed", [{ column: "Notes", before: "old", after: "by the sheet", sort: "change" }]],
    );
    const [conflict] = diffExport(sheet, [one("by the case")], sha256);
    assert.equal(conflict?.state, "conflict");
    const untouched = read(written([one("old")], false));
    assert.equal(diffExport(untouched, [one("by the case")], sha256)[0]?.state, "same");
  });

  it("refuse what no sheet may change, with the reason", () => {
    const lowered = diffExport(edit([one("x")], ",mild,", ",none,"), [one("x")], sha256);
    assert.match(lowered[0]?.cells[0]?.reason ?? "", /only ever raises the shield/);
    const raised = diffExport(edit([one("x")], ",mild,", ",severe,"), [one("x")], sha256);
    assert.equal(raised[0]?.state, "changed");
    const kind = diffExport(edit([one("x")], "not-held", "video"), [one("x")], sha256);
    assert.match(kind[0]?.cells[0]?.reason ?? "", /the case's own column/);
    const triage = diffExport(edit([one("x")], ",new,", ",finished,"), [one("x")], sha256);
    assert.match(triage[0]?.cells[0]?.reason ?? "", /expected one of new, to-do/);
  });

  it("tell rows that were added, taken out, copied, or are of another case", () => {
    const two = [one("x"), { ...one("y"), item: "i2" as const, ref: { import: "m1" as const, row: 2 } }];
    const csv = written(two, false).split("\r\n");
    const sheet = read(
      [csv[0], csv[1], csv[1], ",,,,,https://example.org/new,,,,,new words", csv[1]?.replace("i1,m1:1", "i9,m1:9"), ""].join("\r\n"),
    );
    assert.deepEqual(
      diffExport(sheet, two, sha256).map(({ state: is, item }) => [is, item]),
      [
        ["same", "i1"],
        ["doubled", "i1"],
        ["new", undefined],
        ["not-in-case", "i9"],
        ["removed", "i2"],
      ],
    );
    const later = { ...one("z"), item: "i3" as const, ref: { import: "m2" as const, row: 1 }, seq: 200 };
    assert.ok(
      !diffExport(sheet, [...two, later], sha256).some(({ item }) => item === "i3"),
      "a row that came after the export is not one taken out",
    );
  });
});
