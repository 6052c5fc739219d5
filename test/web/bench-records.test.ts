/** What a person writes on the bench: observations with boxes, markers, notes; shown at their frame, withdrawn with a reason, there after a reload. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { needs } from "../../scripts/testing/needs.ts";
import { makeMaterial } from "../support/material.ts";
import { detailOf, goToItem, itemNamed, reveal, settled } from "./bench-page.ts";
import { clearRequests, openWorkbench, type Workbench, workbenchPrograms } from "./open-workbench.ts";

describe("records made on the bench", { skip: needs({ programs: workbenchPrograms }) }, () => {
  let workbench: Workbench;
  let page: Page;
  let video: string;
  let picture: string;

  before(async () => {
    workbench = await openWorkbench({ material: makeMaterial });
    page = workbench.page;
    video = (await itemNamed(page, "clip.mp4")).id;
    picture = (await itemNamed(page, "square.png")).id;
  });
  after(() => workbench?.close());

  const boxes = () => page.locator(".frame-box:not(.is-drafted)");
  const panel = () => page.locator(".observation");

  it("a link with a frame goes to that frame, and the address follows the frame at rest", async () => {
    await goToItem(page, video, "?frame=17");
    assert.equal((await settled(page)).frame, 17);
    await page.keyboard.press("ArrowRight");
    await page.waitForURL(/frame=18/);
    await reveal(page);
    assert.equal((await settled(page)).frame, 18);
    await goToItem(page, video, "?frame=99999");
    assert.equal((await settled(page)).frame, 49, "a frame past the end is the last one");
  });

  it("a box drawn on a frame is written with the original's own timestamps, and lies over that frame only", async () => {
    await goToItem(page, video, "?frame=12");
    await reveal(page);
    await page.keyboard.press("d");
    const layer = await page.locator(".box-layer").boundingBox();
    assert.ok(layer);
    await page.mouse.move(layer.x + layer.width * 0.25, layer.y + layer.height * 0.5);
    await page.mouse.down();
    await page.mouse.move(layer.x + layer.width * 0.75, layer.y + layer.height * 0.75, { steps: 4 });
    await page.mouse.up();
    await page.keyboard.type("a red square <b>moves</b>");
    await page.keyboard.press("Control+Enter");
    await panel().filter({ hasText: "a red square <b>moves</b>" }).waitFor();
    assert.equal(await page.getByLabel("From left").inputValue(), "", "no number is left that would pass for the next box");
    const [observation] = (await detailOf(page, video)).observations;
    assert.ok(observation);
    const { range, box } = observation.target;
    const { pts } = await framesOf(page, video);
    assert.deepEqual([range?.startFrame, range?.endFrame, range?.startPts, range?.endPts], [12, 12, pts[12], pts[12]]);
    assert.ok(box);
    for (const [found, wished] of [
      [box.x, 250_000],
      [box.y, 500_000],
      [box.width, 500_000],
      [box.height, 250_000],
    ] as const)
      assert.ok(Math.abs(found - wished) < 15_000, `expected about ${wished}, found ${found}`);
    assert.equal(await boxes().count(), 1);
    await page.keyboard.press("ArrowRight");
    await settled(page);
    assert.equal(await boxes().count(), 0);
    await page.keyboard.press("ArrowLeft");
    await settled(page);
    assert.equal(await boxes().count(), 1);
  });

  it("an observation over a marked range, entered by keyboard alone, covers the range", async () => {
    await goToItem(page, video, "?frame=20");
    await settled(page);
    await page.keyboard.press("i");
    await page.keyboard.press("PageDown");
    await settled(page);
    await page.keyboard.press("o");
    await page.keyboard.press("n");
    await page.keyboard.type("the counter runs");
    for (const percent of ["10", "20", "30", "40"]) {
      await page.keyboard.press("Tab");
      // Past the box "over the marked range".
      if (percent === "10") await page.keyboard.press("Tab");
      await page.keyboard.type(percent);
    }
    await page.getByRole("button", { name: "Write observation" }).press("Enter");
    await panel().filter({ hasText: "the counter runs" }).waitFor();
    const written = (await detailOf(page, video)).observations.find(({ text }) => text === "the counter runs");
    assert.deepEqual([written?.target.range?.startFrame, written?.target.range?.endFrame], [20, 30]);
    assert.deepEqual(written?.target.box, { x: 100_000, y: 200_000, width: 300_000, height: 400_000 });
    assert.deepEqual(clearRequests(workbench.requests.slice(-20)), [], "all of this needs no reveal");
  });

  it("M sets a marker at the frame on screen; its pin on the timeline goes back to it", async () => {
    await goToItem(page, video, "?frame=33");
    await settled(page);
    await page.keyboard.press("m");
    const pin = page.locator(".pin.is-marker");
    await pin.waitFor();
    await page.keyboard.press("Home");
    await settled(page);
    await pin.click();
    assert.equal((await settled(page)).frame, 33);
  });

  it("an observation is withdrawn with a reason, stays struck through, and its box is gone", async () => {
    await goToItem(page, video, "?frame=12");
    await reveal(page);
    await boxes().first().waitFor();
    const entry = panel().filter({ hasText: "a red square" });
    await entry.getByRole("button", { name: "Withdraw" }).click();
    const confirm = entry.locator(".withdraw-form");
    assert.ok(await confirm.getByRole("button", { name: "Withdraw" }).isDisabled(), "no withdrawal without a reason");
    await page.keyboard.type("it was a reflection");
    await page.keyboard.press("Enter");
    await entry.filter({ hasText: "it was a reflection" }).waitFor();
    assert.equal(await entry.locator("s").count(), 1);
    await boxes().first().waitFor({ state: "detached" });
  });

  it("a note is written and shown to the next person before any reveal; all of it is there after a reload", async () => {
    await goToItem(page, video, "?tab=notes");
    await page.locator(".tab-panel textarea").fill("only a test card\nnothing to see");
    await page.getByRole("button", { name: "Write note" }).click();
    await page.locator(".cover-note").filter({ hasText: "only a test card" }).waitFor();
    await page.reload();
    await page.locator(".notes li").filter({ hasText: "nothing to see" }).waitFor();
    await page.getByRole("tab", { name: "Observations" }).click();
    const said = await panel().allTextContents();
    assert.equal(said.length, 3);
    assert.ok(said.some((text) => text.includes("the counter runs")));
    assert.ok(said.some((text) => text.includes("it was a reflection")));
    assert.equal(await page.locator(".pin").count(), 3);
  });

  it("a box on a picture lies where it was drawn, also when the view is turned, mirrored and zoomed", async () => {
    await goToItem(page, picture);
    await page.keyboard.press("b");
    await page.locator("img.stage-canvas").waitFor();
    await page.getByRole("button", { name: "Turn a quarter right" }).click();
    await page.getByRole("button", { name: "Mirror left and right" }).click();
    await page.locator(".view-only").filter({ hasText: "mirrored, turned 90°" }).waitFor();
    await page.keyboard.press("d");
    const layer = await page.locator(".box-layer").boundingBox();
    assert.ok(layer);
    // Turned right, the upper right of the screen is the upper left of the picture; mirrored before that, its upper right.
    await page.mouse.move(layer.x + layer.width * 0.6, layer.y + layer.height * 0.6);
    await page.mouse.down();
    await page.mouse.move(layer.x + layer.width * 0.9, layer.y + layer.height * 0.9, { steps: 3 });
    await page.mouse.up();
    await page.keyboard.type("upper left part");
    await page.keyboard.press("Control+Enter");
    await panel().filter({ hasText: "upper left part" }).waitFor();
    const box = (await detailOf(page, picture)).observations[0]?.target.box;
    assert.ok(box);
    assert.ok(Math.abs(box.x - 100_000) < 20_000 && Math.abs(box.y - 100_000) < 20_000, `found ${JSON.stringify(box)}`);
    await page.keyboard.press("0");
    await page.locator(".view-only").waitFor({ state: "detached" });
  });

  it("a zoomed picture is moved by keys, by the wheel and by dragging, and all of it comes back with one key", async () => {
    await goToItem(page, picture);
    await page.keyboard.press("b");
    await page.locator("img.stage-canvas").waitFor();
    const shift = () => page.locator(".stage-picture").evaluate((element) => element.style.transform);
    const plain = await shift();
    await page.keyboard.press("Shift+A");
    assert.equal(await shift(), plain, "there is nothing to move while all of it is shown");
    for (const key of ["+", "+", "+"]) await page.keyboard.press(key);
    const seen = new Set([await shift()]);
    const moves: (() => Promise<void>)[] = [
      () => page.keyboard.press("Shift+A"),
      () => page.keyboard.press("Shift+W"),
      () => page.mouse.wheel(0, 60),
      async () => {
        await page.mouse.down();
        await page.mouse.move(330, 300, { steps: 3 });
        await page.mouse.up();
      },
      () => page.mouse.dblclick(500, 500),
    ];
    await page.mouse.move(400, 400);
    for (const move of moves) {
      await move();
      await page.waitForFunction(
        (before) => !before.includes(document.querySelector<HTMLElement>(".stage-picture")?.style.transform ?? ""),
        [...seen],
      );
      seen.add(await shift());
    }
    await page.keyboard.press("0");
    assert.equal(await shift(), plain);
  });

  it("the address says how a picture is looked at, and a link with it looks the same way", async () => {
    await goToItem(page, video, "?frame=12&view=flip-x.turn-90.bright-1.20.zoom-2.000");
    await reveal(page);
    const look = () =>
      page.locator(".stage-picture").evaluate((element) => {
        const pixels = element.querySelector<HTMLElement>(".stage-pixels");
        return [element.style.transform, pixels?.style.filter ?? ""].join(" ");
      });
    assert.match(await look(), /scale\(2\) rotate\(90deg\) scale\(-1, 1\) grayscale\(1\) brightness\(1\.2\)/);
    await page.getByRole("button", { name: "Mirror top and bottom" }).click();
    await page.waitForURL(/view=flip-x\.flip-y\.turn-90\.bright-1\.20\.zoom-2\.000/);
    assert.match(page.url(), /frame=12/, "the frame stays in the address");
    await page.keyboard.press("0");
    await page.waitForURL((url) => !url.searchParams.has("view"));
  });

  it("the key sheet of the bench tells every key of the bench", async () => {
    await goToItem(page, video);
    await page.locator(".readout-bar").waitFor();
    await page.keyboard.press("?");
    const told = await page.locator("dialog kbd").allInnerTexts();
    for (const key of ["[", "]", "H", "N", "D", "T", "X", "R", "F", "0", "G", "B"]) assert.ok(told.includes(key), key);
    await page.keyboard.press("Escape");
    await page.locator("dialog").waitFor({ state: "detached" });
  });

  it("the width of the side panel is moved by keys and remembered", async () => {
    await goToItem(page, video);
    const bar = page.getByRole("separator", { name: "Width of the side panel" });
    await bar.focus();
    const before = Number(await bar.getAttribute("aria-valuenow"));
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    await page.reload();
    await bar.waitFor();
    assert.equal(Number(await bar.getAttribute("aria-valuenow")), before + 48);
    assert.deepEqual(workbench.complaints, []);
  });
});

function framesOf(page: Page, id: string): Promise<{ pts: number[] }> {
  return page.evaluate(async (item) => (await (await fetch(`/api/items/${item}/frames`)).json()) as { pts: number[] }, id);
}
