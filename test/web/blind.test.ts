/** S11 in the browser: two people with keys of their own at one case, the second behind the blind door. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { launchChromium } from "../../scripts/testing/launch-chromium.ts";
import { needs } from "../../scripts/testing/needs.ts";
import { type RunningServer, startServer } from "../../src/server/start-server.ts";
import { assignBlind } from "../../src/actions/assign-blind.ts";
import { importRevealedAnswer, importSealedAnswer } from "../../src/actions/import-answer.ts";
import { makeBlindPacket } from "../../src/actions/make-blind-packet.ts";
import { demandPlaceForFile } from "../../src/cli/write-new-file.ts";
import { parseAnswerFile } from "../../src/core/blind/answer-files.ts";
import { startPacketServer } from "../../src/server/start-packet-server.ts";
import { outsideAnswererOf } from "../../src/wiring/blind-ports.ts";
import { openPacketDesk } from "../../src/wiring/packet-desk.ts";
import { askQuestion, type BlindCase, openBlindCase, seal } from "../blind/blind-case.ts";
import { axeViolations } from "./axe.ts";

const page = fileURLToPath(new URL("../../dist/web", import.meta.url));

function aClip(folder: string): string[] {
  const path = join(folder, "Dmytrivka-crossroads.mp4");
  const inputs = ["-f", "lavfi", "-i", "testsrc2=s=320x180:r=25:d=1"];
  execFileSync("ffmpeg", ["-v", "error", "-y", ...inputs, "-c:v", "libx264", "-preset", "ultrafast", path]);
  return [path];
}

describe("blind reviews in the workbench", { skip: needs({ programs: ["chromium", "ffmpeg", "ffprobe"] }) }, () => {
  let kept: BlindCase;
  let browser: Browser;
  let open: { server: RunningServer; context: BrowserContext; page: Page; asked: string[]; complaints: string[] } | undefined;

  const leave = async (): Promise<void> => {
    await open?.context.close();
    await open?.server.close();
    open = undefined;
  };
  /** Opens the case in the browser as this person; whoever had it before is ended. */
  const as = async (who: string) => {
    await leave();
    const session = await kept.as(who);
    const server = await startServer({ session, port: 0, page, report: (error) => assert.fail(String(error)) });
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const shown = await context.newPage();
    const asked: string[] = [];
    const complaints: string[] = [];
    context.on("request", (request) => asked.push(new URL(request.url()).pathname));
    shown.on("pageerror", (error) => complaints.push(error.message));
    shown.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    await shown.goto(server.link);
    open = { server, context, page: shown, asked, complaints };
    return open;
  };
  const goTo = (path: string) => open?.page.goto(`http://127.0.0.1:${open.server.port}${path}`);
  /** Who answers first is not asked what they knew. */
  const answer = async (shown: Page, place: string, radius: string) => {
    await shown.getByLabel("Coordinates").fill(place);
    await shown.getByLabel("Within so many metres").fill(radius);
    await shown.getByRole("button", { name: "Seal the answer" }).click();
    await shown.getByText("Read it once more").waitFor();
    await shown.getByRole("button", { name: "Seal for good" }).click();
  };

  before(async () => {
    assert.ok(existsSync(join(page, "index.html")), "expected the built workbench; `npm run build` makes it");
    kept = await openBlindCase({ material: aClip, title: "ZAPOVIT" });
    await kept.as("second");
    const session = await kept.as("first");
    session.board.setPaused(false);
    session.queue.wake();
    await session.queue.idle();
    session.board.setPaused(true);
    await askQuestion(session);
    browser = await launchChromium();
  });
  after(async () => {
    await leave();
    await browser?.close();
    await kept?.close();
  });

  it("the first person puts the question to the second, and seals their own answer", async () => {
    const { page: shown, complaints } = await as("first");
    await shown.locator(".shell").waitFor();
    await goTo("/blind");
    await shown.getByRole("button", { name: "Put a question to people" }).click();
    const dialog = shown.getByRole("dialog");
    await dialog.getByText("no case can know").waitFor();
    await dialog.getByRole("checkbox", { name: /^p2/ }).check();
    await dialog.getByRole("button", { name: "Ask them" }).click();
    await shown.getByRole("heading", { name: "Your answer is asked for" }).waitFor();
    await answer(shown, "50.4650, 30.1850", "50");
    await shown.getByRole("heading", { name: "Your answer is asked for" }).waitFor({ state: "hidden" });
    await shown.getByText("Waiting for blind answers").first().waitFor();
    assert.doesNotMatch(await shown.locator("main").innerText(), /50\.465/, "not even who sealed it sees it again before the reveal");
    assert.deepEqual(complaints, []);
  });

  it("the second person sees item and question alone, is told why, and every other address leads back", async () => {
    const { page: shown, asked, complaints } = await as("second");
    await shown.getByRole("heading", { name: "You are asked to answer blind" }).waitFor();
    await shown.getByText("Where was the camera?").waitFor();
    await shown.getByText("somebody with the disk can look").waitFor();
    assert.equal(await shown.getByRole("navigation").count(), 0);
    await shown.getByTestId("bench-map").waitFor();
    for (const path of ["/items/i1", "/place", "/custody", "/review", "/claims"]) {
      await goTo(path);
      await shown.getByRole("heading", { name: "You are asked to answer blind" }).waitFor();
      assert.equal(new URL(shown.url()).pathname, "/blind");
    }
    const bytes = await shown.content();
    for (const word of [/ZAPOVIT/, /Dmytrivka/, /50\.465/]) assert.doesNotMatch(bytes, word);
    assert.deepEqual([...new Set(asked.filter((path) => path.startsWith("/api/")))].sort(), [
      "/api/blind/desk",
      "/api/items/i1/poster",
      "/api/map-layers",
      "/api/session",
      // Their own minutes, which know no case.
      "/api/wellbeing",
    ]);
    assert.deepEqual(complaints, []);
    assert.deepEqual(await axeViolations(shown), []);
  });

  it("a press on the map of this machine sets the point, and a radius is drawn to scale; coordinates typed in any notation are gone to", async () => {
    const { page: shown, complaints } = await as("second");
    const map = shown.getByTestId("bench-map");
    const coordinates = shown.getByLabel("Coordinates");
    await map.click({ position: { x: 200, y: 150 } });
    const pressed = await coordinates.inputValue();
    assert.match(pressed, /^-?\d+\.\d, -?\d+\.\d$/, "no more digits than a map of the world can tell");
    await map
      .getByRole("img", { name: /without a radius yet/ })
      .or(map.getByLabel(/without a radius yet/))
      .first()
      .waitFor();
    assert.equal(await shown.getByRole("button", { name: "Seal the answer" }).isEnabled(), false);
    await coordinates.fill("31U DQ 48251 11932");
    await shown.getByLabel("Within so many metres").fill("100");
    assert.equal(await shown.getByRole("button", { name: "Seal the answer" }).isEnabled(), false, "not before they said what they knew");
    await map.getByLabel(/^Your answer: 48\.85820, 2\.29450, within 100 m/).waitFor();
    const disc = await map.locator(".bench-shape .bench-fill").first().boundingBox();
    const bar = await shown
      .locator(".map-scale")
      .first()
      .evaluate((element) => [element.clientWidth, element.textContent] as const);
    const metres = Number.parseFloat(bar[1] ?? "");
    assert.ok(disc !== null && Math.abs((disc.width / bar[0]) * metres - 200) < 12, `${disc?.width} px, ${bar.join(" px are ")}`);
    await map.focus();
    await shown.keyboard.press("ArrowRight");
    await shown.keyboard.press("Enter");
    assert.match(await coordinates.inputValue(), /^48\.858\d*, 2\.29\d+$/);
    assert.equal(await shown.getByText("Read it once more").count(), 0, "Enter on the map seals nothing");
    assert.equal(await shown.getByRole("button", { name: /Mark this view|Add/ }).count(), 0);
    assert.deepEqual(await axeViolations(shown), []);
    assert.deepEqual(complaints, []);
  });

  it("the item is covered, grey and mute until the second person asks for it, then goes frame by frame", async () => {
    const shown = open?.page as Page;
    assert.equal(await shown.locator("video").count(), 0);
    await shown.getByRole("button", { name: /Show the item/ }).click();
    const video = shown.locator("video");
    await video.waitFor();
    assert.equal(await video.evaluate((element) => (element as HTMLVideoElement).muted), true);
    assert.equal(await shown.locator(".shielded.is-grey").count(), 1);
    await shown.getByRole("button", { name: "Next frame" }).click();
    await shown.getByText(/Frame 1 \(25 in all\)/).waitFor();
    await shown.keyboard.press(".");
    await shown.getByText(/Frame 2 \(25 in all\)/).waitFor();
    await shown.keyboard.press("Escape");
    await shown.keyboard.press("Escape");
    await shown.locator(".shell[inert]").waitFor({ state: "attached" });
    assert.equal(await video.count(), 0, "blanked, nothing is shown");
    await shown.keyboard.press("Escape");
  });

  it("the second person seals at 390 wide by keyboard, and the case opens", async () => {
    const { page: shown, complaints } = await as("second");
    await shown.setViewportSize({ width: 390, height: 844 });
    await shown.getByLabel("Coordinates").fill("50.4652, 30.1854");
    assert.deepEqual(await axeViolations(shown), []);
    assert.ok(await shown.evaluate(() => document.documentElement.scrollWidth <= 390), "nothing stands out to the right");
    await shown.getByText("somebody with this disk can look").waitFor();
    await shown.getByLabel("What did you know of it before?").selectOption({ label: "I am not sure" });
    await shown.getByLabel("What was it, and where did you see it?").fill("perhaps the clip");
    await shown.getByLabel("Within so many metres").fill("100");
    await shown.keyboard.press("Enter");
    await shown.getByText("Read it once more").waitFor();
    await shown.keyboard.press("Enter");
    await shown.getByRole("button", { name: "Open the case" }).click();
    await shown.setViewportSize({ width: 1440, height: 900 });
    await shown.getByText("ZAPOVIT").first().waitFor();
    await goTo("/blind/z1");
    await shown.getByText("All sealed: reveal").waitFor();
    await shown.getByRole("button", { name: "Reveal your answer" }).click();
    await shown.getByRole("dialog").getByRole("button", { name: "Reveal your answer" }).click();
    await shown.getByText("All sealed, not all revealed").waitFor();
    assert.deepEqual(complaints, []);
  });

  it("both revealed, the comparison says 36.1 m within 150 m, agree, with the region where both hold", async () => {
    const { page: shown, complaints } = await as("first");
    await shown.locator(".shell").waitFor();
    await goTo("/blind/z1");
    await shown.getByRole("button", { name: "Reveal your answer" }).click();
    await shown.getByRole("dialog").getByRole("button", { name: "Reveal your answer" }).click();
    await shown.getByText("36.1 m apart, within 150 m that both radii leave, and each within the 200 m asked for.").waitFor();
    await shown.getByText(/Both hold in all of the smaller disc: 7,854 m²/).waitFor();
    assert.equal(await shown.locator(".agreement-figure circle").count(), 2);
    await shown.getByText(/says they are not sure what they knew before\. In their words: perhaps the clip/).waitFor();
    assert.deepEqual(await axeViolations(shown), []);
    await shown.emulateMedia({ colorScheme: "dark" });
    assert.deepEqual(await axeViolations(shown), []);
    assert.deepEqual(complaints, []);
  });

  it("somebody with a packet and no case answers on the same screen at 390 wide; the page says what to send back and what stays", async () => {
    await leave();
    const { blindPorts, viewer } = await kept.as("first");
    const packet = join(kept.desk.folder, "for-second.zip");
    await askQuestion(await kept.as("first"));
    const to = [
      { person: viewer.person, blind: false },
      { person: null, blind: true },
    ];
    const { id } = await assignBlind(blindPorts, viewer, { question: "qn2", items: [], to, reason: "" });
    await seal(kept, "first", id, { sort: "place", lat: 50.465, lon: 30.185, radiusM: 50 });
    await makeBlindPacket(blindPorts, viewer, { question: "qn2", items: [], out: packet, confirmed: true });
    await kept.leave();
    const outside = kept.configOf("outside");
    const opened = async () => {
      const nothing = () => Promise.reject(new Error("expected not to be asked for"));
      const desk = await openPacketDesk({
        ...{ path: packet, configFolder: outside, demandPlaceForFile, onProgress: () => undefined },
        around: { program: "test", verifyPage: nothing, receiptPage: nothing },
        outsideAnswerer: () => outsideAnswererOf(outside, { name: "somebody", passphrase: "" }),
      });
      const server = await startPacketServer({ desk, port: 0, page, report: (error) => assert.fail(String(error)) });
      return { desk, server };
    };
    const asked: string[] = [];
    const complaints: string[] = [];
    let { desk, server } = await opened();
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    context.on("request", (request) => asked.push(new URL(request.url()).pathname));
    const shown = await context.newPage();
    shown.on("pageerror", (error) => complaints.push(error.message));
    shown.on("console", (message) => void (message.type() === "error" && complaints.push(message.text())));
    try {
      await shown.goto(server.link);
      await shown.getByRole("heading", { name: "You are asked to answer blind" }).waitFor();
      await shown.getByText("Where was the camera?").waitFor();
      assert.equal(await shown.locator("video").count(), 0, "covered until it is asked for");
      await shown.getByRole("button", { name: /Show the item/ }).click();
      await shown.getByText(/Frame 0 \(25 in all\)/).waitFor();
      assert.equal(await shown.locator("video").evaluate((element) => (element as HTMLVideoElement).muted), true);
      const routes = await Promise.all(
        ["/api/case", "/api/custody", "/api/items/i2/clear/media", "/api/items/i0/poster", "/api/openapi.json", "/api/events"].map(
          async (path) => (await shown.request.get(`http://127.0.0.1:${server.port}${path}`)).status(),
        ),
      );
      assert.ok(
        routes.every((status) => status >= 400),
        routes.join(),
      );
      await shown.getByLabel("Coordinates").fill("50.4652, 30.1854");
      await shown.getByLabel("Within so many metres").fill("100");
      await shown.getByLabel("What did you know of it before?").selectOption({ label: "Nothing" });
      assert.deepEqual(await axeViolations(shown), []);
      assert.ok(await shown.evaluate(() => document.documentElement.scrollWidth <= 390), "nothing stands out to the right");
      await shown.getByRole("button", { name: "Seal the answer" }).click();
      await shown.getByText("Read it once more").waitFor();
      await shown.getByRole("button", { name: "Seal for good" }).click();
      await shown.getByRole("heading", { name: "Your answer is sealed" }).waitFor();
      const file = join(kept.desk.folder, "for-second.sealed-answer.json");
      await shown.getByText(file).waitFor();
      await shown.getByText(join(outside, "answers", desk.document.caseId)).waitFor();
      assert.doesNotMatch(`${await shown.content()}${readFileSync(file, "utf8")}`, /50\.465|30\.185/);
      assert.ok(await shown.evaluate(() => document.documentElement.scrollWidth <= 390));
      await server.close();
      await desk.close();
      assert.equal(existsSync(desk.session.path), false, "nothing of the packet's items stays");
      rmSync(file);
      // Days later.
      ({ desk, server } = await opened());
      await shown.goto(server.link);
      await shown.getByText(file).waitFor();
      assert.ok(existsSync(file), "the file that was lost is written anew");
      await shown.getByRole("button", { name: /Everybody has sealed/ }).click();
      await shown.getByRole("button", { name: "Write it now" }).click();
      const told = join(kept.desk.folder, "for-second.revealed-answer.json");
      await shown.getByText(told).waitFor();
      const first = await kept.as("first");
      const sealedFile = parseAnswerFile(readFileSync(file));
      const revealed = parseAnswerFile(readFileSync(told));
      assert.ok(sealedFile.format !== "witnessmark-revealed-answer-v1" && revealed.format === "witnessmark-revealed-answer-v1");
      assert.equal((await importSealedAnswer(first.blindPorts, first.viewer, sealedFile)).bound, true);
      await importRevealedAnswer(first.blindPorts, first.viewer, { file: revealed, reason: "" });
      assert.deepEqual(complaints, []);
      assert.ok(
        asked.every((path) => !path.startsWith("/api/") || /^\/api\/(session|packet\/reveal|map-layers|blind\/|items\/i1\/)/.test(path)),
      );
    } finally {
      await context.close();
      await server.close();
      await desk.close();
    }
  });
});
