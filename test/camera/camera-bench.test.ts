/** The camera part of the place bench: pairs by pointer, keyboard and typing, the position they tell, and the sheet opened again. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Locator, Page } from "playwright-core";
import { needs } from "../../scripts/testing/needs.ts";
import { destination } from "../../src/core/place/geodesic.ts";
import { axeViolations } from "../web/axe.ts";
import { eventually, openWorkbench, type Workbench, workbenchPrograms } from "../web/open-workbench.ts";

/** The camera that the picture is of, and what stands before it: degrees to the right of its heading, metres. */
const camera = { lat: 50.465, lon: 30.185 };
const headingDeg = 312;
const [width, height] = [1920, 1080];
const focal = width / 2 / Math.tan((35 * Math.PI) / 180);
const things = [
  { name: "shed", off: -24, metres: 210 },
  { name: "mast", off: 2, metres: 640 },
  { name: "gable", off: 26, metres: 155 },
  { name: "silo", off: 12, metres: 420 },
].map(({ name, off, metres }) => {
  const { lat, lon } = destination(camera, headingDeg + off, metres);
  return { name, x: Math.round(width / 2 + focal * Math.tan((off * Math.PI) / 180)), place: `${lat.toFixed(6)}, ${lon.toFixed(6)}` };
});

describe("the camera part of the place bench", { skip: needs({ programs: workbenchPrograms }) }, () => {
  let bench: Workbench;
  let page: Page;
  const pair = (number: number): Locator => page.locator(`[data-pair="${number}"]`);
  const field = (number: number, name: string) => pair(number).getByLabel(`${name} of pair ${number}`);
  const surface = () => page.getByRole("group", { name: /^Frame, 1920 by 1080 pixels/ });
  const position = () => page.getByTestId("camera-position-1");
  const pressFrame = async (x: number, y: number): Promise<void> => {
    const box = await page.locator(".frame-marks").boundingBox();
    assert.ok(box !== null);
    await page.mouse.click(box.x + (x / width) * box.width, box.y + (y / height) * box.height);
  };

  before(async () => {
    bench = await openWorkbench({
      material(folder) {
        const boxes = things.map(({ x }, at) => `drawbox=x=${x - 12}:y=${430 - 40 * at}:w=24:h=${130 + 40 * at}:color=0x55453b:t=fill`);
        const ground = `drawbox=x=0:y=540:w=${width}:h=540:color=0x7a8a5c:t=fill`;
        execFileSync("ffmpeg", [
          ...["-v", "error", "-f", "lavfi", "-i", `color=0xa9c4d6:size=${width}x${height}`],
          ...["-vf", [ground, ...boxes].join(","), "-frames:v", "1", join(folder, "street.png")],
        ]);
      },
    });
    page = bench.page;
  });
  after(() => bench?.close());

  it("tells a position from three pairs: pressed, moved by keys, and typed", async () => {
    await page.goto(`${bench.served.origin}/place?new=camera&item=i1`);
    await page.getByRole("button", { name: "Add a pair" }).click();
    await page
      .getByRole("button", { name: /^Show|^Reveal|^Lift/ })
      .first()
      .waitFor();
    // Nothing can be marked, and no clear picture asked for, while it is covered.
    assert.equal(await page.locator(".frame-marks").count(), 0);
    assert.ok(!bench.requests.some((request) => request.includes("/clear/")));
    await page.keyboard.press("b");
    await surface().waitFor();
    const [shed, mast, gable] = things;
    assert.ok(shed && mast && gable);

    await pressFrame(shed.x, 520);
    await pair(1).getByLabel("Pixel x of pair 1").waitFor();
    await eventually(
      "the mark is where it was pressed",
      async () => Math.abs(Number(await field(1, "Pixel x").inputValue()) - shed.x) <= 3,
    );
    // The other half is asked for on the map: a press there fills in coordinates, which can be typed as well.
    await page.getByText("Press where 1 is on the map").waitFor();
    await page.locator(".place-map").click({ position: { x: 200, y: 200 } });
    await eventually("a place is filled in", async () => /^-?\d+\.\d{6}, -?\d+\.\d{6}$/.test(await field(1, "Coordinates").inputValue()));
    await field(1, "Coordinates").fill(shed.place);
    await field(1, "Name").fill(shed.name);

    // By keyboard alone: the cross begins in the middle of the frame.
    await page.getByRole("button", { name: "Add a pair" }).press("Enter");
    await surface().focus();
    for (let step = 0; step < 4; step++) await page.keyboard.press("Shift+ArrowRight");
    for (let step = 0; step < Math.abs(mast.x - 1000); step++) await page.keyboard.press(mast.x > 1000 ? "ArrowRight" : "ArrowLeft");
    await page.keyboard.press("Enter");
    await eventually("the cross has marked", async () => (await field(2, "Pixel x").inputValue()) === String(mast.x));
    // The mark itself is moved by the arrows from now on.
    await page.keyboard.press("Shift+ArrowUp");
    await eventually("the mark has moved", async () => (await field(2, "Pixel y").inputValue()) === "530");
    await field(2, "Coordinates").fill(mast.place);

    // By typing alone.
    await page.getByRole("button", { name: "Add a pair" }).click();
    await field(3, "Pixel x").fill(String(gable.x));
    await field(3, "Pixel y").fill("500");
    await field(3, "Coordinates").fill(gable.place);
    await page.getByText("three angles for four unknowns").waitFor();
    await page.getByRole("radio", { name: "degrees" }).check();
    await page.getByRole("textbox", { name: "Field of view", exact: true }).fill("70");
    await position().waitFor();
    await page.getByText("exactly determined").waitFor();
    const [, lat, lon] = /([\d.]+), ([\d.]+)/.exec((await position().textContent()) ?? "") ?? [];
    assert.ok(Math.hypot((Number(lat) - camera.lat) * 111_200, (Number(lon) - camera.lon) * 71_000) < 3, `${lat}, ${lon}`);
    assert.match((await position().textContent()) ?? "", /Heading31[12]\.\d° ± /);
    assert.deepEqual(await axeViolations(page), []);

    // The horizon tells how the camera was held.
    assert.doesNotMatch((await position().textContent()) ?? "", /Pitch/);
    await page.getByText("Heading, pitch, imagery, reach").click();
    await page.getByRole("button", { name: "Mark two points" }).click();
    await pressFrame(200, 540);
    await pressFrame(1700, 540);
    await eventually("pitch is told", async () => /Pitch.{0,3}0\.\d° ± 0\.\d/.test((await position().textContent()) ?? ""));
  });

  it("shows what is left of each pair as soon as one more is there, and which does not fit", async () => {
    const silo = things[3];
    assert.ok(silo);
    await page.getByRole("button", { name: "Add a pair" }).click();
    await field(4, "Pixel x").fill(String(silo.x));
    await field(4, "Pixel y").fill("400");
    await field(4, "Coordinates").fill(silo.place);
    await page.getByText("1 measurement more than the unknowns need").waitFor();
    await eventually("residuals are shown", async () => (await page.getByTestId("residual").count()) === 4);
    await field(4, "Pixel x").fill(String(silo.x - 300));
    await page
      .getByText(/do(es)? not fit/)
      .first()
      .waitFor();
    await pair(4).getByRole("checkbox").uncheck();
    await page.getByText("exactly determined").waitFor();
    await pair(4).getByLabel("Left out because").fill("another tower");
  });

  it("is kept, and opened again with the same marks on the same frame", async () => {
    await page.getByRole("button", { name: "Keep camera position" }).click();
    await page.getByRole("dialog").getByRole("textbox").first().fill("Camera on the road");
    await page.getByRole("dialog").getByRole("button", { name: "Keep", exact: true }).click();
    await page.waitForURL(/\/place\/n1/);
    await page.reload();
    await position().waitFor();
    assert.equal(await field(1, "Name").inputValue(), "shed");
    assert.equal(await pair(4).getByLabel("Left out because").inputValue(), "another tower");
    assert.equal(await page.locator(".frame-marks").count(), 0);
    await page.keyboard.press("b");
    await surface().waitFor();
    for (const [at, { x }] of things.slice(0, 3).entries()) {
      const mark = page.locator(`.frame-marks [data-mark="${at + 1}"] circle`);
      assert.ok(Math.abs(Number(await mark.getAttribute("cx")) - x) <= 3);
    }
    assert.deepEqual(bench.complaints, []);
  });
});
