/**
 * Questions and findings in the browser: a question asked, a finding written with what speaks for it and against it, a signature that is
 * refused while nobody looked against it, and a second person who approves.
 */
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { needs } from "../../scripts/testing/needs.ts";
import { axeViolations } from "./axe.ts";
import { clearRequests, openWorkbench, type Workbench, workbenchPrograms } from "./open-workbench.ts";
import { openAsSecondPerson } from "./speech-case.ts";

/** Where to put pictures of what is tested, for whoever wants to look; none otherwise. */
const shots = process.env["WITNESSMARK_SHOTS"];

describe("questions and findings on the screen", { skip: needs({ programs: workbenchPrograms }) }, () => {
  let bench: Workbench;
  let page: Page;
  before(async () => {
    bench = await openWorkbench({
      async material(folder) {
        mkdirSync(join(folder, "seen"));
        for (const [name, background] of [
          ["road.png", "#a04060"],
          ["mast.png", "#206040"],
        ] as const)
          await sharp({ create: { width: 640, height: 360, channels: 3, background } })
            .png()
            .toFile(join(folder, "seen", name));
      },
    });
    page = bench.page;
    page.setDefaultTimeout(Number(process.env["WM_T"] ?? 20_000));
    await ask("/api/case-events", { sort: "filming", title: "The clip was filmed", time: "unknown", place: "unknown" });
    await ask("/api/items/i1/observations", { sort: "observation", text: "A mast stands left of the road." });
    await ask("/api/items/i2/observations", { sort: "observation", text: "No water tower is seen." });
  });
  after(() => bench?.close());

  const ask = (path: string, body: object) =>
    page.evaluate(
      async ([to, sent]) => {
        const headers = { "content-type": "application/json" };
        const answer = await fetch(to as string, { method: "POST", headers, body: sent as string });
        if (!answer.ok) throw new Error(`${to}: ${await answer.text()}`);
      },
      [path, JSON.stringify(body)] as const,
    );
  const dialog = () => page.getByRole("dialog");
  const form = () => page.getByRole("form", { name: "Write a finding" });
  const shoot = async (name: string): Promise<void> => {
    if (shots !== undefined) await page.screenshot({ path: join(shots, `review-${name}.png`) });
  };
  const cite = async (button: string, words: string, shows: string): Promise<void> => {
    await page.getByRole("button", { name: button }).click();
    await dialog().getByRole("searchbox").fill(words);
    await dialog().getByRole("list", { name: "Records found" }).getByRole("button").first().click();
    await dialog().getByLabel("What it shows").fill(shows);
    await dialog().getByRole("button", { name: "Cite it" }).click();
    await dialog().waitFor({ state: "detached" });
  };

  it("a question is asked with how close an answer must be, and the three other answers are offered on it", async () => {
    await page.goto(`${bench.served.origin}/review`);
    await page.getByText("No questions yet.").waitFor();
    await page.keyboard.press("n");
    await dialog().getByLabel("The question in words").fill("Where was the clip filmed?");
    await dialog().getByLabel("Event that it is about").selectOption("e1");
    await dialog().getByLabel("Items that it is about").fill("i1");
    await dialog().getByLabel("Within so many metres").fill("150");
    await dialog().getByRole("button", { name: "Ask" }).click();
    await page.getByRole("heading", { name: "Where was the clip filmed?" }).waitFor();
    for (const start of ["Staged", "Older", "Elsewhere"]) await page.getByRole("button", { name: start }).waitFor();
    await page.getByRole("button", { name: "Staged" }).click();
    await dialog().getByRole("button", { name: "Write" }).click();
    await dialog().waitFor({ state: "detached" });
    await page.getByText("What is shown was staged.").waitFor();
    await page.getByRole("button", { name: "Staged" }).waitFor({ state: "detached" });
    await shoot("question");
    assert.deepEqual(await axeViolations(page), []);
  });

  it("the linter reads along, and a reload loses nothing", async () => {
    await page.keyboard.press("f");
    await form().getByLabel("Coordinates").fill("50.46500, 30.18500");
    await form().getByText("Expected a radius in metres: no point stands without one.").waitFor();
    await form().getByLabel("Within so many metres").fill("50");
    await form().getByText("Read as: 50.46500, 30.18500 within 50 m").waitFor();
    const statement = form().getByLabel("Statement");
    await statement.fill("It is highly likely, with high confidence, that it was filmed at 50.46500, 30.18500.");
    await form().getByRole("button", { name: "Error: “highly likely, with high confidence”" }).waitFor();
    await form().getByRole("button", { name: "Error: “50.46500, 30.18500”" }).click();
    assert.equal(await page.evaluate(() => document.getSelection()?.toString()), "50.46500, 30.18500");
    assert.equal(await form().locator("mark.is-error").count(), 2);
    await shoot("lint");
    await page.reload();
    await form().getByText("What you typed before and did not write is back.").waitFor();
    assert.match(await statement.inputValue(), /highly likely/);
    await statement.fill("The clip was filmed within 50 m of 50.46500, 30.18500.");
    assert.equal(await form().locator("mark").count(), 0);
  });

  it("evidence for it is cited with what it shows, and its card comes covered", async () => {
    await form().getByLabel("supported").check();
    await form().getByLabel("a likelihood term (ICD 203)").check();
    await form().getByLabel("How likely it is").selectOption("very-likely");
    await form().getByLabel("moderate").check();
    await form().getByLabel("Reasons for this confidence").fill("Four fixed features fit.");
    await cite("Add evidence for it", "mast", "The mast stands where the map has one.");
    await page.getByRole("complementary").getByText("A mast stands left of the road.").waitFor();
    assert.deepEqual(clearRequests(bench.requests), []);
    await form().getByLabel("What this finding makes of h1").fill("Nothing in the frame points to it.");
    await form().getByRole("textbox", { name: "Method" }).fill("Features of the frame were matched with the map.");
    await form().getByRole("textbox", { name: "Limits" }).fill("Nothing is said of who filmed it.");
    await page
      .getByRole("complementary")
      .getByText("evidence against: expected a ground, or where it was looked for and not found; found neither")
      .waitFor();
    await shoot("editor");
    assert.deepEqual(await axeViolations(page), []);
    await form().getByRole("button", { name: "Write this version" }).click();
    await page.getByRole("region", { name: "Sign and review" }).waitFor();
  });

  it("it cannot be signed while nobody looked against it", async () => {
    await page.getByRole("button", { name: "Sign (1 thing is missing)" }).click();
    await page.getByRole("alert").getByText("cannot be signed yet: (1) evidence against").waitFor();
    await page.getByRole("button", { name: "Write the next version" }).click();
    await cite("Add evidence against it", "water tower", "The map has a water tower there.");
    await form().getByRole("textbox", { name: "Where what speaks against it was looked for" }).fill("On the map and in imagery of 2021.");
    await form().getByLabel("Why this version").fill("The missing water tower is named.");
    await form().getByRole("button", { name: "Write this version" }).click();
    await page.getByRole("button", { name: "Sign", exact: true }).click();
    await page.getByText("signed, waits for a second person").first().waitFor();
    await page.getByText("You wrote a part of it. Somebody who wrote none of it reviews it.").waitFor();
    assert.equal(await page.getByRole("button", { name: "Approve" }).count(), 0);
    await page.getByRole("region", { name: "Evidence against it" }).getByRole("button").first().click();
    await page.getByRole("complementary").getByText("No water tower is seen.").waitFor();
    await shoot("finding");
    assert.deepEqual(await axeViolations(page), []);
    assert.deepEqual(clearRequests(bench.requests), []);
  });

  it("a second person reads it on a narrow screen and approves", async () => {
    await bench.kill();
    const second = await openAsSecondPerson(bench.casePath, page);
    try {
      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto(`${second.served.origin}/work`);
      const waiting = page.getByRole("region", { name: "Findings that wait for your review" });
      await waiting.getByRole("link", { name: /^f1 / }).waitFor();
      await shoot("waiting");
      assert.deepEqual(await axeViolations(page), []);
      await waiting.getByRole("link", { name: /^f1 / }).click();
      await page.getByRole("region", { name: "Evidence for it" }).getByRole("button").first().click();
      await page.getByRole("region", { name: "Evidence card" }).waitFor();
      await shoot("narrow");
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), true);
      assert.deepEqual(await axeViolations(page), []);
      await page.getByRole("button", { name: "Approve" }).click();
      assert.equal(await dialog().getByRole("button", { name: "Approve" }).isDisabled(), true);
      await dialog().getByLabel("I read this version and looked at what it cites.").check();
      await dialog().getByRole("button", { name: "Approve" }).click();
      await page.getByText("approved by a second person").first().waitFor();
      await page.goto(`${second.served.origin}/review`);
      await page.getByText("supported").first().waitFor();
      await shoot("narrow-list");
    } finally {
      second.served.child.kill("SIGKILL");
      second.close();
    }
    assert.deepEqual(bench.complaints, []);
  });
});
