/** The bench for people who use a keyboard or listen to the page: no violation that axe can find, in both themes, wide and narrow. */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { needs } from "../../scripts/testing/needs.ts";
import { makeMaterial } from "../support/material.ts";
import { axeInBothThemes } from "./axe.ts";
import { allItems, detailOf, goToItem, itemNamed, reveal, settled } from "./bench-page.ts";
import { openWorkbench, type Workbench, workbenchPrograms } from "./open-workbench.ts";

describe("the bench without a mouse, and for those who listen", { skip: needs({ programs: workbenchPrograms }) }, () => {
  let workbench: Workbench;
  let page: Page;

  before(async () => {
    workbench = await openWorkbench({
      material: async (folder) => {
        await makeMaterial(folder);
        writeFileSync(join(folder, "broken.mp4"), Buffer.from("\0\0\0\x18ftypmp42\0\0\0\0mp42isom\0\0\0\x08moov"));
      },
    });
    page = workbench.page;
    const video = (await itemNamed(page, "clip.mp4")).id;
    await goToItem(page, video, "?frame=10");
    await settled(page);
    await page.waitForTimeout(200);
    await page.keyboard.press("m");
    await page.locator(".pin").waitFor();
    await page.locator(".box-inputs input").first().waitFor();
    await page.locator(".observe-form textarea").fill("a counter");
    for (const [index, percent] of ["10", "10", "30", "30"].entries()) await page.locator(".box-inputs input").nth(index).fill(percent);
    await page.locator(".observe-form").getByRole("button", { name: "Write observation" }).click();
    await page.locator(".observation").nth(1).waitFor();
  });
  after(() => workbench?.close());

  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    it(`nothing to complain of in dark and in light, ${width} wide, for every kind of item${width < 900 ? "" : " and every tab"}`, async (context) => {
      await page.setViewportSize({ width, height });
      const found: string[] = [];
      let looked = 0;
      for (const { id, kind } of await allItems(page)) {
        await goToItem(page, id);
        if (kind === "video") await settled(page);
        found.push(...(await axeInBothThemes(page, { bestPractice: true })).map((violation) => `${kind} ${id}: ${violation}`));
        looked++;
        // Narrow, the tabs are the same words in the same order.
        for (const tab of width < 900 ? [] : await page.getByRole("tab").all()) {
          await tab.click();
          looked++;
          found.push(
            ...(await axeInBothThemes(page, { within: ".bench-side", bestPractice: true })).map(
              (violation) => `${kind} ${id}: ${violation}`,
            ),
          );
        }
        if (kind !== "video" && kind !== "picture") continue;
        if (kind === "video") await reveal(page);
        else {
          await page.keyboard.press("b");
          await page.locator("img.stage-canvas").waitFor();
        }
        await page.getByRole("button", { name: "Brightness and contrast" }).click();
        await page.getByRole("button", { name: "Mirror left and right" }).click();
        looked++;
        found.push(...(await axeInBothThemes(page, { bestPractice: true })).map((violation) => `${kind} revealed: ${violation}`));
      }
      context.diagnostic(`${looked} views looked at`);
      assert.deepEqual([...new Set(found)], []);
      // Nothing is wider than the window: no sideways scrolling to read.
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(wide <= 0, `expected no sideways scrolling, found ${wide} pixels`);
    });
  }

  it("everything that can be pressed is reached by Tab, in an order that follows the page", async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    const { row } = await detailOf(page, (await itemNamed(page, "clip.mp4")).id);
    await goToItem(page, row.id);
    await reveal(page);
    const wished = await page.evaluate(() =>
      [
        ...document.querySelectorAll<HTMLElement>(
          ".bench button, .bench input, .bench select, .bench textarea, .bench a, .bench [tabindex]",
        ),
      ]
        .filter((element) => element.tabIndex >= 0 && !element.matches(":disabled") && element.offsetParent !== null)
        .map((element) => element.getAttribute("aria-label") ?? element.textContent ?? ""),
    );
    const reached: string[] = [];
    await page.evaluate(() => document.querySelector<HTMLElement>("#main")?.focus());
    for (let press = 0; press < wished.length; press++) {
      await page.keyboard.press("Tab");
      reached.push(
        await page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? ""),
      );
    }
    assert.ok(wished.length > 30, `expected the whole bench, found ${wished.length} controls`);
    assert.deepEqual(reached, wished);
  });
});
