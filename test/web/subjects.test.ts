/**
 * The screen of subjects and scenes, by hand: a person with states by time, a pair sheet of two real clips under the shield, what passes
 * from it to the time bench and is taken back with it, and an element sheet whose cells cite records.
 */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { needs } from "../../scripts/testing/needs.ts";
import type { ItemTimelineAnswer, SubjectsAnswer } from "../../src/api/subjects.ts";
import { makeSubjectClips } from "../subjects/subject-media.ts";
import { axeViolations } from "./axe.ts";
import { clearRequests, eventually, openWorkbench, type Workbench, workbenchPrograms } from "./open-workbench.ts";

describe("the screen of subjects and scenes", { skip: needs({ programs: workbenchPrograms }) }, () => {
  let bench: Workbench;
  let page: Page;
  const call = <T>(path: string, body?: unknown): Promise<T> =>
    page.evaluate(
      async ([address, json]) =>
        (await (
          await fetch(
            address as string,
            json === undefined ? {} : { method: "POST", headers: { "content-type": "application/json" }, body: json },
          )
        ).json()) as unknown,
      [path, body === undefined ? undefined : JSON.stringify(body)] as const,
    ) as Promise<T>;
  const go = async (path: string): Promise<void> => {
    await page.goto(`${bench.served.origin}${path}`);
    await page.locator(".events").waitFor();
  };
  const dialog = () => page.getByRole("dialog").last();
  const write = () => dialog().getByRole("button", { name: "Write" }).click();

  before(async () => {
    bench = await openWorkbench({ material: makeSubjectClips });
    page = bench.page;
    for (const [sort, title] of [
      ["killing", "Synthetic killing"],
      ["ambush", "Synthetic ambush"],
    ])
      await call("/api/case-events", { sort, title, time: "unknown", place: "unknown" });
    await eventually("both clips are read", async () => {
      const { cuts } = await call<ItemTimelineAnswer>("/api/subjects/timeline?item=i1");
      return cuts !== null && (await call<ItemTimelineAnswer>("/api/subjects/timeline?item=i2")).cuts !== null;
    });
  });
  after(() => bench?.close());

  it("a person is made and stated by keys and time codes, and the figure is cut where the picture is", async () => {
    await go("/subjects?item=i1");
    await page.keyboard.press("n");
    await dialog().getByLabel("Clothing and position").fill("dark jacket, on the left, lying");
    await dialog().getByLabel("possible prisoner").check();
    await dialog().getByLabel("Why: possible prisoner").fill("hands bound");
    await write();
    await page.waitForURL(/\/subjects\/P1$/);
    for (const [from, to, fact, standing] of [
      ["00:00.500", "1.4", "breathes", "seen"],
      ["1.5", "2.5", "breathes", "not seen"],
      ["3", "3.5", "moves by themselves", "seen"],
    ] as const) {
      await page.getByRole("button", { name: "State what is seen" }).click();
      await dialog().getByLabel("From", { exact: true }).fill(from);
      await dialog().getByLabel("To", { exact: true }).fill(to);
      await dialog().getByLabel(fact, { exact: true }).selectOption({ label: standing });
      // Going to a frame writes nothing, although the form is ready.
      await dialog().getByLabel("Go to a frame or a time").fill("7");
      await page.keyboard.press("Enter");
      await dialog().getByRole("button", { name: "From 00:00.700" }).waitFor();
      await write();
      await page.getByRole("dialog").waitFor({ state: "detached" });
    }
    assert.equal(await page.locator("li[id^=st]").count(), 3);
    await page.getByText("No sign of life was seen, and later one is").waitFor();
    assert.equal(await page.locator(".lane-cut").count(), 1);
    assert.deepEqual(
      await page.locator(".subject-figure .lane-part.is-no-sign").count(),
      3,
      "two parts and the legend: the cut parts them",
    );
    assert.deepEqual(await axeViolations(page), []);
    assert.deepEqual(clearRequests(bench.requests), [], "nothing clear was asked for");
  });

  it("shots are moved, parted, joined and taken back with the keys of segments, each written with a reason and undone by an entry", async () => {
    const { events } = await call<{ events: { atSec: number }[] }>("/api/items/i1/sound-events");
    for (const { atSec } of events)
      await call("/api/subjects/shots", {
        ...{ item: "i1", atS: atSec, plusMinusS: 0.05, channel: "heard", words: "a bang" },
        basis: { by: "sudden-sound", atS: atSec },
      });
    const shots = async () =>
      (await call<SubjectsAnswer>("/api/subjects")).shots.map(({ id, number, atS, plusMinusS }) =>
        number === null ? `(${id})` : `${id} ${atS.toFixed(3)} ${plusMinusS.toFixed(3)}`,
      );
    const [one, other] = events.map(({ atSec }) => atSec.toFixed(3));
    const moved = (events[0]?.atSec ?? 0) + 0.1;
    const because = async (reason: string): Promise<void> => {
      await dialog().getByLabel("Why", { exact: true }).fill(reason);
      await dialog().locator("button[type=submit]").click();
      await page.getByRole("dialog").waitFor({ state: "detached" });
    };
    const undone = async (): Promise<void> => {
      const lines = async () => (await call<{ head: { seq: number } }>("/api/case")).head.seq;
      const before = await lines();
      await page.keyboard.press("Control+z");
      await eventually("an entry undoes it", async () => (await lines()) > before);
    };
    await go("/subjects?item=i1");
    await page.getByText("Shot 1 lies between").waitFor();
    await page.locator(".shot-nudge .button:enabled").nth(5).waitFor();
    // A frame of this clip lasts a tenth of a second; nothing is written by moving.
    await page.keyboard.press("ArrowRight");
    await page.getByText("Shot 1 moved, not written").waitFor();
    assert.deepEqual(await shots(), [`sh1 ${one} 0.050`, `sh2 ${other} 0.050`]);
    await page.keyboard.press("Control+s");
    await because("the echo came first");
    assert.deepEqual(await shots(), [`sh1 ${moved.toFixed(3)} 0.050`, `sh2 ${other} 0.050`]);
    await undone();
    assert.deepEqual(await shots(), [`sh1 ${one} 0.050`, `sh2 ${other} 0.050`]);

    await page.keyboard.press("]");
    await page.getByText("Shot 2 lies between").waitFor();
    await page.keyboard.press("Alt+k");
    await because("two clicks");
    const [first, , third] = await shots();
    assert.match(first ?? "", /^sh1 /);
    assert.match(third ?? "", /^sh3 /);
    await page.locator("[data-shot=sh3]").waitFor();
    await page.keyboard.press("Alt+j");
    await because("one click and its echo");
    assert.deepEqual((await shots()).slice(1), [`sh2 ${other} 0.050`, "(sh3)"]);
    await page.locator(".is-withdrawn[data-shot=sh3]").waitFor();
    await page.keyboard.press("Alt+d");
    await because("a door");
    assert.deepEqual((await shots()).slice(1), ["(sh2)", "(sh3)"]);
    await undone();
    assert.equal((await shots()).filter((shot) => shot.endsWith(`${other} 0.050`)).length, 1, "counted anew, in the same place");
    await page.getByText("Shot 2 lies between").or(page.getByText("Shot 1 lies between")).waitFor();
    assert.deepEqual(await axeViolations(page), []);
    assert.deepEqual(clearRequests(bench.requests), [], "nothing clear was asked for");
  });

  it("two frames are covered until each is revealed, and the same numbers are marked on both", async () => {
    await go("/subjects?list=objects");
    await page.keyboard.press("n");
    await dialog().getByLabel("What it looks like").fill("burnt out vehicle");
    await write();
    await page.waitForURL(/\/subjects\/V1$/);
    await go("/subjects?list=pairs&new=1");
    for (const [at, item] of [
      [0, "i1"],
      [1, "i2"],
    ] as const)
      await page.locator(".pair-items select").nth(at).selectOption(item);
    await page.getByRole("button", { name: "Add a number" }).click();
    assert.deepEqual(clearRequests(bench.requests), []);
    for (const side of ["a", "b"]) {
      await page.getByText(`Press where number 1 lies on frame ${side.toUpperCase()}.`).waitFor();
      await page
        .locator(`[data-side=${side}]`)
        .getByRole("button", { name: /^Reveal/ })
        .click();
      const surface = page.locator(`[data-side=${side}] .frame-surface`);
      await page.locator(`[data-side=${side}] canvas[data-frame="0"]`).waitFor();
      await surface.click({ position: { x: 200, y: 150 } });
      await page.locator(`[data-side=${side}] .pair-mark`).waitFor();
    }
    assert.equal(await page.locator(".pair-mark").count(), 2, "the first frame is still there when the second is revealed");
    await page.getByLabel(/^Thing/).selectOption("V1");
    await page.getByLabel(/^Here/).selectOption("same");
    await page.getByLabel("Why", { exact: true }).fill("the same burn pattern");
    await page.getByRole("radio", { name: "The same scene", exact: true }).check();
    await page.getByRole("button", { name: "Add a state" }).click();
    await page.getByLabel("State, such as").fill("burnt out");
    await page.getByLabel("It can have begun only once").check();
    await page.getByLabel("Event in which it began").selectOption("e2");
    assert.deepEqual(await axeViolations(page), []);
    await page.getByRole("button", { name: "Write", exact: true }).click();
    await page.waitForURL(/\/subjects\/sp1$/);
    await page.getByText("Began once: it had begun when either was filmed.").waitFor();
  });

  it("what passes for time is offered with the pair sheet as its basis, and is gone when the sheet is taken back", async () => {
    const offers = async (): Promise<string[]> => {
      await page.goto(`${bench.served.origin}/time?new=1`);
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Take from the case" }).first().click();
      await page.getByText("What the case already says about times.").waitFor();
      await page.getByText("Looking through the case…").waitFor({ state: "detached" });
      return page.locator(".take-offer label").allInnerTexts();
    };
    assert.equal((await offers()).filter((text) => text.includes("Synthetic ambush") && text.includes("filming of i")).length, 1);
    await call("/api/scenes/withdraw", { record: "sp1", reason: "the wheels differ" });
    assert.deepEqual(
      (await offers()).filter((text) => text.includes("filming of i")),
      [],
    );
  });

  it("a cell is shown only with a ground, cites it by its time code, and takes no word that concludes", async () => {
    await go("/subjects?list=sheets");
    await page.keyboard.press("n");
    await dialog()
      .getByLabel(/^Event/)
      .selectOption("e1");
    await write();
    await page.waitForURL(/\/subjects\/es1$/);
    await page.getByRole("button", { name: "Change element 4" }).click();
    await dialog().getByLabel("Coverage").selectOption({ label: "shown" });
    await dialog()
      .getByLabel(/^Shown/)
      .fill("P1 breathes");
    await dialog().getByText("expected at least one ground for shown; found none").waitFor();
    await dialog().getByRole("button", { name: "Cite a record" }).click();
    await dialog().getByRole("searchbox").fill("st1");
    await dialog().getByRole("button", { name: /^st1/ }).click();
    await dialog().getByRole("button", { name: "Cite" }).click();
    await dialog().getByLabel("Fact that st1 bears on").selectOption({ label: "The person was alive at that time" });
    await dialog()
      .getByLabel(/^Shown/)
      .fill("P2 is guilty");
    await dialog().getByText("which concludes").waitFor();
    assert.ok(await dialog().getByRole("button", { name: "Write" }).isDisabled());
    await dialog()
      .getByLabel(/^Shown/)
      .fill("P1 breathes");
    await dialog().getByLabel("Why", { exact: true }).fill("looked at i1");
    assert.deepEqual(await axeViolations(page), []);
    await write();
    const cell = page.locator(".element-cell").nth(3);
    await cell.getByText("The person was alive at that time").waitFor();
    assert.match(await cell.innerText(), /st1[\s\S]*00:00\.500/);
    assert.match(await page.locator(".element-cell").nth(4).innerText(), /not showable/);
  });

  it("everything can be read at 390 wide, light and dark", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    for (const [scheme, paths] of [
      ["light", ["/subjects", "/subjects?item=i1", "/subjects/sp1", "/subjects/es1"]],
      ["dark", ["/subjects/P1"]],
    ] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      for (const path of paths) {
        await go(path);
        if (path !== "/subjects") await page.locator(".record").waitFor();
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${path} fits its width`);
        assert.deepEqual(await axeViolations(page), [], path);
      }
    }
    assert.deepEqual(bench.complaints, []);
  });
});
