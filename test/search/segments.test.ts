/** The files of the index: made once there are many texts, put aside when they are torn, deleted and made again at will. */
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, beforeEach, describe, it } from "node:test";
import { searchTexts } from "../../src/reads/search-texts.ts";
import { openViews, type Views } from "../../src/views/open-views.ts";
import { LedgerInMemory, sha256 } from "../support/ledger-in-memory.ts";
import { nameItem, readerOf, viewer } from "./case-of-texts.ts";

/** More than stay in memory. */
const many = 9000;

describe("the files of the index", () => {
  let parent: string;
  let folder: string;
  let ledger: LedgerInMemory;
  before(() => {
    parent = mkdtempSync(join(tmpdir(), "segments-"));
    ledger = new LedgerInMemory();
    for (let i = 1; i <= many; i++) nameItem(ledger, i, `fountain number${i} ${i % 7 === 0 ? "площа" : "market"}`);
  });
  after(() => rmSync(parent, { recursive: true }));
  beforeEach(() => (folder = mkdtempSync(join(parent, "case-"))));

  const open = (readOnly = false) => openViews({ file: join(folder, "views.sqlite"), readOnly, ledger, vault: ledger.vault, sha256 });
  const files = () => readdirSync(join(folder, "search"));
  const found = async (views: Views, words: string) => {
    await views.texts.texts();
    await views.texts.settle();
    return (await searchTexts(readerOf(views, ledger), viewer, { words })).total;
  };

  it("hold what the tables hold, and the next start reads them instead of making them", async () => {
    const views = await open();
    assert.equal(await found(views, "площ"), Math.floor(many / 7));
    await views.close();
    const made = files();
    assert.equal(made.length, 1);
    const again = await open();
    assert.equal(await found(again, "number9000"), 1);
    await again.close();
    assert.deepEqual(files(), made);
  });

  it("that are torn or altered are noticed and made again", async () => {
    const first = await open();
    await first.texts.settle();
    await first.close();
    const [name = ""] = files();
    const path = join(folder, "search", name);
    const whole = readFileSync(path);
    const damages: [string, () => void][] = [
      ["cut", () => truncateSync(path, whole.length - 1000)],
      ["empty", () => truncateSync(path, 0)],
      [
        "one bit",
        () =>
          writeFileSync(
            path,
            Uint8Array.from(whole, (byte, at) => (at === whole.length >> 1 ? byte ^ 1 : byte)),
          ),
      ],
      [
        "header",
        () =>
          writeFileSync(
            path,
            Uint8Array.from(whole, (byte, at) => (at === 20 ? 0xff : byte)),
          ),
      ],
      ["longer", () => writeFileSync(path, Buffer.concat([whole, whole]))],
      ["gone", () => rmSync(path)],
    ];
    for (const [damage, make] of damages) {
      make();
      const views = await open();
      assert.equal(await found(views, "market"), many - Math.floor(many / 7), damage);
      await views.close();
      assert.deepEqual(readFileSync(join(folder, "search", files()[0] ?? "")), whole, damage);
    }
  });

  it("are left alone by who only looks, also where they are torn", async () => {
    const first = await open();
    await first.texts.settle();
    await first.close();
    const [name = ""] = files();
    truncateSync(join(folder, "search", name), 5000);
    const views = await open(true);
    assert.equal(await found(views, "площа"), Math.floor(many / 7));
    await views.close();
    assert.equal(readFileSync(join(folder, "search", name)).length, 5000);
  });

  it("go with the tables when those are made anew, and nothing of the old ones stays", async () => {
    const views = await open();
    await views.texts.settle();
    const before = files();
    await views.rebuild();
    assert.equal(await found(views, "площа"), Math.floor(many / 7));
    assert.equal(
      files().some((name) => before.includes(name)),
      false,
    );
    await views.close();
  });

  it("take in what comes later: a little in memory, much in files again", async () => {
    const views = await open();
    await views.texts.settle();
    const shown = ledger.lines.length;
    nameItem(ledger, many + 1, "latecomer одна");
    await views.apply(ledger.lines.slice(shown));
    assert.equal(await found(views, "latecomer"), 1);
    for (let i = 2; i < 6000; i++) nameItem(ledger, many + i, `latecomer ${i}`);
    await views.apply(ledger.lines.slice(shown + 1));
    assert.equal(await found(views, "latecomer"), 5999);
    assert.equal(await found(views, "fountain"), many);
    await views.close();
    const again = await open();
    assert.equal(await found(again, "latecomer"), 5999);
    await again.close();
  });
});
