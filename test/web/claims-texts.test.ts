/** Reading a text: proposals decided by single keys, down to the lines of the ledger; by hand, undone, in any script, at any width. */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { needs } from "../../scripts/testing/needs.ts";
import { says, startModel, type ModelServer } from "../assistant/model-server.ts";
import { axeInBothThemes, axeViolations } from "./axe.ts";
import { markup } from "./desk-material.ts";
import { eventually, openWorkbench, type Workbench, workbenchPrograms } from "./open-workbench.ts";

const sentences = [
  "A column of trucks was reportedly attacked near the mill on Tuesday, the mayor said.",
  "Officials denied that soldiers had fired at the bridge on Monday.",
  "The video appears to have been filmed near the old station, a reporter said.",
  "Two men were killed on a road north of the village on 5 May 2031.",
  "A truck was destroyed near the farm on Sunday, according to the ministry.",
  "A guard was hurt in Harrow on Saturday, the agency quoted soldiers as saying.",
  "Three vehicles were damaged at the market on 4 May 2031, residents said.",
  "Two soldiers were detained near the church on Wednesday, police said.",
  "A bridge was hit near the river on 3 May 2031, the governor said.",
];
const page = (body: string) =>
  `<!doctype html><html lang="en"><head><title>Synthetic report</title><meta property="og:site_name" content="The Harrow Courier"><meta property="article:published_time" content="2031-05-08T09:00:00Z"></head><body><article><h1>Synthetic report</h1>${body}</article></body></html>`;

describe("reading a text for claims", { skip: needs({ programs: workbenchPrograms }) }, () => {
  let bench: Workbench;
  let screen: Page;
  let model: ModelServer;

  before(async () => {
    model = await startModel();
    bench = await openWorkbench({
      material(folder) {
        const inert = `${sentences.join(" ")} ${markup.replaceAll("<", "&lt;")}`;
        writeFileSync(join(folder, "1-report.html"), page(`<p>${inert}</p>`));
        writeFileSync(join(folder, "2-quiet.txt"), "The town has a market and a church.\n");
        writeFileSync(
          join(folder, "3-right.txt"),
          "قال رئيس البلدية إن الشاحنات احترقت قرب الجسر.\nTwo men were hurt near the bridge on 5 May 2031.\n",
        );
        const filler = "The market opens at eight and the church stands behind it.\n".repeat(90_000);
        writeFileSync(join(folder, "4-long.txt"), `${filler}Two men were killed near the mill on 5 May 2031.\n`);
      },
    });
    screen = bench.page;
    screen.setDefaultTimeout(15_000);
  });
  after(async () => {
    await bench?.close();
    await model?.close();
  });

  const bodies = () =>
    readFileSync(join(bench.casePath, "ledger.jsonl"), "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => (JSON.parse(line) as { body: { kind: string; data: { event?: string; edited?: string[] } } }).body)
      .filter(({ kind }) => kind.startsWith("claim"));
  const card = () => screen.getByTestId("proposal");
  const lines = () => screen.locator(".proposal-line");
  const open = async (item: string) => {
    await screen.goto(`${bench.served.origin}/claims?part=texts&item=${item}`);
    await screen.getByTestId("text-field").waitFor();
  };
  /** Selects words of the text as a mouse would. */
  const select = (words: string) =>
    screen.evaluate((wanted) => {
      const spans = [...document.querySelectorAll<HTMLElement>(".text-field [data-at]")];
      const all = spans.map(({ textContent }) => textContent ?? "").join("");
      let from = all.indexOf(wanted);
      let to = from + wanted.length;
      const range = document.createRange();
      let started = false;
      for (const { firstChild: node, textContent } of spans) {
        const length = textContent?.length ?? 0;
        if (node === null) continue;
        if (!started && from < length) {
          range.setStart(node, from);
          started = true;
        }
        if (started && to <= length) {
          range.setEnd(node, to);
          break;
        }
        from -= length;
        to -= length;
      }
      const selection = window.getSelection();
      selection?.removeAllRanges();
      selection?.addRange(range);
    }, words);

  it("lists the texts of the case, and takes twenty proposals with twenty keys into the ledger", async () => {
    await screen.goto(`${bench.served.origin}/claims?part=texts`);
    await eventually("the texts are read", async () => (await screen.locator(".text-row").count()) === 4);
    await screen.locator(".text-row", { hasText: "Synthetic report" }).click();
    await eventually("all is put forward", async () => (await screen.locator(".proposal-progress").count()) === 0);
    await card().waitFor();
    const count = (await lines().count()) + 1;
    assert.ok(count >= 20, `${count} proposals`);
    for (let pressed = 0; pressed < 20; pressed++) await screen.keyboard.press(pressed % 5 === 4 ? "r" : "a");
    await eventually("all twenty are written", async () => bodies().length === 20);
    assert.equal(bodies().filter(({ kind }) => kind === "claim.stated").length, 16);
    assert.equal(bodies().filter(({ kind }) => kind === "claim-proposal.rejected").length, 4);
    assert.ok(bodies().every(({ kind, data }) => kind !== "claim.stated" || data.event === "unassigned"));
    await screen.reload();
    await screen.getByText("4 rejected").waitFor();
    await screen.getByText("16 accepted", { exact: true }).waitFor();
    assert.equal((await lines().count()) + (await card().count()), count - 20, "what was decided is not put forward again");
  });

  it("shows the text as words and never as markup, with hedges and values marked by more than colour", async () => {
    const field = screen.getByTestId("text-field");
    assert.equal(await field.locator("img, script, b").count(), 0);
    assert.match(await field.innerText(), /<img|<script/);
    const hedge = field.locator(".mark-hedge").first();
    assert.match(await hedge.evaluate((element) => getComputedStyle(element).textDecorationStyle), /wavy/);
    assert.equal(await field.locator(".mark-sign").first().innerText(), "k1");
    assert.match(
      await field
        .locator(".mark-value")
        .first()
        .evaluate((element) => getComputedStyle(element).fontWeight),
      /[67]00|bold/,
    );
  });

  it("undoes the last one: an acceptance is withdrawn, a rejection restored", async () => {
    const label = await card().getAttribute("aria-label");
    const kinds = () => bodies().map(({ kind }) => kind);
    await screen.keyboard.press("a");
    await screen.keyboard.press("u");
    await eventually("withdrawn", async () => kinds().at(-1) === "claim.withdrawn");
    assert.equal((await card().getAttribute("aria-label"))?.split(". ")[1], label?.split(". ")[1]);
    await screen.keyboard.press("r");
    await screen.keyboard.press("u");
    await eventually("restored", async () => kinds().at(-1) === "claim-proposal.restored");
  });

  it("moves with j and k, takes the focus along and says where it is", async () => {
    await screen.keyboard.press("j");
    const second = await card().getAttribute("aria-label");
    assert.match(second ?? "", /^2 of \d+\. /);
    assert.ok(await card().evaluate((element) => element === document.activeElement));
    await screen.keyboard.press("k");
    assert.match((await card().getAttribute("aria-label")) ?? "", /^1 of /);
  });

  it("is edited before it is accepted, and the line says what was changed", async () => {
    await screen.keyboard.press("e");
    const form = screen.getByRole("form", { name: "Edit before accepting" });
    await form.getByLabel("Words that carry the value", { exact: true }).fill("words that nobody wrote");
    await form.getByText("These words do not stand in the quote.").waitFor();
    assert.ok(await form.getByRole("button", { name: "Accept as edited" }).isDisabled());
    await form.getByRole("button", { name: "Cancel" }).click();
    await screen.keyboard.press("e");
    await form.getByLabel("Said as").selectOption("denied");
    await form.getByRole("button", { name: "Accept as edited" }).click();
    await eventually("written", async () => bodies().at(-1)?.data.edited?.includes("polarity") === true);
  });

  it("keeps a proposal in its event and remembers it for the next of that sort, in sight", async () => {
    await screen.evaluate(() =>
      fetch("/api/case-events", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          sort: "other",
          sortWords: "an attack",
          title: "Synthetic event",
          time: "unknown",
          place: "unknown",
          reason: "",
        }),
      }).then(async (answer) => {
        if (!answer.ok) throw new Error(await answer.text());
      }),
    );
    await screen.reload();
    await card().waitFor();
    await screen.keyboard.press("v");
    const choice = card().getByLabel("Event");
    assert.ok(await choice.evaluate((element) => element === document.activeElement));
    await choice.selectOption("e1");
    await screen.getByRole("list", { name: "Event of the next proposals of the same sort in this text" }).getByText("→ e1").waitFor();
    await card().getByRole("button", { name: "Accept" }).click();
    await eventually("written with its event", async () => bodies().at(-1)?.data.event === "e1");
  });

  it("states a claim by hand from selected words, each of them taken from the text", async () => {
    // Drawn: what is drawn anew under a selection takes the selection with it.
    const stated = bodies().filter(({ kind }) => kind === "claim.stated").length;
    const withdrawn = bodies().filter(({ kind }) => kind === "claim.withdrawn").length;
    await screen.getByText(`${stated - withdrawn} accepted`, { exact: true }).waitFor();
    await select(sentences[3] ?? "");
    await screen.keyboard.press("n");
    const form = screen.getByRole("form", { name: "State a claim by hand" });
    await form.getByText(`Selected: “${sentences[3]}”`).waitFor();
    await form.getByLabel("Aspect").selectOption("when");
    await select("on 5 May 2031");
    await form.getByRole("button", { name: "Take selected words: Words that carry the value" }).click();
    await form.getByRole("button", { name: "Read the words by the rules" }).click();
    await form.getByText("2031-05-05, zone not stated").waitFor();
    await form.getByRole("button", { name: "State it" }).click();
    await eventually("written", async () => bodies().at(-1)?.kind === "claim.stated");
    assert.deepEqual(bodies().at(-1)?.data.edited, []);
  });

  it("has a claim by hand quote the text, never typed words, where no words are selected", async () => {
    await screen.reload();
    await card().waitFor();
    await screen.keyboard.press("n");
    const form = screen.getByRole("form", { name: "State a claim by hand" });
    await form.getByRole("button", { name: "Take selected words: Quote" }).waitFor();
    assert.equal(await form.getByLabel("Words of the material").count(), 0);
    await form.getByRole("button", { name: "Cancel" }).click();
  });

  it("reads its dates by another day and zone once a person says why, and says so with the claim", async () => {
    await screen.getByRole("button", { name: "Change" }).click();
    const dialog = screen.getByRole("dialog");
    await dialog.getByLabel(/Publication day/).fill("2031-06-12");
    await dialog.getByLabel(/Zone in which/).fill("Europe/Kyiv");
    assert.ok(await dialog.getByRole("button", { name: "Read anew" }).isDisabled());
    await dialog.getByLabel("How that is known").fill("the printed edition");
    await dialog.getByRole("button", { name: "Read anew" }).click();
    await screen.getByText("Europe/Kyiv, because: the printed edition").waitFor();
    await screen.getByText(/2031-06-1[12] .* UTC/).waitFor();
  });

  it("opens at the claim that the address names", async () => {
    await screen.goto(`${bench.served.origin}/claims?part=texts&item=i1&claim=k3`);
    await screen.locator(".claim-line.is-chosen", { hasText: "k3" }).waitFor();
    assert.ok((await screen.locator(".text-field .mark-current").count()) > 0);
  });

  it("says so where a text makes no claim, and keeps the direction of every script", async () => {
    await open("i2");
    await screen.getByText("The rules find no claim in this text.").waitFor();
    await open("i3");
    const directions = await screen
      .locator(".text-block")
      .evaluateAll((blocks) => blocks.map((block) => getComputedStyle(block).direction));
    assert.deepEqual(directions, ["rtl", "ltr"]);
  });

  it("reads five megabytes while the page stays at hand, draws what is looked at, and can be stopped", async () => {
    await open("i4");
    const stop = screen.getByRole("button", { name: "Stop", exact: true });
    await stop.or(card()).first().waitFor();
    assert.ok((await screen.locator(".text-block").count()) < 200, "only what is looked at is drawn");
    await card().waitFor({ timeout: 120_000 });
    await screen.keyboard.press("j");
    await screen.locator(".text-field .mark-current").first().waitFor();
  });

  it("asks the assistant only after it said what goes where, and lists what it made up as refused", async () => {
    await open("i3");
    await screen.getByText("Assistant", { exact: true }).click();
    await screen.getByText("No assistant is set up.").waitFor();
    await screen.getByRole("button", { name: "Set up" }).click();
    const dialog = screen.getByRole("dialog");
    await dialog.getByLabel(/^Address/).fill(model.url);
    await dialog.getByLabel("Model").fill("small-one");
    await dialog.getByRole("button", { name: "Save" }).click();
    model.answer((response, asked) =>
      says(
        response,
        asked,
        JSON.stringify({
          claims: [
            { quote: "Two men were hurt near the bridge", aspect: "identification", words: "the bridge", polarity: "affirmed" },
            { quote: "Ten ships sank.", aspect: "what", words: "sank", polarity: "affirmed" },
          ],
        }),
      ),
    );
    await screen.getByRole("button", { name: "Ask the assistant" }).click();
    await dialog.getByText("to a program on this machine; what that does with it is not seen from here").waitFor();
    assert.equal(model.asked.length, 0);
    await dialog.getByRole("button", { name: /^Send \d+ characters to 127\.0\.0\.1/ }).click();
    await screen.getByText("1 was refused").waitFor();
    await screen.getByText("the quote does not stand in the text, letter by letter").waitFor();
    assert.equal(model.asked.length, 1);
    await screen.locator(".proposal-line", { hasText: "Identification" }).click();
    await card().getByText("put forward by the assistant, small-one").waitFor();
  });

  it("can be read and decided on 390 pixels, and axe finds no fault in either light", async () => {
    await open("i1");
    await card().waitFor();
    assert.deepEqual(await axeInBothThemes(screen), []);
    await screen.setViewportSize({ width: 390, height: 844 });
    await card().waitFor();
    assert.deepEqual(await axeViolations(screen), []);
    assert.ok(await screen.evaluate(() => document.documentElement.scrollWidth <= 390));
    await screen.getByRole("button", { name: "Text", exact: true }).click();
    await screen.getByTestId("text-field").waitFor();
    assert.deepEqual(await axeViolations(screen), []);
    await screen.getByRole("button", { name: /^Proposals/ }).click();
    await screen.keyboard.press("e");
    await screen.getByRole("form").waitFor();
    assert.deepEqual(await axeViolations(screen), []);
    assert.deepEqual(bench.complaints, []);
  });
});
