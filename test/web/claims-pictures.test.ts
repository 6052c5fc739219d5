/**
 * Pictures beside texts and identifications, as an investigator meets them: covered, described with what stands against them
 * answered, and a ladder filled in beside the tree of what its features leave.
 */
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { needs } from "../../scripts/testing/needs.ts";
import { axeInBothThemes, axeViolations } from "./axe.ts";
import { markup } from "./desk-material.ts";
import { clearRequests, eventually, openWorkbench, type Workbench, workbenchPrograms } from "./open-workbench.ts";

process.env["WITNESSMARK_CASE_PASSPHRASE"] = "correct horse battery";
const inert = markup.replaceAll("<", "&lt;");
const article = `<!doctype html><html lang="en"><head><title>Synthetic report</title>
<meta property="article:published_time" content="2022-04-06T12:00:00Z"></head><body><article><h1>Synthetic report</h1>
<p>Synthetic words about a road.</p>
<figure><img src="photo.png" alt="${inert}"><figcaption>Trees beside a road near Zdolbuniv. File photo ${inert}</figcaption></figure>
<figure><img src="https://pictures.example/gone.jpg"><figcaption>A road in Dmytrivka</figcaption></figure></article></body></html>`;

describe("pictures and identifications on the claims screen", { skip: needs({ programs: workbenchPrograms }) }, () => {
  let bench: Workbench;
  let page: Page;

  before(async () => {
    bench = await openWorkbench({
      async material(folder) {
        mkdirSync(join(folder, "news"));
        writeFileSync(join(folder, "news", "article.html"), article);
        await sharp({ create: { width: 640, height: 480, channels: 3, background: "#a04060" } })
          .png()
          .toFile(join(folder, "news", "photo.png"));
      },
    });
    page = bench.page;
    await ask("/api/case-events", {
      sort: "killing",
      title: "Synthetic killing",
      time: "unknown",
      place: {
        means: "happened",
        verbatim: "50.465, 30.185",
        region: { shape: "circle", centre: { lat: 50.465, lon: 30.185 }, radiusM: 2000 },
        precision: "the analyst",
        basis: "stated",
      },
    });
    await ask("/api/case-events", { sort: "ambush", title: "Synthetic ambush", time: "unknown", place: "unknown" });
    await ask("/api/items/i2/observations", { sort: "observation", text: "five even road wheels" });
  });
  after(() => bench?.close());

  /** As the page would, with its own session. */
  const ask = (path: string, body?: object) =>
    page.evaluate(
      async ([to, sent]) =>
        (
          await fetch(
            to as string,
            sent === undefined ? {} : { method: "POST", headers: { "content-type": "application/json" }, body: sent as string },
          )
        ).json() as Promise<{
          total?: number;
          code?: string;
          message?: string;
        }>,
      [path, body === undefined ? undefined : JSON.stringify(body)] as const,
    );
  const dialog = () => page.getByRole("dialog");
  const card = () => page.getByRole("article", { name: /^Picture 1 of/ });
  const open = async (part: string) => {
    await page.goto(`${bench.served.origin}/claims?part=${part}`);
  };

  it("shows each picture covered, with its words, what would stand against it, and that nobody described it", async () => {
    await eventually("the article is read", async () => (await ask("/api/exhibits")).total === 2);
    await open("exhibits");
    await card().getByText("Bears on nothing: nobody has said what it shows.").waitFor();
    await card().getByText("Zdolbuniv", { exact: false }).first().waitFor();
    await card()
      .getByText(/the nearest place of that name is 2\d\d km from where e1/)
      .waitFor();
    await card().getByText("It does not say where or when the picture was taken", { exact: false }).waitFor();
    assert.deepEqual(await card().locator("mark").allTextContents(), ["Zdolbuniv", "File photo"]);
    await page
      .getByRole("article", { name: /^Picture 2 of/ })
      .getByText("The case does not hold this picture.")
      .waitFor();
    assert.deepEqual(clearRequests(bench.requests), [], "no clear bytes were asked for");
  });

  it("finds nothing against WCAG 2.2 AA, wide, narrow, dark and light", async () => {
    for (const part of ["exhibits", "identifications"]) {
      await open(part);
      await page.getByRole("region", { name: part === "exhibits" ? "Pictures" : "Identifications" }).waitFor();
      if (part === "identifications") await page.getByRole("button", { name: "New identification" }).click();
      for (const width of [1440, 390]) {
        await page.setViewportSize({ width, height: 900 });
        assert.deepEqual(await axeInBothThemes(page), [], `${part}, ${width}`);
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.ok(wider <= 0, `${part} at ${width}: ${wider} px beyond the page`);
      }
      await page.setViewportSize({ width: 1440, height: 900 });
    }
  });

  it("takes a description by keyboard, and blocks citing while what stands against it is unanswered", async () => {
    await open("exhibits");
    await card().getByRole("button", { name: "Say what it shows" }).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Space");
    await dialog()
      .getByRole("checkbox", { name: /^e1 Killing/ })
      .focus();
    await page.keyboard.press("Space");
    assert.deepEqual(await axeViolations(page), []);
    await dialog().getByLabel("How you know what it shows").fill("the same trees");
    await dialog().getByRole("button", { name: "Write" }).press("Enter");
    await card().getByText("It cannot be cited: something stands against it that nobody answered.").waitFor();
    const refused = await ask("/api/bearings", { item: "i2", on: "e1", sort: "shows", reason: "so" });
    assert.equal(refused.code, "INPUT_INVALID");
  });

  it("lets a person answer each with a reason, after which it can be cited", async () => {
    await card().getByRole("button", { name: "Change what it shows" }).click();
    const answers = dialog().getByLabel("Why this does not stand against it");
    assert.equal(await answers.count(), 2);
    await answers.nth(0).fill("the agency says that the word was left over");
    await answers.nth(1).fill("the agency mixed two captions up");
    await dialog().getByLabel("How you know what it shows").fill("the same trees, and the agency's correction");
    await dialog().getByRole("button", { name: "Write" }).click();
    await card().getByText("It can be cited for it.").waitFor();
    await card().getByText("the agency mixed two captions up").waitFor();
  });

  it("narrows a live tree as features are told, never deeper than they go", async () => {
    await open("identifications");
    await page.getByRole("button", { name: "New identification" }).click();
    await page.getByLabel("Number of the item").fill("2");
    await page.getByText("five even road wheels").first().waitFor();
    const feature = (says: string) => page.getByRole("group", { name: says, exact: true });
    const tree = page.locator(".identification-tree");
    await tree.getByText("Nothing that was seen speaks for any vehicle").waitFor();
    await feature("long thin cannon (30 mm), alone or beside another gun").getByLabel("present").check();
    await tree.getByText("Nothing that was seen speaks for any vehicle").waitFor();
    await feature("long thin cannon (30 mm), alone or beside another gun").getByLabel("not looked at").check();
    await feature("five small road wheels a side, evenly spaced").getByLabel("present").check();
    await tree.getByText("BMD family", { exact: true }).first().waitFor();
    await tree.getByText("BMD-1, BMD-2, BMD-3, BMD-4").waitFor();
    assert.equal(await tree.locator('[data-node="bmp-1"]').getAttribute("data-state"), "excluded");
    await tree.locator('[data-node="bmp"] > details > summary').click();
    await tree
      .locator('[data-node="bmp-1"]')
      .getByText(/Its source gives: six road wheels a side/)
      .waitFor();
    await feature("five small road wheels a side, evenly spaced").getByLabel("o1", { exact: false }).check();
  });

  it("says what was worn, not who wore it, until there is a second kind of basis", async () => {
    await page.getByLabel("Label of what is looked at").fill("P1");
    await page.getByLabel("Event that it is about").selectOption("e1");
    await page.getByRole("button", { name: "Add a mark" }).click();
    await page.getByLabel("Day on which it was worn or shown").fill("2022-03-29");
    await page.getByText("Used by Ukrainian forces", { exact: false }).waitFor();
    await page.getByLabel("Where it is seen, and how the day is known").fill("left arm");
    await page.getByText("persons wearing marks used by Ukrainian forces in Mar 2022").waitFor();
    const who = page.getByLabel("Who they are, in words that name no person and no unit");
    assert.equal(await who.isDisabled(), true);
    await page.getByRole("button", { name: "Add a basis" }).click();
    await page.getByLabel("What basis 1 is").fill("the band");
    assert.equal(await who.isDisabled(), true);
    await page.getByRole("button", { name: "Add a basis" }).click();
    await page.getByLabel("What basis 2 is").fill("a cry");
    await who.fill("Ann Example");
  });

  it("keeps a pasted name out of the record: it goes to a restricted note, and a label takes its place", async () => {
    await page.getByRole("button", { name: "Write" }).click();
    await dialog().getByText("Names do not enter the record.", { exact: false }).waitFor();
    assert.deepEqual(await axeViolations(page), []);
    await dialog().getByRole("button", { name: "Put it in a restricted note" }).click();
    await dialog().waitFor({ state: "detached" });
    const who = page.getByLabel("Who they are, in words that name no person and no unit");
    assert.equal(await who.inputValue(), "P1");
    await who.fill("members of the Ukrainian armed forces");
    await page.getByRole("button", { name: "Add what somebody says" }).click();
    await page.getByLabel("Who says so").fill("An agency");
    await page.getByLabel("Which unit, in their words").fill("a unit of volunteers");
    await page.getByLabel("Of which event").selectOption("e2");
    await page.getByText("Said of another event, or of none:", { exact: false }).waitFor();
    await page.getByRole("button", { name: "Write" }).click();
    const made = page.getByRole("article", { name: /^g1 P1/ });
    await made.getByText("members of the Ukrainian armed forces").waitFor();
    await made.getByText("1 speaks of another event").waitFor();
    assert.doesNotMatch(
      await page.locator("body").innerText(),
      /a unit of volunteers/,
      "the unit of the ambush stands nowhere beside the killing",
    );
    await made.getByText("Marks show what was worn.", { exact: false }).waitFor();
    const ledger = readFileSync(join(bench.casePath, "ledger.jsonl"), "utf8");
    assert.doesNotMatch(ledger, /Ann Example/);
    assert.match(ledger, /"kind":"note\.written"/);
    assert.ok(existsSync(join(bench.casePath, "private.age")), "the words lie in the private store");
    assert.deepEqual(await axeViolations(page), []);
  });

  it("shows no words of a unit once their claim speaks of another event, and says so", async () => {
    const quote = "The Example Legion was there";
    const span = { start: 0, end: quote.length };
    const statement = {
      ...{ aspect: "speech", value: { is: "speech", words: quote, by: null }, polarity: "affirmed", hedges: [], basis: "unstated" },
      ...{ basisWords: null, speakers: [], eventSort: "unclear", valueSpan: span, restsOn: [] },
    };
    const text = { item: "i2", part: { sort: "typed" }, reading: null };
    const claim = { text, span, quote, statement, proposed: { by: "person" } };
    await ask("/api/claims", { claims: [{ ...claim, event: "e2" }] });
    const says = { by: "An agency", source: "unknown", reliability: "F", says: { is: "unit", words: "Example Legion" } };
    const unit = { assertions: [{ ...says, event: "e2", claim: "k1" }], speech: [] };
    const means = [{ marking: "band-blue", day: "2022-03-29", basis: "left arm" }];
    await ask("/api/identifications", { what: { item: "i2", event: "e2", subject: "P3", seen: [], means, actor: "unknown", unit } });
    await open("identifications&item=2");
    const card = page.getByRole("article", { name: /^g2 P3/ });
    await card.getByText("Example Legion", { exact: false }).waitFor();
    await ask("/api/claims", { claims: [{ ...claim, claim: "k1", event: "e1", reason: "it speaks of the killing" }] });
    await open("identifications");
    await card.getByText("Its claim k1 speaks of e1", { exact: false }).waitFor();
    assert.doesNotMatch(await card.innerText(), /Example Legion/);
    assert.deepEqual(await axeViolations(page), []);
  });

  it("reveals the frame only when asked, and takes markup in words as text", async () => {
    await open("identifications&item=2");
    const frame = page.locator(".subject-frame");
    await frame.locator(".is-covered").waitFor();
    assert.deepEqual(clearRequests(bench.requests), []);
    await page.keyboard.press("b");
    await frame.locator('[data-revealed="true"] img').waitFor();
    assert.equal(clearRequests(bench.requests).length, 1);
    assert.deepEqual(bench.complaints, []);
  });
});
