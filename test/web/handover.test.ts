/** Handing over in the browser: a plan checked, the report in a frame where nothing runs, a pack made and followed, and the register. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { Decrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import { type Browser, chromium, type Page } from "playwright-core";
import { findProgram, needs } from "../../scripts/testing/needs.ts";
import { type RunningServer, startServer } from "../../src/server/start-server.ts";
import { finishedCase, type FinishedCase } from "../hand-over/finished-case.ts";
import { axeInBothThemes, axeViolations } from "./axe.ts";

const built = fileURLToPath(new URL("../../dist/web", import.meta.url));
/** Where to put pictures of what is tested, for whoever wants to look; none otherwise. */
const shots = process.env["WITNESSMARK_SHOTS"];

describe("handing over on the screen", { skip: needs({ programs: ["chromium", "ffmpeg"] }) }, () => {
  let finished: FinishedCase;
  let server: RunningServer;
  let browser: Browser;
  let page: Page;
  let origin: string;
  const refused: string[] = [];
  before(async () => {
    finished = await finishedCase();
    server = await startServer({ session: finished.people.session(), port: 0, page: built, report: (error) => console.error(error) });
    browser = await chromium.launch({ executablePath: findProgram("chromium") as string, args: ["--no-sandbox", "--disable-quic"] });
    page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
    page.setDefaultTimeout(60_000);
    page.on("console", (message) => message.type() === "error" && refused.push(message.text()));
    await page.goto(server.link);
    await page.getByRole("navigation").first().waitFor();
    origin = new URL(server.link).origin;
  });
  after(async () => {
    await browser?.close();
    await server?.close();
    await finished?.close();
  });
  const shoot = async (name: string): Promise<void> => {
    if (shots !== undefined) await page.screenshot({ path: join(shots, `handover-${name}.png`) });
  };

  it("a plan is checked, and the report that it makes is read in a frame where nothing can run", async () => {
    await page.goto(`${origin}/handover`);
    await page.getByRole("checkbox", { name: /^f1 / }).check();
    await page.getByLabel("Title of the edition").fill("Where the clip was filmed");
    await page.getByRole("button", { name: "Check and preview" }).click();
    await page.getByText("Nothing keeps this edition back").waitFor();
    const frame = page.frameLocator("iframe");
    await frame.getByRole("heading", { name: "Key points" }).waitFor();
    assert.equal(await page.locator("iframe").getAttribute("sandbox"), "");
    assert.equal(await frame.locator("script").count(), 0);
    assert.deepEqual(refused, []);
    await shoot("checked");
    assert.deepEqual(await axeViolations(page), []);
  });

  it("is made as a job that is followed to the code that the receiver is told", async () => {
    const out = join(finished.desk.folder, "from-the-screen");
    await page.getByLabel("Folder of the pack").fill(out);
    const identity = await generateX25519Identity();
    const recipients = page.getByLabel("Encrypt it to, one recipient of age a line");
    await recipients.fill(identity);
    await page.getByRole("button", { name: "Hand over", exact: true }).click();
    await page.getByText(/recipient 1: expected a recipient of age .*; found an identity/).waitFor();
    assert.ok(!existsSync(out), "nothing is made while a recipient is none");
    await recipients.fill(await identityToRecipient(identity));
    await page.getByRole("button", { name: "Hand over", exact: true }).click();
    await page.getByText("Edition ed1, version 1, is sealed").waitFor();
    assert.ok(existsSync(join(out, "data/edition/report.html")));
    await page.getByText(`${out}.tar.age`).waitFor();
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    const tar = Buffer.from(await decrypter.decrypt(readFileSync(`${out}.tar.age`)));
    assert.ok(tar.includes(readFileSync(join(out, "data/edition/report.json"))));
    assert.match((await page.locator(".handover-done").textContent()) ?? "", /[0-9a-f]{5}-[0-9a-f]{5}-[0-9a-f]{5}/);
    // The mouse rests on the button that was pressed.
    assert.deepEqual(await axeInBothThemes(page), []);
    await shoot("sealed");
  });

  it("a plan that was left is there again, until it is handed over or begun anew", async () => {
    await page.goto(`${origin}/handover`);
    const title = page.getByLabel("Title of the edition");
    await title.waitFor();
    assert.equal(await title.inputValue(), "", "what was handed over is kept no longer");
    await page.getByRole("checkbox", { name: /^f1 / }).check();
    await title.fill("Half a pl");
    await page.getByRole("link", { name: "Who got which pack: the register" }).click();
    await page.getByRole("link", { name: "New edition" }).click();
    await page.getByText("As you left it: this plan was not handed over yet.").waitFor();
    await page.reload();
    await title.waitFor();
    assert.equal(await title.inputValue(), "Half a pl");
    assert.ok(await page.getByRole("checkbox", { name: /^f1 / }).isChecked());
    await shoot("kept");
    await page.getByRole("button", { name: "Start anew" }).click();
    assert.equal(await title.inputValue(), "");
    await page.reload();
    await title.waitFor();
    assert.equal(await page.getByText("As you left it").count(), 0);
  });

  it("the register says who got it", async () => {
    await page.goto(`${origin}/handover/ed1`);
    await page.getByRole("button", { name: "Note who got it" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("To whom", { exact: true }).fill("The registry");
    await dialog.getByLabel("Why").fill("It asked for it");
    await dialog.getByLabel(/^How it went/).fill("By hand");
    await dialog.locator("button[type=submit]").click();
    await page.getByText("The registry").first().waitFor();
    await shoot("register");
    assert.deepEqual(await axeViolations(page), []);
  });

  it("what keeps a public edition back is listed with the way to lift it, on a phone too", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${origin}/handover`);
    await page.getByRole("checkbox", { name: /^f1 / }).check();
    await page.getByRole("radio", { name: /Public edition/ }).check();
    await page.getByRole("button", { name: "Check and preview" }).click();
    await page.getByRole("link", { name: "Go there" }).first().waitFor();
    assert.ok(
      (await page.getByRole("link", { name: "Go there" }).evaluateAll((links) => links.map((link) => link.getAttribute("href")))).includes(
        "/redact/i1",
      ),
    );
    const lifts = await page
      .locator(".handover-lifts")
      .evaluateAll((parts) =>
        parts.map((part) => [part.querySelector("h3")?.textContent ?? "", part.querySelectorAll("li").length] as const),
      );
    assert.ok(lifts.length > 0);
    for (const [who, count] of lifts) assert.match(who, new RegExp(`^To be lifted by: .{5,} \\(${count}\\)$`));
    assert.equal(new Set(lifts.map(([who]) => who)).size, lifts.length, "each who once");
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 390);
    await shoot("public-390");
    assert.deepEqual(await axeViolations(page), []);
  });
});
