/** The time bench in a browser: a public case of statements about times, its zones and its conflict; kept, linked to, printed. */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { needs } from "../../scripts/testing/needs.ts";
import { axeInBothThemes, axeViolations } from "./axe.ts";
import { markup } from "./desk-material.ts";
import { openWorkbench, type Workbench, workbenchPrograms } from "./open-workbench.ts";

const examples = join(import.meta.dirname, "../../docs/cli/examples");
const example = (name: string) => readFileSync(join(examples, name), "utf8");
/** METHOD: the post without a zone, the shadows, and nothing else. */
const zoneTrap = (): string => {
  const problem = JSON.parse(example("time-unknown-zone.json")) as { events: string[]; statements: { id: string }[] };
  const statements = problem.statements.filter(({ id }) => ["shadows", "morning-post", "filmed-before-posted"].includes(id));
  return JSON.stringify({ ...problem, events: ["filming", "first-post"], statements });
};

describe("the time bench", { skip: needs({ programs: workbenchPrograms }) }, () => {
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
  const answer = () => page.getByRole("complementary", { name: "Answer" });
  const chart = () => page.getByRole("region", { name: "Chart of intervals" });
  const open = async (problem: string) => {
    await page.getByRole("button", { name: "Open JSON" }).first().click();
    await dialog().getByLabel("Problem").fill(problem);
    await dialog().getByRole("button", { name: "Open", exact: true }).click();
    await dialog().waitFor({ state: "hidden" });
  };
  const settled = () => page.locator(".time-answer[aria-busy=false]").waitFor();

  it("says what it is for while nothing is kept, and refuses JSON by the field that does not fit", async () => {
    await page.getByRole("link", { name: "Time", exact: true }).click();
    await page.getByText("Nothing is kept here yet.").waitFor();
    await page.keyboard.press("n");
    await page.getByText("No statements yet.").waitFor();
    await page.getByRole("button", { name: "Open JSON" }).first().click();
    await dialog().getByLabel("Problem").fill(example("time-conflict.json").replace('"sun": "afternoon"', '"sun": "dusk"'));
    await dialog().getByRole("button", { name: "Open", exact: true }).click();
    await dialog()
      .getByRole("alert")
      .getByText(/statements\.0\.sun/)
      .waitFor();
    await dialog().getByRole("button", { name: "Close" }).click();
  });

  it("gives a table by zone and no single answer to a post without one; a chosen zone is a link, and can be stated", async () => {
    await open(zoneTrap());
    const table = answer().getByRole("table");
    await table.waitFor();
    await answer().getByText("there is no single answer").waitFor();
    await answer().getByLabel("Event").selectOption("filming");
    await page.getByRole("combobox", { name: "Clock of" }).selectOption("UTC");
    const latest = async (zone: string) =>
      (await table
        .getByRole("row", { name: new RegExp(zone) })
        .getByRole("cell")
        .last()
        .textContent()) ?? "";
    for (const zone of ["Europe/Kyiv", "Europe/Moscow"]) assert.match(await latest(zone), /^29 Mar 2022, 16:26:/);
    assert.equal(await latest("Europe/London"), "30 Mar 2022, 11:00");
    assert.equal(await latest("America/New_York"), "30 Mar 2022, 16:00");
    assert.equal(await answer().getByText("All of it can be true").count(), 0);
    assert.equal(
      (await chart()
        .getByText(/Europe\/London: /)
        .count()) > 0,
      true,
      "a bar a zone",
    );
    assert.deepEqual(await axeViolations(page), [], "by zone");
    await table.getByRole("radio", { name: "Europe/Kyiv" }).click();
    await page.waitForURL(/zone=Europe%2FKyiv/);
    await answer().getByText("All of it can be true").waitFor();
    await answer().getByText("Taken to be Europe/Kyiv").waitFor();
    await answer().getByRole("button", { name: "State this zone" }).click();
    await table.waitFor({ state: "hidden" });
    await settled();
    await answer()
      .getByText(/29 Mar 2022, 10:04:\d\d – 16:26:\d\d; and \d+ more before it; open: earlier/)
      .waitFor();
    await page.keyboard.press("Control+z");
    await table.waitFor();
    await answer().getByRole("button", { name: "All zones again" }).click();
  });

  it("names the five that cannot all hold, their gap, and what dropping each would leave", async () => {
    await open(example("time-conflict.json"));
    const card = answer().getByRole("article", { name: "These 5 cannot all hold" });
    await card.waitFor();
    await card.getByText(/^Gap: 16 h 33 min \d\d s$/).waitFor();
    const members = card.getByRole("listitem");
    assert.equal(await members.count(), 5);
    for (const [name, source] of [
      ["shadows", "C2"],
      ["morning-post", "C2"],
      ["48-hours", "C3"],
      ["talk-day", "assumption"],
      ["ambush-before-filming", "no source given"],
    ] as const)
      await members
        .filter({ has: page.getByRole("button", { name, exact: true }) })
        .getByText(source, { exact: true })
        .waitFor();
    assert.equal(await card.getByText("filmed-before-posted").count(), 0, "what is certain is never a member");
    await members
      .filter({ has: page.getByRole("button", { name: "shadows", exact: true }) })
      .getByText("Without it the others only just touch: fragile.")
      .waitFor();
    await chart()
      .getByText(/^no room for 16 h 33 min/)
      .first()
      .waitFor();
    await answer().getByText("Which statement is wrong is not decided here").waitFor();
  });

  it("drops a statement by its switch to see what follows, and counts it again", async () => {
    await page.getByRole("switch", { name: "Count shadows" }).click();
    await answer().getByText("Touching, and so fragile").waitFor();
    await page.waitForURL(/drop=shadows/);
    await answer().getByText("30 Mar 2022, 09:00", { exact: true }).first().waitFor();
    await answer().getByRole("button", { name: "Count all again" }).click();
    await answer().getByRole("article").waitFor();
  });

  it("is worked by the keyboard: rows, dropping, the form, taking back", async () => {
    await chart().focus();
    for (const key of ["j", "j", "j"]) await page.keyboard.press(key);
    const chosen = answer().getByRole("region", { name: "Chosen statement" });
    await chosen.getByRole("heading", { name: "48-hours" }).waitFor();
    await chosen.getByText("ambush is 48 h before talk, give or take 12 h.").waitFor();
    await page.keyboard.press("x");
    await page.waitForURL(/drop=48-hours/);
    await page.keyboard.press("x");
    await page.keyboard.press("e");
    await dialog().getByLabel("Give or take").fill("0");
    await dialog().getByText("ambush is 48 h before talk, exactly.").waitFor();
    await page.keyboard.press("Enter");
    const card = answer().getByRole("article", { name: "These 4 cannot all hold" });
    await card.getByText("Gap: 12 h", { exact: true }).waitFor();
    await card.getByText(/the gap is 28 h 33 min \d\d s, widened by shadows/).waitFor();
    await page.keyboard.press("Control+z");
    await answer().getByRole("article", { name: "These 5 cannot all hold" }).waitFor();
  });

  it("adds a post with its zone not stated, and the certain order that comes with it", async () => {
    await page.keyboard.press("n");
    await dialog()
      .getByRole("button", { name: /^A post/ })
      .click();
    await dialog().getByRole("button", { name: "Add", exact: true }).click();
    await dialog().getByText("Say which event it is about.").waitFor();
    await dialog().getByLabel("The posting").fill(`repost ${markup}`);
    await dialog().getByLabel("Day", { exact: true }).fill("2022-03-31");
    await dialog().getByLabel("What it shows (the filming)").fill("filming");
    await dialog().getByLabel("Source", { exact: true }).fill("C9");
    await dialog()
      .getByText(/on 2022-03-31, by a clock that nobody states/)
      .waitFor();
    await dialog().getByRole("button", { name: "Add", exact: true }).click();
    await answer().getByRole("table").waitFor();
    assert.equal(await answer().getByRole("row").count(), 5, "four candidates and their heading");
    await page.keyboard.press("Control+z");
    await answer().getByRole("article").waitFor();
    await page.keyboard.press("Control+Shift+Z");
    await answer().getByRole("table").waitFor();
    await page.keyboard.press("Control+z");
  });

  it("is kept with its title, and the same address shows the same view again", async () => {
    await page.getByRole("button", { name: "Keep…" }).click();
    assert.ok(await dialog().getByRole("button", { name: "Keep", exact: true }).isDisabled());
    await dialog().getByLabel("Title").fill(`Synthetic ambush ${markup}`);
    await dialog().getByRole("button", { name: "Keep", exact: true }).click();
    await page.waitForURL(/\/time\/n1/);
    await page.getByRole("status").filter({ hasText: "kept" }).first().waitFor();
    await page.goto(`${bench.served.origin}/time/n1?drop=48-hours&clock=UTC`);
    await answer().getByText("Dropped to see what follows").waitFor();
    const said = () => answer().locator(".time-windows").innerText();
    await answer().getByText("All of it can be true").waitFor();
    const before = await said();
    assert.match(before, /until 29 Mar 2022, 16:26:\d\d; open: earlier/);
    await page.reload();
    await answer().getByText("All of it can be true").waitFor();
    assert.equal(await said(), before);
    const kept = await page.evaluate(
      async () => (await (await fetch("/api/inferences/n1")).json()) as { problem: { statements: unknown[] } },
    );
    assert.equal(kept.problem.statements.length, 6, "what is dropped on the screen is kept all the same");
  });

  it("is changed with a reason, and its history says so", async () => {
    await page.getByRole("button", { name: "House rules" }).click();
    await dialog().getByLabel("morning to").fill("11:00");
    await dialog().getByRole("button", { name: "Use here" }).click();
    await page.getByText("not kept", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Keep the change…" }).click();
    await dialog().getByLabel("Why").fill("morning ends at eleven here");
    await dialog().getByRole("button", { name: "Keep", exact: true }).click();
    await answer()
      .getByRole("region", { name: "History" })
      .getByText(/morning ends at eleven here/)
      .waitFor();
  });

  it("takes events, links and posts of the case as statements that cite them", async () => {
    const post = (path: string, body: unknown) =>
      page.evaluate(
        async ([to, what]) => {
          const headers = { "content-type": "application/json" };
          const said = await fetch(to as string, { method: "POST", headers, body: JSON.stringify(what) });
          if (!said.ok) throw new Error(await said.text());
        },
        [path, body] as const,
      );
    const time = {
      ...{ means: "stated", verbatim: "29 March, afternoon", basis: "the analyst", zone: { state: "utc" } },
      ...{ earliest: "2022-03-29T10:00:00Z", latest: "2022-03-29T16:30:00Z" },
    };
    await post("/api/case-events", { sort: "ambush", title: "the ambush", time: "unknown", place: "unknown" });
    await post("/api/case-events", { sort: "filming", title: "the filming", time, place: "unknown" });
    await post("/api/event-links", { from: "e1", to: "e2", relation: "before", basis: "it burns in the clip" });
    await page.goto(`${bench.served.origin}/time?new=1`);
    await page.getByRole("button", { name: "Take from the case" }).first().click();
    await dialog().getByText("the ambush is not after the filming.").waitFor();
    await dialog().getByRole("button", { name: "Take 2 statements" }).click();
    await answer().getByText("All of it can be true").waitFor();
    await page
      .getByRole("button", { name: /^the filming: its time/ })
      .first()
      .click();
    await answer().getByRole("link", { name: "e2 · the filming" }).waitFor();
    await answer()
      .getByText(/until 29 Mar 2022, 16:30; open: earlier/)
      .waitFor();
    await page.getByRole("button", { name: "Start over" }).click();
    await page.getByText("No statements yet.").waitFor();
  });

  it("takes a measured shadow back with it as a statement that cites the measurement, and shows its dial", async () => {
    const made = await page.evaluate(
      async (problem) => {
        const headers = { "content-type": "application/json" };
        const body = JSON.stringify({ sort: "sun", title: "Synthetic shadow", about: "e2", problem });
        return (await (await fetch("/api/inferences", { method: "POST", headers, body })).json()) as { id: string };
      },
      { ...(JSON.parse(example("sun-two-measurements.json")) as object), lengthRatio: undefined, scanDays: undefined },
    );
    await page.goto(`${bench.served.origin}/time?new=1&add=${made.id}&event=filming`);
    await answer()
      .getByText(/29 Mar 2022, 1[36]:\d\d(:\d\d)? – 1[36]:\d\d/)
      .waitFor();
    assert.equal(new URL(page.url()).searchParams.get("add"), null, "it is added once");
    await page.getByText("How the sun stood").waitFor();
    await page.getByRole("link", { name: `${made.id} · Synthetic shadow` }).waitFor();
    await page
      .getByRole("button", { name: /^shadow-n\d/ })
      .first()
      .click();
    await answer().getByText(`${made.id}`, { exact: true }).waitFor();
    await page.getByRole("button", { name: "Measure a shadow" }).click();
    await page.getByRole("heading", { name: "Measure a shadow" }).waitFor();
    await page.getByRole("button", { name: "Close" }).click();
    await page.getByText("How the sun stood").waitFor();
    await page.getByRole("button", { name: "Start over" }).click();
    await page.getByText("No statements yet.").waitFor();
  });

  it("reads on paper: every statement, its source, and what it rests on; the drawing goes out as SVG and PNG", async () => {
    await page.goto(`${bench.served.origin}/time/n1?drop=48-hours&paper=1`);
    const sheet = page.getByRole("article", { name: "Paper view" });
    await sheet.getByText("Dropped: 48-hours").waitFor();
    await sheet.getByText(/Time reasoner version \d/).waitFor();
    await sheet.getByText(/Head of the case [0-9a-f-]+, entry \d+/).waitFor();
    await sheet.getByText(/Horizon 2022-02-24 to 2022-04-30/).waitFor();
    await sheet.getByText(/ambush is 48 h before talk, give or take 12 h\./).waitFor();
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator(".header").isVisible(), false);
    assert.equal(await page.getByRole("button", { name: "Print" }).isVisible(), false);
    assert.ok(await sheet.isVisible());
    await page.emulateMedia({ media: "screen" });
    await page.getByRole("button", { name: "Back to the bench" }).click();
    await chart().waitFor();
    for (const [event, shown] of [
      ["beforeprint", sheet],
      ["afterprint", chart()],
    ] as const) {
      await page.evaluate((name) => window.dispatchEvent(new Event(name)), event);
      await shown.waitFor();
    }
    await page.getByRole("button", { name: "Export" }).click();
    const saved = async (name: string) => {
      const [download] = await Promise.all([page.waitForEvent("download"), dialog().getByRole("button", { name }).click()]);
      return { file: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
    };
    const svg = await saved("Chart as SVG");
    assert.match(svg.file, /^synthetic-ambush.*\.svg$/);
    const drawing = svg.bytes.toString("utf8");
    for (const words of ["Horizon 2022-02-24 to 2022-04-30", "Head of the case", "48-hours", "Times by the clock of"])
      assert.ok(drawing.includes(words), words);
    assert.ok(!drawing.includes("class="), "it stands without the page's style");
    const png = await saved("Chart as PNG");
    assert.equal(png.bytes.subarray(1, 4).toString("latin1"), "PNG");
    const problem = await saved("Problem as JSON");
    writeFileSync(join(bench.desk.folder, "problem.json"), problem.bytes);
    const asked = await bench.desk.run("time", join(bench.desk.folder, "problem.json"));
    const onScreen = await page.evaluate(async () => (await (await fetch("/api/inferences/n1")).json()) as { answer: unknown });
    assert.deepEqual(JSON.parse(asked.out), onScreen.answer);
    await dialog().getByRole("button", { name: "Close" }).click();
  });

  it("is taken back with a reason and stays in the list", async () => {
    await page.getByRole("button", { name: "Withdraw" }).click();
    await dialog().getByLabel("Why").fill("another post was earlier");
    await dialog().getByRole("button", { name: "Withdraw" }).click();
    await page.getByText("Withdrawn: another post was earlier").first().waitFor();
    await page.getByRole("link", { name: "All times" }).click();
    await page
      .getByRole("region", { name: "Times" })
      .getByText(/Withdrawn: another post was earlier/)
      .waitFor();
  });

  it("holds to WCAG 2.2 AA in dark and light, wide and at 390: list, conflict, form and paper", async () => {
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`${bench.served.origin}/time/n1`);
      await answer().getByRole("article").waitFor();
      await chart()
        .getByText(/^no room/)
        .first()
        .waitFor();
      await chart()
        .getByRole("button", { name: /48-hours/ })
        .first()
        .click();
      assert.deepEqual(await axeInBothThemes(page), [], `conflict ${width}`);
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(tooWide <= 0, `${width}: ${tooWide} pixels too wide`);
      await page.keyboard.press("e");
      await dialog().waitFor();
      assert.deepEqual(await axeInBothThemes(page), [], `form ${width}`);
      await dialog().getByRole("button", { name: "Close" }).click();
      await page.keyboard.press("p");
      await page.getByRole("article", { name: "Paper view" }).waitFor();
      assert.deepEqual(await axeInBothThemes(page), [], `paper ${width}`);
      await page.goto(`${bench.served.origin}/time`);
      await page.getByRole("link", { name: /^n1/ }).waitFor();
      assert.deepEqual(await axeInBothThemes(page), [], `list ${width}`);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it("shows the words of people and files as text only", () => {
    assert.deepEqual(bench.complaints, []);
  });
});
