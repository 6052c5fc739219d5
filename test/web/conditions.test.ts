/** Conditions on the desk and on the bench, and the queue of what waits for its assessment, in a real browser. */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { needs } from "../../scripts/testing/needs.ts";
import type { ItemConditions } from "../../src/api/conditions.ts";
import type { CaseSummary } from "../../src/api/case.ts";
import { axeInBothThemes } from "./axe.ts";
import { clearRequests, eventually, openWorkbench, type Workbench, workbenchPrograms } from "./open-workbench.ts";

describe("conditions and assessments", { skip: needs({ programs: workbenchPrograms }) }, () => {
  let bench: Workbench;
  const go = (path: string) => bench.page.goto(`${bench.served.origin}${path}`);
  const button = (name: string) => bench.page.getByRole("button", { name, exact: true });
  const dialog = () => bench.page.getByRole("dialog");
  const row = (name: string) => bench.page.getByRole("row").filter({ hasText: name });
  const get = <T>(path: string) => bench.page.evaluate(async (from) => (await (await fetch(from)).json()) as unknown, path) as Promise<T>;
  const post = (path: string, body: unknown) =>
    bench.page.evaluate(
      async ([to, json]) =>
        (await fetch(to as string, { method: "POST", headers: { "content-type": "application/json" }, body: json as string })).status,
      [path, JSON.stringify(body)],
    );
  const field = (name: string) => dialog().getByRole("group", { name, exact: true });

  before(async () => {
    bench = await openWorkbench({
      material(folder) {
        for (const name of ["a-one", "b-two", "c-three", "d-four"])
          writeFileSync(join(folder, `${name}.txt`), `Synthetic leaflet ${name}.`);
      },
    });
    await row("a-one.txt").first().waitFor();
  });
  after(() => bench.close());

  it("of a new case are unknown on every row, and nothing says that it may be published", async () => {
    await row("a-one.txt").getByTitle("Not publishable: consent unknown").waitFor();
    const one = await get<ItemConditions>("/api/items/i1/conditions");
    assert.deepEqual(
      one.uses.map(({ use, may }) => [use, may.allowed]),
      [
        ["keep", true],
        ["analyse", true],
        ["show-redacted", false],
        ["publish", false],
        ["share-with-court", false],
      ],
    );
  });

  it("are stated for many at once by keyboard, and leave what differs among them as it is", async () => {
    await post("/api/items/conditions", { items: ["i1"], changes: { mayContact: "no", terms: { words: "Never show the window." } } });
    await go("/");
    await row("a-one.txt").first().waitFor();
    await bench.page.keyboard.press("Home");
    for (const key of ["x", "j", "x", "i"]) await bench.page.keyboard.press(key);
    await dialog().getByText("Conditions of 2 selected items").waitFor();
    assert.ok(await button("State them").isDisabled(), "nothing is stated by opening the dialog");
    for (const use of ["Keep", "Analyse", "Show redacted", "Publish", "Share with a court"]) await field(use).getByLabel("Yes").check();
    await field("Withdrawn").getByLabel("Not withdrawn").check();
    await field("Embargo").getByLabel("Until").check();
    assert.ok(await button("State them").isDisabled(), "an embargo without its end is not one");
    await field("Embargo").getByLabel("Embargo: Day and time in UTC").fill("2999-01-01T00:00:00");
    await bench.page.keyboard.press("Control+Enter");
    await dialog().waitFor({ state: "detached" });
    for (const name of ["a-one.txt", "b-two.txt"]) await row(name).getByTitle("Not publishable: embargo to 2999-01-01").waitFor();
    await row("c-three.txt").getByTitle("Not publishable: consent unknown").waitFor();
    const [one, two] = [await get<ItemConditions>("/api/items/i1/conditions"), await get<ItemConditions>("/api/items/i2/conditions")];
    assert.equal(one.history[0]?.conditions.mayContact, "no", "what was said of the first alone still stands");
    assert.deepEqual(one.history[0]?.conditions.terms, { words: "Never show the window." });
    assert.equal(two.history[0]?.conditions.mayContact, "unknown");
    assert.equal(one.history.length, 2, "the earlier statement stays");
  });

  it("narrow the list, each trait by itself", async () => {
    await post("/api/items/conditions", {
      items: ["i3"],
      changes: { legalHold: { reason: "Case 7/24" }, retention: "2020-01-01T00:00:00Z" },
    });
    await post("/api/items/conditions", {
      items: ["i4"],
      changes: { withdrawnAt: "2020-01-01T00:00:00Z", retention: "2020-01-01T00:00:00Z" },
    });
    for (const [trait, names] of [
      ["embargo", ["a-one.txt", "b-two.txt"]],
      ["legal-hold", ["c-three.txt"]],
      ["withdrawn", ["d-four.txt"]],
      ["disposal-due", ["d-four.txt"]],
      ["conditions-unknown", ["c-three.txt", "d-four.txt"]],
    ] as const) {
      await go(`/?has=${trait}`);
      for (const name of names) await row(name).waitFor();
      const list = await get<{ items: { name: string }[] }>(`/api/items?has=${trait}`);
      assert.deepEqual(list.items.map(({ name }) => name).sort(), [...names].sort(), trait);
    }
    await go("/");
    await row("c-three.txt").getByText("Legal hold").waitFor();
    await row("d-four.txt").getByText("Due for disposal").waitFor();
  });

  it("on the bench say what holds, by whose word, and which line it rests on", async () => {
    await post("/api/sources", { sort: "person", label: "Keeper of the mill", about: null, identity: "none", reason: null });
    const scope = { publish: "no" };
    await post("/api/sources/s1/conditions", { changes: { scope } });
    await go("/items/i2?tab=conditions");
    await button("Name somebody").click();
    await dialog().getByLabel("Given by", { exact: true }).check();
    await dialog().getByRole("combobox").selectOption("s1");
    await dialog().getByLabel("On what basis").fill("Handed over at the mill.");
    await button("Name them").click();
    await bench.page.getByText("no consent to publishing").waitFor();
    const { uses, attributions } = await get<ItemConditions>("/api/items/i2/conditions");
    const publish = uses.find(({ use }) => use === "publish");
    assert.deepEqual(publish?.consent.from?.subject, "s1");
    assert.deepEqual(
      attributions.map(({ role, source, account }) => [role, source, account]),
      [["given-by", "s1", "unknown"]],
      "who gave it did not therefore film or post it",
    );
    await bench.page.getByRole("link", { name: "s1, who gave it" }).first().waitFor();
    // Taken back, it binds no more, and is still there to read.
    await button("Take back").click();
    await dialog().getByLabel("Why is it taken back?").fill("It was somebody else.");
    await dialog().getByRole("button", { name: "Take back" }).click();
    await bench.page.getByText("taken back", { exact: true }).waitFor();
    await eventually("the embargo alone is left", async () => {
      const now = await get<ItemConditions>("/api/items/i2/conditions");
      return now.uses.every(({ may }) => may.allowed || may.because === "embargo");
    });
  });

  it("what waits for its assessment is told one by one in words, by keyboard, with the progress shown", async () => {
    await go("/");
    await row("a-one.txt").first().waitFor();
    const before = bench.requests.length;
    await bench.page.keyboard.press("Shift+A");
    await dialog().getByText("4 of 4 still wait").waitFor();
    await dialog().getByText("a-one.txt").waitFor();
    const relevance = dialog().getByLabel("Why it matters to the case");
    await eventually("the first question has the focus", () => relevance.evaluate((element) => element === document.activeElement));
    await bench.page.keyboard.type("A leaflet from the market.");
    await bench.page.keyboard.press("Control+Enter");
    await dialog().getByText("3 of 4 still wait").waitFor();
    await dialog().getByText("b-two.txt").waitFor();
    assert.equal(await relevance.inputValue(), "", "the next one starts unanswered");
    await bench.page.keyboard.press("Alt+n");
    await dialog().getByText("c-three.txt").waitFor();
    await dialog().getByLabel("Keep these answers for the next one").check();
    await relevance.fill("Another leaflet.");
    await dialog().getByLabel("Seems doubtful").check();
    await dialog().getByLabel("high").check();
    await relevance.press("Control+Enter");
    await dialog().getByText("d-four.txt").waitFor();
    assert.equal(await relevance.inputValue(), "Another leaflet.");
    await relevance.press("Control+Enter");
    // What was skipped comes round again.
    await dialog().getByText("b-two.txt").waitFor();
    await dialog().getByText("1 of 4 still wait").waitFor();
    await relevance.press("Control+Enter");
    await dialog().getByText("Everything that the case holds is assessed.").waitFor();
    await bench.page.keyboard.press("Escape");
    assert.equal((await get<CaseSummary>("/api/case")).counts.notAssessed, 0);
    assert.deepEqual(clearRequests(bench.requests), []);
    assert.ok(bench.requests.slice(before).every((request) => !request.includes("poster") && !request.includes("filmstrip")));
  });

  it("an assessment stands on the bench with who and when; a second one is added, and the first can be read back", async () => {
    await go("/items/i3?tab=triage");
    const lines = bench.page.getByRole("list", { name: "Assessments of this item" }).getByRole("listitem");
    await lines.first().waitFor();
    assert.match(await lines.first().innerText(), /Another leaflet\.[\s\S]*Seems doubtful[\s\S]*high[\s\S]*Later duties\s+not known/);
    await bench.page.getByText("Write an assessment").click();
    await bench.page.getByLabel("Why it matters to the case").fill("It names the fountain.");
    await bench.page.getByLabel("Later duties: what holding it will oblige the house to").fill("Ask before 2030 whether it may be kept.");
    await button("Record assessment").click();
    await lines.nth(1).waitFor();
    assert.match(await lines.first().innerText(), /It names the fountain/);
    assert.equal(await lines.count(), 2);
    assert.match(await lines.nth(1).innerText(), /Another leaflet/);
  });

  it("have no violation that axe can find, on bench, desk and in their dialogs, wide and narrow, dark and light", async () => {
    for (const width of [1440, 390]) {
      await bench.page.setViewportSize({ width, height: 900 });
      await go("/items/i2?tab=conditions");
      await bench.page.getByRole("heading", { name: "What may be done with it" }).waitFor();
      assert.deepEqual(await axeInBothThemes(bench.page), [], `conditions ${width}`);
      await button("State conditions").click();
      await dialog().getByLabel("Given by").waitFor();
      assert.deepEqual(await axeInBothThemes(bench.page), [], `dialog ${width}`);
      await go("/");
      await row("a-one.txt").first().waitFor();
      assert.deepEqual(await axeInBothThemes(bench.page), [], `desk ${width}`);
    }
    await bench.page.setViewportSize({ width: 1440, height: 900 });
    assert.deepEqual(bench.complaints, []);
  });
});
