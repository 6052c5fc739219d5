/**
 * The copies screen, from a group to a pair to a judgement: real clips that are copies of each other, found by the program, with two
 * players locked through what they share. The shield holds in every way of comparing.
 */
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { needs } from "../../scripts/testing/needs.ts";
import type { CopiesPage, CopyPairDetail } from "../../src/api/copies.ts";
import type { PictureSegment } from "../../src/core/copies/segment-match.ts";
import { makeClip, makeCopy, writePost } from "../copies/case-of-copies.ts";
import { axeInBothThemes, axeViolations } from "./axe.ts";
import { itemNamed } from "./bench-page.ts";
import { markup } from "./desk-material.ts";
import { clearRequests, eventually, openWorkbench, type Workbench, workbenchPrograms } from "./open-workbench.ts";
import { mostColour, paintedFrames, type Pixels, pixelsOf, sharpestEdge } from "./pixels.ts";

/** Seconds of the original that the mirrored copy holds. */
const cut = { fromSec: 1, toSec: 5 };
const frameSec = 0.04;

describe("the copies screen", { skip: needs({ programs: workbenchPrograms }) }, () => {
  let bench: Workbench;
  let page: Page;
  let [original, mirrored, named]: string[] = [];
  const get = <T>(path: string): Promise<T> =>
    page.evaluate(async (address) => (await (await fetch(address)).json()) as unknown, path) as Promise<T>;
  const address = (query: string): string => `${bench.served.origin}/copies${query}`;
  const pair = (): string => `?pair=${original}-${mirrored}`;

  before(async () => {
    bench = await openWorkbench({
      material: (folder) => {
        const from = join(folder, "0-original.mp4");
        makeClip(from);
        const flip = `hflip,trim=${cut.fromSec}:${cut.toSec},setpts=PTS-STARTPTS,scale=320:180,drawbox=x=4:y=4:w=40:h=24:color=white:t=fill`;
        const sound = `atrim=${cut.fromSec}:${cut.toSec},asetpts=PTS-STARTPTS`;
        makeCopy(from, join(folder, "chat", "mirrored.mp4"), "-vf", flip, "-af", sound);
        const text = `Market Square at four, and a red van rolled down to the fountain. Nobody was hurt ${markup}.`;
        writePost(join(folder, "chat"), "mirrored.mp4", "2022-03-30T05:40:00Z", { text });
        const words = { text: `${text} The baker says that he saw a green one.`, file: undefined, media_type: undefined };
        writePost(join(folder, "another-chat"), "", "2022-04-02T10:00:00Z", words);
        makeCopy(from, join(folder, `${markup}.mp4`), "-vf", "scale=240:136", "-an");
      },
    });
    page = bench.page;
    await eventually("everything is compared", async () => {
      const { progress, groups } = await get<CopiesPage>("/api/copies/groups");
      return progress.comparable === 3 && progress.compared === 3 && groups[0]?.copies === 3;
    });
    [original, mirrored, named] = await Promise.all(
      ["0-original.mp4", "mirrored.mp4", `${markup}.mp4`].map(async (name) => (await itemNamed(page, name)).id),
    );
  });
  after(() => bench?.close());

  it("a group says when it was first seen out, which copy is best, and which seconds each copy holds", async () => {
    await page.getByRole("link", { name: "Copies", exact: true }).click();
    await page.getByText("All 3 items with picture or sound are compared.").waitFor();
    await page.locator(".group-card", { hasText: "3 copies" }).click();
    const earliest = page.getByRole("region", { name: "Earliest known upload" });
    await earliest.getByText("30 Mar 2022, 05:40").waitFor();
    await earliest.getByText("UTC", { exact: true }).waitFor();
    await earliest.getByText(/^Basis: .*date_unixtime/).waitFor();
    await page
      .getByRole("region", { name: "Best copy" })
      .getByRole("link", { name: `Item ${original?.slice(1)}` })
      .waitFor();
    const row = (item: string | undefined) => page.locator(".matrix tbody tr", { hasText: `Item ${item?.slice(1)} ` });
    assert.match((await row(mirrored).textContent()) ?? "", /Picture 1\.\d–[45]\.\d s.*Nothing before 1\.\d s\..*30 Mar 2022, 05:40/);
    assert.match((await row(mirrored).textContent()) ?? "", /earliest known/);
    assert.match((await row(original).textContent()) ?? "", /best copy/);
    await page.getByText("2 copies of no known upload time: their place in the order is open").waitFor();
    assert.match((await page.getByRole("region", { name: "What may have been made from what" }).textContent()) ?? "", /possibly from item/);
  });

  it("a name that looks like markup is text, on every part of the screen", async () => {
    assert.ok((await page.locator(".matrix").textContent())?.includes(markup));
    await page.goto(address(`?pair=${original}-${named}`));
    await page.locator(".pair-foot", { hasText: markup }).waitFor();
    assert.deepEqual(bench.complaints, []);
  });

  it("J goes to the first pair that waits, and Enter opens it under its own address", async () => {
    await page.goto(address(`?group=${original}`));
    await page.locator(".pair-link").first().waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/copies\?pair=i\d+-i\d+/);
    await page.locator(".pair-body").waitFor();
  });

  for (const mode of ["side", "swipe", "blink", "difference"] as const)
    it(`nothing clear is asked for or painted before a reveal, and a reveal is grey: ${mode}`, async () => {
      await page.goto("about:blank");
      bench.requests.length = 0;
      const frames = await paintedFrames(page, async () => {
        await page.goto(address(`${pair()}&mode=${mode}`));
        await page.locator(".pair-body .cover-card").nth(1).waitFor();
        await page.keyboard.press("ArrowRight");
        await page.waitForTimeout(150);
      });
      assert.deepEqual(clearRequests(bench.requests), []);
      for (const frame of frames) {
        const seen = strip(frame);
        assert.ok(sharpestEdge(seen) < 40, `expected a blurred picture, found an edge of ${sharpestEdge(seen)}`);
        assert.ok(mostColour(seen) < 12, `expected grey, found colour ${mostColour(seen)}`);
      }
      await page.keyboard.press("b");
      await told(page);
      assert.equal(await page.locator(".pair-stages.is-over").count(), mode === "side" ? 0 : 1);
      // Outlines are not of the picture, and yellow.
      await page.keyboard.press("o");
      const open = await pixelsOf(page.locator(".pair-stages"));
      assert.ok(mostColour(open) < 12, `expected grey, found colour ${mostColour(open)}`);
      // One of them covered again: neither lies over anything, and nothing clear is left of both after the key.
      await page.keyboard.press("b");
      await page.locator(".pair-body .cover-card").nth(1).waitFor();
      assert.equal(await page.locator("canvas[data-testid^=canvas-], .is-over").count(), 0);
      await page.keyboard.down("h");
      await told(page);
      await page.keyboard.up("h");
      await page.locator(".pair-body .cover-card").nth(1).waitFor();
    });

  it("one of them revealed by its own button lies over nothing, and Esc twice covers all", async () => {
    await page.goto(address(`${pair()}&mode=difference`));
    bench.requests.length = 0;
    await page.locator("[data-side=b] .cover-card .is-main").click();
    await page.locator("canvas[data-testid=canvas-b]").waitFor();
    await page.getByText("B is laid over A once both are revealed.").waitFor();
    assert.ok(clearRequests(bench.requests).every((request) => request.includes(`/${mirrored}/`)));
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await page.locator(".blank-cover").waitFor();
    assert.equal(await page.locator("canvas[data-testid^=canvas-]").count(), 0);
    await page.keyboard.press("Enter");
  });

  it("the players step frame by frame through what they share, whoever leads", async () => {
    const { comparison } = await get<CopyPairDetail>(`/api/copies/pairs/${original}/${mirrored}`);
    assert.ok(comparison.picture.state === "compared");
    const segment = comparison.picture.segments[0] as PictureSegment;
    assert.ok(segment.mirrored);
    /** Frame of B beside a frame of A, by the segment's own line. */
    const beside = (frame: number): number =>
      Math.round((frame * frameSec + (segment.b.fromSec + segment.b.toSec - segment.a.fromSec - segment.a.toSec) / 2) / frameSec);
    // How near the segment is to the truth is the matcher's own test; here it is what the players go by.
    assert.ok(Math.abs(beside(50) - 25) <= 5, `expected about frame 25 beside 50, found ${beside(50)}`);

    await page.goto(address(`${pair()}&a=2.000`));
    await page.locator(".pair-body").waitFor();
    await page.keyboard.press("b");
    assert.deepEqual(await told(page), { a: 50, b: beside(50) });
    for (const [key, a] of [
      ["ArrowRight", 51],
      ["ArrowRight", 52],
      [",", 51],
      ["Shift+ArrowRight", 76],
      ["PageUp", 66],
    ] as const) {
      await page.keyboard.press(key);
      assert.deepEqual(await told(page), { a, b: beside(a) }, key);
    }
    await page.keyboard.press("s");
    await page.keyboard.press("ArrowLeft");
    assert.deepEqual(await told(page), { a: 65, b: beside(65) }, "B led");
    await page.keyboard.press("Space");
    await page.waitForFunction(
      (from) => Number(document.querySelector<HTMLElement>("[data-foot=b] .readout")?.dataset["frame"]) > from + 3,
      beside(65),
    );
    await page.keyboard.press("k");
    const stopped = await told(page);
    assert.equal(stopped.b, beside(stopped.a), "they stay together while playing");
    // Before the cut A shows what B never holds.
    await page.keyboard.press("s");
    await page.keyboard.press("Home");
    await page.getByText("B holds nothing of what A shows here").waitFor();
    assert.match((await page.locator(".pair-side").textContent()) ?? "", /(1\.9|2\.\d) s of A are not in B/);
    await page.getByRole("button", { name: /^A [45]\.\d–6\.0 s$/ }).click();
    assert.ok((await told(page)).a >= 120);
  });

  it("laid over each other by what was found, mirrored back, the same moments all but cancel out", async () => {
    await page.goto(address(`${pair()}&a=2.000`));
    await page.locator(".pair-body").waitFor();
    await page.keyboard.press("b");
    await told(page);
    await page.keyboard.press("o");
    const beside = middle(await pixelsOf(page.locator("[data-side=a]")));
    await page.goto(address(`${pair()}&a=2.000&mode=difference`));
    await page.locator(".pair-body").waitFor();
    await page.keyboard.press("b");
    await told(page);
    await page.locator(".pair-stages.is-difference").waitFor();
    const difference = middle(await pixelsOf(page.locator(".pair-stages")));
    assert.ok(
      brightness(difference) < brightness(beside) / 3,
      `expected darkness, found ${brightness(difference)} of ${brightness(beside)}`,
    );
    // B alone while the key is down.
    await page.keyboard.down("x");
    await page.waitForTimeout(100);
    const alone = middle(await pixelsOf(page.locator(".pair-stages")));
    await page.keyboard.up("x");
    assert.ok(brightness(alone) > brightness(difference) * 2, "expected B itself");
  });

  it("a pair is rejected and accepted with a reason, each an entry; a withdrawn judgement decides nothing", async () => {
    await page.goto(address(pair()));
    await page.locator(".pair-body").waitFor();
    const dialog = page.getByRole("dialog");
    const judge = async (key: string, reason: string, action: string): Promise<void> => {
      await page.keyboard.press(key);
      await dialog.getByLabel("What you saw").fill(reason);
      await dialog.getByRole("button", { name: action, exact: true }).click();
      await dialog.waitFor({ state: "detached" });
    };
    await judge("n", `the box ${markup}`, "Note");
    await page.locator(".judgement-list", { hasText: markup }).waitFor();
    await page.locator(".pair-head", { hasText: "to be judged" }).waitFor();
    await judge("r", "another fractal", "Reject");
    await page.locator(".pair-head", { hasText: "rejected" }).waitFor();
    await page.locator(".judgement-list li", { hasText: "another fractal" }).getByRole("button", { name: "Withdraw" }).click();
    await dialog.getByLabel("Why").fill("it is the same");
    await dialog.getByRole("button", { name: "Withdraw", exact: true }).click();
    await page.locator(".pair-head", { hasText: "to be judged" }).waitFor();
    await judge("a", "the same turns at the same moments", "Accept");
    await page.locator(".pair-head", { hasText: "accepted" }).waitFor();
    await page
      .locator(".judgement-list li", { hasText: "the same turns" })
      .getByRole("link", { name: /^entry/ })
      .click();
    await page.locator("dd", { hasText: "match.judged" }).waitFor();
    assert.deepEqual(bench.complaints, []);
  });

  it("posts that say nearly the same stand beside each other, and what one says more is marked", async () => {
    await page.goto(address("?only=posts"));
    await page.locator(".text-card", { hasText: "2 posts" }).click();
    await page.locator("mark").first().waitFor();
    assert.match((await page.locator("mark").allTextContents()).join(" "), /The baker says that he saw a green one/);
    assert.ok((await page.locator(".text-post").first().textContent())?.includes(markup));
    assert.deepEqual(await axeViolations(page), []);
    assert.deepEqual(bench.complaints, []);
  });

  it("an item's bench lists its pairs and leads to the group", async () => {
    await page.goto(`${bench.served.origin}/items/${mirrored}?tab=copies`);
    await page.getByRole("tabpanel").getByText("mirrored").first().waitFor();
    await page.getByRole("link", { name: "Its group: 3 copies" }).click();
    await page.locator(".matrix").waitFor();
  });

  it("an address opens the way of comparing, the stretch and the second that it names", async () => {
    await page.goto(address(`${pair()}&segment=picture-0&b=1.000&mode=swipe`));
    await page.locator("[data-foot=b].is-leading .readout[data-frame='25']").waitFor();
    assert.equal(await page.getByRole("button", { name: "Swipe" }).getAttribute("aria-pressed"), "true");
    assert.equal(await page.locator(".segment[aria-current=true]").count(), 1);
  });

  for (const width of [1440, 390])
    it(`axe has nothing to complain of, dark and light, ${width} wide, and nothing stands out of the page`, async () => {
      await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
      // Wide, the list stands beside the group.
      for (const query of [...(width === 390 ? [""] : []), `?group=${original}`, pair()]) {
        await page.goto(address(query));
        await page.locator(query === "" ? ".group-card b" : query.startsWith("?group") ? ".matrix" : ".pair-body").waitFor();
        assert.deepEqual(await axeInBothThemes(page), [], query);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(wide <= width, `${query}: expected at most ${width} wide, found ${wide}`);
      }
      if (width === 390) return;
      await page.keyboard.press("b");
      await told(page);
      assert.deepEqual(await axeInBothThemes(page), [], "revealed");
    });
});

describe("the copies screen of a case without pictures", { skip: needs({ programs: workbenchPrograms }) }, () => {
  it("says that there is nothing to compare", async () => {
    const bench = await openWorkbench();
    try {
      await bench.page.getByRole("link", { name: "Copies", exact: true }).click();
      await bench.page.getByText("No copies: nothing in the case has picture or sound to compare.").waitFor();
      assert.deepEqual(await axeViolations(bench.page), []);
    } finally {
      await bench.close();
    }
  });
});

/** Frames that both players say they show, once nothing more is on its way. */
async function told(page: Page): Promise<{ a: number; b: number }> {
  const read = () => {
    const frames = ["a", "b"].map((side) => {
      const readout = document.querySelector<HTMLElement>(`[data-foot=${side}] .readout`);
      if (readout?.dataset["attached"] !== "true" || readout.dataset["waiting"] !== undefined) return null;
      return Number(readout.dataset["frame"]);
    });
    return frames.includes(null) ? null : { a: Number(frames[0]), b: Number(frames[1]) };
  };
  // The page takes in what was pressed in a task of its own.
  await page.evaluate(() => new Promise((next) => setTimeout(next, 20)));
  const handle = await page.waitForFunction(read);
  return (await handle.jsonValue()) ?? { a: Number.NaN, b: Number.NaN };
}

function part(pixels: Pixels, left: number, top: number, width: number, height: number): Pixels {
  return { width: Math.floor(width), height: Math.floor(height), at: (x, y) => pixels.at(Math.floor(left) + x, Math.floor(top) + y) };
}

/** Of the covered left picture, beside its card. Painted frames may be scaled down. */
function strip(frame: Pixels): Pixels {
  const scale = frame.width / 1440;
  return part(frame, 6 * scale, 300 * scale, 40 * scale, 120 * scale);
}

function middle(pixels: Pixels): Pixels {
  return part(pixels, pixels.width / 4, pixels.height * 0.4, pixels.width / 2, pixels.height * 0.2);
}

function brightness(pixels: Pixels): number {
  let sum = 0;
  for (let y = 0; y < pixels.height; y++) for (let x = 0; x < pixels.width; x++) sum += pixels.at(x, y)[1];
  return sum / (pixels.width * pixels.height);
}
