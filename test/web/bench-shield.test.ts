/**
 * The shield on the bench: before a reveal no clear byte is asked for and no clear pixel is painted; a reveal is for one
 * item, grey and mute, and ends on leaving; Esc twice covers everything.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { needs } from "../../scripts/testing/needs.ts";
import { goToItem, itemNamed, reveal, settled } from "./bench-page.ts";
import { clearRequests, openWorkbench, type Workbench, workbenchPrograms } from "./open-workbench.ts";
import { mostColour, paintedFrames, type Pixels, pixelsOf, sharpestEdge } from "./pixels.ts";

/** Hard stripes in loud colours: any clear pixel is seen at once. */
const stripes = "[in]geq=r='255*gt(mod(X,16),8)':g='255*gt(mod(Y,16),8)':b='128'[out]";

describe("the shield on the bench", { skip: needs({ programs: workbenchPrograms }) }, () => {
  let workbench: Workbench;
  let page: Page;
  let video: string;
  let other: string;
  let picture: string;
  let sound: string;

  before(async () => {
    workbench = await openWorkbench({
      material: (folder) => {
        const make = (...args: string[]) => execFileSync("ffmpeg", ["-v", "error", "-y", ...args]);
        const drawn = ["-filter_complex", stripes.replace("[in]", "color=black:size=320x240:rate=25:duration=4,format=rgb24,")];
        const tone = ["-f", "lavfi", "-i", "sine=440:duration=4"];
        const h264 = ["-c:v", "libx264", "-pix_fmt", "yuv420p", "-c:a", "aac", "-shortest"];
        make(...tone, ...drawn, "-map", "[out]", "-map", "0:a", ...h264, join(folder, "stripes.mp4"));
        make(...tone, ...drawn, "-map", "[out]", "-map", "0:a", ...h264, "-t", "3", join(folder, "second.mp4"));
        make(...drawn, "-map", "[out]", "-frames:v", "1", join(folder, "stripes.png"));
        make(...tone, join(folder, "tone.wav"));
      },
    });
    page = workbench.page;
    video = (await itemNamed(page, "stripes.mp4")).id;
    other = (await itemNamed(page, "second.mp4")).id;
    picture = (await itemNamed(page, "stripes.png")).id;
    sound = (await itemNamed(page, "tone.wav")).id;
  });
  after(() => workbench?.close());

  const stage = () => page.locator(".stage");

  for (const [what, of] of [
    ["a video", () => video],
    ["a picture", () => picture],
    ["a sound", () => sound],
  ] as const) {
    it(`before a reveal ${what} paints nothing clear, and asks for nothing clear, also when stepped through`, async () => {
      workbench.requests.length = 0;
      // From an empty page, so that every painted frame is the bench's own.
      await page.goto("about:blank");
      const frames = await paintedFrames(page, async () => {
        await page.goto(`${workbench.served.origin}/items/${of()}`);
        await page.locator(".cover-card").waitFor();
        for (const key of ["ArrowRight", "Shift+ArrowRight", "Space", "k", "End", "m", "+"]) await page.keyboard.press(key);
        await page.waitForTimeout(300);
      });
      assert.deepEqual(clearRequests(workbench.requests), []);
      assert.ok(frames.length > 0, "expected the browser to paint something");
      // The stage without the card that lies on it: blurred, so no hard edge; and grey.
      for (const frame of frames) {
        const seen = leftOfStage(frame);
        assert.ok(sharpestEdge(seen) < 40, `expected a blurred picture, found an edge of ${sharpestEdge(seen)}`);
        assert.ok(mostColour(seen) < 12, `expected grey, found colour ${mostColour(seen)}`);
      }
    });
  }

  it("a picture held to look at is clear while the key is down, grey, and covered when it comes up", async () => {
    await goToItem(page, picture);
    await page.locator(".cover-card").waitFor();
    workbench.requests.length = 0;
    await page.keyboard.down("h");
    await page.locator("img.stage-canvas").waitFor();
    await page.waitForFunction(() => document.querySelector<HTMLImageElement>("img.stage-canvas")?.complete);
    const held = await pixelsOf(stage());
    assert.ok(sharpestEdge(held) > 90, "expected the clear picture");
    assert.ok(mostColour(held) < 12, "expected it grey");
    assert.deepEqual(clearRequests(workbench.requests), [`GET /api/items/${picture}/clear/picture`]);
    await page.keyboard.press("g");
    await page.waitForTimeout(100);
    assert.ok(mostColour(await pixelsOf(stage())) > 100, "expected colour after asking for it");
    await page.keyboard.press("g");
    await page.keyboard.up("h");
    await page.locator(".cover-card").waitFor();
    assert.equal(await page.locator("img.stage-canvas").count(), 0);
  });

  it("a picture is clear while the pointer holds the button, wherever it is let go", async () => {
    await goToItem(page, picture);
    const button = await page.locator(".cover-card .button:not(.is-main)").boundingBox();
    assert.ok(button);
    await page.mouse.move(button.x + 5, button.y + 5);
    await page.mouse.down();
    await page.locator("img.stage-canvas").waitFor();
    await page.mouse.move(3, 300);
    await page.mouse.up();
    await page.locator(".cover-card").waitFor();
  });

  it("a reveal is for its item alone, and has ended on coming back", async () => {
    await goToItem(page, video);
    await reveal(page);
    assert.ok(sharpestEdge(await pixelsOf(stage())) > 90, "expected the clear picture");
    assert.ok(mostColour(await pixelsOf(stage())) < 12, "expected it grey");
    workbench.requests.length = 0;
    // Inside the page, without loading it anew: to another item, and back.
    await inPage(page, other);
    await page.locator(".cover-card").waitFor();
    await inPage(page, video);
    await page.locator(".cover-card").waitFor();
    await page.waitForTimeout(200);
    assert.deepEqual(clearRequests(workbench.requests), []);
  });

  it("sound is muted until it is asked for, nothing plays by itself, and Esc twice blanks the picture and stops the sound", async () => {
    await watchSounds(page);
    await goToItem(page, video);
    assert.deepEqual(await sounds(page), []);
    await reveal(page);
    await page.waitForTimeout(300);
    assert.deepEqual(await sounds(page), [{ playing: false, muted: true }]);
    await page.keyboard.press("Space");
    await page.waitForFunction(() => Number(document.querySelector<HTMLElement>(".readout")?.dataset["frame"]) > 3);
    assert.deepEqual(await sounds(page), [{ playing: true, muted: true }]);
    await page.keyboard.press("Shift+M");
    assert.deepEqual(await sounds(page), [{ playing: true, muted: false }]);
    // The first is also what a person presses to leave a field.
    await page.locator(".observe-form textarea").focus();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await page.locator(".blank-cover").waitFor();
    const blank = await pixelsOf(page.locator("body"));
    assert.ok(mostColour(corner(blank)) < 12 && sharpestEdge(corner(blank)) < 12, "expected one even ground");
    assert.deepEqual(await sounds(page), [{ playing: false, muted: false }]);
    assert.equal(await page.locator("canvas[data-testid=stage-canvas]").count(), 0);
    workbench.requests.length = 0;
    await page.keyboard.press("Enter");
    await page.locator(".cover-card").waitFor();
    assert.deepEqual(clearRequests(workbench.requests), []);
    await page.keyboard.press("Shift+M");
  });

  it("a sound is not fetched before its reveal, and is let go when covered", async () => {
    await watchSounds(page);
    await goToItem(page, sound);
    workbench.requests.length = 0;
    await page.keyboard.press("Space");
    await page.waitForTimeout(200);
    await page.keyboard.press("k");
    assert.deepEqual(clearRequests(workbench.requests), []);
    await reveal(page);
    await page.keyboard.press("Space");
    await page.waitForFunction(() => Number(document.querySelector<HTMLElement>(".readout")?.dataset["frame"]) > 20);
    assert.ok(clearRequests(workbench.requests).every((request) => request === `GET /api/items/${sound}/clear/media`));
    assert.ok(clearRequests(workbench.requests).length > 0);
    await page.keyboard.press("b");
    await page.locator(".cover-card").waitFor();
    assert.deepEqual(await sounds(page), [{ playing: false, muted: true }]);
  });

  it("leaving full screen by Esc counts as the first of the two", async () => {
    await goToItem(page, video);
    await reveal(page);
    await page.keyboard.press("f");
    await page.waitForFunction(() => document.fullscreenElement !== null);
    // The browser keeps this Esc for itself: the page hears only that full screen has ended.
    // Both in one task of the page: on a busy machine a second key would come too late to count as quick.
    await page.evaluate(async () => {
      const ended = new Promise((resolve) => document.addEventListener("fullscreenchange", resolve, { once: true }));
      await document.exitFullscreen();
      await ended;
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", code: "Escape", bubbles: true, cancelable: true }));
    });
    await page.locator(".blank-cover").waitFor();
    await page.keyboard.press("Enter");
    await settled(page);
  });
});

/** A part of the covered picture that no card or button lies on; the rest of the page has text, and text has edges. */
function leftOfStage(frame: Pixels): Pixels {
  // Screencast frames may be scaled down; at 1440 wide the picture (4 by 3) begins about 160 from the left and 110 from the top, and the card about 290.
  const scale = frame.width / 1440;
  return part(frame, 215 * scale, 160 * scale, 65 * scale, 280 * scale);
}

function corner(frame: Pixels): Pixels {
  return part(frame, 0, 0, frame.width / 3, frame.height / 3);
}

function part(frame: Pixels, left: number, top: number, width: number, height: number): Pixels {
  const [x0, y0] = [Math.floor(left), Math.floor(top)];
  return { width: Math.floor(width), height: Math.floor(height), at: (x, y) => frame.at(x0 + x, y0 + y) };
}

async function inPage(page: Page, id: string): Promise<void> {
  await page.evaluate((to) => {
    window.history.pushState(null, "", to);
    window.dispatchEvent(new PopStateEvent("popstate"));
  }, `/items/${id}`);
  await page.waitForFunction((number) => document.querySelector(".bench h1")?.textContent?.endsWith(` ${number}`), id.slice(1));
}

/** Sound elements live outside the document: what makes them is watched from the start of the next page. */
async function watchSounds(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const made: HTMLMediaElement[] = [];
    Object.assign(globalThis, { madeSounds: made });
    const before = HTMLMediaElement.prototype.load;
    HTMLMediaElement.prototype.load = function load(): void {
      if (!made.includes(this)) made.push(this);
      before.call(this);
    };
    const Original = globalThis.Audio;
    globalThis.Audio = class extends Original {
      constructor(src?: string) {
        super(src);
        made.push(this);
      }
    };
  });
}

function sounds(page: Page): Promise<{ playing: boolean; muted: boolean }[]> {
  return page.evaluate(() => {
    const { madeSounds } = globalThis as unknown as { madeSounds: HTMLMediaElement[] };
    return madeSounds.map((sound) => ({ playing: !sound.paused && sound.currentSrc !== "" && !sound.ended, muted: sound.muted }));
  });
}
