/** Sources and accounts as a person meets them: cards, grades by date, handles over time, channels made accounts, and an identity that does not leak. */
import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { needs } from "../../scripts/testing/needs.ts";
import { telegramExport } from "../support/material.ts";
import { axeInBothThemes } from "./axe.ts";
import { openWorkbench, type Workbench, workbenchPrograms } from "./open-workbench.ts";

process.env["WITNESSMARK_CASE_PASSPHRASE"] = "correct horse battery";
const planted = "Quincunx Marlowe";

/** Three posts with a leaflet each: one of the channel's own, one that it forwards, one of which the export holds nothing. */
function makeMaterial(folder: string): void {
  mkdirSync(join(folder, "chat", "files"), { recursive: true });
  for (const name of ["own", "forwarded"]) writeFileSync(join(folder, "chat", "files", `${name}.txt`), `Synthetic leaflet, ${name}.\n`);
  const [first] = telegramExport.messages;
  const message = (id: number, file: string, more: object) => ({
    ...{ id, type: "message", date: "2024-09-14T16:20:00", date_unixtime: String(1726320000 + id), from: "Ostrel Today" },
    ...{ from_id: first?.from_id, text: "", file: `files/${file}.txt`, mime_type: "text/plain", ...more },
  });
  const notIncluded = "(File not included. Change data exporting settings to download.)";
  const messages = [
    message(1, "own", {}),
    message(2, "forwarded", { forwarded_from: "Someone Else" }),
    message(3, "gone", { file: notIncluded }),
  ];
  writeFileSync(join(folder, "chat", "result.json"), JSON.stringify({ ...telegramExport, messages }));
}

describe("sources and accounts", { skip: needs({ programs: workbenchPrograms }) }, () => {
  let bench: Workbench;
  /** Bodies of every answer, for what must not be in them. */
  const answers: { path: string; body: string }[] = [];
  const go = (path: string) => bench.page.goto(`${bench.served.origin}${path}`);
  const button = (name: string) => bench.page.getByRole("button", { name, exact: true });
  const dialog = () => bench.page.getByRole("dialog");

  before(async () => {
    bench = await openWorkbench({ material: makeMaterial });
    bench.context.on("response", (response) => {
      const { pathname } = new URL(response.url());
      if (pathname.startsWith("/api/") && pathname !== "/api/events")
        response.text().then(
          (body) => answers.push({ path: pathname, body }),
          () => undefined,
        );
    });
  });
  after(() => bench.close());

  it("a source is made with its identity in the private store, and is F until somebody grades it with a reason", async () => {
    await go("/sources");
    await button("New source").click();
    await dialog().getByLabel("What it is called here").fill("Keeper of the mill");
    await dialog().getByLabel("Person", { exact: true }).check();
    await dialog().getByLabel("Keep one", { exact: true }).check();
    await dialog().getByText("The private store is open for writing.").waitFor();
    await dialog().getByLabel("Restricted: who it is, how to reach them").fill(`${planted}, +00 000`);
    const written: string[] = [];
    const held = Promise.withResolvers<void>();
    await bench.page.route("**/api/sources", async (route) => {
      if (route.request().method() === "POST") {
        written.push(route.request().url());
        await held.promise;
      }
      await route.continue();
    });
    await dialog()
      .locator("form")
      .evaluate((form) => {
        for (let press = 0; press < 2; press++) (form as HTMLFormElement).requestSubmit();
      });
    await dialog().getByRole("status").getByText("Encrypting, this takes some seconds.").waitFor();
    await bench.page.keyboard.press("Escape");
    await bench.page.keyboard.press("Enter");
    assert.ok(await dialog().isVisible(), "nobody leaves what is being written, to write it again");
    held.resolve();
    await bench.page.getByRole("heading", { name: "Keeper of the mill" }).waitFor();
    assert.equal(written.length, 1, "pressed twice, written once");
    await bench.page.unroute("**/api/sources");
    await bench.page.getByText("Nobody has graded it. Until then it is F: cannot be judged.").waitFor();

    for (const [letter, day, reason] of [
      ["C", "2024-03-01", "Two of three statements held."],
      ["B", "2024-09-01", "Held again, independently."],
    ] as const) {
      await button("Grade").click();
      await dialog()
        .getByRole("radio", { name: new RegExp(`^${letter}`) })
        .check();
      await dialog().getByLabel("As of (day, UTC)").fill(day);
      assert.ok(await button("Write the grade").isDisabled(), "no grade without a reason");
      await dialog().getByLabel("Reason").fill(reason);
      await button("Write the grade").click();
      await dialog().waitFor({ state: "detached" });
      await bench.page.getByText(reason, { exact: true }).waitFor();
    }
    const grades = bench.page.getByRole("list", { name: "Grades over time" }).getByRole("listitem");
    assert.equal(await grades.count(), 2, "the earlier grade stays");
    const card = bench.page.getByRole("link", { name: /Keeper of the mill/ });
    assert.match(await card.innerText(), /usually reliable/);
    assert.match(await card.innerText(), /restricted identity/);
  });

  it("the identity is shown on its card after the passphrase, and in no other answer, address or file", async () => {
    await go("/sources/s1");
    assert.ok(!(await bench.page.content()).includes(planted));
    await bench.page.getByLabel("Passphrase of the private store").fill("another passphrase");
    await button("Show the restricted identity").click();
    await bench.page.getByRole("alert").getByText("expected the passphrase").waitFor();
    await bench.page.getByLabel("Passphrase of the private store").fill("correct horse battery");
    await button("Show the restricted identity").click();
    await bench.page.getByText(planted).waitFor();
    await button("Hide it").click();
    assert.ok(!(await bench.page.content()).includes(planted), "gone when somebody turns away");
    await go(`/custody?q=${encodeURIComponent("mill")}`);
    await bench.page.getByText("Who it is stays in the private store.").first().waitFor();

    const told = answers.filter(({ body }) => body.includes(planted)).map(({ path }) => path);
    assert.deepEqual(told, ["/api/sources/s1/identity"]);
    assert.ok(bench.requests.every((request) => !request.includes("Quincunx") && !request.includes("horse")));
    const files = readdirSync(bench.casePath, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    for (const entry of files) {
      const bytes = readFileSync(join(entry.parentPath, entry.name));
      for (const words of [planted, planted.toLowerCase()]) assert.ok(!bytes.includes(words), entry.name);
    }
  });

  it("notes to weigh it by are unknown until somebody writes them, and stay when it is described anew", async () => {
    await go("/sources/s1");
    const notes = bench.page.getByRole("region", { name: "To weigh it by" });
    await notes.getByText("unknown", { exact: true }).nth(2).waitFor();
    for (const [field, words] of [
      ["Access: was it there, and if not, who tells it?", "Stood on the mill all day."],
      ["History: how did what it said before turn out?", "Two of three held."],
    ] as const) {
      await button("Change").click();
      await dialog().getByLabel(field).fill(words);
      await dialog().getByLabel("Why it is changed").fill("asked again");
      await button("Save").click();
      await dialog().waitFor({ state: "detached" });
      await notes.getByText(words).waitFor();
    }
    assert.match(await notes.innerText(), /Stood on the mill all day\.[\s\S]*Motive[\s\S]*unknown[\s\S]*Two of three held\./);
  });

  it("what it says stands on its card, each claim with a digit beside the letter, and no mark is made of both", async () => {
    await go("/sources/s1");
    type Text = { text: { parts: [{ part: object; text: string }] }; reading: string };
    const read = (await (await bench.page.request.get(`${bench.served.origin}/api/items/i1/text`)).json()) as Text;
    const [{ part, text: words }] = read.text.parts;
    const quote = words.trim().split("\n")[0] ?? "";
    const span = { start: words.indexOf(quote), end: words.indexOf(quote) + quote.length };
    const statement = {
      ...{ aspect: "where", value: { is: "place", words: quote }, polarity: "affirmed", hedges: [], basis: "saw", basisWords: null },
      ...{ speakers: [], eventSort: "unclear", valueSpan: span, restsOn: [] },
    };
    const text = { item: "i1", part, reading: read.reading };
    for (const [path, body] of [
      ["items/attribution", { items: ["i1"], role: "posted-by", source: "s1", basis: "signed" }],
      ["claims", { claims: [{ text, span, quote, event: "unassigned", statement, proposed: { by: "person" } }] }],
      ["claims/k1/grade", { credibility: "3", reason: "possible by the map" }],
    ] as const)
      assert.equal((await bench.page.request.post(`${bench.served.origin}/api/${path}`, { data: body })).status(), 200, path);
    const said = bench.page.getByRole("region", { name: "What it says" });
    await said.getByText(quote).waitFor();
    assert.match(await said.innerText(), /source\s+B\s+claim\s+3\s/);
    assert.doesNotMatch(await bench.page.locator(".source").innerText(), /B\s?3|3\s?B/);
  });

  it("a channel that a reader found becomes an account in one step; what it posted and what it forwarded stay apart", async () => {
    await go("/sources?list=accounts");
    await bench.page.getByText("3 items").waitFor();
    await button("Make an account").click();
    const card = bench.page.getByRole("link", { name: /Ostrel Today/ }).first();
    await card.waitFor();
    assert.match(await card.innerText(), /Posted by: 2/);
    assert.match(await card.innerText(), /Re-posted by: 1/);
    assert.doesNotMatch(await card.innerText(), /Filmed by|Given by/);
    await bench.page.getByText("a1 is this channel").waitFor();
  });

  it("a change of handle keeps both, each with when it was seen and where", async () => {
    await go("/sources/a1");
    for (const [handle, from, to, basis] of [
      ["dorvane_news", "2024-01-01T00:00:00", "2024-06-01T00:00:00", "profile page, May"],
      ["dorvane_live", "2024-07-01T00:00:00", "2024-09-20T00:00:00", "profile page, September"],
    ] as const) {
      await button("Seen under another name").click();
      await dialog().getByLabel("Handle").fill(handle);
      await dialog().getByLabel("Seen from (UTC)").fill(from);
      await dialog().getByLabel("to (UTC)").fill(to);
      await dialog().getByLabel("Where it was seen").fill(basis);
      await button("Write it down").click();
      await dialog().waitFor({ state: "detached" });
      await bench.page.getByText(basis).waitFor();
    }
    const names = await bench.page.getByRole("region", { name: "Names over time" }).innerText();
    assert.match(names, /dorvane_news[\s\S]*2024-01-01 00:00:00 UTC – 2024-06-01 00:00:00 UTC/);
    assert.match(names, /dorvane_live[\s\S]*profile page, September/);
    assert.match(names, /Ostrel Today[\s\S]*not seen|not seen[\s\S]*Ostrel Today/, "the export gave a name and no handle");
  });

  it("another account with a look-alike name is flagged, and stays another; one platform id is never two accounts", async () => {
    await go("/sources?list=accounts");
    await button("New account").click();
    await dialog().getByLabel("Platform", { exact: true }).fill("telegram");
    await dialog().getByLabel("Id on the platform").fill("1000000001");
    await button("Save").click();
    await dialog().getByText("expected an id of its own on telegram; found that of a1").waitFor();
    await dialog().getByLabel("Id on the platform").fill("77");
    await button("Save").click();
    await button("Seen under another name").click();
    await dialog().getByLabel("Handle").fill("d\u043Ervane_live");
    await dialog().getByLabel("Seen from (UTC)").fill("2024-08-01T00:00:00");
    await dialog().getByLabel("Where it was seen").fill("a comment");
    await button("Write it down").click();
    await bench.page.getByText("Looks like a1, and is another account").waitFor();
    await bench.page.getByText("\u043E (U+043E)").waitFor();
  });

  it("has no violation that axe can find, wide and narrow, dark and light", async () => {
    for (const width of [1440, 390]) {
      await bench.page.setViewportSize({ width, height: 900 });
      for (const path of ["/sources", "/sources/s1", "/sources?list=accounts", "/sources/a1"]) {
        await go(path);
        await bench.page.getByRole("heading", { level: 1 }).waitFor({ state: "attached" });
        await bench.page.locator(".source-card, .source").first().waitFor();
        assert.deepEqual(await axeInBothThemes(bench.page), [], `${path} ${width}`);
        const overflow = await bench.page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
        assert.equal(overflow, false, `${path} at ${width} does not scroll sideways`);
      }
    }
    await bench.page.setViewportSize({ width: 1440, height: 900 });
    assert.deepEqual(bench.complaints, []);
  });
});
