/** Two hundred rows are one append: one sync of the ledger, one transaction of the tables, whatever their number. */
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { describe, it } from "node:test";
import { createCaseWriter } from "../../src/actions/case-writer.ts";
import { importSheet } from "../../src/actions/import-sheet.ts";
import type { ImportSheetPorts } from "../../src/actions/import-sheet-ports.ts";
import type { EntryDraft } from "../../src/core/entry/entry.ts";
import { SheetRecords } from "../../src/core/sheet/sheet-records.ts";
import { LedgerInMemory, sha256 } from "../support/ledger-in-memory.ts";
import { asText, sheetHeader, sheetRows } from "../web/paste-rows.ts";

describe("an import", () => {
  it("of 200 rows appends once, and the line names one object with all of them", async () => {
    const memory = new LedgerInMemory();
    const appends: (readonly EntryDraft[])[] = [];
    const writer = createCaseWriter({
      ledger: {
        read: (from) => memory.read(from),
        head: () => memory.head(),
        append: async (drafts) => {
          appends.push(drafts);
          return drafts.map((draft) => memory.append(draft));
        },
      },
      project: async () => undefined,
      next: { item: 2, observation: 1, collection: 2, records: {}, bare: 0 },
      sha256,
      random: (count) => new Uint8Array(randomBytes(count)),
      onAppended: () => undefined,
    });
    const vault = {
      ...memory.vault,
      stage: async (bytes: AsyncIterable<Uint8Array>) => {
        const parts: Uint8Array[] = [];
        for await (const part of bytes) parts.push(part);
        const whole = Buffer.concat(parts);
        return { digest: memory.keepText(whole.toString("utf8")), size: whole.length };
      },
      commit: async () => undefined,
    };
    const ports = {
      writer,
      vault,
      remembered: async () => undefined,
      targets: async () => ({ byLink: new Map(), byHash: new Map(), byFile: new Map() }),
      standingOf: async () => new Map(),
    } as unknown as ImportSheetPorts;
    const viewer = { person: "p1" as const, readOnly: false };
    const text = asText([[...sheetHeader], ...sheetRows(200)]);
    const imported = await importSheet(ports, viewer, { sheet: "i1", text, asked: {} });
    assert.equal(appends.length, 1);
    const drafts = appends[0] ?? [];
    assert.equal(drafts.filter(({ kind }) => kind === "sheet.imported").length, 1);
    assert.equal(drafts.at(-1)?.kind, "sheet.imported");
    // Levels are raised by a line per level, not per row.
    assert.ok(drafts.filter(({ kind }) => kind === "item.triaged").length <= 2);
    const last = drafts.at(-1);
    assert.ok(last?.kind === "sheet.imported");
    const records = SheetRecords.parse(JSON.parse(Buffer.from(memory.objects.get(last.data.records) ?? []).toString("utf8")));
    assert.equal(records.rows.length, imported.counts.rows - imported.counts.leftOut);
    assert.deepEqual(records.rows[0]?.cells, sheetRows(1)[0]);
    const longest = Math.max(...memory.lines.map((line) => JSON.stringify(line.body).length));
    assert.ok(longest < 64 * 1024);
  });
});
