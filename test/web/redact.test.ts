/** The redaction editor: boxes on exact frames by pointer and by keyboard, undone and kept, and looked at by a second person. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { needs } from "../../scripts/testing/needs.ts";
import type { ItemWordsAnswer } from "../../src/api/covered-words.ts";
import type { RedactionAnswer } from "../../src/api/redactions.ts";
import { writeStandIn } from "../detector/stand-in.ts";
import { axeViolations } from "./axe.ts";
import { openWorkbench, type Workbench, workbenchPrograms } from "./open-workbench.ts";
import { get, openAsSecondPerson, type SecondPerson, segment, writeTier } from "./speech-case.ts";

describe("the redaction editor", { skip: needs({ programs: workbenchPrograms }) }, () => {
  let bench: Workbench;
  let page: Page;
  let second: SecondPerson | undefined;
  before(async () => {
    bench = await openWorkbench({
      material(folder) {
        execFileSync("ffmpeg", [
          ...["-v", "error", "-f", "lavfi", "-i", "testsrc2=s=192x108:r=25:d=3", "-f", "lavfi", "-i", "sine=330:d=3"],
          ...["-c:v", "libx264", "-preset", "ultrafast", "-c:a", "aac", "-shortest", join(folder, "street.mp4")],
        ]);
        const said = "<p>Ana Marshwarden lives by the blue gate. Others say that she left.</p>";
        writeFileSync(join(folder, "then.html"), `<!doctype html><title>Seen</title><article><h1>Seen</h1>${said}</article>`);
      },
      context: { viewport: { width: 1440, height: 900 } },
    });
    page = bench.page;
    const detector = { path: writeStandIn(bench.desk.folder), arguments: ["{frames}", "fixed"] };
    const settings = { v: 1, recogniser: null, tesseract: null, detector, limits: { minutes: 1, megabytes: 20 } };
    writeFileSync(join(bench.desk.folder, "config", "recogniser.json"), JSON.stringify(settings));
  });
  after(async () => {
    second?.served.child.kill();
    await bench.close();
    second?.close();
  });

  const words = (item: string) => get<ItemWordsAnswer>(page, `/api/items/${item}/words`);
  const layer = () => get<RedactionAnswer>(page, "/api/items/i1/redaction");
  const open = async (origin: string): Promise<void> => {
    await page.goto(`${origin}/redact/i1`);
    await page.locator(".redact .readout").waitFor({ timeout: 60_000 });
  };
  const atFrame = async (frame: number): Promise<void> => {
    const field = page.getByLabel("Go to a frame", { exact: false });
    await field.fill(String(frame));
    await field.press("Enter");
    await page
      .locator(`.readout [data-testid=frame]:text-is("${frame}")`)
      .or(page.getByText(`${frame} / 74`))
      .first()
      .waitFor();
  };

  it("asks for no clear picture before it is revealed", async () => {
    await open(bench.served.origin);
    assert.equal(await page.getByRole("button", { name: /^Draw a box/ }).isDisabled(), true);
    assert.deepEqual(
      bench.requests.filter((request) => request.includes("/clear")),
      [],
    );
    await page.keyboard.press("b");
    await page.locator(".readout[data-attached=true]").waitFor({ timeout: 60_000 });
  });

  it("draws a box by pointer, moves it on another frame, and shows it between both", async () => {
    const drag = async (from: readonly [number, number], to: readonly [number, number]): Promise<void> => {
      // A lane for each mark makes the picture smaller.
      const picture = (await page.getByTestId("stage-canvas").boundingBox()) as { x: number; y: number; width: number; height: number };
      await page.mouse.move(picture.x + picture.width * from[0], picture.y + picture.height * from[1]);
      await page.mouse.down();
      await page.mouse.move(picture.x + picture.width * to[0], picture.y + picture.height * to[1], { steps: 4 });
      await page.mouse.up();
    };
    await page.keyboard.press("d");
    await drag([0.1, 0.2], [0.3, 0.6]);
    await page.locator(".mark-box.is-person").waitFor();
    await atFrame(50);
    await page.keyboard.press("e");
    await page.locator(".mark-box.is-person").waitFor();
    await drag([0.2, 0.4], [0.6, 0.4]);
    await atFrame(25);
    await page.locator(".mark-box.is-between").waitFor();
    const left = Number((await page.locator(".mark-box").evaluate((box) => (box as HTMLElement).style.left)).replace("%", ""));
    assert.ok(Math.abs(left - 30) < 1, `half way the box is at ${left} %`);
  });

  it("takes steps back and forth, and keeps a mark with its keys on the exact frames", async () => {
    await page.keyboard.press("Control+z");
    await page.getByText("2 keys.").waitFor();
    await page.keyboard.press("Control+z");
    await page.getByText("1 key.").waitFor();
    await page.keyboard.press("Control+y");
    await page.keyboard.press("Control+y");
    await page.getByRole("button", { name: "Keep the mark" }).click();
    await page.locator(".mark-row", { hasText: "rm1" }).waitFor();
    const [mark] = (await layer()).marks;
    assert.ok(mark !== undefined && mark.mark !== "withheld" && mark.mark.sort.what === "box");
    assert.deepEqual(
      mark.mark.sort.keys.map(({ atS, by }) => [atS, by]),
      [
        [0, "person"],
        [2, "person"],
      ],
    );
  });

  it("goes by keyboard alone: a box in the middle, moved, resized, typed; and sound between In and Out", async () => {
    await page.locator(".mark-row", { hasText: "rm1" }).waitFor();
    await page.getByRole("button", { name: "Box in the middle" }).focus();
    await page.keyboard.press("Enter");
    await page.locator(".mark-box.is-chosen").waitFor();
    await page.keyboard.press("Alt+ArrowRight");
    await page.keyboard.press("Alt+Shift+ArrowDown");
    const field = page.getByLabel("From top");
    await field.fill("50");
    await field.press("Enter");
    assert.deepEqual(
      await page.locator(".mark-box.is-chosen").evaluate((box) => [(box as HTMLElement).style.left, (box as HTMLElement).style.top]),
      ["40.5%", "50%"],
    );
    await page.getByRole("button", { name: "Let go of it" }).click();
    await page.locator(".stage").click({ position: { x: 3, y: 3 } });
    await atFrame(10);
    await page.keyboard.press("i");
    await atFrame(19);
    await page.keyboard.press("o");
    await page.keyboard.press("u");
    await page.getByRole("button", { name: "Keep the mark" }).click();
    await page.locator(".mark-row", { hasText: "rm2" }).waitFor();
    const { mark } = (await layer()).marks[1] ?? {};
    assert.deepEqual(mark === "withheld" ? mark : mark?.sort, { what: "sound", fromS: 0.4, toS: 0.8, how: "mute" });
  });

  it("keeps what is drawn and not kept through a reload, says so, and forgets it once it is let go of", async () => {
    await page.getByRole("button", { name: "Box in the middle" }).click();
    await page.locator(".mark-row", { hasText: "+" }).waitFor();
    // The element that sounds is on no page: the next test hears of it when it plays.
    await page.addInitScript(() => {
      const { play } = HTMLMediaElement.prototype;
      HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
        Object.assign(window, { sounding: this });
        return play.call(this);
      };
    });
    await page.reload();
    await page.getByText("What you drew before and did not keep is back.").waitFor();
    await page.locator(".mark-row", { hasText: "+1" }).click();
    await page.getByRole("button", { name: "Let go of it" }).click();
    await page.getByText("What you drew before and did not keep is back.").waitFor({ state: "detached" });
    assert.equal(await page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith("witnessmark.redact.")).length), 0);
    assert.equal((await layer()).marks.length, 2);
  });

  it("plays as the public hears it: silent in a marked span, and heard after it", async () => {
    await page.locator(".readout").waitFor();
    await page.keyboard.press("b");
    await page.locator(".readout[data-attached=true]").waitFor();
    await page.keyboard.press("Shift+m");
    const muted = () => page.evaluate(() => (window as unknown as { sounding: HTMLMediaElement }).sounding.muted);
    await atFrame(12);
    await page.locator(".stage").click({ position: { x: 3, y: 3 } });
    await page.keyboard.press("p");
    await page.getByText("Marked: silent here").waitFor();
    await page.keyboard.press("Space");
    assert.equal(await muted(), true);
    await page.getByText("Marked: silent here").waitFor({ state: "detached" });
    assert.equal(await muted(), false);
    await page.keyboard.press("k");
    await page.keyboard.press("p");
    await atFrame(12);
    assert.equal(await muted(), false, "without the preview it is heard");
    await page.keyboard.press("Shift+m");
  });

  it("follows a box and says how far it came", async () => {
    await page.locator(".mark-row", { hasText: "rm1" }).click();
    await page.getByRole("button", { name: "Follow forward" }).click();
    await page.locator(".follow-part [role=status]").waitFor({ timeout: 60_000 });
    assert.match(await page.locator(".follow-part [role=status]").innerText(), /frames? followed/);
    assert.equal((await layer()).marks.length, 2, "what it found is offered, and nothing of it recorded");
    await page
      .getByRole("button", { name: "As it was" })
      .or(page.getByText("Let go of it"))
      .first()
      .click()
      .catch(() => undefined);
  });

  it("has a program look, marks a face that it found bare, and leaves a plate on a person's word", async () => {
    const part = page.getByRole("region", { name: "What a program found" });
    await part.getByText("it cannot clear a shot").waitFor();
    await part.getByLabel("Seconds between two pictures").fill("1");
    await part.getByRole("button", { name: "Look with look-for-red.ts" }).click();
    await part.getByText("It looked at 4 pictures and took 8 regions for something to cover.").waitFor({ timeout: 60_000 });
    const face = part.locator(".region-row", { hasText: "Face, top right" });
    await face.getByRole("button", { name: /^00:00/ }).click();
    await page.locator(".region-box", { hasText: "Face?" }).waitFor();
    assert.equal(
      await page
        .locator(".region-box")
        .first()
        .evaluate((box) => getComputedStyle(box).borderTopStyle),
      "dashed",
    );
    await face.getByRole("button", { name: "Mark this" }).click();
    await page.getByText("4 keys.").waitFor();
    await page.getByRole("button", { name: "Keep the mark" }).click();
    await face.waitFor({ state: "detached" });
    await page.locator(".region-box", { hasText: "Face?" }).waitFor({ state: "detached" });
    await part.locator(".region-row", { hasText: "Plate, bottom left" }).getByRole("button", { name: "Leave, because…" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(/^What it is/).fill("a test card");
    assert.equal(await dialog.getByRole("button", { name: "Sign" }).isDisabled(), true, "a reason is wanted too");
    await dialog.getByLabel("Why it may be shown").fill("no plate is in it");
    await dialog.getByRole("button", { name: "Sign" }).click();
    await part.getByText("That is no word that nothing else is there.").waitFor();
    await part.getByText("1 answer for what stays as it is").waitFor();
    assert.equal((await layer()).viewedWhole, false);
  });

  it("shows what the public sees, and does not take the maker's word that nothing is unmarked", async () => {
    await page.keyboard.press("p");
    await page.locator(".mark-box.is-filled").first().waitFor();
    await page.getByText("You made marks here").waitFor();
    assert.equal(await page.getByRole("button", { name: "I looked at it whole…" }).count(), 0);
  });

  it("covers words of a page by mouse: a block of one width, which who marked it reads again for a moment", async () => {
    await page.goto(`${bench.served.origin}/redact/i2`);
    const text = page.locator(".words-text", { hasText: "lives by the blue gate" });
    await text.waitFor({ timeout: 60_000 });
    const at = await text.evaluate((shown) => {
      const node = shown.querySelector("span")?.firstChild as Text;
      const range = document.createRange();
      range.setStart(node, node.data.indexOf("Marshwarden"));
      range.setEnd(node, range.startOffset + 4);
      const { left, top, height } = range.getBoundingClientRect();
      return { x: left + 2, y: top + height / 2 };
    });
    await page.mouse.dblclick(at.x, at.y);
    await page.locator(".words-selected q", { hasText: /^Marshwarden$/ }).waitFor();
    await page.getByRole("button", { name: "Cover these words" }).click();
    const block = page.locator(".words-block");
    await block.waitFor();
    assert.ok(!(await text.innerText()).includes("Marshwarden"));
    await block.click();
    await page.locator(".words-block.is-open", { hasText: "Marshwarden" }).waitFor();
    await page.locator(".words-block.is-open").waitFor({ state: "detached" });
    const [mark] = (await words("i2")).marks;
    assert.deepEqual([mark?.redaction, mark?.mark === "withheld" ? null : mark?.mark.sort.exact], ["rm4", "Marshwarden"]);
  });

  it("covers words of a tier by keyboard alone, and changes and takes back a mark where it is narrow", async () => {
    const said = [segment(1, 0, 900, "My cousin Jo went home", { speaker: "SPK1" })];
    await writeTier(page, { item: "i1", sort: "verbatim", language: "en", segments: said });
    await open(bench.served.origin);
    await page.getByRole("button", { name: "By keyboard w1, segment 1" }).focus();
    await page.keyboard.press("Enter");
    const field = page.getByLabel("w1, segment 1: select words", { exact: false });
    await field.waitFor();
    for (let n = 0; n < 10; n++) await page.keyboard.press("ArrowRight");
    for (let n = 0; n < 2; n++) await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("x");
    assert.equal(await field.inputValue(), "My cousin Jo went home", "the field takes no input");
    await page.getByRole("button", { name: "Cover these words" }).focus();
    await page.keyboard.press("Enter");
    await page.locator(".words-block", { hasText: "rm5" }).waitFor();
    assert.equal(await field.inputValue(), "My cousin ██ went home");
    await page.getByText("too short to be looked for by itself").waitFor();
    await page.getByText("You covered words here, or took some marks back").waitFor();
    await page.setViewportSize({ width: 390, height: 844 });
    await page.locator(".mark-row", { hasText: "rm5" }).click();
    const form = page.getByRole("region", { name: "Mark rm5" });
    await form.getByLabel("What is covered").selectOption("person");
    await form.getByLabel("Why it is changed or withdrawn").fill("It is what he is called.");
    await form.getByRole("button", { name: "Keep the change" }).click();
    await page.locator(".mark-row", { hasText: "rm5 what a person is known by" }).waitFor();
    await page.locator(".mark-row", { hasText: "rm5" }).click();
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 390);
    assert.deepEqual(await axeViolations(page), []);
    await form.getByLabel("Why it is changed or withdrawn").fill("It is no name.");
    await form.getByRole("button", { name: "Withdraw" }).click();
    await page.locator(".words-block").waitFor({ state: "detached" });
    assert.deepEqual(
      (await words("i1")).marks.map(({ reason, withdrawn }) => [reason, withdrawn]),
      [["It is what he is called.", "It is no name."]],
    );
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it("has no accessibility faults, wide and narrow, and is read only where it is narrow", async () => {
    assert.deepEqual(await axeViolations(page), []);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByText("Marks on picture and sound are changed on a wider screen.").waitFor();
    assert.deepEqual(await axeViolations(page), []);
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 390);
    await page.setViewportSize({ width: 1440, height: 900 });
    assert.deepEqual(bench.complaints, []);
  });

  it("takes a second person's signed word for a shot, and for a text", async () => {
    await bench.kill();
    second = await openAsSecondPerson(bench.casePath, page);
    await open(second.served.origin);
    await page.getByRole("button", { name: "I looked at it whole…" }).click();
    await page.getByRole("checkbox", { name: /^I looked at all of it/ }).check();
    await page.getByRole("button", { name: "Sign" }).click();
    await page.getByText("Every shot was looked at by a second person.").waitFor();
    assert.equal((await layer()).viewedWhole, true);
    await page.getByRole("button", { name: "I read it whole… w1" }).click();
    await page.getByRole("checkbox", { name: /^I read all of it/ }).check();
    await page.getByRole("button", { name: "Sign" }).click();
    await page.getByRole("button", { name: "I read it whole… w1" }).waitFor({ state: "detached" });
    assert.deepEqual(
      (await words("i1")).views.map(({ fault, texts }) => [fault, texts.map((one) => one.in)]),
      [[null, ["tier"]]],
    );
  });
});
