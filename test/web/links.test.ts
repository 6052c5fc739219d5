import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { needs } from "../../scripts/testing/needs.ts";
import { writeFakeYtDlp } from "../links/fake-yt-dlp.ts";
import { axeInBothThemes, axeViolations } from "./axe.ts";
import { markup } from "./desk-material.ts";
import { clearRequests, eventually, openWorkbench, type Workbench, workbenchPrograms } from "./open-workbench.ts";

describe("links in the workbench", { skip: needs({ programs: workbenchPrograms }) }, () => {
  let bench: Workbench;
  let page: Page;
  let fake: string;
  const go = async (path: string) => {
    await page.goto(`${bench.served.origin}${path}`);
    await page.locator(".shell").waitFor();
  };
  const ask = <T>(path: string) => page.evaluate(async (at) => (await fetch(at)).json() as Promise<unknown>, path) as Promise<T>;
  /** What the bar says; the same is read out beside it. */
  const answer = () => page.locator(".intake-answer");
  const paste = (text: string) =>
    page.evaluate((pasted) => {
      const data = new DataTransfer();
      data.setData("text/plain", pasted);
      document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    }, text);

  before(async () => {
    bench = await openWorkbench({ material: (folder) => writeFileSync(join(folder, "note.txt"), "Synthetic note") });
    page = bench.page;
    fake = writeFakeYtDlp(bench.desk.folder);
  });
  after(() => bench?.close());

  it("a link pasted anywhere on the desk is an item, and says what to do next", async () => {
    await page.locator("[data-list=items] .item").first().waitFor();
    await paste("https://t.me/s/dorvane_news/12");
    await answer().getByText("Noted as item 2. Nothing was fetched.").waitFor();
    await page.getByText("https://t.me/dorvane_news/12").first().waitFor();
    await page.waitForFunction(() => [...document.querySelectorAll(".item")].some((row) => row.textContent.includes("Risk not known")));
    assert.deepEqual(
      bench.requests.filter((request) => !/^(GET|POST|PUT) \//.test(request)),
      [],
    );
  });

  it("the same link in another spelling leads to the item that is there; what is no link says why", async () => {
    await paste("https://telegram.me/Dorvane_News/12?single");
    await answer().getByText("This link is item 2 already.").waitFor();
    await page.locator(".intake-field").fill("javascript:alert(1)");
    await page.keyboard.press("Enter");
    await answer().getByText("Not noted: javascript: runs a program").waitFor();
    assert.equal(await page.locator(".intake-field").inputValue(), "javascript:alert(1)");
    await page.locator(".intake-field").fill("");
  });

  it("a list of links pasted into the bar is noted link by link", async () => {
    await page.locator(".intake-field").focus();
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData("text/plain", "https://example.org/list/1\nhttps://example.org/list/2\n");
      document.activeElement?.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    });
    await page.keyboard.press("Enter");
    await answer().getByText("2 links noted, 0 already there, 0 refused.").waitFor();
  });

  it("text pasted into a field stays in the field", async () => {
    const before = (await ask<{ total: number }>("/api/links")).total;
    const field = page.getByRole("searchbox").first();
    await field.focus();
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData("text/plain", "https://example.org/in-a-field");
      document.activeElement?.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    });
    await page.keyboard.press("Tab");
    assert.equal((await ask<{ total: number }>("/api/links")).total, before);
  });

  it("of links that wait for a capture, those of high risk come first on the desk", async () => {
    await page.getByLabel("Risk of removal").selectOption("high");
    await page.locator(".intake-field").fill("https://example.org/soon");
    await page.keyboard.press("Enter");
    await answer()
      .getByText(/Noted as item \d+\. Nothing/)
      .waitFor();
    await go("/?has=link-not-captured");
    await page.waitForFunction(() => document.querySelectorAll("[data-list=items] .item").length >= 2);
    assert.match(await page.locator(".item-name").first().innerText(), /soon/);
    assert.match(await page.locator("[data-list=items] .item").first().innerText(), /May go soon/);
  });

  it("a capture by hand: clock, files, what was done, and what is missing, in one entry that both sides show", async () => {
    await go("/capture/i2");
    await page.getByRole("heading", { name: "1 What and where" }).waitFor();
    assert.equal(await page.locator(".source-link details[open]").count(), 0);
    await page.getByLabel("I compared the clock").check();
    assert.equal(await page.getByRole("button", { name: "Record capture" }).isEnabled(), false);
    await page.getByLabel("Compared with").fill("clock of a phone");
    await page.getByLabel("Seconds to add to this machine’s clock").fill("-2,5");
    await page.getByLabel("± seconds").fill("1");
    writeFileSync(join(bench.desk.folder, `${markup.replaceAll("/", "")}.html`), "<title>Synthetic page</title>");
    writeFileSync(join(bench.desk.folder, "full page.png"), "Synthetic picture of a page");
    await page
      .locator(".drop-here input[type=file]")
      .setInputFiles([join(bench.desk.folder, `${markup.replaceAll("/", "")}.html`), join(bench.desk.folder, "full page.png")]);
    await page.waitForFunction(() => document.querySelectorAll(".kept-files a").length === 2);
    await page.getByLabel("What you did, step by step").fill("Opened in a clean profile, scrolled to the end, saved.");
    await page.getByLabel("A made-up one").check();
    await page.getByLabel(/^Which one/).fill("reader-7");
    await page.getByLabel("Through a VPN or Tor").check();
    const [first, second] = await page
      .locator(".kept-files a")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href")?.split("/").at(-1) ?? ""));
    await page.getByLabel("HTML source").selectOption(first ?? "");
    await page.getByLabel("Full page with date and time").selectOption(second ?? "");
    await page.getByText("Missing: Embedded media, Uploader and context").waitFor();
    await page.getByRole("button", { name: "Record capture" }).click();
    await page.waitForURL(/\/items\/i2/);
    await page.getByText("kept as 2 items:").waitFor();
    await page.getByText("clock of a phone: -2.5 s ± 1 s").waitFor();
    await go(`/items/${first}?tab=provenance`);
    await page.getByRole("heading", { name: "Captured from" }).waitFor();
    const { captures } = await ask<{ captures: { minimum: Record<string, unknown>; account: unknown; network: string }[] }>(
      "/api/links/i2",
    );
    assert.deepEqual(captures[0]?.minimum, {
      address: "stated",
      "embedded-media": "not-captured",
      "full-page": [second],
      "html-source": [first],
      "uploader-and-context": "not-captured",
    });
    assert.deepEqual([captures[0]?.account, captures[0]?.network], [{ sort: "sock-puppet", label: "reader-7" }, "vpn"]);
  });

  it("gone at source, by what a person saw, is an interval on the desk and on the inquiry screen", async () => {
    await go("/inquiry?show=all");
    const row = page.locator(".link-row").filter({ hasText: "dorvane_news/12" });
    for (const outcome of ["There", "Gone"]) {
      await row.getByRole("button", { name: "Look again…" }).click();
      await page.getByRole("dialog").getByLabel(outcome, { exact: true }).check();
      if (outcome === "Gone")
        await page
          .getByRole("dialog")
          .getByLabel(/^Items that show it/)
          .fill("1");
      if (outcome === "Gone") {
        const shot = { name: "gone.png", mimeType: "image/png", buffer: Buffer.from("Synthetic picture of a page that says gone") };
        await page.getByRole("dialog").locator("input[type=file]").setInputFiles([shot]);
        await page
          .getByRole("dialog")
          .getByText(/kept as item/)
          .waitFor();
      }
      await page.getByRole("dialog").getByRole("button", { name: "Record" }).click();
      await page.getByRole("dialog").waitFor({ state: "detached" });
      await row.getByText(`${outcome}, looked`).waitFor();
    }
    await row.getByText(/^ ?Gone at source between .* and /).waitFor();
    const { checks } = await ask<{ checks: { outcome: string; evidence: string[] }[] }>("/api/links/i2");
    assert.deepEqual([checks[0]?.outcome, checks[0]?.evidence[0], checks[0]?.evidence.length], ["gone", "i1", 2]);
    await go("/?has=gone-at-source");
    await page
      .locator(".item .chip")
      .getByText(/^Gone \d+ \w+( ?– ?\d+ \w+)? UTC$/)
      .waitFor();
  });

  it("a plan for links of high risk makes them due, and only reminds", async () => {
    await go("/inquiry?show=all");
    await page.getByLabel("All links of high risk").selectOption("3");
    await page
      .getByText(/next look/)
      .first()
      .waitFor();
    const { links } = await ask<{ links: { riskOfRemoval: string; plan: unknown }[] }>("/api/links");
    assert.deepEqual(links.find(({ riskOfRemoval }) => riskOfRemoval === "high")?.plan, { everyDays: 3, of: "high-risk" });
  });

  it("a program of one's own is shown word by word, runs when asked, and what it made is kept", async () => {
    await go("/inquiry?part=programs");
    const programs = page.locator("form", { has: page.getByLabel("Path of yt-dlp") });
    await programs.getByLabel("Path of yt-dlp").fill(fake);
    await programs.getByRole("button", { name: "Save" }).click();
    await page.getByText("Saved.").waitFor();
    await go("/");
    await page.locator(".intake-field").fill("https://video.example.org/whole");
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "Capture it" }).click();
    await page.locator(".command").filter({ hasText: "--ignore-config" }).waitFor();
    await page.getByRole("button", { name: "Capture with yt-dlp" }).click();
    await page.getByText("It ended: done").waitFor();
    await page.getByRole("link", { name: /^Back to item/ }).click();
    await page.getByText(/by yt-dlp 2099\.01\.01-fake/).waitFor();
  });

  it("the search log takes a search by keyboard alone, filters, and writes CSV that no sheet runs", async () => {
    await go("/inquiry?part=searches");
    await page.getByLabel("Searched for").focus();
    for (const words of ["=HYPERLINK(1)", "Telegram", "", ""]) {
      await page.keyboard.type(words);
      await page.keyboard.press("Tab");
    }
    await page.keyboard.type("12");
    await page.getByLabel("Kept as items").fill("1 2");
    await page.getByLabel("Why not").fill("copies");
    await page.keyboard.press("Enter");
    await page.locator(".search-table tbody tr").waitFor();
    assert.match(
      await page.locator(".search-table tbody tr").innerText(),
      /=HYPERLINK\(1\)\s+Telegram\s+not known\s+12\s+1\s*2\s+not known copies/,
    );
    await page.getByLabel("When").fill("2026-02-30");
    await page.getByText("Expected a day such as").waitFor();
    await page.getByLabel("When").fill("2026-03-30 16:20");
    await page.getByLabel("Clock of").selectOption("unknown");
    await page.getByLabel("Searched for").fill("ринок площа");
    await page.getByRole("button", { name: "Log search" }).click();
    await page.waitForFunction(() => document.querySelectorAll(".search-table tbody tr").length === 2);
    const { searches } = await ask<{ searches: { query: string; at: { earliest: string; latest: string; zone: { state: string } } }[] }>(
      "/api/search-log?q=площа",
    );
    assert.deepEqual(
      searches.map(({ at }) => [at.zone.state, at.earliest, at.latest]),
      [["unknown", "2026-03-30T02:20:00Z", "2026-03-31T04:20:59Z"]],
    );
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Export CSV" }).click()]);
    const csv = readFileSync(await download.path(), "utf8");
    assert.match(csv, /,'=HYPERLINK\(1\),Telegram,/);
    await page.getByLabel("Filter the log").fill("ПЛОЩА");
    await page.waitForFunction(() => document.querySelectorAll(".search-table tbody tr").length === 1);
  });

  it("a receipt is signed on the bench, and the item says that it was given", async () => {
    await go("/items/i1?tab=provenance");
    await page.getByRole("button", { name: "Proof of receipt…" }).click();
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Sign and save" }).click()]);
    await page.getByText(/Receipt r1 was signed and saved/).waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "Close" }).last().click();
    await page.getByRole("link", { name: /^r1, / }).waitFor();
    const saved = join(bench.desk.folder, "given.html");
    await download.saveAs(saved);
    const checked = await bench.desk.run("verify", saved);
    assert.equal(checked.code, 0, checked.out);
    assert.match(checked.out, /note\.txt/);
  });

  it("files that were just dropped on the desk get one receipt together", async () => {
    await go("/");
    await page.locator("input[type=file][aria-label='Add files']").setInputFiles([
      { name: "one.bin", mimeType: "application/octet-stream", buffer: Buffer.from("Synthetic one") },
      { name: "two.bin", mimeType: "application/octet-stream", buffer: Buffer.from("Synthetic two") },
    ]);
    await page.locator(".uploads").getByRole("button", { name: "Proof of receipt…" }).click();
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Sign and save" }).click()]);
    const saved = join(bench.desk.folder, "two.html");
    await download.saveAs(saved);
    const { statement } = JSON.parse((await bench.desk.run("verify", saved, "--json")).out) as { statement: { items: { name: string }[] } };
    assert.deepEqual(statement.items.map(({ name }) => name).sort(), ["one.bin", "two.bin"]);
  });

  it("a list of links pasted anywhere on the desk is noted whole, however long", async () => {
    await go("/");
    await page.locator("[data-list=items] .item").first().waitFor();
    await paste("https://example.org/any/1\r\nhttps://example.org/any/2\r\n\r\nhttps://example.org/any/1\r\n");
    await answer().getByText("2 links noted, 1 already there, 0 refused.").waitFor();
    assert.equal(await page.locator(".intake-field").inputValue(), "");
    await paste(Array.from({ length: 503 }, (_, at) => `https://example.org/long/${at}`).join("\n"));
    await answer().getByText("503 links noted, 0 already there, 0 refused.").waitFor();
  });

  it("other words pasted on the desk are not taken, and it is said why", async () => {
    await paste("https://example.org/any/3\nseen by a reader");
    await answer().getByText("Nothing was taken: 1 of 2 lines are links.").waitFor();
    await page.getByTestId("announcements").getByText("Nothing was taken: 1 of 2 lines are links.").waitFor();
    assert.deepEqual(await axeViolations(page), []);
    await paste("seen by a reader\nand by another");
    await answer().getByText("Nothing was taken: the lines pasted are neither links").waitFor();
    await paste("seen by a reader");
    await answer().getByText("Nothing was taken: what was pasted is no link.").waitFor();
    await answer().getByRole("button", { name: "Close" }).click();
    await answer().waitFor({ state: "detached" });
  });

  it("no screen of links asks for clear bytes, and the browser complains of nothing", async () => {
    await eventually("a quiet page", async () => true);
    assert.deepEqual(clearRequests(bench.requests), []);
    assert.deepEqual(bench.complaints, []);
  });

  for (const width of [1440, 390]) {
    it(`reads well, dark and light, ${width} wide`, async () => {
      await page.setViewportSize({ width, height: 900 });
      for (const path of [
        "/",
        "/inquiry?show=all",
        "/inquiry?part=searches",
        "/inquiry?part=programs",
        "/capture/i2",
        "/items/i2?tab=provenance",
      ]) {
        await go(path);
        await page.waitForLoadState("networkidle").catch(() => undefined);
        await page.locator(".intake-field, .link-row, .search-table, .inquiry-form, .by-hand, .link-panel").first().waitFor();
        assert.deepEqual(await axeInBothThemes(page), [], path);
        assert.ok(
          await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth),
          `${path}: nothing is wider than the window`,
        );
      }
    });
  }
});
