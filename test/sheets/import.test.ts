/** Rows of a sheet over HTTP: looked at, taken in by one append, shown as that row's words, taken back by one entry. */
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { ItemDetail, ItemsPage } from "../../src/api/items.ts";
import type { ImportAnswer, RowStatement, SheetImportLine, SheetPreview, UndoAnswer } from "../../src/api/sheet-import.ts";
import { createDesk, type Desk } from "../support/run-witnessmark.ts";
import { type ServedCase, serveCase } from "../support/served-case.ts";

const sheet = [
  "Link\tDate\tLatitude\tLongitude\tStatus\tGraphic\tNotes\tFile\tWho saw it",
  "https://youtu.be/abcdefghijk?si=Zz\t3/4/2022\t50,465\t30,185\tTo do\tyes\tby the mill\t\tMara",
  "https://www.youtube.com/watch?v=abcdefghijk\t29.03.2022\t\t\tTo do\tno\tthe same again\t\t",
  "https://t.me/dorvane_news/12\t31.02.2022\t130.2\t50.4\tDone\tvery graphic\t=1+1\t\t",
  "\t2022-03\t\t\t\t\tno link here\t\tA white van at the ford",
  "\t\t\t\t\t\tspeaks of the file\tford.txt\t",
  "\t\t\t\t\t\t\t\t",
].join("\n");

describe("rows pasted from a sheet", () => {
  let desk: Desk;
  let server: ServedCase;
  let casePath: string;
  let imported: ImportAnswer;
  const bodies = async () =>
    (await readFile(join(casePath, "ledger.jsonl"), "utf8"))
      .trim()
      .split("\n")
      .map((line) => (JSON.parse(line) as { body: { kind: string; data: Record<string, unknown> } }).body);
  const items = () => server.get<ItemsPage>("/api/items");
  before(async () => {
    desk = createDesk();
    casePath = join(desk.folder, "case");
    const material = join(desk.folder, "ford.txt");
    await writeFile(material, "invented words about a ford\n");
    await desk.run("add", casePath, material);
    server = await serveCase(desk, casePath);
  });
  after(() => desk.close());

  it("are read cell by cell, and nothing is written by looking", async () => {
    const before = (await bodies()).length;
    const preview = await server.post<SheetPreview>("/api/sheets/preview", { source: { of: "paste", text: sheet } });
    assert.equal((await bodies()).length, before);
    assert.equal(preview.header, true);
    assert.deepEqual(
      preview.columns.map(({ role }) => role),
      ["link", "date", "latitude", "longitude", "status", "graphic", "notes", "file", "other"],
    );
    assert.deepEqual(
      preview.rows.map(({ row, action }) => [row, action]),
      [
        [1, "made"],
        [2, "duplicate"],
        [3, "made"],
        [4, "made"],
        [5, "attached"],
      ],
    );
    const [first, second, third] = preview.rows;
    assert.equal(first?.reads[0]?.as === "links" && first.reads[0].links[0]?.shown, "https://www.youtube.com/watch?v=abcdefghijk");
    assert.equal(first?.reads[1]?.as === "time" && first.reads[1].readings.length, 2);
    assert.equal(
      first?.reads[2]?.as === "place" && first.reads[2].claim.region !== "unknown" && first.reads[2].claim.region.shape,
      "circle",
    );
    assert.deepEqual(first?.reads[3], { as: "with", column: 2 });
    assert.deepEqual(second?.flags, [{ flag: "duplicate-of-row", row: 1 }]);
    assert.match(third?.reads[1]?.as === "unreadable" ? third.reads[1].reason : "", /no calendar/);
    assert.deepEqual(third?.reads[2]?.as === "place" && third.reads[2].remarks, ["swapped"]);
    assert.deepEqual([first?.level, second?.level, third?.level], ["strong", null, "severe"]);
    assert.deepEqual([preview.columns[1]?.twoOrders, preview.columns[1]?.onlyDayFirst], [1, 1]);
  });

  it("become items in one append, and the text is kept as an item", async () => {
    const before = await bodies();
    imported = await server.post<ImportAnswer>("/api/sheets/import", {
      source: { of: "paste", text: sheet },
      choices: {
        columns: sheet
          .split("\n")[0]
          ?.split("\t")
          .map((_, at) => ({
            role: ["link", "date", "latitude", "longitude", "status", "graphic", "notes", "file", "other"][at],
            dateOrder: at === 1 ? "day-first" : "not-said",
          })),
      },
    });
    assert.deepEqual(imported.counts, { rows: 5, made: 3, attached: 1, duplicates: 1, changed: 0, removed: 0, leftOut: 0 });
    const added = (await bodies())
      .slice(before.length)
      .map(({ kind }) => kind)
      .filter((kind) => kind !== "analysis.recorded");
    assert.deepEqual(added, [
      ...["collection.started", "item.collected", "collection.finished"],
      ...["link.noted", "link.noted", "item.known", "item.triaged", "item.triaged", "sheet.imported"],
    ]);
    const page = await items();
    const names = page.items.map(({ id, name, kind, graphicLevel }) => [id, name, kind, graphicLevel]);
    assert.deepEqual(names.slice(2), [
      ["i3", "https://www.youtube.com/watch?v=abcdefghijk", "not-held", "strong"],
      ["i4", "https://t.me/dorvane_news/12", "not-held", "severe"],
      ["i5", "no link here", "not-held", "unassessed"],
    ]);
    assert.match(String(names[1]?.[1]), /^pasted rows .* UTC\.tsv$/);
  });

  it("are shown on their items as what that row states, cells unchanged", async () => {
    const { statements } = await server.get<{ statements: RowStatement[] }>("/api/items/i3/row-statements");
    assert.deepEqual(
      statements.map(({ row, sheet: from }) => [row.row, row.action, from]),
      [
        [1, "made", "i2"],
        [2, "duplicate", "i2"],
      ],
    );
    assert.equal(statements[0]?.row.cells[8], "Mara");
    assert.deepEqual(statements[0]?.row.means.times[0]?.zone, { state: "unknown", reading: "2022-04-03" });
    const [place] = statements[0]?.row.means.places ?? [];
    assert.equal(place?.verbatim, "50,465; 30,185");
    const held = await server.get<{ statements: RowStatement[] }>("/api/items/i1/row-statements");
    assert.equal(held.statements[0]?.row.action, "attached");
    const detail = await server.get<ItemDetail>("/api/items/i5");
    assert.equal(detail.provenance.statedBy?.item, "i2");
  });

  it("remember the roles of their columns for a sheet with the same headers, and know what was imported before", async () => {
    const preview = await server.post<SheetPreview>("/api/sheets/preview", { source: { of: "paste", text: sheet } });
    assert.equal(preview.remembered, true);
    assert.equal(preview.columns[1]?.dateOrder, "day-first");
    assert.deepEqual(preview.rows[0]?.flags, [{ flag: "duplicate-of-item", item: "i3" }]);
  });

  it("are taken back by one entry: their items leave the lists, what was worked on since stays", async () => {
    await server.post("/api/items/i4/notes", { text: "somebody worked on this one" });
    const before = (await bodies()).length;
    const undone = await server.post<UndoAnswer>(`/api/sheets/imports/${imported.import}/undo`, { reason: "wrong sheet" });
    assert.deepEqual([undone.gone, undone.stay], [2, ["i4"]]);
    assert.deepEqual(
      (await bodies()).slice(before).map(({ kind }) => kind),
      ["sheet.import-undone"],
    );
    assert.deepEqual(
      (await items()).items.map(({ id }) => id),
      ["i1", "i2", "i4"],
    );
    const found = await server.get<ItemsPage>("/api/items?q=Mara");
    assert.ok(
      found.items.every(({ id }) => id === "i2"),
      "no item that left the lists",
    );
    const again = await server.post<{ answers: { state: string; item: string }[] }>("/api/links", {
      links: ["https://youtu.be/abcdefghijk"],
      riskOfRemoval: "unknown",
    });
    assert.deepEqual([again.answers[0]?.state, again.answers[0]?.item], ["noted", "i6"]);
    const { statements } = await server.get<{ statements: RowStatement[] }>("/api/items/i3/row-statements");
    assert.equal(statements[0]?.undone, "wrong sheet");
    const { imports } = await server.get<{ imports: SheetImportLine[] }>("/api/sheets/imports");
    assert.equal(imports[0]?.undone, "wrong sheet");
    const twice = await server.post<{ code?: string }>(`/api/sheets/imports/${imported.import}/undo`, { reason: "again" });
    assert.match(JSON.stringify(twice), /INPUT_INVALID/);
  });

  it("leave a case that verifies", async () => {
    const ran = await desk.run("verify", casePath);
    assert.equal(ran.code, 0, ran.out + ran.err);
  });
});
