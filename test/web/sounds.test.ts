/** Sudden sounds on the bench: marked over the waveform, listed with time and level, reached by a press and by keys. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { needs } from "../../scripts/testing/needs.ts";
import { room, withCracks, writeWav } from "../sound-events/made-sounds.ts";
import { axeViolations } from "./axe.ts";
import { openWorkbench, type Workbench, workbenchPrograms } from "./open-workbench.ts";

/** Steps of ten milliseconds at which the three sounds of the file begin; the last one is clipped. */
const steps = [100, 152, 230];

describe("sudden sounds of a recording", { skip: needs({ programs: workbenchPrograms }) }, () => {
  let workbench: Workbench;
  let page: Page;

  before(async () => {
    workbench = await openWorkbench({
      material(folder) {
        const cracks = [
          { atSec: 1.003, peak: 0.5 },
          { atSec: 1.527, peak: 0.3, seed: 5 },
          { atSec: 2.304, peak: 3, seed: 6 },
        ];
        writeWav(join(folder, "yard.wav"), withCracks(room(4, 0.005), cracks));
      },
    });
    page = workbench.page;
    await page.goto(`${workbench.served.origin}/items/i1?tab=sounds`);
    await page.locator(".sounds tbody tr").first().waitFor();
  });
  after(() => workbench?.close());

  const stepNow = async (): Promise<number> => Number(await page.locator(".readout").getAttribute("data-frame"));

  it("are listed with their times to the millisecond, and the clipped one says so", async () => {
    const rows = await page.locator(".sounds tbody tr").allInnerTexts();
    assert.equal(rows.length, 3);
    for (const [n, at] of ["00:01.00", "00:01.52", "00:02.30"].entries()) assert.ok(rows[n]?.startsWith(at), `${rows[n]} at ${at}`);
    assert.deepEqual(
      rows.map((row) => row.includes("clipped")),
      [false, false, true],
    );
    assert.match(await page.locator(".tab-panel").innerText(), /3 sudden sounds.*What made them|What made them[^]*3 sudden sounds/);
  });

  it("are gone to by a press and by the keys S and A, one by one, though the item is covered", async () => {
    await page.locator(".sounds tbody button").nth(2).click();
    assert.equal(await stepNow(), steps[2]);
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    for (const step of [steps[1], steps[0], steps[0]]) {
      await page.keyboard.press("a");
      assert.equal(await stepNow(), step);
    }
    await page.keyboard.press("s");
    assert.equal(await stepNow(), steps[1]);
  });

  it("are marked over the waveform in the colour of the theme", async () => {
    const marked = await page.evaluate(() => {
      const lanes = [...document.querySelectorAll<HTMLCanvasElement>("canvas.lane")];
      const lane = lanes.at(-1) as HTMLCanvasElement;
      const { data } = (lane.getContext("2d") as CanvasRenderingContext2D).getImageData(0, 0, lane.width, 1);
      const columns = Array.from({ length: lane.width }, (_, x) => x).filter((x) => (data[x * 4 + 3] as number) > 0);
      return columns.map((x) => (x / lane.width) * 4);
    });
    for (const atSec of [1.003, 1.527, 2.304])
      assert.ok(
        marked.some((sec) => Math.abs(sec - atSec) < 0.02),
        `a mark at ${atSec}`,
      );
  });

  it("leave nothing to complain of for those who listen to the page", async () => {
    assert.deepEqual(await axeViolations(page), []);
    assert.deepEqual(workbench.complaints, []);
  });
});
