/** `witnessmark sheet`: a sheet taken in and out from a terminal, edited between, and taken back. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { createDesk, type Desk, jsonLines } from "../support/run-witnessmark.ts";
import { main } from "../support/program.ts";

describe("witnessmark sheet", () => {
  let desk: Desk;
  let casePath: string;
  const file = (name: string) => join(desk.folder, name);
  const sheet = async (...args: string[]) => {
    const ran = await desk.run("sheet", ...args);
    return ran;
  };
  before(async () => {
    desk = createDesk();
    casePath = file("case");
    writeFileSync(file("ford.txt"), "invented words\n");
    await desk.run("add", casePath, file("ford.txt"));
    writeFileSync(
      file("links.csv"),
      'Link;Date;Notes\r\nhttps://t.me/dorvane_news/12;3/4/2022;=1+1\r\nhttps://t.me/s/dorvane_news/12;29/03/2022;"two\nlines"\r\n',
    );
  });
  after(() => desk.close());

  it("says what it would do, and writes nothing", async () => {
    const before = readFileSync(join(casePath, "ledger.jsonl"), "utf8");
    const ran = await sheet("import", casePath, file("links.csv"), "--dry-run");
    assert.equal(ran.code, 0, ran.err);
    assert.match(ran.out, /column "Date": date, 1 dates with two readings/);
    assert.match(ran.out, /row 2 \(duplicate\): duplicate-of-row 1/);
    assert.match(ran.out, /1 new items, 0 on items held, 1 duplicates, 0 left out\. Nothing was written\./);
    assert.equal(readFileSync(join(casePath, "ledger.jsonl"), "utf8"), before);
  });

  it("reads a sheet in the encoding of an old spreadsheet", async () => {
    const words = "Ссылка;Дата;Заметки\r\nhttps://t.me/dorvane_news/44;29.03.2022;белый фургон у переправы, снято с моста\r\n";
    // Windows-1251 keeps the Russian letters in one run.
    const bytes = [...words].map((letter) => {
      const code = letter.charCodeAt(0);
      return code < 0x80 ? code : code - 0x0410 + 0xc0;
    });
    writeFileSync(file("old.csv"), Uint8Array.from(bytes));
    const ran = await sheet("import", casePath, file("old.csv"), "--dry-run", "--json");
    const [preview] = jsonLines<{ columns: { header: string; role: string }[]; rows: { cells: string[] }[] }>(ran);
    assert.deepEqual(
      preview?.columns.map(({ header, role }) => [header, role]),
      [
        ["Ссылка", "link"],
        ["Дата", "date"],
        ["Заметки", "notes"],
      ],
    );
    assert.equal(preview?.rows[0]?.cells[2], "белый фургон у переправы, снято с моста");
  });

  it("takes rows in, sends them out guarded, and finds nothing changed when they come back", async () => {
    const ran = await sheet("import", casePath, file("links.csv"), "--dates", "day-first", "--json");
    assert.equal(ran.code, 0, ran.err);
    const [imported] = jsonLines<{ import: string; counts: { made: number } }>(ran);
    assert.deepEqual([imported?.import, imported?.counts.made], ["m1", 1]);
    assert.equal((await sheet("export", casePath, "--out", file("out.csv"))).code, 0);
    const csv = readFileSync(file("out.csv"), "utf8");
    assert.ok(csv.startsWith("\ufeffwm_item,wm_row,wm_base,"));
    assert.match(csv, /,'=1\+1\r\n/);
    const again = await sheet("import", casePath, file("out.csv"), "--dry-run");
    assert.match(again.out, /4 as they are, 0 changed, 0 in conflict, 0 new, 0 no longer in the sheet/);
  });

  it("takes an edit in, and takes it back", async () => {
    writeFileSync(file("edited.csv"), readFileSync(file("out.csv"), "utf8").replace("two\nlines", "three\nlines"));
    const ran = await sheet("import", casePath, file("edited.csv"));
    assert.equal(ran.code, 0, ran.err);
    assert.match(ran.out, /m2: 0 new items, 0 on items held, 0 duplicates, 1 changed/);
    assert.match((await sheet("export", casePath)).out, /three\nlines/);
    const early = await sheet("undo", casePath, "m1", "--reason", "wrong sheet");
    assert.equal(early.code, 2);
    assert.match(early.err, /found m2, which changed its rows/);
    assert.equal((await sheet("undo", casePath, "m2", "--reason", "not so")).code, 0);
    assert.match((await sheet("export", casePath)).out, /two\nlines/);
    const undone = await sheet("undo", casePath, "m1", "--reason", "wrong sheet");
    assert.match(undone.out, /m1 is undone: 1 items left the lists, 0 stay/);
    assert.equal((await desk.run("verify", casePath)).code, 0);
  });

  it("is the same after the tables are made again, and goes with its sheet when that is erased", async () => {
    await sheet("import", casePath, file("links.csv"), "--dates", "month-first");
    const before = (await sheet("export", casePath)).out;
    assert.match(before, /m3:1/);
    assert.equal((await desk.run("rebuild", casePath)).code, 0);
    assert.equal((await sheet("export", casePath)).out, before);
    const item = /^(i\d+),,[^\n]*links\.csv/mu.exec(before)?.[1] ?? "";
    // A second person is enrolled by opening the case for writing from their own configuration.
    const other = { ...process.env, WITNESSMARK_CONFIG: join(desk.folder, "config-2"), HOME: desk.folder };
    execFileSync(process.execPath, ["--disable-warning=ExperimentalWarning", main, "add", casePath, file("ford.txt")], {
      env: other,
      stdio: "ignore",
    });
    const erased = await desk.run(
      "erase",
      casePath,
      "--object",
      item,
      "--reason",
      "asked by a witness",
      "--authorised-by",
      "p1,p2",
      "--yes",
    );
    assert.equal(erased.code, 0, erased.err);
    const after = (await sheet("export", casePath)).out;
    assert.doesNotMatch(after, /two\nlines/);
    assert.equal((await desk.run("verify", casePath)).code, 0);
  });

  it("writes Atlos's columns, and refuses what it does not know", async () => {
    const atlos = await sheet("export", casePath, "--columns", "atlos");
    assert.match(atlos.out, /^status,description,sensitive,date,time,latitude,longitude,/);
    assert.equal((await sheet("export", casePath, "--columns", "excel")).code, 2);
    assert.equal((await sheet("turn", casePath)).code, 2);
    assert.equal((await sheet("import", casePath, file("nothing.csv"))).code, 2);
    assert.equal((await sheet("undo", casePath, "m9", "--reason", "none")).code, 2);
  });
});
