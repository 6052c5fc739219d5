/** On the screen: tasks, comments, what changed and what is to be looked at again; and looking with care, at one case of two people. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { needs } from "../../scripts/testing/needs.ts";
import type { WellbeingAnswer } from "../../src/api/wellbeing.ts";
import { peopleAt } from "../tiers/people-at-a-case.ts";
import { axeViolations } from "./axe.ts";
import { reveal, settled } from "./bench-page.ts";
import { clearRequests, eventually, openWorkbench, type Workbench, workbenchPrograms } from "./open-workbench.ts";

/** Red for a second, green until 2.5 s, then blue: what was painted can be told by its colour. */
const threeColours = "color=black:s=160x120:r=10:d=4,format=rgb24,geq=r='255*lt(T,0.95)':g='255*between(T,0.95,2.45)':b='255*gt(T,2.45)'";

const hostile = "<img src=x onerror=alert(1)> @p1 see #i1@1.2 and #e1";

describe("the screen of tasks and changes", { skip: needs({ programs: workbenchPrograms }) }, () => {
  let workbench: Workbench;
  let page: Page;
  before(async () => {
    workbench = await openWorkbench({
      makeCase: async (path, desk) => {
        const folder = join(desk.folder, "material");
        mkdirSync(folder);
        const clip = ["-v", "error", "-f", "lavfi", "-i", threeColours, "-c:v", "libx264", "-pix_fmt", "yuv420p", "-g", "5"];
        execFileSync("ffmpeg", [...clip, join(folder, "clip.mp4")]);
        const people = peopleAt(desk, path);
        await people.collect(join(folder, "clip.mp4"));
        const other = await people.as("second");
        const event = { sort: "other", sortWords: "stop", title: "A car stops", time: "unknown", place: "unknown" };
        await other.post("/api/case-events", event);
        await other.post("/api/bearings", { item: "i1", on: "e1", sort: "shows", part: null, reason: "by the frames" });
        await other.post("/api/tasks", { title: "Find the bridge", about: { record: "i1", atS: 1.2 }, assigned: ["p1"] });
        await other.post("/api/comments", { about: { record: "i1", atS: 1.2 }, text: hostile, mentions: ["p1"] });
        await other.post("/api/case-events", { ...event, event: "e1", title: "A car stops twice", reason: "it went on once" });
        await people.leave();
      },
    });
    page = workbench.page;
  });
  after(() => workbench?.close());

  const go = async (path: string) => {
    await page.goto(`${workbench.served.origin}${path}`);
    await page.locator(".shell").waitFor();
  };

  it("counts in every screen's bar what is new for the person, and tells it first: mention and task", async () => {
    await go("/");
    const link = page.getByRole("link", { name: /^Tasks.*2 new for you/ });
    await link.click();
    await page.getByRole("link", { name: /^Since you last looked/ }).click();
    const mine = page.getByRole("region", { name: "For you" }).getByRole("listitem");
    await mine.first().waitFor();
    assert.deepEqual(await mine.locator("strong").allTextContents(), ["assigned to you", "mentions you"]);
    await page.getByRole("button", { name: "Mark as seen" }).click();
    await page.getByText("Nobody else wrote anything since you last looked.").waitFor();
    await page.getByRole("link", { name: /^Tasks$/ }).waitFor();
  });

  it("sets a task's state on the spot, and cancels none without a reason", async () => {
    await go("/work");
    const state = page.getByRole("combobox", { name: "State of tk1" });
    await state.selectOption("help-needed");
    await page.getByText("Task tk1 is set").waitFor({ state: "attached" });
    await state.selectOption("cancelled");
    const dialog = page.getByRole("dialog", { name: "Cancel task tk1" });
    assert.ok(await dialog.getByRole("button", { name: "Cancel task" }).isDisabled());
    await page.keyboard.press("Escape");
    assert.equal(await state.inputValue(), "help-needed");
  });

  it("shows the words of a comment as text, names people, links records; its stills are blurred, and nothing plays or is asked for clear", async () => {
    workbench.requests.length = 0;
    await go("/items/i1?tab=comments");
    const comment = page.locator("article#cm1");
    await comment.getByRole("link", { name: "e1", exact: true }).waitFor();
    const words = (await comment.locator(".comment-text").innerText()).replace(/@\S+ \(p1\)/, "@ME");
    assert.equal(words, "<img src=x onerror=alert(1)> @ME see i1 1.2 s and e1");
    assert.equal(await comment.locator("video, audio, canvas").count(), 0);
    assert.deepEqual(clearRequests(workbench.requests), []);
    assert.deepEqual(workbench.complaints, []);
    const still = comment.getByRole("link", { name: "at 1.2 s" });
    await still.click();
    await page.waitForURL(/frame=12/);
  });

  it("picks people by @ with the keyboard, and writes who is meant by an opaque id", async () => {
    await go("/events/e1");
    const field = page.getByRole("textbox", { name: "Comment" });
    await field.fill("Ask ");
    await field.press("End");
    await field.pressSequentially("@p2");
    await page.getByRole("listbox", { name: "People of the case" }).getByRole("option").waitFor();
    await field.press("Enter");
    assert.equal(await field.inputValue(), "Ask @p2 ");
    await field.press("Control+Enter");
    await page.locator("article#cm2 .mention").waitFor();
    await page.getByRole("button", { name: "Take back cm2" }).click();
    await page.getByRole("dialog").getByRole("textbox").fill("asked already");
    await page.getByRole("dialog").getByRole("button", { name: "Take back" }).click();
    await page.locator("article#cm2.is-withdrawn").waitFor();
  });

  it("lists the judgement whose ground changed, with the way and the lines; made a task, and then kept with a reason", async () => {
    await go("/work?part=stale");
    const row = page.locator(".stale", { hasText: "b1" });
    await row.waitFor();
    assert.match(await row.locator(".stale-path").innerText(), /about e1 as of line \d+\s+stated anew in line \d+/);
    await row.getByRole("button", { name: "Make a task of it" }).click();
    const dialog = page.getByRole("dialog");
    assert.equal(await dialog.getByRole("textbox", { name: "About record" }).inputValue(), "b1");
    await dialog.getByRole("button", { name: "Write" }).click();
    await dialog.waitFor({ state: "detached" });
    await row.getByRole("button", { name: "It holds" }).click();
    await dialog.getByRole("textbox").fill("seen in both clips");
    await dialog.getByRole("button", { name: "It holds" }).click();
    await page.getByText("Nothing that a judgement rests on changed since it was made.").waitFor();
  });

  it("covers everything at Esc twice, also over a dialog", async () => {
    await go("/work");
    await page.getByRole("button", { name: "New task" }).waitFor();
    await page.keyboard.press("n");
    await page.getByRole("dialog", { name: "New task" }).waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await page.locator(".blank-cover").waitFor();
    await page.getByRole("button", { name: "Go on, covered" }).click();
  });

  for (const [part, width] of [
    ["/work", 1440],
    ["/work?part=changes", 390],
    ["/items/i1?tab=comments", 390],
  ] as const)
    it(`is found without fault by axe and fits its width: ${part} at ${width}`, async () => {
      await page.setViewportSize({ width, height: 844 });
      await go(part);
      await page.waitForTimeout(200);
      assert.deepEqual(await axeViolations(page), []);
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width);
    });

  const bench = async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(`${workbench.served.origin}/items/i1`);
    await page.locator(".cover-card, .stage-canvas").first().waitFor();
  };
  const minutes = () => page.evaluate(async () => (await (await fetch("/api/wellbeing")).json()) as unknown) as Promise<WellbeingAnswer>;

  it("says before a reveal what there is to see, who said so, and what others noted; with a blurred contact sheet", async () => {
    await bench();
    await page.getByText("Nobody said yet how hard this is to look at. Expect anything.").waitFor();
    await page.evaluate(async () => {
      const post = (path: string, body: object) =>
        fetch(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
      await post("/api/items/triage", { items: ["i1"], graphicLevel: "severe" });
      await post("/api/items/i1/notes", { text: "The green part is the hard one." });
      await post("/api/items/i1/notes", { text: "Nothing is said." });
    });
    const card = page.locator(".cover-card");
    await card.getByText(/^Severe: injury or death seen closely/).waitFor();
    await card.getByText(/^Said by .+ UTC\.$/).waitFor();
    await card.getByText("Read all 2 notes instead").click();
    await card.getByText("The green part is the hard one.").waitFor();
    await card.getByText("Blurred contact sheet").click();
    await card.locator(".filmstrip-tile").first().waitFor();
    assert.ok((await card.locator(".filmstrip-tile").count()) >= 2);
    assert.deepEqual(clearRequests(workbench.requests), []);
    assert.deepEqual(await axeViolations(page), []);
  });

  it("goes past a marked stretch while it plays: no frame of it is painted; and paints it once the person says so", async () => {
    await bench();
    await reveal(page);
    for (const key of ["Home", "PageDown", "i", "PageDown", ...Array<string>(4).fill("ArrowRight"), "o"]) {
      await page.keyboard.press(key);
      await settled(page);
    }
    await page.getByRole("button", { name: "Mark as graphic" }).click();
    await page.getByRole("dialog").getByRole("textbox").fill("the green part");
    await page.getByRole("dialog").getByRole("button", { name: "Write" }).click();
    const skip = page.getByRole("button", { name: "Skip graphic stretch" });
    await skip.waitFor();
    assert.deepEqual(await coloursWhilePlaying(page), ["red", "blue"]);
    await skip.click();
    assert.deepEqual(await coloursWhilePlaying(page), ["red", "green", "blue"]);
    await page.keyboard.press("b");
    await page.locator(".cover-card").getByText("1 stretch is marked as graphic:").waitFor();
    await page.locator(".cover-card").getByText("the green part", { exact: true }).waitFor();
  });

  it("counts seconds only while something unveiled is in sight, by its level, and tells no item and no case", async () => {
    await bench();
    // What was in sight in the second before is told once it is out of sight.
    await page.waitForTimeout(2000);
    const before = (await minutes()).days;
    await page.waitForTimeout(2500);
    assert.deepEqual((await minutes()).days, before);
    await reveal(page);
    await page.waitForTimeout(2500);
    await page.keyboard.press("b");
    const severe = (answer: WellbeingAnswer) => Object.values(answer.days)[0]?.severe ?? 0;
    await eventually("seconds of the level", async () => severe(await minutes()) > severe({ days: before } as WellbeingAnswer) + 1);
    const book = readFileSync(join(workbench.desk.folder, "config", "wellbeing.json"), "utf8");
    assert.doesNotMatch(book, /i1|clip|case/);
  });

  it("proposes the break that the person chose, covers everything when they take it, and forgets all of it when asked", async () => {
    await bench();
    await page.getByRole("button", { name: "My exposure" }).click();
    const dialog = page.getByRole("dialog", { name: "My exposure" });
    await dialog.getByRole("table").waitFor();
    assert.deepEqual(await axeViolations(page), []);
    await dialog.getByRole("textbox", { name: "Limit a day (minutes)" }).fill("1");
    assert.equal(await dialog.getByRole("checkbox").isChecked(), false);
    await dialog.getByRole("button", { name: "Keep" }).click();
    await page.getByText("Kept", { exact: true }).waitFor({ state: "attached" });
    await page.keyboard.press("Escape");
    const prompt = page.locator(".break-prompt");
    assert.equal(await prompt.count(), 0);
    // The rest of the minute, as the page itself tells it.
    await page.evaluate(async () => {
      const day = new Date();
      const two = (part: number) => String(part).padStart(2, "0");
      const body = { day: `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`, seconds: { severe: 60 } };
      await fetch("/api/wellbeing/exposure", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    });
    await bench();
    await reveal(page);
    await prompt.getByText("You reached the 1 minute a day that you set.").waitFor();
    assert.equal(await prompt.getByRole("button", { name: "Write a task about it" }).count(), 0);
    await prompt.getByRole("button", { name: "Cover everything" }).click();
    await page.locator(".cover-card").waitFor();
    assert.equal(await prompt.count(), 0);
    await page.getByRole("button", { name: "My exposure" }).click();
    await dialog.getByRole("button", { name: "Forget my minutes and wishes" }).click();
    await dialog.getByRole("button", { name: "Forget them now" }).click();
    await eventually("nothing any more", async () => Object.keys((await minutes()).days).length === 0);
  });
});

/** Plays from the beginning to the end, and tells which colours the canvas held, in their order. */
async function coloursWhilePlaying(page: Page): Promise<string[]> {
  await page.keyboard.press("Home");
  await settled(page);
  return page.evaluate(async () => {
    const canvas = document.querySelector<HTMLCanvasElement>(".stage-canvas");
    const seen: string[] = [];
    document.querySelector<HTMLButtonElement>("button[aria-label='Play']")?.click();
    const until = performance.now() + 6000;
    while (performance.now() < until) {
      await new Promise((next) => requestAnimationFrame(next));
      const pixel = canvas?.getContext("2d")?.getImageData(canvas.width >> 1, canvas.height >> 1, 1, 1).data ?? [0, 0, 0];
      const colour = ["red", "green", "blue"][[...pixel].slice(0, 3).indexOf(Math.max(...[...pixel].slice(0, 3)))] ?? "";
      if (seen.at(-1) !== colour) seen.push(colour);
      if (colour === "blue" && document.querySelector("button[aria-label='Pause']") === null) break;
    }
    return seen;
  });
}
