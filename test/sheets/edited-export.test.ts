/** An edited export brought back over HTTP: only what was accepted comes in, and one undo takes it back. */
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { ItemDetail } from "../../src/api/items.ts";
import type { ImportAnswer, RowStatement, SheetDiff } from "../../src/api/sheet-import.ts";
import { createDesk, type Desk } from "../support/run-witnessmark.ts";
import { type ServedCase, serveCase } from "../support/served-case.ts";

describe("an edited export", () => {
  let desk: Desk;
  let server: ServedCase;
  const raw = async () =>
    (await (await fetch(`${server.origin}/api/sheets/export.csv`, { headers: { cookie: server.cookie } })).text()).replace(/^\uFEFF/, "");
  const preview = async (text: string) => server.post<SheetDiff>("/api/sheets/preview", { source: { of: "paste", text } });
  const take = async (text: string, accepted: { rows: number[]; removed: string[] }) =>
    server.post<ImportAnswer>("/api/sheets/import", { source: { of: "paste", text }, accepted });
  const item = async (id: string) => server.get<ItemDetail>(`/api/items/${id}`);
  before(async () => {
    desk = createDesk();
    const casePath = join(desk.folder, "case");
    mkdirSync(join(desk.folder, "nothing"));
    await desk.run("add", casePath, join(desk.folder, "nothing"));
    server = await serveCase(desk, casePath);
    const text = [
      "Link\tNotes\tGraphic",
      "https://t.me/dorvane/1\tone\t",
      "https://t.me/dorvane/2\ttwo\t",
      "https://t.me/dorvane/3\tthree\t",
    ].join("\n");
    await server.post("/api/sheets/import", { source: { of: "paste", text } });
  });
  after(() => desk.close());

  it("brings words, states, raised shields, new rows and removals, each only where accepted", async () => {
    const text = (await raw())
      .replace(/(dorvane\/1,unassessed,)new(,.*),one,/, "$1done$2,one as corrected,")
      .replace(/(dorvane\/2),unassessed,/, "$1,severe,")
      .replace(/^i4,.*\r\n/m, "")
      .concat(",,,,,https://t.me/dorvane/9,strong,to-do,,,,nine,\r\n");
    const diff = await preview(text);
    assert.deepEqual(
      diff.rows.map(({ item: of, state, cells }) => [of, state, cells.map(({ column, after: now }) => `${column}=${now}`)]),
      [
        ["i2", "changed", ["wm_triage=done", "Notes=one as corrected"]],
        ["i3", "changed", ["wm_level=severe"]],
        [null, "new", []],
        ["i4", "removed", []],
      ],
    );
    const rows = diff.rows.flatMap(({ row }) => row ?? []);
    const answer = await take(text, { rows, removed: diff.rows.filter(({ state }) => state === "removed").map(({ key }) => key) });
    assert.deepEqual([answer.import, answer.counts.changed, answer.counts.made, answer.counts.removed], ["m2", 2, 1, 1]);
    assert.equal((await item("i2")).row.triage, "done");
    assert.equal((await item("i3")).row.graphicLevel, "severe");
    const fresh = `i${Number(answer.sheet.slice(1)) + 1}`;
    assert.deepEqual(
      [(await item(fresh)).row.name, (await item(fresh)).row.graphicLevel, (await item(fresh)).row.triage],
      ["https://t.me/dorvane/9", "strong", "to-do"],
    );
    const { statements } = await server.get<{ statements: RowStatement[] }>("/api/items/i2/row-statements");
    assert.deepEqual(
      statements.map(({ import: of, row, replacedBy }) => [of, row.action, replacedBy]),
      [
        ["m1", "made", "m2"],
        ["m2", "changed", undefined],
      ],
    );
    assert.match(await raw(), /one as corrected/);
    assert.doesNotMatch(await raw(), /,three,/);
  });

  it("is a conflict where the case changed since, and comes in only when that is accepted", async () => {
    const old = await raw();
    await server.post("/api/items/triage", { items: ["i3"], state: "in-progress" });
    const text = old.replace(/(dorvane\/2,severe,)new/, "$1help-needed");
    const diff = await preview(text);
    assert.deepEqual(
      diff.rows.map(({ item: of, state, cells }) => [of, state, cells[0]?.sort]),
      [["i3", "conflict", "conflict"]],
    );
    const none = await take(text, { rows: [], removed: [] });
    assert.match(JSON.stringify(none), /expected changes to take in/);
    assert.equal((await item("i3")).row.triage, "in-progress");
    await take(text, { rows: diff.rows.flatMap(({ row }) => row ?? []), removed: [] });
    assert.equal((await item("i3")).row.triage, "help-needed");
  });

  it("is taken back by its undo: words, rows and states are as before, shields stay up", async () => {
    const refused = await server.post<unknown>("/api/sheets/imports/m2/undo", { reason: "wrong" });
    assert.match(JSON.stringify(refused), /m3, which changed its rows/);
    await server.post("/api/sheets/imports/m3/undo", { reason: "wrong" });
    assert.equal((await item("i3")).row.triage, "in-progress");
    await server.post("/api/sheets/imports/m2/undo", { reason: "wrong" });
    assert.equal((await item("i2")).row.triage, "new");
    assert.equal((await item("i3")).row.graphicLevel, "severe");
    const now = await raw();
    assert.match(now, /,one,/);
    assert.match(now, /,three,/);
    assert.doesNotMatch(now, /dorvane\/9/);
  });
});
