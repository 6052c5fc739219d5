import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { needs } from "../../scripts/testing/needs.ts";
import { axeInBothThemes } from "./axe.ts";
import { markup } from "./desk-material.ts";
import { openWorkbench, type Workbench, workbenchPrograms } from "./open-workbench.ts";

describe("the events screen", { skip: needs({ programs: workbenchPrograms }) }, () => {
  let bench: Workbench;
  let page: Page;

  before(async () => {
    bench = await openWorkbench({
      material(folder) {
        for (const name of ["one.txt", "two.txt"]) writeFileSync(join(folder, name), `Synthetic ${name}`);
      },
    });
    page = bench.page;
  });
  after(() => bench?.close());

  const dialog = () => page.getByRole("dialog");
  const write = () => dialog().getByRole("button", { name: "Write" }).click();

  it("asks for the sort first, alone, and keeps ambush, killing, filming and posting apart", async () => {
    await page.getByRole("link", { name: "Events" }).click();
    await page.getByText("No events yet.").waitFor();
    await page.keyboard.press("n");
    await dialog().getByText("What sort of event is it?").waitFor();
    assert.equal(await dialog().getByRole("textbox").count(), 0);
    const indents = await dialog()
      .locator(".sort-buttons .button")
      .evaluateAll((buttons) =>
        buttons.map((button) => (button.firstElementChild?.getBoundingClientRect().left ?? 0) - button.getBoundingClientRect().left),
      );
    assert.ok(Math.max(...indents) - Math.min(...indents) < 1, `the words of all sorts begin alike: ${indents.join(", ")}`);
    await dialog()
      .getByRole("button", { name: /^Killing/ })
      .click();
    await dialog().getByLabel("What happened, in a few words").fill(`Synthetic killing ${markup}`);
    await write();
    await page.waitForURL(/\/events\/e1$/);
    await page.getByRole("heading", { name: "Synthetic killing" }).waitFor();
  });

  it("makes its filming as an event of its own, linked, with how that is known", async () => {
    await page.getByRole("button", { name: "New: its filming" }).click();
    await dialog().getByLabel("What happened, in a few words").fill("Synthetic filming from the bridge");
    const time = dialog().getByRole("group", { name: "When" });
    await time.getByRole("checkbox").uncheck();
    await time.getByLabel("From").fill("2024-09-14 16:20");
    await time.getByText("zone not stated").waitFor();
    await time.getByLabel("Clock of").selectOption("Europe/Kyiv");
    await time.locator(".time-zone", { hasText: "UTC+03:00" }).waitFor();
    const place = dialog().getByRole("group", { name: "Where" });
    await place.getByRole("checkbox").uncheck();
    await place.getByLabel("Coordinates").fill("50°27'36\"N 30°10'45\"E");
    await place.getByText("Read as 50.46000, 30.17917").waitFor();
    await place.getByLabel("How far off").fill("120");
    await dialog()
      .getByLabel("How it is known")
      .or(dialog().getByLabel(/How the link is known/))
      .fill("the voice of the person who films");
    await write();
    await page.waitForURL(/\/events\/e2$/);
    const links = page.getByRole("region", { name: "Links" });
    await links.getByText("filming of").waitFor();
    await page.getByText("50.46000, 30.17917, within 120 m").first().waitFor();
    await links.getByRole("link", { name: /^e1/ }).click();
    await page.getByRole("region", { name: "Links" }).getByText("filmed in").waitFor();
  });

  it("refuses an order in which an event would come before itself, and says which links close the loop", async () => {
    const link = async (relation: string) => {
      await page.getByRole("button", { name: "Link to another event" }).click();
      await dialog().getByLabel("This event is").selectOption({ label: relation });
      await dialog().getByLabel("Which event").selectOption("e2");
      await dialog().getByLabel("How it is known").fill("a guess");
      await write();
    };
    await link("before");
    await dialog().getByRole("alert").getByText("a loop: e1 before e2 (the new link), e2 filming-of e1 (l1)").waitFor();
    await page.keyboard.press("Escape");
    await link("linked to");
    await page.getByRole("region", { name: "Links" }).locator("strong", { hasText: "linked to" }).waitFor();
  });

  it("takes what items do for it; one that does not bear on it cannot be cited until that is withdrawn", async () => {
    const bearings = page.getByRole("region", { name: "What bears on it" });
    const add = async (item: string, sort: string) => {
      await bearings.getByLabel("Item number").fill(item);
      await bearings.getByLabel("The item").selectOption({ label: sort });
      await bearings.getByLabel("Why you say so").fill(`synthetic reason ${markup}`);
      await bearings.getByRole("button", { name: "Add" }).click();
    };
    await add("1", "does not bear on it");
    await bearings.getByText("b1 ·").waitFor();
    await add("1", "supports");
    await bearings.getByRole("alert").getByText("b1, which says that it does not bear on it").waitFor();
    await bearings.getByRole("button", { name: "Withdraw b1" }).click();
    await dialog().getByLabel("Why").fill("the caption was wrong");
    await dialog().getByRole("button", { name: "Withdraw" }).click();
    await bearings.getByText("Withdrawn: the caption was wrong").waitFor();
    await add("1", "supports");
    await bearings.getByText("b2 ·").waitFor();
  });

  it("offers staged, older and elsewhere, and gives one up only with a reason", async () => {
    await page.keyboard.press("v");
    await page.getByRole("button", { name: "Staged" }).click();
    await write();
    await page.waitForURL(/\/events\/h1$/);
    await page.keyboard.press("e");
    await dialog().getByLabel("Standing").selectOption("rejected");
    assert.ok(await dialog().getByRole("button", { name: "Write" }).isDisabled());
    await dialog().getByLabel("Why").fill("three angles agree");
    await write();
    await page.getByText("Because: three angles agree").first().waitFor();
    assert.equal(await page.getByRole("button", { name: "Staged" }).count(), 0);
    await page.getByRole("button", { name: "Older" }).waitFor();
  });

  it("is bearing-ready on the item's bench too, where places and times are stated", async () => {
    await page.goto(`${bench.served.origin}/items/i2?tab=bearings`);
    const panel = page.getByRole("tabpanel");
    await panel.getByLabel("Event or hypothesis").selectOption("h1");
    await panel.getByRole("combobox", { name: /^The item/ }).selectOption("against");
    await panel.getByLabel("Why you say so").fill("the crowd is real");
    await panel.getByRole("button", { name: "Add" }).click();
    await panel.getByRole("link", { name: /^h1/ }).waitFor();
    await panel.getByRole("button", { name: "State a place" }).click();
    await dialog().getByLabel("Coordinates").fill("50.4603, 30.1792");
    await dialog().getByLabel("Standing").selectOption("candidate");
    await dialog().getByLabel("Why").fill("the roofs look alike");
    await write();
    await panel.getByText(/50\.46030, 30\.17920, within/).waitFor();
    await panel.locator(".standing-mark", { hasText: "candidate" }).waitFor();
    await panel.getByRole("button", { name: "Change p1" }).click();
    await dialog().getByLabel("Standing").selectOption("rejected");
    await dialog().getByLabel("Why").fill("the roofs are another colour");
    await write();
    await panel.getByText("Because: the roofs are another colour").waitFor();
  });

  it("takes nothing more for a withdrawn event, and lets it stand again when it is described anew", async () => {
    await page.goto(`${bench.served.origin}/events/e2`);
    const head = page.locator(".record-head");
    await head.getByRole("button", { name: "Withdraw" }).click();
    await dialog().getByLabel("Why").fill("another bridge");
    await dialog().getByRole("button", { name: "Withdraw" }).click();
    await head.getByText("Withdrawn: another bridge").waitFor();
    assert.equal(await page.getByRole("button", { name: /^State a/ }).count(), 0);
    await head.getByRole("button", { name: "Describe anew" }).click();
    await page.getByRole("dialog", { name: "Describe e2 anew" }).waitFor();
    await dialog().getByLabel("Why").last().fill("it was this bridge");
    await write();
    await head.getByRole("button", { name: "Change" }).waitFor();
    await page.getByRole("button", { name: "State a place" }).waitFor();
    await page.getByText("Because: it was this bridge").waitFor();
  });

  it("keeps the history of a record, each line a link into the custody log", async () => {
    await page.goto(`${bench.served.origin}/events/h1`);
    const history = page.getByRole("region", { name: "History" });
    await history.getByText("alive").waitFor();
    await history.getByText("rejected").waitFor();
    assert.equal(await history.getByRole("link", { name: /^Entry/ }).count(), 3);
  });

  it("goes through the list by the keyboard", async () => {
    await page.goto(`${bench.served.origin}/events`);
    await page.getByRole("link", { name: /e1/ }).first().waitFor();
    await page.keyboard.press("j");
    await page.waitForURL(/\/events\/e1$/);
    await page.keyboard.press("j");
    await page.waitForURL(/\/events\/e2$/);
    await page.keyboard.press("k");
    await page.waitForURL(/\/events\/e1$/);
  });

  it("holds to WCAG 2.2 AA in dark and light, wide and at 390, forms included", async () => {
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      for (const path of ["/events/e1", "/events?list=hypotheses"]) {
        await page.goto(`${bench.served.origin}${path}`);
        await page.getByRole("link", { name: /e2|h1/ }).first().waitFor();
        assert.deepEqual(await axeInBothThemes(page), [], `${path} ${width}`);
        const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        assert.ok(tooWide <= 0, `${path} at ${width}: ${tooWide} pixels too wide`);
      }
      await page.goto(`${bench.served.origin}/events`);
      await page.getByRole("link", { name: /e2/ }).first().waitFor();
      // What is drawn listens to keys a moment later.
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      await page.keyboard.press("n");
      await dialog().waitFor();
      assert.deepEqual(await axeInBothThemes(page), [], `sorts ${width}`);
      await dialog()
        .getByRole("button", { name: /^Movement/ })
        .click();
      await dialog().getByRole("group", { name: "From" }).getByRole("checkbox").uncheck();
      assert.deepEqual(await axeInBothThemes(page), [], `form ${width}`);
      await page.keyboard.press("Escape");
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it("holds all screens in one line of their own at 1440, whatever the case is called", async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(`${bench.served.origin}/events`);
    const nav = page.getByRole("navigation", { name: "Screens" });
    await nav.getByRole("link").first().waitFor();
    assert.equal(await nav.getByRole("link").count(), 18);
    await page.evaluate(() => {
      const title = document.querySelector(".case-title strong");
      if (title !== null) title.textContent = "Synthetic case with a title that is much longer than the bar has room for, and goes on";
    });
    const bar = await page.locator(".header").boundingBox();
    const tools = await page.locator(".header-tools").boundingBox();
    const boxes = await nav.getByRole("link").evaluateAll((links) => links.map((link) => link.getBoundingClientRect().toJSON() as DOMRect));
    assert.ok(bar !== null && tools !== null);
    assert.ok(bar.height < 80, `two lines; found ${bar.height} pixels`);
    assert.equal(
      new Set(boxes.map(({ y }) => Math.round(y))).size,
      1,
      `every link in one line; found ${boxes.map(({ y }) => y).join(" ")}`,
    );
    assert.ok(
      boxes.every(({ y, right }) => y >= tools.y + tools.height - 1 && right <= 1440),
      "nothing lies over another or beyond the edge",
    );
  });

  it("folds the way to the screens behind one button at 390, by the keyboard too", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${bench.served.origin}/events`);
    const nav = page.getByRole("navigation", { name: "Screens" });
    const button = nav.getByRole("button", { name: "Screens: Events" });
    await button.focus();
    await page.keyboard.press("Enter");
    for (const name of [
      "Desk",
      "Search",
      "Copies",
      "Map",
      "Place",
      "Time",
      "Sync",
      "Speech",
      "Events",
      "Claims",
      "Sources",
      "Inquiry",
      "Custody",
    ])
      await nav.getByRole("link", { name, exact: true }).waitFor();
    await page.keyboard.press("Escape");
    await nav.getByRole("link").first().waitFor({ state: "hidden" });
    assert.ok(await button.evaluate((element) => element === document.activeElement));
    await page.keyboard.press("Enter");
    for (let screen = 0; screen < 3; screen++) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/map/);
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it("shows the words of people and files as text only", () => {
    assert.deepEqual(bench.complaints, []);
  });
});
