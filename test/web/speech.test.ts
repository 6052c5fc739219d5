/**
 * Writing down what is said, as two people do it: one makes segments on the waveform, writes, translates and takes a draft over; the
 * other reads them against the recording. A real clip, a real browser, its own keys.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { needs } from "../../scripts/testing/needs.ts";
import type { ItemDetail } from "../../src/api/items.ts";
import type { FrameTable } from "../../src/core/analysis/probe-result.ts";
import type { TierAnswer, TiersAnswer } from "../../src/api/tiers.ts";
import { axeInBothThemes, axeViolations } from "./axe.ts";
import { itemNamed } from "./bench-page.ts";
import { clearRequests, eventually, openWorkbench, type Workbench, workbenchPrograms } from "./open-workbench.ts";
import { decodePixels, mostColour, pixelsOf, sharpestEdge } from "./pixels.ts";
import { documentOf, get, makeSpokenClip, openAsSecondPerson, type SecondPerson, segment, writeTier, writeWhisper } from "./speech-case.ts";

describe("writing down what is said", { skip: needs({ programs: workbenchPrograms }) }, () => {
  let bench: Workbench;
  let page: Page;
  let item: ItemDetail["row"]["id"];
  let second: SecondPerson | undefined;
  const tier = (id: string) => get<TierAnswer>(page, `/api/tiers/${id}`);
  const open = async (query: string): Promise<void> => {
    await page.goto(`${new URL(page.url()).origin}/speech/${item}${query}`);
    await page.locator(".wave-panel").waitFor();
    // What is drawn listens to keys one turn later.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))));
  };
  const field = () => page.locator(".row-field");
  const said = () => page.getByTestId("announcements").textContent();
  const tells = (words: RegExp) => eventually(String(words), async () => words.test((await said()) ?? ""));
  const listening = async (): Promise<void> => {
    await page.locator("body").click({ position: { x: 5, y: 880 } });
    await page.keyboard.press("b");
    await page.locator("video.speech-picture").waitFor();
    await page.keyboard.press("Shift+M");
    await page.locator(".speech-stage", { hasText: "Sound only" }).waitFor();
  };
  /** Drags over the waveform between two times, as it is shown now: the whole clip. */
  const drag = async (fromSec: number, toSec: number): Promise<void> => {
    const box = await page.locator(".wave-sound").boundingBox();
    assert.ok(box !== null);
    const x = (sec: number): number => box.x + (sec / 6) * box.width;
    await page.mouse.move(x(fromSec), box.y + 80);
    await page.mouse.down();
    await page.mouse.move(x((fromSec + toSec) / 2), box.y + 80);
    await page.mouse.move(x(toSec), box.y + 80);
    await page.mouse.up();
  };
  const write = async (reason?: string): Promise<void> => {
    await page.keyboard.press("Control+s");
    if (reason !== undefined) await page.getByLabel("What was changed, and why").fill(reason);
    await page.getByRole("button", { name: "Write", exact: true }).click();
    await tells(/Version \d+ is in the case/);
  };

  before(async () => {
    bench = await openWorkbench({ material: (folder) => makeSpokenClip(join(folder, "square.mp4")) });
    page = bench.page;
    item = (await itemNamed(page, "square.mp4")).id;
    await eventually("the clip can be drawn and played", async () => {
      const { media } = await get<ItemDetail>(page, `/api/items/${item}`);
      return media.waveform && media.frames && (media.play === "original" || media.play === "proxy");
    });
  });
  after(async () => {
    second?.served.child.kill("SIGKILL");
    second?.close();
    await bench?.close();
  });

  it("the list says which items sound and that nothing is written of them", async () => {
    await page.getByRole("link", { name: "Speech", exact: true }).click();
    await page.locator(`[data-item=${item}]`, { hasText: "No tier yet." }).waitFor();
    await page.getByRole("button", { name: /^Draft by a program/ }).click();
    await page.getByText("No item is in this list.").waitFor();
    assert.ok(page.url().endsWith("/speech?state=draft"));
    assert.deepEqual(await axeViolations(page), []);
  });

  it("nothing clear is asked for, and nothing sounds, before the item is uncovered; then it is grey and mute", async () => {
    bench.requests.length = 0;
    await open("?tier=new&sort=verbatim&language=uk");
    await page.keyboard.press("Control+Space");
    await tells(/covered: press B/);
    assert.deepEqual(clearRequests(bench.requests), []);
    const stage = await page.locator(".speech-stage .shielded").boundingBox();
    assert.ok(stage !== null);
    // Beside the card that stands over the picture, and within it.
    const beside = { x: stage.x, y: stage.y + 24, width: 8, height: stage.height - 48 };
    const covered = await decodePixels(await page.screenshot({ clip: beside }));
    assert.ok(sharpestEdge(covered) < 40 && mostColour(covered) < 12);
    await page.keyboard.press("b");
    const picture = page.locator("video.speech-picture");
    await picture.waitFor();
    await eventually("a picture", () => picture.evaluate((element: HTMLVideoElement) => element.readyState >= 2));
    assert.ok(mostColour(await pixelsOf(picture)) < 12);
    assert.equal(await picture.evaluate((element: HTMLVideoElement) => element.muted), true);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await page.locator(".blank-cover").waitFor();
    assert.equal(await page.locator("video, audio").count(), 0);
    await page.keyboard.press("Enter");
  });

  it("item time is what the player shows: sound, ticks and picture of a clip with B-frames stand where they are heard and seen", async () => {
    const frames = await get<FrameTable>(page, `/api/items/${item}/frames`);
    const stored = ((frames.pts[0] ?? 0) * frames.timeBase.num) / frames.timeBase.den;
    assert.ok(stored - (frames.edited[0] ?? 0) > 0.03, "the clip must store its frames later than it shows them");
    await eventually("sudden sounds", async () => (await get<ItemDetail>(page, `/api/items/${item}`)).media.soundEvents);
    await open("?tier=new&sort=verbatim&language=uk&at=2.000");
    // The colour of sound in each column of the waveform, which shows the whole clip.
    const loud = await page.locator("canvas.wave-shape").evaluate((canvas: HTMLCanvasElement) => {
      const { data, width, height } = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height) ?? new ImageData(1, 1);
      return Array.from({ length: width }, (_, x) => {
        let drawn = 0;
        for (let y = 0; y < height; y++) if ((data[(y * width + x) * 4 + 3] ?? 0) > 0) drawn++;
        return drawn > height / 6;
      });
    });
    const onset = loud.findIndex((is, x) => is && x > loud.length / 4);
    assert.ok(Math.abs((onset / loud.length) * 6 - 2) < 0.03, `expected sound from 2 s on, found ${(onset / loud.length) * 6}`);
    const tick = await page
      .locator(".sound-tick")
      .last()
      .evaluate((element: HTMLElement) => (Number.parseFloat(element.style.left) / 100) * 6);
    assert.ok(Math.abs(tick - 3.9) < 0.03, `expected the crack at 3.9 s, found ${tick}`);
    await page.keyboard.press("b");
    const picture = page.locator("video.speech-picture");
    await picture.waitFor();
    await eventually("the frame at 2 s", () => picture.evaluate((element: HTMLVideoElement) => Math.abs(element.currentTime - 2) < 0.001));
    assert.match((await page.locator(".speech-clock").textContent()) ?? "", /frame 50/);
  });

  it("a selection becomes a segment by Alt+N, is written in, and is in the case once it is written as a version", async () => {
    await open("?tier=new&sort=verbatim&language=uk");
    await drag(0, 1);
    await page.keyboard.press("Alt+n");
    await field().waitFor();
    await page.keyboard.type("Стій, не рухайся");
    await page.keyboard.press("Alt+u");
    await page.keyboard.press("Alt+1");
    await page.keyboard.press("Escape");
    await drag(2, 3);
    await page.keyboard.press("Alt+n");
    await page.keyboard.type("Да я же говорю");
    await page.keyboard.press("Alt+2");
    await page.getByRole("combobox", { name: "Language" }).fill("ru");
    assert.equal((await get<TiersAnswer>(page, `/api/items/${item}/tiers`)).tiers.length, 0);
    await write();
    await page.waitForURL(/tier=w1/);
    const [first, second] = documentOf(await tier("w1"));
    assert.equal(first?.text, "Стій, не рухайся /unintelligible/");
    assert.deepEqual([first?.speaker, second?.speaker, second?.language], ["SPK1", "SPK2", "ru"]);
    for (const [one, at] of [
      [first, 0],
      [second, 2],
    ] as const)
      assert.ok(
        one !== undefined && Math.abs(one.startMs - at * 1000) <= 20 && Math.abs(one.endMs - one.startMs - 1000) <= 20,
        JSON.stringify(one),
      );
    assert.deepEqual(await axeViolations(page), []);
    await page.getByRole("button", { name: "Export" }).click();
    // Nobody said that it may be published: whoever takes it out answers for that.
    await page.getByRole("checkbox", { name: "I know. I am answerable for where this file goes." }).check();
    await page.getByRole("status", { name: "What this format cannot hold" }).waitFor();
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save the file" }).click()]);
    const file = readFileSync(await download.path(), "utf8");
    assert.match(file, /00:00:02\.0[0-2]\d --> 00:00:03\.0[0-2]\d/);
  });

  it("an edge is dragged and undone, a segment is split at the play position and joined, all without writing", async () => {
    await open("?tier=w1&segment=1");
    const shown = page.locator('.seg[data-segment="1"]');
    const end = shown.locator(".seg-edge.is-end");
    const handle = await end.boundingBox();
    assert.ok(handle !== null);
    await page.mouse.move(handle.x + 3, handle.y + 8);
    await page.mouse.down();
    await page.mouse.move(handle.x + 60, handle.y + 8);
    await page.mouse.move(handle.x + 120, handle.y + 8);
    await page.mouse.up();
    await page.locator(".draft-row", { hasText: "1 segment changed" }).waitFor();
    await page.keyboard.press("Control+z");
    await page.locator(".draft-row", { hasText: "As version 1 in the case." }).waitFor();
    await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("Shift+ArrowLeft");
    for (let n = 0; n < 20; n++) await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Alt+k");
    await page.locator('.seg[data-segment="3"]').waitFor();
    await page.keyboard.press("Alt+j");
    await page.locator('.seg[data-segment="3"]').waitFor({ state: "detached" });
    // Joined again it says what it said: nothing is left to write.
    await page.locator(".draft-row", { hasText: "As version 1 in the case." }).waitFor();
    // What it may also say is an empty field, and nothing in the segment, before words are typed there.
    await page.keyboard.press("Alt+a");
    const other = page.getByRole("textbox", { name: "What it may also say, 1" });
    await eventually("the empty field to be typed in", () => other.evaluate((element) => element === document.activeElement));
    assert.equal(await other.inputValue(), "");
    await page.locator(".draft-row", { hasText: "As version 1 in the case." }).waitFor();
    await page.keyboard.type("Стіл");
    await page.locator(".draft-row", { hasText: "1 segment changed" }).waitFor();
    assert.equal(await other.inputValue(), "Стіл");
    await other.fill("");
    await page.locator(".draft-row", { hasText: "As version 1 in the case." }).waitFor();
    assert.equal((await tier("w1")).version, 1);
  });

  it("what was typed is told in another tab, is there again once its own was closed, and is kept nowhere once it is written", async () => {
    await open("?tier=w1&segment=2");
    await page.keyboard.press("Alt+m");
    await page.keyboard.press("End");
    await page.keyboard.type(", не стреляй");
    await page.locator(".draft-row", { hasText: "kept in this browser only" }).waitFor();
    // The test ends the tab as a crash would, which no event tells.
    await page.waitForFunction(() => Object.values(localStorage).some((kept) => kept.includes("не стреляй")));
    const context = page.context();
    const origin = bench.served.origin;
    const other = await context.newPage();
    other.on("pageerror", (error) => bench.complaints.push(error.message));
    await other.goto(`${origin}/speech/${item}?tier=w1&segment=2`);
    await other.getByText("This tier is open in another tab").waitFor();
    await other.locator('.seg-row[data-segment="2"].is-chosen').waitFor();
    assert.equal(await other.locator(".row-field").count(), 0);
    await page.close();
    page = other;
    await page.getByText("Brought back: what you typed").waitFor();
    await field().waitFor();
    assert.equal(await field().inputValue(), "Да я же говорю, не стреляй");
    await write("the end of the sentence");
    assert.equal(documentOf(await tier("w1"))[1]?.text, "Да я же говорю, не стреляй");
    assert.equal(await page.evaluate(() => Object.keys(localStorage).filter((name) => name.includes(".speech.")).length), 0);
    // What a version holds is not undone past it.
    assert.ok(await page.getByRole("button", { name: "Undo", exact: true }).isDisabled());
  });

  it("Enter goes on to the next segment and plays it; Tab plays, and Escape lets Tab move on", async () => {
    await open("?tier=w1&segment=1");
    await listening();
    await page.keyboard.press("Alt+-");
    await page.keyboard.press("Alt+-");
    await page.keyboard.press("Alt+m");
    await page.keyboard.press("Enter");
    await page.locator('.seg-row[data-segment="2"].is-chosen.is-current').waitFor();
    await page.locator('.seg-row[data-segment="2"]:not(.is-current)').waitFor();
    assert.ok(await field().evaluate((element) => element === document.activeElement));
    await page.keyboard.press("Shift+Tab");
    await page.locator('.seg-row[data-segment="2"].is-current').waitFor();
    await page.keyboard.press("Tab");
    await eventually("a pause", () => page.locator("video.speech-picture").evaluate((element: HTMLVideoElement) => element.paused));
    await page.keyboard.press("Escape");
    await page.keyboard.press("Tab");
    assert.ok(await field().evaluate((element) => element !== document.activeElement));
  });

  it("half the speed keeps the pitch, a loop begins again, and steps are 10 ms, a frame and a second", async () => {
    await open("?tier=w1&at=2.000");
    await listening();
    const stands = (ms: number) => page.locator(`[data-testid=speech-clock][data-at="${ms}"]`).waitFor();
    await stands(2000);
    await page.keyboard.press("Control+Shift+ArrowRight");
    await stands(2010);
    await page.keyboard.press("Control+ArrowRight");
    await stands(2040);
    await page.keyboard.press("Shift+ArrowLeft");
    await stands(1040);
    await page.keyboard.press("Alt+-");
    await page.keyboard.press("Alt+-");
    await drag(2, 2.3);
    await page.keyboard.press("r");
    await page.keyboard.press("Shift+Space");
    await eventually("half the speed at the same pitch", () =>
      page.locator("video.speech-picture").evaluate((element: HTMLVideoElement) => element.preservesPitch && element.playbackRate === 0.5),
    );
    let last = 0;
    let turns = 0;
    await eventually("the loop to begin again twice", async () => {
      const now = Number(await page.getByTestId("speech-clock").getAttribute("data-at"));
      if (now < last) turns++;
      last = now;
      return turns >= 2;
    });
    await page.keyboard.press("Shift+Space");
  });

  it("a recogniser's words are shown as a draft everywhere, and what is lost by an import is told before it is done", async () => {
    await open("?tier=w1");
    await page.getByRole("button", { name: "Import", exact: true }).click();
    await page.locator("input[type=file]").setInputFiles(writeWhisper(bench.desk.folder));
    await page.getByRole("combobox", { name: "Language" }).fill("uk");
    // The words of a subtitle may be anybody's: without saying whose there is nothing to look at. Those of Whisper are a program's.
    await page.getByRole("combobox", { name: "Format" }).selectOption("srt");
    assert.ok(await page.getByRole("button", { name: "Look what it holds" }).isDisabled());
    await page.getByRole("combobox", { name: "Format" }).selectOption("whisper-json");
    assert.ok(await page.getByRole("radio", { name: /A program/ }).isChecked());
    await page.getByRole("button", { name: "Look what it holds" }).click();
    const preview = page.getByRole("status", { name: "What would be read" });
    await preview.getByText("2 a program's draft").waitFor();
    assert.equal((await get<TiersAnswer>(page, `/api/items/${item}/tiers`)).tiers.length, 1);
    await page.locator("dialog").getByRole("button", { name: "Import", exact: true }).click();
    await page.waitForURL(/tier=w2/);
    await page.getByText("2 segments are a program's draft, not a transcript.").waitFor();
    assert.equal(await page.locator(".seg-lane.is-active .seg.is-machine").count(), 2);
    assert.equal(await page.locator(".seg-row.is-machine", { hasText: "Draft by a program" }).count(), 2);
    await page.locator('.seg-row[data-segment="2"]').getByText("may be invented").waitFor();
    assert.deepEqual(await axeViolations(page), []);
    await page.goto(`${bench.served.origin}/items/${item}?tab=transcript`);
    await page.locator(".transcript-tiers li", { hasText: "uk" }).last().getByText("Draft by a program").waitFor();
  });

  it("a draft is taken over by a key only after it sounded, and not while it is mute", async () => {
    await open("?tier=w2&segment=2");
    // A letter that is typed and deleted leaves the program's words the program's, with its doubts.
    await page.keyboard.press("Alt+m");
    await page.keyboard.press("End");
    await page.keyboard.type("x");
    await page.locator('.seg-row[data-segment="2"]:not(.is-machine)').waitFor();
    await page.keyboard.press("Backspace");
    await page.locator('.seg-row[data-segment="2"].is-machine', { hasText: "may be invented" }).waitFor();
    // Other words are a person's, and are named before they are written: they did not sound here.
    await page.keyboard.type("!");
    await page.keyboard.press("Control+s");
    await page.getByLabel("What was changed, and why").fill("a sign");
    await page.getByText("took over without hearing it since this page was opened: #2").waitFor();
    await page.getByText("with its words as they were, but for spaces, signs or capitals: #2").waitFor();
    assert.ok(await page.getByRole("button", { name: "Write", exact: true }).isDisabled());
    await page.keyboard.press("Escape");
    await page.locator("dialog").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Give up changes" }).click();
    await page.getByRole("button", { name: "Give them up for good" }).click();
    await page.locator('.seg-row[data-segment="2"].is-machine').waitFor();
    await open("?tier=w2&segment=1");
    const draft = page.locator('.seg-row[data-segment="1"]');
    await page.keyboard.press("b");
    await page.locator("video.speech-picture").waitFor();
    await page.keyboard.press("Alt+t");
    await tells(/It is mute/);
    await page.keyboard.press("Shift+M");
    await page.keyboard.press("Alt+t");
    await tells(/Heard\. Alt\+T takes it over/);
    assert.ok(((await draft.getAttribute("class")) ?? "").includes("is-machine"));
    await page.keyboard.press("Alt+t");
    await tells(/Segment 1 taken over/);
    await write("heard and right");
    const [taken, left] = documentOf(await tier("w2"));
    assert.equal(taken?.machine, null);
    assert.deepEqual(left?.machine?.suspect, ["no-speech", "low-probability"]);
    await page.getByText("1 segment is a program's draft, not a transcript.").waitFor();
  });

  it("a translation is written beside its tier, segment by segment, and Arabic and Hebrew run from right to left", async () => {
    const arabic = await writeTier(page, {
      ...{ item, sort: "verbatim", language: "ar" },
      segments: [
        segment(1, 4000, 5000, "انتبه، السيارة تتحرك"),
        segment(2, 5100, 5600, "ELAN עובד", { language: "he" }),
        segment(3, 5600, 5900, "Стій", { language: "uk" }),
      ],
    });
    await open(`?tier=new&sort=translation&language=en&from=${arabic}`);
    const source = page.locator(".row-source .tier-words");
    assert.deepEqual(await source.evaluateAll((all) => all.map((one) => getComputedStyle(one).direction)), ["rtl", "rtl", "ltr"]);
    await page.getByRole("button", { name: /Of segment 1 at/ }).click();
    await page.keyboard.type("Careful, the car is moving");
    assert.equal(await field().evaluate((element) => getComputedStyle(element).direction), "ltr");
    await page.keyboard.press("Enter");
    await page.keyboard.type("ELAN works");
    await write();
    await page.waitForURL(/tier=w4/);
    const answer = await tier("w4");
    assert.deepEqual(answer.tier.from, { tier: arabic, version: 1 });
    assert.deepEqual(
      documentOf(answer).map(({ of, startMs, text }) => [of, startMs, text]),
      [
        [1, 4000, "Careful, the car is moving"],
        [2, 5100, "ELAN works"],
      ],
    );
  });

  it("where seen words stand is drawn on the picture at their time, and never on a covered one", async () => {
    const box = { x: 250_000, y: 500_000, width: 500_000, height: 250_000 };
    const signs = await writeTier(page, {
      ...{ item, sort: "on-screen", language: "uk" },
      segments: [segment(1, 1000, 3000, "АПТЕКА", { box }), segment(2, 4000, 5000, "ХЛІБ", { box })],
    });
    await open(`?tier=${signs}&at=2.000`);
    assert.equal(await page.locator(".frame-box").count(), 0);
    await page.keyboard.press("b");
    const drawn = await page.locator(".frame-box", { hasText: "#1" }).boundingBox();
    const picture = await page.locator("video.speech-picture").boundingBox();
    assert.ok(drawn !== null && picture !== null);
    // The clip is wider than the stage: it fills its width, and is letterboxed.
    const height = (picture.width * 180) / 320;
    assert.ok(
      Math.abs(drawn.width - picture.width / 2) <= 3 && Math.abs(drawn.height - height / 4) <= 3,
      JSON.stringify({ drawn, picture }),
    );
    assert.ok(Math.abs(drawn.y - (picture.y + (picture.height - height) / 2 + height / 2)) <= 3);
    assert.equal(await page.locator(".frame-box").count(), 1);
  });

  it("whoever wrote words is told by its rule why they cannot review them", async () => {
    await open("?tier=w1&part=review");
    await page.getByText("Whoever wrote words does not review them.").waitFor();
    assert.ok(await page.getByRole("button", { name: /^Listen, to agree/ }).isDisabled());
    await open("?tier=w4&part=review");
    await page.getByText("Whoever translated words does not review them.").waitFor();
    assert.deepEqual(await axeViolations(page), []);
  });

  it("words that somebody else wrote meanwhile are told, and what was typed is brought onto them", async () => {
    await open("?tier=w1&segment=1");
    await page.keyboard.press("Alt+m");
    await page.keyboard.press("End");
    await page.keyboard.type("!");
    const { version, document } = await tier("w1");
    assert.ok(document !== "withheld");
    const segments = document.segments.map((one) => (one.id === 2 ? { ...one, text: "Да я же говорю" } : one));
    await writeTier(page, { tier: "w1", base: version, item, sort: "verbatim", language: "uk", segments, reason: "less of it" });
    await page.getByText(`Somebody wrote version ${version + 1} meanwhile`).waitFor();
    await page.getByRole("button", { name: `Bring them onto version ${version + 1}` }).click();
    await write("an exclamation");
    assert.deepEqual(
      documentOf(await tier("w1")).map(({ text }) => text),
      ["Стій, не рухайся /unintelligible/!", "Да я же говорю"],
    );
  });

  it("the transcript stands beside the picture on the bench, and a click goes to its time", async () => {
    await page.goto(`${bench.served.origin}/items/${item}?tab=transcript`);
    await page.getByRole("button", { name: "To 00:02" }).first().click();
    await page.locator(".transcript-rows li.is-present", { hasText: "Да я же говорю" }).waitFor();
    await page.locator(".readout[data-frame='50']").waitFor();
    assert.deepEqual(await axeViolations(page), []);
  });

  it("it is all there 390 wide, in light and dark, and nothing scrolls sideways", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    for (const [path, ready] of [
      ["/speech", ".speech-card-tiers"],
      [`/speech/${item}?tier=w1&segment=1`, ".row-field"],
      [`/speech/${item}?tier=w4&part=review`, ".review-card"],
    ] as const) {
      await page.goto(bench.served.origin + path);
      await page.locator(ready).first().waitFor();
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)) <= 0, path);
      assert.deepEqual(await axeInBothThemes(page), [], path);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it("a second person hears each segment before they agree, and only what they recorded may carry a quote", async () => {
    await bench.kill();
    second = await openAsSecondPerson(bench.casePath, page);
    await open("?tier=w1&part=review");
    await page.getByText("2 segments are left for you to read.").waitFor();
    await page.keyboard.press("b");
    await page.locator("video.speech-picture").waitFor();
    await page.keyboard.press("Shift+M");
    await page.keyboard.press("a");
    await tells(/Listen first/);
    await page.getByRole("button", { name: /^Agree/ }).waitFor();
    await page.keyboard.press("a");
    await page.locator('.review-card[data-segment="2"]').waitFor();
    assert.equal((await tier("w1")).reviews.length, 0);
    await page.keyboard.press("d");
    await page.getByLabel("What is wrong, and what you hear").fill("it goes on: не стреляй");
    await page.keyboard.press("Control+Enter");
    await tells(/1 segment recorded/);
    await page.getByRole("button", { name: "Record 1 agreed" }).click();
    await eventually("both reviews", async () => (await tier("w1")).reviews.length === 2);
    const { states } = await tier("w1");
    assert.deepEqual(
      states.map(({ standing, obstacle }) => [standing, obstacle]),
      [
        ["reviewed", null],
        ["disagreed", "disagreed"],
      ],
    );
    await page.keyboard.press("v");
    await page.locator('.review-card[data-segment="1"]').getByText("May carry a quote", { exact: true }).waitFor();
  });

  it("whoever changes what they reviewed wrote it, so another must read it; the history shows the words and hidden marks", async () => {
    await open("?tier=w1&segment=1");
    await page.locator('.seg-row[data-segment="1"]', { hasText: "Reviewed" }).waitFor();
    await page.keyboard.press("Alt+m");
    await page.keyboard.press("End");
    await page.keyboard.insertText("?\u202e");
    await write("a question");
    await page.locator('.seg-row[data-segment="1"]', { hasText: "Written, not reviewed" }).waitFor();
    await open("?tier=w1&part=history");
    await page.getByText("it goes on: не стреляй").waitFor();
    assert.equal(await page.locator(".difference-list del").first().textContent(), " /unintelligible/!");
    assert.equal(await page.locator(".difference-list ins").first().textContent(), " /unintelligible/!?RLO");
    assert.equal(await page.locator(".difference-list ins .hidden-mark").count(), 1);
    assert.deepEqual(await axeViolations(page), []);
    assert.deepEqual(bench.complaints, []);
  });
});
