import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { needs } from "../../scripts/testing/needs.ts";
import { makeDeskMaterial } from "./desk-material.ts";
import { clearRequests, eventually, openWorkbench, type Workbench, workbenchPrograms } from "./open-workbench.ts";

describe("the case desk", { skip: needs({ programs: workbenchPrograms }) }, () => {
  let bench: Workbench;
  const items = () => bench.page.locator("[data-list=items] .item");
  const press = async (...keys: string[]) => {
    for (const key of keys) await bench.page.keyboard.press(key);
  };
  const go = async (path: string) => {
    await bench.page.goto(`${bench.served.origin}${path}`);
    await bench.page.locator(".shell").waitFor();
  };
  const ask = <T>(path: string) => bench.page.evaluate(async (at) => (await fetch(at)).json() as Promise<unknown>, path) as Promise<T>;
  const triaged = (more = "") => ask<{ total: number; entries: { items: string[] }[] }>(`/api/custody?kind=item.triaged&limit=1${more}`);
  const search = async (words: string) => {
    await bench.page.getByRole("searchbox").first().fill(words);
    await bench.page.waitForURL((url) => (url.searchParams.get("q") ?? "") === words);
    await bench.page.waitForFunction(() => !document.querySelector(".item-waiting"));
  };
  /** Names in the list once there are so many. */
  const names = async (count: number) => {
    await bench.page.waitForFunction((wanted) => document.querySelectorAll("[data-list=items] .item").length === wanted, count);
    return bench.page.locator(".item-name").allInnerTexts();
  };

  /** Waits until the list holds one item, and that one; the answer before it may have held one too. */
  const onlyName = async (part: string) => {
    await bench.page.waitForFunction((wanted) => {
      const shown = [...document.querySelectorAll("[data-list=items] .item")];
      return shown.length === 1 && (shown[0]?.textContent ?? "").includes(wanted);
    }, part);
  };

  before(async () => {
    bench = await openWorkbench({ material: makeDeskMaterial });
    await items().first().waitFor();
  });
  after(() => bench.close());

  it("triages ten items, none of them revealed, with fewer than sixty keys", async () => {
    const keys = ["Home", ...Array.from({ length: 10 }, (_, i) => [i % 2 === 0 ? "2" : "3", "d", "j"]).flat()];
    await press(...keys);
    assert.ok(keys.length <= 31, `a key a second is a minute's work; found ${keys.length} keys`);
    await eventually("twenty entries", async () => (await triaged()).total === 20);
    const { items: rows } = await ask<{ items: { graphicLevel: string; triage: string }[] }>("/api/items?limit=10");
    assert.deepEqual(
      rows.map((row) => [row.graphicLevel, row.triage]),
      rows.map((_, i) => [i % 2 === 0 ? "none" : "mild", "done"]),
    );
    assert.deepEqual(clearRequests(bench.requests), []);
  });

  it("takes triage back, change by change, and the log keeps both", async () => {
    await press("Home", "5", "h", "u", "u");
    await eventually("six entries on item 1", async () => (await triaged("&item=i1")).total === 6);
    await bench.page.waitForFunction(
      () => document.querySelector(".item.is-cursor .level-none") && document.querySelector(".item.is-cursor .triage-done"),
    );
    const { items: rows } = await ask<{ items: { graphicLevel: string; triage: string }[] }>("/api/items?limit=1");
    assert.deepEqual(
      [rows[0]?.graphicLevel, rows[0]?.triage],
      ["none", "done"],
      "six entries: two from before, two choices, two taken back",
    );
  });

  it("triages all that are selected in one entry", async () => {
    await press("Home", "x", "Shift+J", "Shift+J", "4");
    await bench.page.waitForFunction(() => document.querySelectorAll(".item .level-strong").length === 3);
    await eventually("a third entry on item 3", async () => (await triaged("&item=i3")).total === 3);
    assert.deepEqual((await triaged()).entries[0]?.items, ["i1", "i2", "i3"]);
    await press("c");
    assert.equal(await bench.page.locator(".item.is-selected").count(), 0);
  });

  it("selects all that a filter leaves, and triages them together", async () => {
    await go("/?q=page-");
    await names(8);
    await bench.page.getByRole("checkbox", { name: "Select all 8" }).click();
    await bench.page.getByText("8 selected", { exact: true }).waitFor();
    await bench.page.locator("[data-list=items]").focus();
    await press("t");
    await eventually("one entry on eight items", async () => (await triaged()).entries[0]?.items.length === 8);
    await press("c");
    await go("/");
    await items().first().waitFor();
  });

  it("says at the item what nobody assessed, and takes a short assessment and a note by keyboard", async () => {
    await press("Home");
    const card = bench.page.getByRole("complementary", { name: "Item at the cursor" });
    assert.match(await card.innerText(), /Nobody has assessed/);
    await press("a");
    await bench.page.keyboard.type("Shows the square from the north");
    await press("Control+Enter");
    await bench.page.locator("dialog").waitFor({ state: "detached" });
    await card.getByText("are assessed").waitFor();
    await press("n");
    await bench.page.keyboard.type("Blue van, parked. Шукати чистішу копію");
    await press("Control+Enter");
    await bench.page.locator("dialog").waitFor({ state: "detached" });
    await card.getByText("Blue van, parked").waitFor();
  });

  it("finds words in Latin and Cyrillic, also of two letters, in names, notes and posts", async () => {
    await press("/");
    await search("ринок");
    await onlyName("ринок площа");
    await search("пл");
    assert.ok((await ask<{ total: number }>("/api/items?q=%D0%BF%D0%BB")).total >= 1);
    // In a note.
    await search("чистішу копію");
    await names(1);
    await search("page-3");
    await onlyName("page-3");
    await search("");
  });

  it("filters with counts, keeps the filter in the address, and says when nothing fits", async () => {
    const kinds = bench.page.getByLabel("Kind", { exact: true });
    await kinds.locator("option", { hasText: "Video (2)" }).waitFor({ state: "attached" });
    await kinds.selectOption("video");
    assert.equal((await names(2)).length, 2);
    assert.match(bench.page.url(), /kind=video/);
    await bench.page.reload();
    assert.equal((await names(2)).length, 2);
    assert.equal(await bench.page.getByLabel("Kind", { exact: true }).inputValue(), "video");
    await go("/?q=nothing-has-this-word");
    await bench.page.getByText("No item matches").waitFor();
    await bench.page.locator(".desk-empty").getByRole("button", { name: "Clear filters" }).click();
    await bench.page.waitForFunction(() => document.querySelectorAll("[data-list=items] .item").length > 10);
  });

  it("folds signs that have no room into a number, with the words of each, and never one that binds more", async () => {
    await go("/");
    await items().first().waitFor();
    await bench.page.setViewportSize({ width: 1024, height: 900 });
    const row = items()
      .filter({ has: bench.page.locator(".signs-more") })
      .first();
    await row.waitFor();
    const { shown, folded, said, listened } = await row.evaluate((item) => {
      const [signs, more] = [item.querySelector(".signs") as HTMLElement, item.querySelector(".signs-more") as HTMLElement];
      const edge = signs.getBoundingClientRect().right;
      const [inside, beyond] = [[], []] as [string[], string[]];
      for (const sign of signs.children) (sign.getBoundingClientRect().right <= edge + 1 ? inside : beyond).push(sign.textContent);
      return { shown: inside, folded: beyond, said: [more.innerText, ...more.title.split("\n")], listened: signs.innerText };
    });
    assert.ok(shown.length > 0);
    assert.equal(said[0], `+${folded.length}`);
    assert.equal(said.length - 1, folded.length, "each has its words");
    for (const words of folded) assert.ok(listened.includes(words.slice(-8)), "still there for whoever listens");
    for (const width of [1024, 900]) {
      await bench.page.setViewportSize({ width, height: 900 });
      const outside = await bench.page.locator(".cursor-card").evaluate((card) => {
        const { right } = card.getBoundingClientRect();
        return [...card.querySelectorAll(".triage-bar *")].filter((part) => part.getBoundingClientRect().right > right).length;
      });
      assert.equal(outside, 0, `the triage bar at ${width}`);
    }
    await bench.page.setViewportSize({ width: 1440, height: 900 });
  });

  it("where it is narrow, filters stand behind a word that says how many are set", async () => {
    await bench.page.setViewportSize({ width: 390, height: 844 });
    await go("/?kind=video&level=unassessed");
    const kinds = bench.page.getByLabel("Kind", { exact: true });
    await bench.page.locator(".desk-fold summary", { hasText: "2 set" }).waitFor();
    assert.equal(await kinds.isVisible(), false);
    await bench.page.locator(".desk-fold summary").press("Enter");
    await kinds.waitFor();
    assert.equal(await kinds.inputValue(), "video");
    await bench.page.setViewportSize({ width: 1440, height: 900 });
    await kinds.waitFor();
  });

  it("sorts levels by how hard they are, not by the alphabet", async () => {
    await go("/?sort=graphic-level&descending=true");
    await bench.page.locator(".item .level").first().waitFor();
    const levels = (await bench.page.locator(".item .level").allInnerTexts()).filter((level, i, all) => level !== all[i - 1]);
    assert.deepEqual(levels, ["Strong", "Mild", "None", "Not assessed"]);
  });

  it("keeps its hands on an item that no longer fits the filter, and skips none after it", async () => {
    await go("/?triage=new");
    await items().first().waitFor();
    const before = await bench.page.locator(".item-name").allInnerTexts();
    await press("Home", "d");
    await bench.page.getByText("No longer in this list").waitFor();
    await press("j");
    const card = bench.page.getByRole("complementary", { name: "Item at the cursor" });
    await bench.page.waitForFunction(() => document.querySelector(".item.is-cursor"));
    assert.ok(
      (await card.locator(".card-name").innerText()).includes(before[1]?.split("/").at(-1) ?? "?"),
      "the next one, not the one after",
    );
  });

  it("opens the item at the cursor, and Back finds the cursor where it was", async () => {
    await go("/");
    await items().first().waitFor();
    await press("Home", "j", "j", "Enter");
    await bench.page.waitForURL(/\/items\/i3$/);
    await bench.page.goBack();
    await bench.page.locator(".item.is-cursor[data-item=i3]").waitFor();
  });

  it("shows what others change without being asked", async () => {
    await bench.page.evaluate(() =>
      fetch("/api/items/triage", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ items: ["i5"], graphicLevel: "severe" }),
      }),
    );
    await bench.page.locator(".item[data-item=i5] .level-severe").waitFor();
  });

  it("tells every key in force, and none twice", async () => {
    await press("?");
    const sheet = bench.page.locator("dialog");
    await sheet.waitFor();
    for (const words of ["Case desk", "Triage of the item", "Everywhere"]) await sheet.getByText(words).first().waitFor();
    await press("Escape");
    await sheet.waitFor({ state: "detached" });
    assert.deepEqual(bench.complaints, []);
  });

  it("goes to an item by number from anywhere", async () => {
    await press("Control+k");
    await bench.page.keyboard.type("4");
    await press("Enter");
    await bench.page.waitForURL(/\/items\/i4$/);
  });
});
