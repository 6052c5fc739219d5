/** "Where else does this frame occur?" on the bench: look-alikes as links to their second, under the shield, by the keyboard and narrow. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { needs } from "../../scripts/testing/needs.ts";
import type { CopiesPage } from "../../src/api/copies.ts";
import { makeClip, makeCopy } from "../copies/case-of-copies.ts";
import { axeViolations } from "./axe.ts";
import { itemNamed } from "./bench-page.ts";
import { clearRequests, eventually, openWorkbench, type Workbench, workbenchPrograms } from "./open-workbench.ts";

describe("where else a frame occurs", { skip: needs({ programs: workbenchPrograms }) }, () => {
  let bench: Workbench;
  let page: Page;
  let [clip, mirrored]: string[] = [];
  const ask = () => page.getByRole("button", { name: "Where else does this frame occur?" });
  const hits = () => page.getByRole("list", { name: "Look-alikes" }).locator("> li");

  before(async () => {
    bench = await openWorkbench({
      material: (folder) => {
        makeClip(join(folder, "clip.mp4"), { seconds: 4, size: "320x180" });
        // Begins a second later.
        makeCopy(join(folder, "clip.mp4"), join(folder, "mirrored.mp4"), "-an", "-ss", "1", "-vf", "hflip");
      },
    });
    page = bench.page;
    await eventually("all prints are made", () =>
      page.evaluate(async () => {
        const { progress } = (await (await fetch("/api/copies/groups")).json()) as CopiesPage;
        return progress.comparable === 2 && progress.withoutPrints === 0;
      }),
    );
    [clip, mirrored] = await Promise.all(["clip.mp4", "mirrored.mp4"].map(async (name) => (await itemNamed(page, name)).id));
  });
  after(() => bench?.close());

  it("lists the items that hold it, each with its seconds and what was done to it, and shows no clear picture", async () => {
    await page.goto(`${bench.served.origin}/items/${clip}?tab=copies&sec=2`);
    await page.locator('[data-frame="50"]').waitFor();
    assert.equal(new URL(page.url()).searchParams.get("sec"), null, "the second became a frame");
    await ask().press("Enter");
    await page.getByText("The frame at 2.0 s occurs in 1 item, as a look-alike:").waitFor();
    assert.equal(await hits().count(), 1);
    assert.match(
      (await hits().textContent()) ?? "",
      new RegExp(`Item ${mirrored?.slice(1)} .*mirrored\\.mp4.*[01]\\.\\d–1\\.\\d s mirrored, distance \\d+`),
    );
    await page.getByText(/A look-alike is no proof\. Crops, large logos and tilts are not found this way/).waitFor();
    assert.deepEqual(clearRequests(bench.requests), []);
  });

  it("has nothing that axe finds, in light and in dark, wide and narrow", async () => {
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      for (const colorScheme of ["dark", "light"] as const) {
        await page.emulateMedia({ colorScheme });
        assert.deepEqual(await axeViolations(page), [], `${width} wide, ${colorScheme}`);
        const [shown, wide] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
        assert.ok((shown ?? 0) <= (wide ?? 0), `${shown} px of content in ${wide}`);
        const folder = process.env["SHOTS"];
        if (folder !== undefined) {
          await hits().scrollIntoViewIfNeeded();
          await page.screenshot({ path: join(folder, `find-${width}-${colorScheme}.png`) });
        }
      }
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it("leads to that second of the other item", async () => {
    await hits().getByRole("link").nth(1).click();
    await page.waitForURL(new RegExp(`/items/${mirrored}\\?.*frame=\\d+`));
    const frame = Number(new URL(page.url()).searchParams.get("frame"));
    assert.ok(frame >= 15 && frame <= 25, `frame ${frame} of 25 a second, where second 2 of the clip is second 1`);
    assert.deepEqual(clearRequests(bench.requests), []);
    assert.deepEqual(bench.complaints, []);
  });
});
