import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { needs } from "../../scripts/testing/needs.ts";
import { isLoud, makeDeskMaterial } from "./desk-material.ts";
import { clearRequests, enter, eventually, openWorkbench, type Workbench, workbenchPrograms } from "./open-workbench.ts";
import { decodePixels, mostColour, paintedFrames, pixelsOf, share, sharpestEdge } from "./pixels.ts";

describe("the shield on the case desk", { skip: needs({ programs: workbenchPrograms }) }, () => {
  let bench: Workbench;
  const row = (name: string) => bench.page.locator(".item", { hasText: name });

  before(async () => {
    bench = await openWorkbench({ material: makeDeskMaterial, enter: false });
  });
  after(() => bench.close());

  it("paints nothing clear, from the first frame on", async () => {
    const frames = await paintedFrames(bench.page, async () => {
      await enter(bench.page, bench.served.link);
      await row("loud.png").locator("img").waitFor();
      await bench.page.waitForLoadState("networkidle").catch(() => undefined);
      // One more frame, with the pictures in it.
      await bench.page.screenshot();
    });
    assert.ok(frames.length > 0, "some frames were seen");
    for (const frame of frames) assert.equal(share(frame, isLoud), 0);
  });

  it("has asked for no clear bytes, only for posters", () => {
    assert.deepEqual(clearRequests(bench.requests), []);
    assert.ok(bench.requests.some((request) => /\/api\/items\/i\d+\/poster$/.test(request)));
  });

  it("gets posters that are blurred in the file itself, and shows them grey", async () => {
    const poster = row("loud.png").locator("img");
    const bytes = await poster.evaluate(async (image: HTMLImageElement) => [
      ...new Uint8Array(await (await fetch(image.src)).arrayBuffer()),
    ]);
    const file = await decodePixels(Buffer.from(bytes));
    // The clear picture steps by 255 from square to square.
    assert.ok(sharpestEdge(file) < 60, `expected no clear edge; found a step of ${sharpestEdge(file)}`);
    const shown = mostColour(await pixelsOf(poster));
    assert.ok(shown < 12, `expected hardly any colour on the screen; found ${shown}`);
  });

  it("reveals nothing on hover, focus, or with the blur key", async () => {
    await row("loud.png").hover();
    await bench.page.locator("[data-list=items]").focus();
    await bench.page.keyboard.press("b");
    await bench.page.waitForTimeout(300);
    assert.equal(await bench.page.locator("[data-revealed]").count(), 0);
    assert.equal(await bench.page.locator("video, audio").count(), 0);
    assert.deepEqual(clearRequests(bench.requests), []);
    assert.equal(share(await pixelsOf(bench.page), isLoud), 0);
  });

  it("is no weaker in the grid", async () => {
    await bench.page.keyboard.press("v");
    await bench.page.locator(".items.is-tiles").waitFor();
    await row("loud.png").hover();
    assert.equal(share(await pixelsOf(bench.page), isLoud), 0);
    assert.deepEqual(clearRequests(bench.requests), []);
    await bench.page.keyboard.press("v");
  });

  it("starts with grey, mute and blur on, and says so in words", async () => {
    for (const name of ["Grey", "Mute", "Blur"]) {
      const button = bench.page.locator(".shield-switches button", { hasText: name });
      assert.equal(await button.getAttribute("aria-pressed"), "true", name);
      assert.match(await button.innerText(), /on/, name);
    }
    await bench.page.keyboard.press("g");
    await bench.page.keyboard.press("Shift+M");
    assert.match(await bench.page.locator(".shield-switches").innerText(), /Grey\s*off[\s\S]*Mute\s*off/);
    await bench.page.keyboard.press("g");
    await bench.page.keyboard.press("Shift+M");
  });

  it("covers everything when Esc is pressed twice, whatever has the focus", async () => {
    await bench.page.keyboard.press("n");
    await bench.page.locator("dialog textarea").fill("half a sentence");
    await bench.page.keyboard.press("Escape");
    await bench.page.keyboard.press("Escape");
    await bench.page.locator(".blank-cover").waitFor();
    assert.equal(await bench.page.locator(".shell").isVisible(), false);
    const colours = new Set<string>();
    const pixels = await pixelsOf(bench.page);
    for (let x = 0; x < pixels.width; x += 7) for (let y = 0; y < 200; y += 7) colours.add(pixels.at(x, y).join());
    assert.equal(colours.size, 1, "the upper part of the screen is one colour");
    await bench.page.keyboard.press("Enter");
    await bench.page.locator(".blank-cover").waitFor({ state: "detached" });
    assert.equal(await bench.page.locator(".shell").isVisible(), true);
  });

  it("would have seen a clear picture: one that is revealed on its own screen is seen by the same eyes", async () => {
    await bench.page.getByRole("link", { name: "loud.png" }).click();
    await bench.page.locator(".is-covered").first().waitFor();
    await bench.page.keyboard.press("g");
    await bench.page.keyboard.press("b");
    await eventually("the clear picture on the screen", async () => share(await pixelsOf(bench.page), isLoud) > 0.02);
    assert.ok(clearRequests(bench.requests).length > 0);
    await bench.page.goBack();
    await row("loud.png").locator("img").waitFor();
    assert.equal(share(await pixelsOf(bench.page), isLoud), 0, "and leaving it covers it");
  });
});
