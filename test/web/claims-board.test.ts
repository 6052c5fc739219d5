import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { needs } from "../../scripts/testing/needs.ts";
import type { ClaimId } from "../../src/core/claim/claim.ts";
import type { ClaimRow } from "../../src/api/claims.ts";
import { claimIds, dmytrivkaCase, events } from "../support/dmytrivka-claims.ts";
import { type EnteredClaims, enterClaims } from "../support/enter-claims.ts";
import { joinsUnitWithKilling } from "../support/joins-unit-with-killing.ts";
import type { ServedCase } from "../support/served-case.ts";
import { sideTaken } from "../support/takes-no-side.ts";
import { axeInBothThemes } from "./axe.ts";
import { openWorkbench, type Workbench, workbenchPrograms } from "./open-workbench.ts";

/** The settings that the worked case is reckoned by. */
const sheetPath = "/claims?part=contradictions&rounding=12&from=2022-02-24&to=2022-04-30";

/** Asks as the page that is open does. */
async function askAs({ context, served: { origin } }: Workbench): Promise<ServedCase> {
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const ask = async <T>(path: string, init: RequestInit = {}): Promise<T> =>
    (await (await fetch(`${origin}${path}`, { ...init, headers: { cookie, "content-type": "application/json" } })).json()) as T;
  return { origin, cookie, get: (path) => ask(path), post: (path, body) => ask(path, { method: "POST", body: JSON.stringify(body) }) };
}

describe("the claims board over thirteen statements", { skip: needs({ programs: workbenchPrograms }) }, () => {
  let bench: Workbench;
  let page: Page;
  let served: ServedCase;
  let entered: EnteredClaims;
  const k = (name: keyof typeof claimIds): ClaimId => entered.idOf(claimIds[name]);
  const row = (event: string, aspect: string, part = "") => page.locator(`[data-row="${entered.idOf(event)} ${aspect} ${part}"]`);
  const card = (name: keyof typeof claimIds) => page.locator(`.board-claim[data-claim="${k(name)}"]`);
  const go = (path: string) => page.goto(`${bench.served.origin}${path}`);
  const dialog = () => page.getByRole("dialog");

  before(async () => {
    bench = await openWorkbench({ material: (folder) => writeFileSync(join(folder, "note.txt"), "Synthetic note") });
    page = bench.page;
    served = await askAs(bench);
    entered = await enterClaims(served, dmytrivkaCase());
  });
  after(() => bench?.close());

  it("counts origins, not reports, and says in words what they amount to", async () => {
    await go("/claims");
    await page.getByRole("columnheader", { name: /^NYT/ }).waitFor();
    const support = async (event: string, aspect: string, part = "") => row(event, aspect, part).locator(".board-support").innerText();
    assert.equal(await support(events.filming, "where"), "Replicated: 3 origins, all from 1 exhibit");
    assert.equal(await support(events.ambush, "when"), "2 origins, and nobody says how they know");
    assert.equal(await support(events.filming, "when"), "1 origin only");
    assert.equal(await support(events.ambush, "who", "did"), "1 origin only");
    assert.equal(await support(events.killing, "who", "did"), "Nobody asserts it.");
    await row(events.filming, "when").getByText("Limits or parts of a day only").waitFor();
    await row(events.killing, "who", "did").getByText("1 says it is not known").waitFor();
    assert.deepEqual(
      await page
        .locator(".board-table thead th:not(.board-corner) .board-column-name")
        .allInnerTexts()
        .then((names) => names.map((name) => name.split("\n")[0])),
      ["NYT", "BBC", "CIT", "soldiers", "UNIAN", "Only in derived reports"],
    );
  });

  it("marks C3 and C10 as in conflict with the BBC and nothing else, by a sign and words beside the colour", async () => {
    await card("c3Ambush").getByText("cannot hold together with BBC").waitFor();
    await page.getByRole("button", { name: /8 reports derived/ }).click();
    await card("c10Ambush").getByText("cannot hold together with BBC").waitFor();
    const marked = await page
      .locator(".board-claim:has(.relation-is-in-set), .board-claim:has(.relation-is-contradict)")
      .evaluateAll((cards) => cards.map((one) => one.getAttribute("data-claim")));
    assert.deepEqual(marked.toSorted(), [k("c3Ambush"), k("c10Ambush"), k("c2Shadows"), k("c2FirstPost")].toSorted());
  });

  it("folds reports under their origin, and shows unfolded what each changed", async () => {
    await card("c7Place").getByText("Unit converted, within rounding").waitFor();
    await card("c8Place").getByText("Unit converted, outside rounding").waitFor();
    await card("c9Place").getByText("Direction changed").waitFor();
    await card("c10Ambush").getByText("Hedge lost").waitFor();
    assert.match(page.url(), /open=s\d/, "what is unfolded is in the address");
    await page.getByRole("button", { name: /8 reports derived/ }).click();
    assert.equal(await card("c7Place").count(), 0);
    await row(events.filming, "where").getByText("5 derived").waitFor();
  });

  it("goes from claim to claim by the arrows, opens one by Enter, and closes it by Escape", async () => {
    await go("/claims");
    await card("c1Ambush").focus();
    await page.keyboard.press("ArrowRight");
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute("data-claim"));
    assert.equal(await focused(), k("c3Ambush"), "over empty cells");
    await page.keyboard.press("Home");
    assert.equal(await focused(), k("c1Ambush"));
    assert.equal(await page.locator('.board-table .board-claim[tabindex="0"]').count(), 1, "one claim is in the order of Tab");
    await page.keyboard.press("Enter");
    const panel = page.getByRole("complementary", { name: `Claim ${k("c1Ambush")}` });
    await panel.waitFor();
    assert.equal(await panel.locator(".board-quote").innerText(), "The ambush came on or around March 30.");
    assert.equal(await panel.locator(".board-hedge").innerText(), "on or around");
    await panel.getByText("2022-03-30, give or take 1 d, zone not stated").waitFor();
    assert.equal(await panel.getByRole("link", { name: "Open in its text" }).getAttribute("href"), textLink("c1Ambush"));
    await page.keyboard.press("Escape");
    await panel.waitFor({ state: "hidden" });
    assert.equal(await focused(), k("c1Ambush"), "the focus is where it was");
    await page.keyboard.press("?");
    await dialog().getByText("From claim to claim, along the row and within the origin").waitFor();
    await dialog().getByRole("button", { name: "Close" }).click();
  });

  function textLink(name: keyof typeof claimIds): string {
    const item = dmytrivkaCase().claims.find(({ id }) => id === claimIds[name])?.text.item;
    return `/claims?part=texts&item=${entered.idOf(item as `i${number}`)}&claim=${k(name)}`;
  }

  it("shows the chain of speakers, what changed on the way, and the two marks apart", async () => {
    await go(`/claims?claim=${k("c3Ambush")}`);
    const panel = page.getByRole("complementary");
    await panel.locator(".board-chain").waitFor();
    assert.deepEqual(await panel.locator(".board-chain li").allInnerTexts(), ["NYT", "A journalist · “wrote”", "soldiers · “told”"]);
    await go(`/claims?claim=${k("c8Killing")}`);
    await panel.getByRole("region", { name: "Drift" }).getByText("Hedge lost").waitFor();
    await panel.getByText("No drift raises a grade or a count.").waitFor();
  });

  it("gives a claim its digit with a reason, and leaves its source's letter alone", async () => {
    await go(`/claims?claim=${k("c1Ambush")}`);
    const panel = page.getByRole("complementary");
    await panel.getByRole("button", { name: "Give a digit" }).click();
    await dialog()
      .getByRole("radio", { name: /possibly true/ })
      .check();
    assert.ok(await dialog().getByRole("button", { name: "Write" }).isDisabled(), "not without a reason");
    await dialog().getByLabel("Why").fill("one text, and it does not say how it knows");
    await dialog().getByRole("button", { name: "Write" }).click();
    await panel.getByText("one text, and it does not say how it knows").first().waitFor();
    await card("c1Ambush").locator(".admiralty-digit", { hasText: "3" }).waitFor();
    assert.equal(await card("c1Ambush").locator(".admiralty-letter").textContent(), "Source letter F");
  });

  it("keeps claims of no event apart until somebody says which they are about", async () => {
    await go("/claims");
    const apart = page.getByRole("region", { name: "Claims of no event" });
    await apart.locator(`[data-claim="${k("c5Estate")}"]`).click();
    const panel = page.getByRole("complementary");
    await panel.getByText("of no event yet").waitFor();
    await panel.getByRole("button", { name: "Assign to an event" }).click();
    await dialog().getByRole("combobox", { name: "Event", exact: true }).selectOption(entered.idOf(events.finds));
    await dialog().getByLabel("Why").fill("synthetic: for the test");
    await dialog().getByRole("button", { name: "Write" }).click();
    await apart.waitFor({ state: "hidden" });
    const { claim } = await served.get<{ claim: ClaimRow }>(`/api/claims/${k("c5Estate")}`);
    assert.equal(claim.event, entered.idOf(events.finds));
    await row(events.finds, "where")
      .locator(`[data-claim="${k("c5Estate")}"]`)
      .waitFor();
    await panel.getByRole("button", { name: "About another event" }).click();
    await page.keyboard.press("Escape");
    await dialog().waitFor({ state: "hidden" });
    assert.ok(await panel.isVisible(), "Escape closes the dialog alone");
    await panel.getByRole("button", { name: "About another event" }).click();
    await dialog().getByRole("combobox", { name: "Event", exact: true }).selectOption("unassigned");
    await dialog().getByLabel("Why").fill("synthetic: back again");
    await dialog().getByRole("button", { name: "Write" }).click();
    await apart.waitFor();
  });

  it("tells when words about one sort of event are put to another", async () => {
    await go("/claims");
    await card("c4Unit").click();
    await page.getByRole("complementary").getByRole("button", { name: "About another event" }).click();
    assert.equal(await dialog().locator("[data-other-sort]").count(), 0);
    await dialog().getByRole("combobox", { name: "Event", exact: true }).selectOption(entered.idOf(events.killing));
    await dialog().getByText("read as about: Ambush. This event is: Killing").waitFor();
    await page.keyboard.press("Escape");
  });

  it("filters by event, aspect and source, in the address", async () => {
    await go("/claims");
    await page.getByRole("combobox", { name: "Event", exact: true }).selectOption({ label: "Ambush: Ambush of a column" });
    await page.waitForURL(/event=e\d/);
    assert.equal(await page.locator(".board-table tbody").count(), 1);
    await page.getByRole("combobox", { name: "Aspect", exact: true }).selectOption("who");
    assert.equal(await page.locator(".board-table tr[data-row]").count(), 1);
    await page.getByRole("button", { name: "Show all" }).click();
    await page.locator(".board-table tbody").nth(3).waitFor();
  });

  it("has a sheet for the set of S6: five members, 16 h 33 min, and what is left without each", async () => {
    await go(sheetPath);
    const sheet = page.locator("article.set-sheet", { has: page.locator(`[data-member="${k("c3Ambush")}"]`) });
    await sheet.getByText("5 statements that cannot all hold").waitFor();
    assert.match(await sheet.locator(".set-gap").innerText(), /^✕ Apart by 16 h 33 min/);
    assert.equal(await sheet.locator(".set-member").count(), 5);
    assert.equal(await sheet.locator(".set-member.is-assumption").getByText("ungraded: a person assumes it").count(), 1);
    await sheet
      .locator(`[data-member="${k("c2Shadows")}"]`)
      .getByText("Without it the others only just touch.")
      .waitFor();
    for (const member of await sheet.locator(".set-member").all()) {
      await member.locator("dt", { hasText: "Without it" }).waitFor();
      await member.locator("dt", { hasText: "Dissolved by" }).waitFor();
    }
    await page.getByText("Which of them holds is not said here.").waitFor();
    assert.equal(await page.locator(".contra > .set-sheet").count(), 2, "the other is C10 against the BBC");
  });

  it("works it out anew by other settings, which are in the address: exact, and by another zone", async () => {
    await page.getByLabel("Spans are rounded by ± hours").fill("0");
    await page.getByRole("button", { name: "Work out" }).click();
    await page.waitForURL(/rounding=0/);
    const sheet = page.locator("article.set-sheet", { has: page.locator(`[data-member="${k("c3Ambush")}"]`) });
    await sheet.getByText("4 statements that cannot all hold").waitFor();
    assert.match(await sheet.locator(".set-gap").innerText(), /^✕ Apart by 12 h With all else in force 28 h 33 min/);
  });

  it("lists assumptions apart, makes one and takes it back, and grades none", async () => {
    const list = page.getByRole("region", { name: "Assumptions" });
    const before = await list.locator("[data-assumption]").count();
    await list.getByRole("button", { name: "Make an assumption" }).click();
    await dialog().getByRole("combobox", { name: "What is assumed", exact: true }).selectOption("other");
    await dialog().getByLabel("What is assumed and why, in your words").fill("synthetic: the clock of the mill is right");
    await dialog().getByRole("button", { name: "Write" }).click();
    await dialog().waitFor({ state: "hidden" });
    await list.getByText("synthetic: the clock of the mill is right").waitFor();
    assert.equal(await list.locator("[data-assumption]").count(), before + 1);
    assert.equal(await list.locator(".admiralty-letter, .admiralty-digit").count(), 0);
    await list
      .locator("[data-assumption]")
      .last()
      .getByRole("button", { name: /^Withdraw/ })
      .click();
    await dialog().getByLabel("Why").fill("synthetic: only a test");
    await dialog().getByRole("button", { name: "Withdraw" }).click();
    await list.getByText("1 withdrawn").waitFor();
  });

  it("draws what comes from what, and says the same as a list", async () => {
    await go("/claims?part=derivation");
    await page.getByRole("img", { name: /texts and \d+ derivations/ }).waitFor();
    const list = page.getByRole("region", { name: "Derivations in words" });
    assert.equal(await list.locator("li[data-derivation]").count(), 10);
    await list.locator("li", { hasText: "B92" }).getByText("Unit converted, outside rounding").waitFor();
    assert.equal(await page.locator("[data-edge]").count(), 9, "one line for two texts");
  });

  it("states a derivation by hand, and rejects one, each with how it is known", async () => {
    const list = page.getByRole("region", { name: "Derivations in words" });
    await page.getByRole("button", { name: "State a derivation" }).click();
    await dialog().getByLabel("What derives").selectOption(k("c4Unit"));
    await dialog().getByLabel("In which way").selectOption("cites");
    await dialog().getByLabel("From what").selectOption(k("c1Posted"));
    assert.ok(await dialog().getByRole("button", { name: "Write" }).isDisabled(), "not without how it is known");
    await dialog().getByLabel("How it is known").fill("synthetic: for the test");
    await dialog().getByRole("button", { name: "Write" }).click();
    await list.getByText("synthetic: for the test").waitFor();
    const made = list.locator("li", { hasText: "synthetic: for the test" });
    await made.getByRole("button", { name: /^Reject/ }).click();
    await dialog().getByLabel("How it is known that it does not").fill("synthetic: they have nothing in common");
    await dialog().getByRole("button", { name: "Reject" }).click();
    await made.waitFor({ state: "hidden" });
    await page.getByText("Rejected or withdrawn: 1").click();
    await page.getByText("synthetic: they have nothing in common").waitFor();
  });

  it("puts a derivation forward that a text itself names, and counts it only once a person confirms it", async () => {
    await go("/claims?part=derivation");
    const list = page.getByRole("region", { name: "Derivations in words" });
    const edge = list.locator("li", { hasText: `${k("c6PlaceNyt")} ` });
    await edge.getByRole("button", { name: /^Withdraw/ }).click();
    await dialog().getByLabel("Why").fill("synthetic: to see it put forward");
    await dialog().getByRole("button", { name: "Withdraw" }).click();
    await edge.getByText("proposed: nobody has said yes or no").waitFor();
    await edge.getByRole("button", { name: /^Confirm/ }).click();
    await dialog().getByLabel("How it is known").fill("synthetic: its text says so");
    await dialog().getByRole("button", { name: "Confirm" }).click();
    await edge.getByText("synthetic: its text says so").waitFor();
    assert.equal(await list.locator('li[data-derivation="proposed"]').count(), 0);
  });

  it("counts the gaps, each with the way to close it", async () => {
    await go("/claims?part=gaps");
    const gap = (name: string) => page.locator(`[data-gap="${name}"]`);
    await gap("unassigned")
      .getByRole("link", { name: k("c5Estate") })
      .waitFor();
    assert.equal(await gap("unassigned").locator(".gap-count").innerText(), "1");
    assert.equal(await gap("one-origin").locator("li", { hasText: "UNIAN" }).count(), 1);
    await gap("silent-aspects").locator("li", { hasText: "Ambush of a column" }).getByText("Where, What").waitFor();
    assert.ok(Number(await gap("no-basis").locator(".gap-count").innerText()) > 10);
  });

  it("asks for a reply, keeps what came back word for word, and never takes silence for a denial", async () => {
    await go("/claims?part=replies");
    await page.getByText("Nobody was asked yet.").waitFor();
    const ask = async (who: string, deadline: string) => {
      await page.getByRole("button", { name: "Write down a request" }).click();
      await dialog().getByLabel("Who was asked, as a role or an office").fill(who);
      await dialog()
        .getByRole("checkbox", { name: new RegExp(`^${entered.idOf(events.ambush)} `) })
        .check();
      await dialog().getByLabel("Sent at (UTC)").fill("2022-04-07T09:00");
      await dialog().getByLabel("Reply by (UTC, may stay empty)").fill(deadline);
      await dialog().getByLabel("By which way").fill("e-mail");
      await dialog().getByLabel("The words that were sent").fill("Synthetic question:\nwho was there?");
      await dialog().getByRole("button", { name: "Write" }).click();
      await dialog().waitFor({ state: "hidden" });
    };
    await ask("Synthetic press office", "2022-04-08T09:00");
    await ask("Synthetic spokesperson", "");
    const reply = (who: string) => page.getByRole("article", { name: who });
    assert.equal(
      await reply("Synthetic press office").locator(".reply-state").innerText(),
      "No reply by the deadline. Silence is not a denial.",
    );
    assert.equal(await reply("Synthetic spokesperson").locator(".reply-state").innerText(), "waiting for a reply");
    await reply("Synthetic press office").getByText("8 Apr 2022, 09:00 UTC").waitFor();
    await reply("Synthetic spokesperson")
      .getByRole("button", { name: /^Record a response/ })
      .click();
    await dialog().getByLabel("The response, word for word").fill("Synthetic: <b>no comment</b>");
    await dialog().getByLabel("Received at (UTC)").fill("2022-04-09T10:00");
    await dialog().getByRole("button", { name: "Write" }).click();
    await reply("Synthetic spokesperson").getByText("Synthetic: <b>no comment</b>").waitFor();
    assert.equal(await reply("Synthetic spokesperson").locator(".reply-state").innerText(), "answered");
  });

  it("joins the agency's unit with the men in the clip nowhere, and takes no side", async () => {
    await go(`/claims?${(await columnKeys()).map((key) => `open=${key}`).join("&")}`);
    await card("c3Ambush").getByText("cannot hold").waitFor();
    const seen: string[] = [];
    const read = async (): Promise<void> => {
      await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
      seen.push(await page.locator(".claims-screen").innerText());
      // Names and tips that no line shows.
      seen.push(
        ...(await page
          .locator(".claims-screen [aria-label], .claims-screen [title]")
          .evaluateAll((some) => some.flatMap((one) => [one.getAttribute("aria-label") ?? "", one.getAttribute("title") ?? ""]))),
      );
    };
    await read();
    for (const path of [
      `/claims?claim=${k("c4Unit")}`,
      `/claims?claim=${k("c1Tied")}`,
      `/claims?claim=${k("c5Unit")}`,
      sheetPath,
      "/claims?part=derivation",
      "/claims?part=gaps",
      "/claims?part=replies",
    ]) {
      await go(path);
      await page.locator(".board-facts, .set-sheet, .derivation-list, .gap, .reply").first().waitFor();
      await read();
    }
    assert.ok(seen.some((text) => text.includes("a foreign volunteer unit")) && seen.some((text) => text.includes("captives")));
    for (const text of seen) assert.equal(joinsUnitWithKilling(text), undefined);
    await go(sheetPath);
    await page.locator(".set-sheet").first().waitFor();
    for (const text of await page.locator(".set-sheet, .contra-lead, .sheet-part h2").allInnerTexts())
      assert.equal(sideTaken(text), undefined, text);
  });

  async function columnKeys(): Promise<string[]> {
    return page.evaluate(async () => {
      const { cells } = (await (await fetch("/api/claim-reports/origins")).json()) as { cells: { origins: { source: string }[] }[] };
      return [...new Set(cells.flatMap(({ origins }) => origins.map(({ source }) => source)))];
    });
  }

  it("prints the sheet whole, without the frame of the workbench", async () => {
    await go(sheetPath);
    await page.locator(".set-sheet").first().waitFor();
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    assert.equal(await page.locator(".header").isVisible(), false);
    assert.equal(await page.locator(".contra-form").isVisible(), false);
    assert.equal(
      await page
        .locator(".set-sheet")
        .first()
        .evaluate((one) => getComputedStyle(one).backgroundColor),
      "rgb(255, 255, 255)",
    );
    assert.ok(await page.locator(".set-windows").first().isVisible(), "what is folded on the screen is on paper");
    await page.emulateMedia({ media: "screen", colorScheme: null });
  });

  it("is a list by event, aspect and origin at 390, where a claim opens over it", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await go("/claims");
    await page.getByRole("heading", { name: /Ambush of a column/ }).waitFor();
    assert.equal(await page.locator(".board-table").count(), 0);
    await row(events.filming, "where").getByText("Replicated: 3 origins, all from 1 exhibit").waitFor();
    await row(events.filming, "where").getByText("5 derived").click();
    await card("c7Place").click();
    await dialog().getByText("Unit converted, within rounding").waitFor();
    await dialog().getByRole("button", { name: "Give a digit" }).click();
    await page.getByRole("dialog", { name: /^Credibility of/ }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog", { name: /^Credibility of/ }).waitFor({ state: "hidden" });
    await dialog().getByText("Unit converted, within rounding").waitFor();
    await dialog().getByRole("button", { name: "Close" }).click();
    await dialog().waitFor({ state: "hidden" });
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it("holds to WCAG 2.2 AA in dark and light, wide and at 390", async () => {
    const [board, panel, sheet] = [
      ["/claims", ".board-claim"],
      // Wide, it stands beside the board.
      [`/claims?claim=${k("c3Ambush")}`, ".board-facts"],
      [sheetPath, ".set-sheet"],
    ] as const;
    const others = [
      ["/claims?part=derivation", ".derivation-list"],
      ["/claims?part=gaps", ".gap"],
      ["/claims?part=replies", ".reply"],
    ] as const;
    for (const [width, parts] of [
      [1440, [panel, sheet, ...others]],
      [390, [board, panel, sheet, ...others]],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      for (const [path, shown] of parts) {
        await go(path);
        await page.locator(shown).first().waitFor();
        assert.deepEqual(await axeInBothThemes(page), [], `${path} ${width}`);
        const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        assert.ok(tooWide <= 0, `${path} at ${width}: ${tooWide} pixels too wide`);
      }
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it("shows the words of texts and people as text only", () => {
    assert.deepEqual(bench.complaints, []);
  });
});
