/** Rows of a sheet pasted on the desk: looked at in a real browser, taken in, taken back, sent out, edited and brought back. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { needs } from "../../scripts/testing/needs.ts";
import { axeInBothThemes, axeViolations } from "./axe.ts";
import { openWorkbench, type Workbench, workbenchPrograms } from "./open-workbench.ts";
import { asHtml, asText, sheetHeader, sheetRows } from "./paste-rows.ts";

async function paste(page: Page, text: string, html = ""): Promise<void> {
  await page.evaluate(
    ([words, table]) => {
      const data = new DataTransfer();
      data.setData("text/plain", words ?? "");
      if (table !== "") data.setData("text/html", table ?? "");
      document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    },
    [text, html],
  );
}

describe("a sheet pasted on the desk", { skip: needs({ programs: workbenchPrograms }) }, () => {
  let workbench: Workbench;
  let page: Page;
  const kinds = () =>
    readFileSync(join(workbench.casePath, "ledger.jsonl"), "utf8")
      .trim()
      .split("\n")
      .map((line) => (JSON.parse(line) as { body: { kind: string } }).body.kind);
  const status = () => page.locator(".paste-counts").innerText();
  before(async () => {
    workbench = await openWorkbench({ context: { viewport: { width: 1440, height: 900 } } });
    ({ page } = workbench);
  });
  after(() => workbench.close());

  it("opens as a grid with every cell as it is, and below it what it means", async () => {
    const rows = [[...sheetHeader], ...sheetRows(200)];
    // A cell whose words hide a link, as spreadsheets put it on the clipboard.
    rows[13] = ["", "2022-04-02", "", "To do", "", "the video of the ford", ""];
    const asked = workbench.requests.length;
    await paste(page, asText(rows), asHtml(rows, { "the video of the ford": "https://www.youtube.com/watch?v=abcdefghijk&utm_source=x" }));
    await page.locator(".paste-grid").waitFor();
    assert.match(await status(), /^200 rows · 183 new items · 17 duplicates/);
    assert.match(await status(), /49 dates with two readings/);
    const first = page.locator("#paste-row-0");
    await first.waitFor();
    assert.match(await first.innerText(), /3\/4\/2022\s+3 Apr 2022 or 4 Mar 2022/);
    assert.match(await first.innerText(), /50\.465, 30\.185\s+50\.465, 30\.185 ± 66 m/);
    assert.match(await page.locator("#paste-row-3").innerText(), /not read: no calendar has/);
    assert.match(await page.locator("#paste-row-9").innerText(), /Same as row 9/);
    assert.match(await page.locator("#paste-row-12").innerText(), /https:\/\/www\.youtube\.com\/watch\?v=abcdefghijk/);
    assert.deepEqual(
      // The stream of live events may be opened at any time, and tells the server nothing.
      workbench.requests.slice(asked).filter((request) => !request.includes("/assets/") && request !== "GET /api/events"),
      ["POST /api/sheets/preview"],
    );
    assert.equal(kinds().includes("sheet.imported"), false);
  });

  it("shows hostile words as words", async () => {
    assert.equal(await page.locator(".paste-grid img").count(), 0);
    assert.notEqual(await page.title(), "run");
    const cell = page.locator("#paste-row-4");
    assert.match(await cell.innerText(), /<img src=x onerror=alert\(1\)>/);
    assert.equal(await cell.locator(".hidden-mark").first().innerText(), "RLO");
  });

  it("takes one click to say which comes first, for the whole column", async () => {
    await page.getByRole("button", { name: "Day first" }).click();
    await page.getByText("3 Apr 2022 · zone not stated").first().waitFor();
    assert.doesNotMatch(await status(), /two readings/);
    await page.getByRole("button", { name: "Month first" }).click();
    await page.getByText("4 Mar 2022 · zone not stated").first().waitFor();
    await page.getByRole("button", { name: "Month first" }).click();
    await page.getByText("3 Apr 2022 or 4 Mar 2022").first().waitFor();
    await page.getByRole("button", { name: "Day first" }).click();
    await page.getByText("3 Apr 2022 · zone not stated").first().waitFor();
  });

  it("can be gone through by keyboard, in dark and light, wide and narrow, without a barrier", async () => {
    await page.locator(".paste-grid").focus();
    await page.keyboard.press("ArrowDown");
    await page.getByRole("heading", { name: "Row 2", exact: true }).waitFor();
    await page.keyboard.press("End");
    await page.getByRole("heading", { name: "Row 200", exact: true }).waitFor();
    await page.keyboard.press("Home");
    assert.deepEqual(await axeInBothThemes(page), [], "1440 wide");
    await page.setViewportSize({ width: 390, height: 844 });
    await page.locator(".paste-card").first().waitFor();
    await page.getByText("What the columns mean").click();
    assert.deepEqual(await axeViolations(page), [], "390 wide");
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.equal(wide, 390);
    await page.getByText("What the columns mean").click();
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.locator(".paste-grid").waitFor();
  });

  it("is in the case after one key, with its undo at hand", async () => {
    const before = kinds().length;
    await page.keyboard.press("Control+Enter");
    await page.locator(".import-line").waitFor();
    assert.match(await page.locator(".import-line").innerText(), /183 new items, 17 duplicates/);
    const added = kinds()
      .slice(before)
      .filter((kind) => kind !== "analysis.recorded");
    assert.equal(added.filter((kind) => kind === "sheet.imported").length, 1);
    assert.equal(added.filter((kind) => kind === "collection.started").length, 1);
    assert.deepEqual(await axeViolations(page), []);
  });

  it("is told on an item as the words of its row", async () => {
    await page.goto(`${workbench.served.origin}/items/i2?tab=provenance`);
    const statements = page.locator(".row-statements");
    await statements.waitFor();
    assert.match(await statements.innerText(), /Row 1 of i1/);
    assert.match(await statements.innerText(), /3\/4\/2022/);
    assert.match(await statements.innerText(), /50\.465, 30\.185 ± 66 m/);
  });

  it("goes out as CSV, and comes back edited as what was changed", async () => {
    const csv = await page.evaluate(async () => (await fetch("/api/sheets/export.csv")).text());
    assert.match(csv, /'=HYPERLINK/);
    await page.goto(`${workbench.served.origin}/paste`);
    const read = async (text: string) => {
      await page.locator("textarea").fill(text);
      await page.getByRole("button", { name: "Read these rows" }).click();
    };
    await read(csv);
    await page.getByText("Nothing in this sheet differs from the case.").waitFor();
    await page.goto(`${workbench.served.origin}/paste`);
    const lines = csv.replace("note 3, from", "note 3 as corrected, from").split("\r\n");
    lines.splice(8, 1);
    await read(lines.join("\r\n"));
    await page.locator(".paste-card").first().waitFor();
    assert.match(await status(), /1 changed · 1 no longer in the sheet/);
    const [changed, removed] = await page.getByRole("listitem").allInnerTexts();
    assert.match(changed ?? "", /note 3, from the square[\s\S]*note 3 as corrected, from the square/);
    assert.match(removed ?? "", /Not in the sheet/);
    assert.deepEqual(await page.getByRole("checkbox").evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).checked)), [
      true,
      false,
    ]);
    assert.deepEqual(await axeViolations(page), []);
    await page.getByRole("button", { name: "Take in 1 change" }).click();
    await page.locator(".import-line").waitFor();
    assert.match(await page.evaluate(async () => (await fetch("/api/sheets/export.csv")).text()), /note 3 as corrected, from/);
  });

  it("is taken back by one press, and its items leave the desk", async () => {
    await page.getByRole("button", { name: "Undo the import" }).click();
    await page.getByText("The import was undone").first().waitFor();
    assert.match(await page.evaluate(async () => (await fetch("/api/sheets/export.csv")).text()), /note 3, from/);
    await page.goto(`${workbench.served.origin}/paste`);
    await page.getByRole("button", { name: "Undo import m1" }).click();
    await page.locator(".paste-earlier li").filter({ hasText: "m1" }).getByText("undone").waitFor();
    await page.goto(workbench.served.origin);
    await page
      .getByText(/^2 items$/)
      .first()
      .waitFor();
    assert.deepEqual(workbench.complaints, []);
  });

  it("finds the links behind cells in merged tables, and says when it cannot", async () => {
    const text = "Link\tNotes\n\tone\n\ttwo\n";
    const table = (rows: string) => `<table><tr><td>Link</td><td>Notes</td></tr>${rows}</table>`;
    const link = (to: string) => `<a href="https://t.me/dorvane/${to}">look</a>`;
    await page.goto(workbench.served.origin);
    await page.locator(".desk").waitFor();
    await paste(page, text, table(`<tr><td rowspan="2"></td><td>${link("71")}</td></tr><tr><td>${link("72")}</td></tr>`));
    await page.locator("#paste-row-1").waitFor();
    assert.match(await page.locator("#paste-row-1").innerText(), /two\s+https:\/\/t\.me\/dorvane\/72/);
    await paste(page, text, table(`<tr><td>${link("71")}</td><td>one</td></tr>`));
    await page.getByText("1 link behind a cell could not be told to a row").waitFor();
  });

  it("opens from text with commas or semicolons in place of tabs", async () => {
    await page.goto(workbench.served.origin);
    await page.locator(".desk").waitFor();
    const rows = [
      'https://t.me/dorvane/81,2024-09-14,"by the mill, or\nby the ford",YES - blood?',
      'https://t.me/dorvane/83,,"91.5, 200",',
    ];
    await paste(page, ["Link,Date,Where,Graphic", ...rows].join("\r\n"));
    await page.locator("#paste-row-1").waitFor();
    const first = await page.locator("#paste-row-0").innerText();
    assert.match(first, /14 Sept? 2024[\s\S]*by the mill, or/);
    assert.match(first, /shield: Strong · stated by the sheet, not looked at · the words leave it open/i);
    assert.match(await page.locator("#paste-row-1").innerText(), /not read: expected a latitude from -90 to 90/);
    await page.keyboard.press("Control+Enter");
    await page.locator(".import-line").waitFor();
    const made = await page.evaluate(async () => {
      const { items } = (await (await fetch("/api/items?limit=500")).json()) as { items: { id: string; name: string }[] };
      return {
        item: items.find(({ name }) => name === "https://t.me/dorvane/81")?.id,
        kept: items.map(({ name }) => name).find((name) => name.startsWith("pasted rows") && name.endsWith(" UTC.csv")),
      };
    });
    assert.notEqual(made.kept, undefined);
    await page.goto(`${workbench.served.origin}/items/${made.item}?tab=provenance`);
    await page.locator(".row-statement").getByText("stated by the sheet, not looked at · the words leave it open").waitFor();
    await page.goto(workbench.served.origin);
    await page.locator(".desk").waitFor();
    await paste(page, "Посилання;Дата\nhttps://t.me/dorvane/82;29.03.2022");
    await page.locator("#paste-row-0").waitFor();
    assert.match(await page.locator("#paste-row-0").innerText(), /29 Mar 2022/);
  });

  it("of 5,000 rows keeps only what is on the screen in the page", async () => {
    await paste(page, asText([[...sheetHeader], ...sheetRows(5000)]));
    await page.locator(".paste-grid").waitFor();
    assert.match(await status(), /^5,000 rows/);
    assert.ok((await page.locator(".paste-row").count()) < 60);
    await page.keyboard.press("End");
    await page.locator("#paste-row-4999").waitFor();
    assert.match(await page.locator("#paste-row-4999").innerText(), /^5000/);
  });

  it("opens from a CSV file that is kept first", async () => {
    await page.goto(`${workbench.served.origin}/paste`);
    await page.locator("input[type=file]").setInputFiles({
      name: "list.csv",
      mimeType: "text/csv",
      buffer: Buffer.from("Посилання;Дата\r\nhttps://example.org/a;29.03.2022\r\n", "utf8"),
    });
    await page.locator("#paste-row-0").waitFor();
    assert.match(await page.locator("#paste-row-0").innerText(), /29 Mar 2022/);
    assert.match(page.url(), /\/paste\?item=i\d+$/);
  });
});
