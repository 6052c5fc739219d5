/** Measuring a shadow in a real browser, on a drawn still whose sun is known: by mouse, by keyboard, kept, opened again, and asked again by the command. */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { prism, rectangle, type Colour } from "../../scripts/sample/solids.ts";
import { sunPosition } from "../../scripts/sample/sun.ts";
import type { Scene } from "../../scripts/sample/town.ts";
import { drawBackground } from "../../scripts/sample/trace.ts";
import { needs } from "../../scripts/testing/needs.ts";
import type { InferenceDetail } from "../../src/api/inferences.ts";
import { destination } from "../../src/core/place/geodesic.ts";
import { axeViolations } from "../web/axe.ts";
import { clearRequests, openWorkbench, type Workbench, workbenchPrograms } from "../web/open-workbench.ts";

type Place = readonly [east: number, north: number, up: number];

const origin = { lat: 43.4, lon: 31.2 };
const moment = Date.parse("2024-09-14T13:00:00Z");
const view = { position: [-2, -17, 7] as Place, headingDeg: 8, pitchDeg: -19, hfovDeg: 64, width: 1280, height: 720 };
const [tall, foot] = [4, [0, 0, 0] as Place];
const plates: readonly Place[] = [
  [-6, -6, 0],
  [5, -5, 0],
  [9, 6, 0],
  [-5, 8, 0],
  [2, 2, 0],
];
const radians = (angle: number) => (angle * Math.PI) / 180;
const sun = sunPosition(moment, origin.lat, origin.lon);
const reach = tall / Math.tan(radians(sun.apparentElevationDeg));
const shadowBearing = (sun.azimuthDeg + 180) % 360;
const end: Place = [reach * Math.sin(radians(shadowBearing)), reach * Math.cos(radians(shadowBearing)), 0];

/** Where a place is seen on the still; a pinhole written apart from the drawing. */
function seen([x, y, z]: Place): { x: number; y: number } {
  const [cx, cy, cz] = view.position;
  const [h, p] = [radians(view.headingDeg), radians(view.pitchDeg)];
  const ahead = (x - cx) * Math.sin(h) + (y - cy) * Math.cos(h);
  const right = (x - cx) * Math.cos(h) - (y - cy) * Math.sin(h);
  const depth = ahead * Math.cos(p) + (z - cz) * Math.sin(p);
  const up = (z - cz) * Math.cos(p) - ahead * Math.sin(p);
  const focal = view.width / 2 / Math.tan(radians(view.hfovDeg) / 2);
  return { x: view.width / 2 + (focal * right) / depth, y: view.height / 2 - (focal * up) / depth };
}

async function drawStill(path: string): Promise<void> {
  const plain = (colour: Colour) => ({ kind: "plain" as const, colour });
  const scene: Scene = {
    solids: [
      prism(rectangle([foot[0], foot[1]], 0.25, 0.25), 0, tall, plain([190, 60, 50])),
      ...plates.map(([east, north]) => prism(rectangle([east, north], 0.5, 0.5), 0, 0.02, plain([40, 70, 160]))),
    ],
    ground: { stone: [205, 198, 180], joint: [190, 183, 166], streetBearingDeg: 40 },
    sky: { zenith: [90, 140, 200], horizon: [190, 210, 225], hills: [120, 140, 120] },
  };
  const { rgb, width, height } = drawBackground(scene, view, sun, 0);
  await sharp(rgb, { raw: { width, height, channels: 3 } })
    .png()
    .toFile(path);
}

describe("measuring a shadow on a still", { skip: needs({ programs: workbenchPrograms }) }, () => {
  let bench: Workbench;
  let page: Page;
  before(async () => {
    bench = await openWorkbench({ material: (folder) => drawStill(join(folder, "square.png")) });
    page = bench.page;
  });
  after(() => bench.close());

  const press = async (place: Place) => {
    const box = await page.locator(".frame-marks").boundingBox();
    assert.ok(box !== null);
    const { x, y } = seen(place);
    await page.mouse.click(box.x + (x / view.width) * box.width, box.y + (y / view.height) * box.height);
  };
  const fill = (label: string, value: string) => page.getByLabel(label, { exact: true }).fill(value);

  it("shows nothing clear before it is revealed, then takes marks and says at once when it was", async () => {
    await page.goto(`${bench.served.origin}/time?new=shadow&item=i1`);
    await page.locator(".cover-card .is-main").waitFor();
    assert.deepEqual(clearRequests(bench.requests), []);
    await page.locator(".cover-card .is-main").click();
    await page.locator(".frame-marks").waitFor();
    // The first mark is chosen; each one set makes the next the chosen one.
    for (const place of [foot, [foot[0], foot[1], tall] as Place, end, ...plates.slice(0, 4)]) await press(place);
    await page.getByRole("button", { name: "One more point" }).click();
    await page
      .getByRole("button", { name: /Ground point 5/ })
      .first()
      .click();
    await press(plates[4] as Place);
    for (const [i, [east, north]] of plates.entries()) {
      const at = destination(origin, (Math.atan2(east, north) * 180) / Math.PI, Math.hypot(east, north));
      await fill(`Place of ground point ${i + 1}`, `${at.lat.toFixed(7)}, ${at.lon.toFixed(7)}`);
      await fill(`Place of ground point ${i + 1} may be off by, metres`, "0.1");
    }
    await fill("Place", `${origin.lat}, ${origin.lon}`);
    await fill("Day", "2024-09-14");
    await fill("Zone of the day", "+03:00");
    // The answer to the last field, not to the one before.
    const both = page.locator(".sun-dial-list li", { hasText: "Both together" }).locator(".sun-dial-span", { hasText: "+03:00" });
    await both.waitFor();
    const said = page.getByTestId("sun-measured");
    const [bearing, ratio] = await said.locator("dd").allTextContents();
    assert.ok(Math.abs(Number.parseFloat(bearing ?? "") - shadowBearing) < 1.5, `${bearing}, expected ${shadowBearing}`);
    assert.ok(Math.abs(Number.parseFloat(ratio ?? "") - reach / tall) < 0.06, `${ratio}, expected ${reach / tall}`);
    const together = (await both.textContent()) ?? "";
    const [from, to] = [...together.matchAll(/\d\d:\d\d:\d\d/g)].map(([clock]) => Date.parse(`2024-09-14T${clock}+03:00`));
    assert.ok((from ?? 0) <= moment && (to ?? 0) >= moment, together);
    assert.deepEqual(await axeViolations(page), []);
  });

  it("moves a mark by the arrow keys, and sets one by keyboard alone", async () => {
    const before = await page.getByTestId("sun-measured").textContent();
    await page
      .getByRole("button", { name: /End of the shadow/ })
      .first()
      .click();
    await page.locator(".frame-surface").focus();
    for (let i = 0; i < 4; i++) await page.keyboard.press("Shift+ArrowRight");
    await page.waitForFunction((text) => document.querySelector('[data-testid="sun-measured"]')?.textContent !== text, before);
    await page.getByRole("button", { name: "Take away End of the shadow" }).click();
    await page.getByText("Still needed:").waitFor();
    await page.locator(".frame-surface").focus();
    const { x, y } = seen(end);
    // The cross begins in the middle of the frame.
    const step = async (by: number, forth: string, back: string) => {
      for (let i = 0; i < Math.floor(Math.abs(by) / 10); i++) await page.keyboard.press(`Shift+${by > 0 ? forth : back}`);
      for (let i = 0; i < Math.round(Math.abs(by) % 10); i++) await page.keyboard.press(by > 0 ? forth : back);
    };
    await step(x - view.width / 2, "ArrowRight", "ArrowLeft");
    await step(y - view.height / 2, "ArrowDown", "ArrowUp");
    await page.keyboard.press("Enter");
    await page.getByTestId("sun-measured").waitFor();
  });

  it("keeps it with its frame; opened again it stands there, and the command works the same out of what is kept", async () => {
    await fill("What it is", "red post");
    await page.getByRole("button", { name: "Keep …" }).click();
    await page.locator("dialog .is-main").click();
    await page.waitForURL(/\/time\/n1$/);
    await page.locator(".cover-card .is-main").waitFor();
    const kept = await page.evaluate(async () => (await (await fetch("/api/inferences/n1")).json()) as unknown);
    const { problem, answer, inference } = kept as InferenceDetail;
    assert.equal(inference.sort, "sun");
    assert.deepEqual(inference.items, ["i1"]);
    const measured = (problem as { measured: { frame: { item: string; width: number }; shadowEnd: { x: number } } }).measured;
    assert.equal(measured.frame.item, "i1");
    assert.equal(measured.frame.width, view.width);
    assert.ok(Math.abs(measured.shadowEnd.x - seen(end).x) < 2);
    const file = join(bench.desk.folder, "kept.json");
    writeFileSync(file, JSON.stringify(problem));
    const { code, out } = await bench.desk.run("sun", file);
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(out), answer);
    await page.locator(".cover-card .is-main").click();
    await page.locator(".sun-mark").first().waitFor();
    assert.equal(await page.locator(".sun-mark").count(), 8);
    assert.equal(await page.getByLabel("What it is", { exact: true }).inputValue(), "red post");
  });

  it("answers where, when the time is known, on the map and in square kilometres", async () => {
    await page.getByLabel(/Where\? The time is known/).check();
    await fill("First moment, UTC", "2024-09-14T12:59:00Z");
    await fill("Last moment, UTC", "2024-09-14T13:01:00Z");
    const said = page.getByTestId("sun-where");
    await said.waitFor();
    assert.match((await said.textContent()) ?? "", /By both \(95 %\)[\d,.]+ km²/);
    assert.match((await said.textContent()) ?? "", /The place given fits/);
    await page.locator('[data-shape="sun joint"]').first().waitFor();
    assert.deepEqual(await axeViolations(page), []);
    assert.deepEqual(bench.complaints, []);
  });
});
