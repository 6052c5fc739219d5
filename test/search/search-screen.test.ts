/** The search screen as an analyst uses it: by keyboard, in several scripts, narrow and wide, and without anything of what was found becoming more than text. */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { AxeResults } from "axe-core";
import { needs } from "../../scripts/testing/needs.ts";
import { clearRequests, eventually, openWorkbench, type Workbench, workbenchPrograms } from "../web/open-workbench.ts";
import { makeManyScripts, markup } from "./many-scripts.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Texts in many scripts, and a sheet of which one row far down holds a word of its own, after an empty line. */
function makeMaterial(folder: string): void {
  makeManyScripts(folder);
  const rows = Array.from({ length: 120 }, (_, at) => (at === 40 ? "," : `${at},${at === 90 ? "zebrawood" : "plain"}`));
  writeFileSync(join(folder, "rows.csv"), ["number,title", ...rows].join("\n"));
}

describe("the search screen", { skip: needs({ programs: workbenchPrograms }) }, () => {
  let bench: Workbench;
  before(async () => {
    bench = await openWorkbench({ material: makeMaterial });
  });
  after(() => bench.close());

  const press = (key: string) => bench.page.keyboard.press(key);
  const hits = () => bench.page.locator(".hit");
  const says = () => bench.page.locator(".search-says [role=status]").innerText();
  async function search(words: string): Promise<void> {
    await bench.page.goto(`${bench.served.origin}/search`);
    await bench.page.getByLabel("Words to search for").fill(words);
    await bench.page.waitForURL((url) => url.searchParams.get("q") === words);
    await eventually(`hits for ${words}`, async () => (await bench.page.locator(".hits").getAttribute("aria-busy")) === "false");
  }

  it("finds words in every script, with what was found marked, whole words first", async () => {
    for (const [words, marked, count] of [
      ["fountain", "fountain", 23],
      ["ФОНТАН", "Фонтан", 5],
      ["متوقفه", "مُتَوَقِّفة", 5],
      ["市場", "市場", 5],
      ["泉", "泉", 5],
      ["จัตุรัส", "จัตุรัส", 5],
      ["п'ять", "п’ять", 5],
      ["lodz", "Łódź", 5],
      ["t.me/ost", "t.me/ost", 5],
      ["🚨", "🚨", 5],
      ['"dry today"', "dry today", 5],
    ] as const) {
      await search(words);
      await eventually(`${count} texts for ${words}`, async () => (await says()) === `${count} texts`);
      assert.equal(await bench.page.locator(".hit mark").first().innerText(), marked, words);
    }
    await search("fountain");
    await eventually("23 texts", async () => (await says()) === "23 texts");
    const why = await bench.page.locator(".hit-why").allInnerTexts();
    const order = why.map((one) => ["whole word", "start of a word", "inside a word"].indexOf(one.replace("fountain: ", "")));
    assert.deepEqual(
      order,
      order.toSorted((a, b) => a - b),
    );
    assert.equal(why[0], "fountain: whole word");
  });

  it("goes to a hit by keyboard, and the item opens at that post", async () => {
    await search("underfountain");
    await eventually("the five", async () => (await says()) === "5 texts");
    await bench.page.locator("body").click({ position: { x: 5, y: 300 } });
    await press("/");
    assert.equal(await bench.page.evaluate(() => document.activeElement?.getAttribute("aria-label")), "Words to search for");
    await press("ArrowDown");
    await press("ArrowDown");
    await press("ArrowUp");
    const wanted = await hits().first().locator(".hit-text").innerText();
    await press("Enter");
    await bench.page.waitForURL(/\/items\/i\d+\?at=\d+/);
    const post = bench.page.locator(".post.is-sought");
    await post.waitFor();
    assert.equal((await post.locator(".post-text").innerText()).trim(), wanted.trim());
  });

  it("opens a sheet at the row that was found", async () => {
    await search("zebrawood");
    await eventually("the row", async () => (await says()) === "1 text");
    const named = await bench.page.locator(".hit-in").innerText();
    await bench.page.locator("a.hit-link").click();
    await bench.page.waitForURL(/\/items\/i\d+\?row=\d+$/);
    const panel = bench.page.getByRole("region", { name: "The row that is chosen" });
    await panel.getByText("zebrawood").first().waitFor();
    assert.equal((await panel.getByRole("heading", { level: 3 }).innerText()).toLowerCase(), named);
  });

  it("narrows by what stands beside each filter, and says how many there are", async () => {
    await search("fountain");
    const inNames = bench.page.getByRole("button", { name: /^name 1$/ });
    await inNames.click();
    await eventually("one text", async () => (await says()) === "1 text");
    assert.match(bench.page.url(), /in=name/);
    await bench.page.getByRole("button", { name: "Clear filters" }).click();
    await eventually("all again", async () => (await says()) === "23 texts");
  });

  it("shows posts without a zone as what they are, in the days and in the list", async () => {
    await search("fountains");
    await eventually("the five", async () => (await says()) === "5 texts");
    assert.equal(await bench.page.locator(".hit .time.is-interval").count(), 5);
    await bench.page.getByText("striped: zone not known, in every day it may be").waitFor();
    assert.equal(
      await bench.page.locator(".strip-within").evaluateAll((bars) => bars.filter((bar) => Number(bar.getAttribute("height")) > 0).length),
      0,
    );
  });

  it("chooses a stretch of time by a drag over the days, and by the date fields", async () => {
    await search("fountain");
    const strip = bench.page.locator(".strip-bars").first();
    const box = await strip.boundingBox();
    if (box === null) throw new Error("the strip of days: expected it to be shown; found nothing");
    await bench.page.mouse.move(box.x + 2, box.y + 20);
    await bench.page.mouse.down();
    await bench.page.mouse.move(box.x + box.width / 3, box.y + 20, { steps: 4 });
    await bench.page.mouse.up();
    await bench.page.waitForURL(/from=2024-09-14T00%3A00%3A00Z&to=2024-09-1\dT23%3A59%3A59Z/);
    await bench.page.getByText(/left out because nothing says when/).waitFor();
    await bench.page.getByLabel("From day (UTC)").fill("2024-09-20");
    await bench.page.waitForURL(/from=2024-09-20T00%3A00%3A00Z/);
  });

  it("keeps a search in the case, and goes back to it", async () => {
    await search("siren");
    await bench.page.getByRole("button", { name: "Save this search" }).click();
    const dialog = bench.page.locator("dialog");
    await dialog.getByLabel("Name").fill("Alarms");
    await dialog.getByRole("button", { name: "Save this search" }).click();
    await dialog.waitFor({ state: "detached" });
    await bench.page.goto(`${bench.served.origin}/search`);
    await bench.page.getByRole("button", { name: "Saved (1)" }).click();
    await bench.page.getByRole("link", { name: "Alarms" }).click();
    await bench.page.waitForURL(/q=siren/);
    const printed = await bench.desk.run("search", bench.casePath, "--saved", "Alarms", "--json");
    assert.equal(printed.code, 0, printed.err);
    assert.equal(printed.out.trim().split("\n").length, 5);
    await bench.page.getByRole("button", { name: "Saved (1)" }).click();
    await bench.page.getByRole("button", { name: "Remove Alarms" }).click();
    await bench.page.getByText("No search was saved in this case.").waitFor();
    await press("Escape");
  });

  it("never takes what it found for markup, and asks for no clear media", async () => {
    await search("onerror");
    await eventually("the five", async () => (await says()) === "5 texts");
    assert.ok((await hits().first().innerText()).includes(markup));
    assert.equal(await bench.page.locator(".hit img").count(), 0);
    assert.deepEqual(bench.complaints, []);
    assert.deepEqual(clearRequests(bench.requests), []);
  });

  it("filters stay inside their column, however long a name is", async () => {
    await search("fountain");
    await hits().first().waitFor();
    await bench.page
      .locator(".choice .cut bdi, .choice .cut span")
      .first()
      .evaluate((name) => (name.textContent = "a channel with a long name ".repeat(5)));
    const outside = await bench.page.locator(".search-side").evaluate((side) => {
      const edge = side.getBoundingClientRect().left + side.clientWidth;
      return [...side.querySelectorAll("input, p, button, button > *")].filter((part) => part.getBoundingClientRect().right > edge).length;
    });
    assert.equal(outside, 0);
  });

  it("has no fault that axe finds, dark and light, wide and narrow", async () => {
    for (const [width, colorScheme] of [
      [1440, "dark"],
      [1440, "light"],
      [390, "dark"],
    ] as const) {
      await bench.page.setViewportSize({ width, height: 844 });
      await bench.page.emulateMedia({ colorScheme });
      await search("fountain");
      await hits().first().waitFor();
      assert.equal(await bench.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), true, `${width} wide`);
      if (!(await bench.page.evaluate(() => "axe" in globalThis))) await bench.page.evaluate(axe);
      const { violations } = await bench.page.evaluate(() => {
        const { axe: checker } = globalThis as unknown as { axe: { run(part: string, options: object): Promise<AxeResults> } };
        return checker.run("body", { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] });
      });
      assert.deepEqual(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join("; ")}`),
        [],
        `${width} ${colorScheme}`,
      );
    }
    await bench.page.setViewportSize({ width: 1440, height: 900 });
  });
});
