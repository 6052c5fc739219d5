/**
 * The sync wall in a real browser on real recordings: found and measured by the program, put on one clock, played with every picture read
 * off the screen and held against the clock, aligned by hand, marked and judged. The shield holds.
 */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { needs } from "../../scripts/testing/needs.ts";
import { readFrameCode } from "../../scripts/sample/frame-code.ts";
import type { ItemDetail } from "../../src/api/items.ts";
import type { SyncMarkRow, SyncMeasurements, SyncPlanAnswer } from "../../src/api/sync.ts";
import type { FrameTable } from "../../src/core/analysis/probe-result.ts";
import type { SyncAnswer } from "../../src/reason/sync/sync-answer.ts";
import { axeViolations } from "./axe.ts";
import { detailOf, itemNamed } from "./bench-page.ts";
import { clearRequests, eventually, openWorkbench, type Workbench, workbenchPrograms } from "./open-workbench.ts";
import { mostColour, paintedFrames, type Pixels, pixelsOf, sharpestEdge } from "./pixels.ts";
import { codeRow, makeSyncClips, otherClip, syncClips } from "./sync-clips.ts";

/** One animation frame: what the clock said, and what each pane showed and said, read in one task. */
interface Seen {
  readonly sec: number;
  readonly panes: readonly {
    readonly levels: readonly number[];
    readonly filmed: boolean;
    readonly late: boolean;
    readonly frame: string;
  }[];
}

describe("the sync wall", { skip: needs({ programs: workbenchPrograms }) }, () => {
  let bench: Workbench;
  let page: Page;
  let ids: string[] = [];
  const get = <T>(path: string): Promise<T> =>
    page.evaluate(async (address) => (await (await fetch(address)).json()) as unknown, path) as Promise<T>;
  const wallAddress = (more = ""): string => `${bench.served.origin}/sync?clips=${ids.slice(0, 3).join(",")}${more}`;
  const pane = (n: number) => page.locator(`.wall-pane[data-item=${ids[n]}]`);
  const clockSec = async (): Promise<number> => Number(await page.locator("[data-testid=wall-clock]").getAttribute("data-sec"));
  const goToWall = async (more = ""): Promise<void> => {
    await page.goto(wallAddress(more));
    for (const n of [0, 1, 2]) await page.locator(`.wall-pane[data-item=${ids[n]}][data-filmed]`).waitFor();
  };
  const reveal = async (): Promise<void> => {
    await page.keyboard.press("b");
    await page.waitForFunction(() => {
      const canvases = [...document.querySelectorAll<HTMLCanvasElement>(".wall-canvas")];
      const isThere = (canvas: HTMLCanvasElement) =>
        canvas.width === 240 || canvas.closest<HTMLElement>(".wall-pane")?.dataset["filmed"] === "no";
      return canvases.length === 3 && canvases.every(isThere);
    });
  };
  /** Frame codes that the panes show, or null where nothing is to be read. */
  const codes = (seen: Seen): (number | null)[] => seen.panes.map(({ levels }) => codeOf(levels));

  before(async () => {
    bench = await openWorkbench({ material: makeSyncClips });
    page = bench.page;
    // Nothing here is about how soon: a loaded machine has its time.
    page.setDefaultTimeout(120_000);
    const items = await Promise.all([...syncClips, otherClip].map(({ name }) => itemNamed(page, name)));
    ids = items.map(({ id }) => id);
    await patiently("everything is read", async () => {
      const details = await Promise.all(ids.map((id) => detailOf(page, id)));
      return details.every(({ media }) => media.frames && media.waveform && media.soundEvents && media.play === "original");
    });
    await page.evaluate(lookScript);
  });
  after(() => bench?.close());

  it("measures everything, lists the group that is of one event, and leaves apart what is not, with the reason", async () => {
    await page.goto(`${bench.served.origin}/sync`);
    await page.getByRole("button", { name: "Measure all 4 (6 pairs)" }).click();
    await page.locator(".sync-group").waitFor();
    await patiently("all six pairs are measured", async () => (await get<SyncMeasurements>("/api/sync/measurements")).pairs.length >= 6);
    const group = page.locator(".sync-group");
    await group.getByText("3 clips").waitFor();
    await group.getByText("loops close").waitFor();
    const { answer } = await get<SyncPlanAnswer>("/api/sync/plan");
    for (const { clip, offsetS } of (answer as SyncAnswer).groups[0]?.clips ?? []) {
      const begins = syncClips[ids.indexOf(clip)]?.beginsSec ?? Number.NaN;
      assert.ok(Math.abs(offsetS - begins) < 0.01, `${clip} stands at ${offsetS}, and begins at ${begins}`);
    }
    const rest = page.getByRole("region", { name: "In no group" });
    await rest.getByText("4-other.mp4").waitFor();
    assert.match((await rest.textContent()) ?? "", /Every comparison was refused: .*(nothing in common|too short|repeats)/);
    assert.deepEqual(await axeViolations(page), []);
    await group.getByRole("link", { name: "Put on the wall" }).click();
    await page.waitForURL(/clips=/);
  });

  it("nothing clear is asked for or painted before a reveal, a reveal is grey, and Esc twice leaves nothing", async () => {
    await page.goto("about:blank");
    bench.requests.length = 0;
    await goToWall();
    await page.locator(".wall-pane .shielded-poster").nth(2).waitFor();
    const frames = await paintedFrames(page, async () => {
      const before = await clockSec();
      await page.keyboard.press("ArrowRight");
      await page.waitForFunction(
        (sec) => Number(document.querySelector<HTMLElement>("[data-testid=wall-clock]")?.dataset["sec"]) !== sec,
        before,
      );
    });
    assert.deepEqual(clearRequests(bench.requests), []);
    await page.locator(".wall-pane .cover-card").nth(2).waitFor();
    const place = await pane(1).locator(".wall-picture").boundingBox();
    assert.ok(place !== null);
    assert.ok(frames.length > 0, "nothing was painted");
    for (const frame of frames) {
      // Above the card that covers the middle.
      const edge = sharpestEdge(partOf(frame, place.x + 8, place.y + 8, place.width - 16, 60));
      assert.ok(edge < 40, `expected a blurred picture, found an edge of ${edge}`);
    }
    await reveal();
    for (const [n] of syncClips.entries()) assert.ok(mostColour(await pixelsOf(pane(n).locator(".wall-canvas"))) < 12);
    await page.keyboard.press(" ");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await page.locator(".blank-cover").waitFor();
    assert.equal(await page.locator(".wall-canvas").count(), 0);
    await page.keyboard.press("Enter");
    await page.locator(".wall-pane .cover-card").nth(2).waitFor();
    assert.equal(await page.locator(".wall-transport").getByRole("button", { name: "Play" }).count(), 1);
  });

  it("every picture at every animation frame is the one that the clock asks for, while it plays", async (context) => {
    await goToWall("&at=5.600");
    await reveal();
    await page.evaluate(lookScript);
    await page.keyboard.press(" ");
    const seen = await page.evaluate((until) => globalThis.wallTest.watch(until), 7.1);
    await page.keyboard.press(" ");
    const drift = driftOf(seen);
    const moved = (seen.at(-1)?.sec ?? 0) - (seen[0]?.sec ?? 0);
    context.diagnostic(`${seen.length} looks over ${moved.toFixed(2)} s of the clock; ${JSON.stringify(drift)}`);
    assert.equal(drift.unread, 0);
    assert.equal(drift.worstFrames, 0, "a clip showed another frame than the clock asked for");
  });

  it("with a sound as the clock, a picture that is not the one asked for says that it is late", async (context) => {
    await goToWall(`&at=5.600&hear=${ids[0]}`);
    await reveal();
    await page.evaluate(lookScript);
    await page.keyboard.press("Shift+M");
    await page.getByText("Clock: sound of item 1.").waitFor();
    await page.keyboard.press(" ");
    const seen = await page.evaluate((until) => globalThis.wallTest.watch(until), 6.6);
    await page.keyboard.press(" ");
    await page.keyboard.press("Shift+M");
    const moved = (seen.at(-1)?.sec ?? 0) - (seen[0]?.sec ?? 0);
    const unsaid = seen.flatMap((look) =>
      codes(look).filter((code, n) => code !== dueOf(n, look.sec, code) && look.panes[n]?.late === false),
    );
    context.diagnostic(`${seen.length} looks over ${moved.toFixed(2)} s of the sound; ${JSON.stringify(driftOf(seen))}`);
    assert.deepEqual(unsaid, []);
    assert.ok(
      seen.every(({ sec }, at) => at === 0 || sec >= (seen[at - 1]?.sec ?? 0)),
      "the clock ran back",
    );
  });

  it("steps by the frames of the chosen clip, and says where a clip did not film", async () => {
    await goToWall("&at=1.000");
    await reveal();
    await page.evaluate(lookScript);
    assert.equal(await pane(1).getAttribute("data-filmed"), "no");
    await pane(1).locator(".wall-not-filmed", { hasText: "not filmed" }).waitFor();
    for (const key of ["ArrowRight", "ArrowRight", "ArrowLeft"]) await page.keyboard.press(key);
    await page.waitForFunction(() => document.querySelector<HTMLElement>(".wall-pane")?.dataset["frame"] === "26");
    assert.equal(codes(await page.evaluate(() => globalThis.wallTest.look()))[0], 26);
    await page.keyboard.press("2");
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction(() => document.querySelectorAll<HTMLElement>(".wall-pane")[1]?.dataset["frame"] === "0");
    assert.ok(Math.abs((await clockSec()) - 3.24) < 0.01);
  });

  it("moves a clip by whole frames and by milliseconds, takes it back, and keeps it as a mark with a reason", async () => {
    await goToWall("&at=8.000");
    await page.keyboard.press("2");
    for (const key of [".", ".", ",", ">", ">"]) await page.keyboard.press(key);
    await page.getByText("Aligned by hand, not kept: item 2 by +0.035 s.").waitFor();
    await page.keyboard.press("u");
    await page.getByText("item 2 by +0.034 s.").waitFor();
    const grip = page.locator(`.clip-lane[data-item=${ids[2]}] .clip-grip`);
    const box = await grip.boundingBox();
    assert.ok(box !== null);
    await page.mouse.move(box.x + 60, box.y + 2);
    await page.mouse.down();
    await page.mouse.move(box.x + 90, box.y + 2, { steps: 4 });
    await page.mouse.up();
    await page.waitForFunction((item) => (new URLSearchParams(window.location.search).get("moved") ?? "").includes(`${item}:`), ids[2]);
    const moved = await page.evaluate(() => new URLSearchParams(window.location.search).get("moved") ?? "");
    const by = Number(/i\d+:(-?[\d.]+)$/.exec(moved)?.[1]);
    assert.ok(by > 0.1 && Math.abs(by / 0.04 - Math.round(by / 0.04)) < 1e-3, `expected whole frames of 40 ms, found ${moved}`);
    await page.keyboard.press("u");
    await page.getByText("item 2 by +0.034 s.").waitFor();
    await page.getByRole("button", { name: "Keep with a reason…" }).click();
    const keep = page.getByRole("button", { name: "Keep", exact: true });
    assert.equal(await keep.isDisabled(), true);
    await page.getByLabel("Why these are one moment").fill("The bar passes the post in both");
    await keep.click();
    await page.locator(".draft-bar").waitFor({ state: "detached" });
    const { marks } = await get<{ marks: SyncMarkRow[] }>("/api/sync/marks");
    const [first, second] = ["0", "1"].map((n) => marks[0]?.points.find(({ item }) => item === ids[Number(n)]));
    assert.equal(marks[0]?.sort, "aligned");
    assert.equal(marks[0]?.text, "The bar passes the post in both");
    assert.ok(Math.abs(Number(first?.atS) - Number(second?.atS) - (3.24 + 0.034)) < 0.012);
  });

  it("M sets points in two clips, which become one mark; a mark can be withdrawn", async () => {
    await goToWall("&at=7.000&tab=marks");
    await page.keyboard.press("1");
    await page.keyboard.press("m");
    await page.keyboard.press("3");
    await page.keyboard.press("m");
    await page.getByLabel("What is seen or heard").fill("Light in the window");
    await page.getByRole("button", { name: "Make a mark of 2 points" }).click();
    const mark = page.locator("[data-mark]", { hasText: "Light in the window" });
    await mark.waitFor();
    assert.match((await mark.textContent()) ?? "", /flash.*item 1 00:07\.000 ± 0\.04/);
    const standing = page.locator("[data-mark]:not(.is-withdrawn)");
    for (let left = await standing.count(); left > 0; left--) {
      await standing.first().getByRole("button", { name: "Withdraw…" }).click();
      await page.getByRole("dialog").getByRole("textbox").fill("For the next test");
      await page.getByRole("dialog").getByRole("button", { name: "Withdraw…" }).click();
      await page.getByRole("dialog").waitFor({ state: "detached" });
      await page.waitForFunction((count) => document.querySelectorAll("[data-mark]:not(.is-withdrawn)").length === count, left - 1);
    }
    await patiently("no mark stands", async () =>
      (await get<{ marks: SyncMarkRow[] }>("/api/sync/marks")).marks.every(({ withdrawn }) => withdrawn !== undefined),
    );
  });

  it("a pair says how it fits and is rejected with a reason; the group is then in no loop, and says so", async () => {
    await goToWall("&tab=pairs");
    await page.locator(".sync-pair").nth(2).waitFor();
    await page.waitForFunction(() => document.querySelectorAll(".sync-pair[data-fit=fits]").length === 3);
    await page
      .getByText(/^Agrees .*of item [23]\./)
      .nth(2)
      .waitFor();
    await page
      .getByText(/^Off by more than 50 ms: at most \d+\.\d % .* an upper bound\.$/)
      .first()
      .waitFor();
    await page.locator(".sync-loops li[data-beyond=false]").getByText("1 → 2 → 3 → 1").waitFor();
    await page.getByRole("button", { name: "Reject the offset between 1 and 3" }).click();
    await page.getByRole("dialog").getByRole("textbox").fill("The third is an edit");
    await page.getByRole("dialog").getByRole("button", { name: "Reject…" }).click();
    await page.locator(".wall-head").getByText("unchecked").waitFor();
    await page.locator(".sync-pair", { hasText: "1 – 3" }).getByText("rejected, not used").waitFor();
    await page.getByText(/^Rejected by .*: The third is an edit$/).waitFor();
    await page.getByRole("tab", { name: "Plan" }).click();
    await page.getByText("unchecked: rests on 1 – 2, in no loop").waitFor();
    await page.getByText("unchecked: rests on 1 – 2; 2 – 3, in no loop").waitFor();
    await page.getByRole("tab", { name: "Pairs" }).click();
    await page.getByRole("button", { name: "Take back…" }).click();
    await page.getByRole("dialog").getByRole("textbox").fill("It is none");
    await page.getByRole("dialog").getByRole("button", { name: "Take back…" }).click();
    await page.locator(".wall-head").getByText("loops close").waitFor();
  });

  it("what is pinned to one clip is drawn through all lanes at its moment, and reached by key", async () => {
    const third = ids[2] as string;
    const detail = await detailOf(page, third);
    const table = await get<FrameTable>(`/api/items/${third}/frames`);
    await observe(page, third, detail, table, 50);
    await goToWall("&at=7.200");
    const pin = page.getByRole("button", { name: /^observation o\d+ of item 3 at 00:07\.5/ });
    await pin.waitFor();
    await page.keyboard.press("e");
    let tries = 0;
    while (Math.abs((await clockSec()) - 7.5) > 0.012 && tries++ < 60) await page.keyboard.press("e");
    assert.ok(Math.abs((await clockSec()) - 7.5) < 0.012, `found ${await clockSec()}`);
    const line = await page.locator(".event-line.is-observation").boundingBox();
    const lanes = await page.locator(".clip-lane").last().boundingBox();
    assert.ok(line !== null && lanes !== null && line.y + line.height >= lanes.y + lanes.height);
  });

  it("a link brings back the moment, the chosen clip, the stretch and the tab; unknown cameras are said, not drawn", async () => {
    await goToWall(`&at=9.125&chosen=${ids[2]}&span=8.000..10.000&tab=map`);
    assert.ok(Math.abs((await clockSec()) - 9.125) < 1e-6);
    assert.match((await pane(2).getAttribute("class")) ?? "", /is-chosen/);
    await page.getByText("Nothing says where these clips were filmed from: 1, 2, 3. They are not drawn.").waitFor();
    assert.equal(await page.locator("[data-testid=bench-map]").count(), 0);
    assert.equal(await page.getByRole("slider", { name: "Moment on the common clock" }).getAttribute("aria-valuemax"), "10");
    await page.mouse.move(700, 800);
    await page.keyboard.press("0");
    await page.waitForFunction(() => !new URLSearchParams(window.location.search).has("span"));
    await page.getByText("Absolute time unknown").waitFor();
  });

  it("the plan is kept as an inference, and goes out as OpenTimelineIO", async () => {
    await goToWall();
    await page.getByRole("button", { name: "Keep the plan…" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Keep", exact: true }).click();
    await page.getByText(/^Kept as n\d+\.$/).waitFor();
    await page.getByRole("button", { name: "Write out…" }).click();
    // Nobody stated that these may be published: the plan goes out only when a person says that they know.
    const save = page.getByRole("dialog").getByRole("button", { name: "Save the file" });
    await page
      .getByText(/3 of these items may not be published|consent unknown/)
      .first()
      .waitFor();
    assert.equal(await save.isDisabled(), true);
    await page.getByRole("dialog").getByRole("checkbox").check();
    const download = page.waitForEvent("download");
    await save.click();
    assert.match((await download).suggestedFilename(), /\.otio$/);
  });

  for (const [theme, width, tab] of [
    ["dark", 1440, "marks"],
    ["light", 390, "pairs"],
  ] as const)
    it(`can be read and is accessible: ${theme}, ${width} wide, with its ${tab}`, async () => {
      await page.setViewportSize({ width, height: 844 });
      await page.emulateMedia({ colorScheme: theme });
      await goToWall(`&tab=${tab}`);
      assert.deepEqual(await axeViolations(page), []);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), true);
      await page.setViewportSize({ width: 1440, height: 900 });
    });

  it("the key sheet lists the wall's keys, and the browser complained of nothing", async () => {
    await goToWall();
    await page.keyboard.press("?");
    for (const words of [
      "Chosen clip earlier by one of its frames",
      "Chosen clip later by 1 ms",
      "Point of a sync mark in the chosen clip",
    ])
      await page.getByText(words).waitFor();
    assert.deepEqual(bench.complaints, []);
  });
});

/** Where a minute is not too much on a loaded machine. */
function patiently(what: string, check: () => Promise<boolean>): Promise<void> {
  return eventually(what, check).catch(() => eventually(what, check));
}

function partOf(pixels: Pixels, left: number, top: number, width: number, height: number): Pixels {
  return { width: Math.floor(width), height, at: (x, y) => pixels.at(Math.floor(left) + x, Math.floor(top) + y) };
}

/** Frame that a clip should show by the truth it was made with; within half a millisecond of a change either will do. */
function dueOf(n: number, sec: number, shown: number | null): number | null {
  const { fps, beginsSec, lengthSec } = syncClips[n] ?? otherClip;
  // The plan's offsets are measured: they may be off by a few milliseconds, and the pictures with them.
  for (const slack of [0, 0.008, -0.008]) {
    const at = sec - beginsSec + slack;
    const due = at < 0 || at >= lengthSec ? null : Math.floor(at * fps + 1e-6);
    if (due === shown) return shown;
  }
  const at = sec - beginsSec;
  return at < 0 || at >= lengthSec ? null : Math.floor(at * fps + 1e-6);
}

function driftOf(seen: readonly Seen[]): { looks: number; unread: number; worstFrames: number } {
  let unread = 0;
  let worstFrames = 0;
  for (const { sec, panes } of seen)
    for (const [n, { levels, filmed }] of panes.entries()) {
      if (!filmed) continue;
      const code = codeOf(levels);
      if (code === null) unread++;
      else worstFrames = Math.max(worstFrames, Math.abs((dueOf(n, sec, code) ?? code) - code));
    }
  return { looks: seen.length, unread, worstFrames };
}

function codeOf(levels: readonly number[]): number | null {
  if (levels.length === 0) return null;
  const rgba = Uint8ClampedArray.from(levels.flatMap((level) => [level, level, level, 255]));
  return readFrameCode(rgba, levels.length, 1, { x: 0, y: 0, cellWidth: 1, cellHeight: 1, width: levels.length, height: 1 });
}

async function observe(page: Page, item: string, { probe }: ItemDetail, { timeBase, pts }: FrameTable, frame: number): Promise<void> {
  const stream = probe?.streams.find(({ type }) => type === "video")?.index ?? 0;
  const at = pts[frame] ?? 0;
  const body = {
    sort: "observation",
    range: { stream, timeBase, startPts: at, endPts: at, startFrame: frame, endFrame: frame },
    text: "A door opens",
  };
  const status = await page.evaluate(
    async ({ path, sent }) => (await fetch(path, { method: "POST", headers: { "content-type": "application/json" }, body: sent })).status,
    { path: `/api/items/${item}/observations`, sent: JSON.stringify(body) },
  );
  assert.ok(status < 300, `observation: ${status}`);
}

declare global {
  var wallTest: { look(): Seen; watch(untilSec: number): Promise<Seen[]> };
}

/** Runs in the page: reads clock, panes and pixels in one task, at each animation frame. */
const lookScript = `globalThis.wallTest ??= {
  look() {
    const panes = [...document.querySelectorAll(".wall-pane")].map((pane) => {
      const canvas = pane.querySelector("canvas.wall-canvas");
      const row = canvas?.getContext("2d")?.getImageData(0, ${codeRow.y}, canvas.width, 1).data;
      const levels = row === undefined ? [] : Array.from({ length: ${codeRow.cells} }, (_, at) => row[(at * ${codeRow.cell} + ${Math.floor(codeRow.cell / 2)}) * 4]);
      return { levels, filmed: pane.dataset.filmed === "yes", late: pane.dataset.late === "yes", frame: pane.dataset.frame };
    });
    return { sec: Number(document.querySelector("[data-testid=wall-clock]").dataset.sec), panes };
  },
  watch(untilSec) {
    return new Promise((resolve) => {
      const seen = [];
      const look = () => {
        seen.push(this.look());
        if (seen.at(-1).sec < untilSec) requestAnimationFrame(look);
        else resolve(seen);
      };
      requestAnimationFrame(look);
    });
  },
};`;
