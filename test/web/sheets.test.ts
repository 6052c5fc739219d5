/** Sheets, archives and e-mails on the bench: rows by key and pointer, what was read out of one, members as items, nothing that can be followed or run. */
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { needs } from "../../scripts/testing/needs.ts";
import { makeZip } from "../readers/make-zip.ts";
import { plainMail } from "../readers/mail-texts.ts";
import { archiverCsv, atlosSource } from "../readers/sheet-texts.ts";
import { axeInBothThemes } from "./axe.ts";
import { goToItem, itemNamed } from "./bench-page.ts";
import { openWorkbench, type Workbench, workbenchPrograms } from "./open-workbench.ts";

const rows = 3000;
const long = () => {
  const lines = Array.from(
    { length: rows },
    (_, i) => `https://t.me/ostrel/${i},03/04/2022,"50.4501, 30.52${10 + (i % 80)}",Van ${i},"<b onclick=alert(1)>note ${i}</b>"`,
  );
  return `link,date,coordinates,title,notes\n${lines.join("\n")}\n`;
};
const text = (words: string) => new TextEncoder().encode(words);

describe("sheets, archives and e-mails on the bench", { skip: needs({ programs: workbenchPrograms }) }, () => {
  let bench: Workbench;
  before(async () => {
    bench = await openWorkbench({
      material(folder) {
        mkdirSync(folder, { recursive: true });
        writeFileSync(join(folder, "long.csv"), long());
        writeFileSync(join(folder, "archiver.csv"), archiverCsv);
        writeFileSync(join(folder, "mail.eml"), plainMail);
        const zip = [
          { name: "AB1/AB1-1/media_AB1-1.txt", bytes: text("not the bytes that are stated\n") },
          { name: "AB1/AB1-1/metadata.json", bytes: text(JSON.stringify(atlosSource)) },
          { name: "../secret.txt", bytes: text("x"), flags: 1 },
        ];
        writeFileSync(join(folder, "atlos-export.zip"), makeZip(zip));
      },
      context: { viewport: { width: 1440, height: 900 } },
    });
    await waitFor(bench.page, async () => (await itemNamed(bench.page, "metadata.json").catch(() => undefined))?.kind === "sheet");
  });
  after(() => bench.close());

  it("a sheet of thousands of rows draws only what is on the screen, and is walked by keys", async () => {
    const { page } = bench;
    await goToItem(page, (await itemNamed(page, "long.csv")).id);
    const grid = page.getByRole("grid");
    await grid.waitFor();
    assert.equal(await grid.getAttribute("aria-rowcount"), String(rows + 1));
    await page.getByText("Van 0", { exact: true }).first().waitFor();
    assert.ok((await grid.getByRole("row").count()) < 80);
    await grid.focus();
    await page.keyboard.press("ArrowDown");
    await page.getByRole("heading", { name: "Row 2", exact: true }).waitFor();
    await page.keyboard.press("End");
    await page.getByRole("heading", { name: `Row ${rows.toLocaleString("en")}`, exact: true }).waitFor();
    const panel = page.getByRole("region", { name: "The row that is chosen" });
    await panel.getByText("https://t.me/ostrel/2999").first().waitFor();
    // Both readings of a date in bare figures stand: 3 April, 4 March.
    assert.match((await panel.textContent()) ?? "", /2022-03-03T10:00:00Z[\s\S]*2022-04-04T11:59:59Z/);
    assert.match((await panel.textContent()) ?? "", /within \d/);
    assert.equal(await panel.getByRole("link").count(), 0, "a link of the sheet can be followed");
    await page.getByRole("searchbox", { name: "Look through the rows" }).fill("van 1234");
    await page.getByRole("heading", { name: "Row 1,235", exact: true }).waitFor();
  });

  it("a link leads to a row, and the address follows the row that is chosen", async () => {
    const { page } = bench;
    const { id } = await itemNamed(page, "long.csv");
    await goToItem(page, id, "?row=2500");
    await page.getByRole("heading", { name: "Row 2,500", exact: true }).waitFor();
    await page.getByRole("grid").focus();
    await page.keyboard.press("ArrowUp");
    await page.getByRole("heading", { name: "Row 2,499", exact: true }).waitFor();
    assert.equal(new URL(page.url()).searchParams.get("row"), "2499");
    await page.getByRole("searchbox", { name: "Look through the rows" }).fill("van 1234");
    await page.getByRole("heading", { name: "Row 1,235", exact: true }).waitFor();
  });

  it("cells are text: nothing of a sheet becomes part of the page", async () => {
    const { page } = bench;
    await page.getByText("<b onclick=alert(1)>note 1234</b>").first().waitFor();
    assert.equal(await page.locator(".sheet b[onclick]").count(), 0);
    assert.deepEqual(bench.complaints, []);
  });

  it("an archive shows its members, and why one is not held", async () => {
    const { page } = bench;
    await goToItem(page, (await itemNamed(page, "atlos-export.zip")).id);
    await page.getByRole("heading", { name: "3 members" }).waitFor();
    await page.getByText("not unpacked: it is encrypted").waitFor();
    await page
      .getByRole("link", { name: /Item \d+/ })
      .first()
      .click();
    await page.getByRole("tab", { name: /Provenance/ }).click();
    await page.getByText("Came out of").waitFor();
    assert.match((await page.locator(".bench").textContent()) ?? "", /member 1: atlos-export\.zip/);
  });

  it("a hash that an export states and the file beside it does not have is said on the row", async () => {
    const { page } = bench;
    await goToItem(page, (await itemNamed(page, "AB1-1/metadata.json")).id);
    const grid = page.getByRole("grid");
    await grid.waitFor();
    await grid.focus();
    await page.keyboard.press("End");
    await page.getByText("the file held beside the sheet has another hash:").waitFor();
  });

  it("an e-mail is a post with the servers' lines, and its attachment an item", async () => {
    const { page } = bench;
    await goToItem(page, (await itemNamed(page, "mail.eml")).id);
    await page.getByText("received, last first").first().waitFor();
    assert.equal((await itemNamed(page, "mail.eml/список.csv")).kind, "sheet");
  });

  for (const width of [1440, 390]) {
    it(`nothing on these views stands in the way of anybody, ${width} wide, dark and light`, async () => {
      const { page } = bench;
      await page.setViewportSize({ width, height: 900 });
      for (const name of ["long.csv", "archiver.csv", "atlos-export.zip", "mail.eml"]) {
        await goToItem(page, (await itemNamed(page, name)).id);
        await page
          .locator(name.endsWith(".csv") ? ".sheet-panel h3" : ".reading, .posts")
          .first()
          .waitFor();
        assert.deepEqual(await axeInBothThemes(page, { bestPractice: true }), [], name);
        const shots = process.env["WITNESSMARK_SHOTS"];
        if (shots !== undefined) await page.screenshot({ path: join(shots, `${name}-${width}.png`) });
      }
    });
  }
});

async function waitFor(page: Page, isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (await isSo()) return;
    await page.waitForTimeout(100);
  }
  assert.fail("expected the readings to end; they did not");
}
