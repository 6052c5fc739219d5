/** Layers and imagery as a person meets them: chosen, credited, covered, and nothing asked of anybody outside. */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { needs } from "../../scripts/testing/needs.ts";
import { axeViolations } from "../web/axe.ts";
import { eventually, openWorkbench, type Workbench, workbenchPrograms } from "../web/open-workbench.ts";
import { pixelsOf } from "../web/pixels.ts";
import { makeMbtiles } from "./make-mbtiles.ts";
import { makeTown } from "./make-town.ts";

const red = () =>
  sharp({ create: { width: 256, height: 256, channels: 3, background: "#e00000" } })
    .png()
    .toBuffer();

describe("layers and imagery on the maps", { skip: needs({ programs: workbenchPrograms }) }, () => {
  let bench: Workbench;
  let page: Page;
  const layersButton = () => page.getByRole("button", { name: /^Layers/ });
  const openMap = async (query: string) => {
    await page.goto(`${bench.served.origin}/map?view=map&${query}`);
    await layersButton().waitFor();
  };
  /** Colour of a place on the map that nothing else is drawn on, once it is what is wanted; else what it was at last. */
  const colourOf = async (wanted: (rgb: readonly number[]) => boolean): Promise<readonly number[]> => {
    let found: readonly number[] = [];
    for (let turn = 0; turn < 40 && !wanted(found); turn++) {
      if (turn > 0) await page.waitForTimeout(100);
      found = (await pixelsOf(page.locator(".map-frame"))).at(200, 300);
    }
    return found;
  };
  const isRed = ([r = 0, g = 0, b = 0]: readonly number[]): boolean => r > 150 && g < 60 && b < 60;

  before(async () => {
    bench = await openWorkbench({
      context: { colorScheme: "dark", permissions: ["clipboard-read", "clipboard-write"] },
      async material(folder) {
        const picture = { create: { width: 80, height: 60, channels: 3, background: "#00a000" } } as const;
        writeFileSync(join(folder, "satellite.png"), await sharp(picture).png().toBuffer());
      },
    });
    ({ page } = bench);
    writeFileSync(join(bench.desk.folder, "town.pmtiles"), makeTown());
    makeMbtiles(join(bench.desk.folder, "red.mbtiles"), { tiles: [{ z: 0, x: 0, y: 0, bytes: await red() }] });
    const added = await bench.desk.run(
      "layer",
      "add",
      "red.mbtiles",
      "--name",
      "Red",
      "--provider",
      "Nobody",
      "--licence",
      "CC0",
      "--date",
      "2022-03-31",
    );
    assert.equal(added.code, 0, added.err);
  });
  after(() => bench?.close());

  it("draws a chosen layer under the map, credits it and says of when it is", async () => {
    await openMap("at=20,10,3z");
    assert.ok(!isRed(await colourOf(() => true)));
    await layersButton().click();
    await page.getByRole("checkbox", { name: "Red" }).check();
    assert.ok(isRed(await colourOf(isRed)), "the layer is not drawn");
    await page.getByTestId("map-credits").getByText("Red: Nobody, CC0, 31 Mar 2022").waitFor();
    await page.getByTestId("imagery-banner").getByText("Imagery of 31 Mar 2022, Nobody").waitFor();
    assert.deepEqual(await axeViolations(page), []);
  });

  it("is drawn as strongly as the person says, by the keyboard as well, and remembers it", async () => {
    const slider = page.getByRole("slider", { name: "Opacity of Red" });
    await slider.focus();
    await page.keyboard.press("Home");
    assert.ok(!isRed(await colourOf((rgb) => rgb.length > 0 && !isRed(rgb))));
    for (let n = 0; n < 3; n++) await page.keyboard.press("ArrowRight");
    await page.getByText("Opacity 15 %").waitFor();
    await page.reload();
    await layersButton().click();
    await page.getByText("Opacity 15 %").waitFor();
    await page.getByRole("checkbox", { name: "Red" }).uncheck();
  });

  it("takes a file by its path, and says in words what is no layer", async () => {
    await page.getByRole("button", { name: "Add a layer…" }).click();
    const path = page.getByLabel("Whole path of the file on this machine");
    await path.fill(join(bench.casePath, "ledger.jsonl"));
    await page.getByRole("button", { name: "Add the layer" }).click();
    await page.getByText(/expected PMTiles, MBTiles, a GeoTIFF or a picture/).waitFor();
    assert.deepEqual(await axeViolations(page), []);
    await path.fill(join(bench.desk.folder, "town.pmtiles"));
    await page.getByLabel("When it was taken or drawn").fill("31.3.2022");
    await page.getByText(/Expected a day, a month, a year/).waitFor();
    await page.getByLabel("When it was taken or drawn").fill("");
    await page.getByRole("button", { name: "Add the layer" }).click();
    await page.getByRole("checkbox", { name: "town.pmtiles" }).check();
    await page.getByTestId("map-credits").getByText("town.pmtiles: Invented by the tests, licence unknown, date unknown").waitFor();
    await eventually("the town's tiles are asked for", async () =>
      bench.requests.some((request) => /^GET \/api\/map-layers\/[0-9a-f]{64}\/1[234]\//.test(request)),
    );
    await page.getByRole("checkbox", { name: "town.pmtiles" }).uncheck();
  });

  it("lays a picture by pairs of points, says by how much they are off, and keeps whose it is and of when", async () => {
    await page.goto(`${bench.served.origin}/items/i1?tab=provenance`);
    await page.getByRole("link", { name: "This is imagery of the ground…" }).click();
    const picture = page.locator(".imagery-picture .stage-canvas");
    await page
      .getByRole("button", { name: /^Reveal/ })
      .first()
      .click();
    await picture.waitFor();
    const [onPicture, onMap] = [await picture.boundingBox(), await page.getByTestId("bench-map").boundingBox()];
    assert.ok(onPicture !== null && onMap !== null);
    for (const [u, v] of [
      [0.1, 0.1],
      [0.9, 0.1],
      [0.9, 0.9],
      [0.1, 0.8],
    ] as const) {
      await page.mouse.click(onPicture.x + u * onPicture.width, onPicture.y + v * onPicture.height);
      await page.mouse.click(onMap.x + (0.3 + u * 0.4) * onMap.width, onMap.y + (0.4 + v * 0.2) * onMap.height);
    }
    await page
      .getByTestId("fit")
      .getByText(/The pairs are off by/)
      .waitFor();
    const mark = page.getByRole("button", { name: "Pair 1 on the map" });
    const places = async () => (await page.locator(".pair-list li").allTextContents()).map((line) => line.split("→")[1] ?? "");
    const before = await places();
    await mark.focus();
    await page.keyboard.press("Shift+ArrowRight");
    await eventually("the mark was moved by a key", async () => (await places())[0]?.slice(0, 18) !== before[0]?.slice(0, 18));
    const held = await mark.boundingBox();
    assert.ok(held !== null);
    await page.mouse.move(held.x + held.width / 2, held.y + held.height / 2);
    await page.mouse.down();
    await page.mouse.move(held.x + held.width / 2 - 10, held.y + held.height / 2, { steps: 3 });
    await page.mouse.up();
    await eventually("the mark was dragged back", async () => (await places())[0]?.slice(0, 18) === before[0]?.slice(0, 18));
    await page.mouse.click(onMap.x + onMap.width * 0.5, onMap.y + onMap.height * 0.7);
    await page.getByRole("button", { name: "Pair 5 on the map" }).focus();
    await page.keyboard.press("Delete");
    await eventually("the fifth pair is gone", async () => (await places()).length === 4);
    await page.getByTestId("bench-map").click({ button: "right", position: { x: 60, y: 200 } });
    assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^-?\d+\.\d{5}, -?\d+\.\d{5}$/);
    await page.getByLabel("Provider").fill("Synthetic Sat");
    await page.getByRole("checkbox", { name: "Not known" }).uncheck();
    await page.getByLabel("From").fill("2022-03-31");
    assert.deepEqual(await axeViolations(page), []);
    await page.getByRole("button", { name: "This is imagery" }).click();
    await page.getByRole("button", { name: "Change what is said" }).waitFor();
    const { imagery } = await page.evaluate(
      async () => (await (await fetch("/api/imagery")).json()) as { imagery: { placement: { pairs: unknown[]; rmsM: number } }[] },
    );
    assert.equal(imagery[0]?.placement.pairs.length, 4);
    assert.equal(typeof imagery[0]?.placement.rmsM, "number");
  });

  it("keeps imagery of the case covered on the map until it is revealed, and what is marked graphic for good", async () => {
    const from = bench.requests.length;
    const asked = () => bench.requests.slice(from).filter((request) => request.includes("/clear/"));
    await openMap("at=20,10,3z");
    await layersButton().click();
    await page.getByRole("checkbox", { name: "satellite.png" }).check();
    await page.getByRole("button", { name: "Go there" }).first().click();
    await page
      .getByTestId("imagery-banner")
      .getByText(/Imagery of 31 Mar 2022, Synthetic Sat/)
      .waitFor();
    assert.deepEqual(asked(), []);
    await page.getByRole("button", { name: "Reveal on the map" }).click();
    await page.getByRole("button", { name: "Cover" }).waitFor();
    await page.waitForTimeout(300);
    assert.deepEqual(asked(), ["GET /api/items/i1/clear/picture"]);
    // Left and come back to, it is covered again.
    await page.getByRole("link", { name: "Events", exact: true }).first().click();
    await page.getByRole("link", { name: "Map", exact: true }).first().click();
    await layersButton().click();
    await page.getByRole("button", { name: "Reveal on the map" }).waitFor();
    await page.evaluate(() =>
      fetch("/api/items/triage", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ items: ["i1"], graphicLevel: "severe" }),
      }),
    );
    await openMap("at=20,10,3z");
    await layersButton().click();
    await page.getByText("Marked graphic: it stays covered on maps.").waitFor();
    assert.equal(await page.getByRole("button", { name: "Reveal on the map" }).count(), 0);
  });

  it("asked nothing of anybody but this machine, and the browser had nothing to complain of", () => {
    assert.deepEqual(
      bench.requests.filter((request) => !/^[A-Z]+ \//.test(request) && !request.includes("blob:")),
      [],
    );
    assert.deepEqual(
      bench.complaints.filter((one) => !one.includes("400")),
      [],
    );
  });
});
