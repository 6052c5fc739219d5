/** The place bench asks a map extract: without one it says how to bring one in; then a sentence finds, shows, and leads to a judgement. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { needs } from "../../scripts/testing/needs.ts";
import { mapExtractsOf } from "../../src/wiring/map-extract-ports.ts";
import { axeViolations } from "../web/axe.ts";
import { eventually, openWorkbench, type Workbench, workbenchPrograms } from "../web/open-workbench.ts";

const example = join(import.meta.dirname, "../../docs/cli/examples/features-extract.geojson");

describe("asking a map extract on the place bench", { skip: needs({ programs: workbenchPrograms }) }, () => {
  let bench: Workbench;
  let page: Page;
  const sentence = () => page.getByRole("textbox", { name: "What is looked for" });
  const results = () => page.getByRole("region", { name: "Places that fit" });
  const open = async () => {
    await page.goto(`${bench.served.origin}/place?new=phrase&tab=features`);
  };
  const postJson = <T>(path: string, body: unknown): Promise<T> =>
    page.evaluate(
      async ([at, text]) =>
        (await (
          await fetch(at as string, { method: "POST", headers: { "content-type": "application/json" }, body: text as string })
        ).json()) as T,
      [path, JSON.stringify(body)],
    );
  const getJson = <T>(path: string): Promise<T> => page.evaluate(async (at) => (await (await fetch(at)).json()) as T, path);

  before(async () => {
    bench = await openWorkbench();
    page = bench.page;
    await postJson("/api/case-events", {
      ...{ sort: "killing", title: "Synthetic event", place: "unknown" },
      time: {
        means: "stated",
        verbatim: "14 September",
        earliest: "2024-09-14T08:00:00Z",
        latest: "2024-09-14T09:30:00Z",
        zone: { state: "utc" },
        basis: "the analyst",
      },
    });
  });
  after(() => bench?.close());

  it("says without an extract how to bring one in", async () => {
    await open();
    await page.getByText("No map extract is on this machine yet.").waitFor();
    await page.getByText("witnessmark extract import FILE").waitFor();
    assert.deepEqual(await axeViolations(page), []);
  });

  it("reads the sentence as conditions, and conditions back as a sentence", async () => {
    const data = join(bench.desk.folder, ".local", "share", "witnessmark");
    await mapExtractsOf(data).importFile(
      { path: example, name: "orla" },
      { signal: new AbortController().signal, onProgress: () => undefined },
    );
    await open();
    await sentence().fill("church within 200 m of a rail crosing");
    await page.getByText(/expected a kind of thing .* at character 26/).waitFor();
    assert.equal(await page.getByRole("button", { name: "Search the extract" }).isDisabled(), true);
    await sentence().fill("church within 200 m of a rail crossing and 50 m of water");
    const second = page.getByRole("group", { name: "Condition 2" });
    assert.equal(await second.getByRole("combobox", { name: "Kind or tag" }).inputValue(), "water");
    await second.getByRole("spinbutton", { name: "Metres" }).fill("60");
    assert.equal(await sentence().inputValue(), "church within 200 m of rail crossing and within 60 m of water");
  });

  it("finds what fits and what nearly fits, with the metres, and shows both on the map by their numbers", async () => {
    await page.getByRole("radio", { name: "the whole extract" }).check();
    await sentence().press("Enter");
    await results().getByText("1 place fits").waitFor();
    await results().getByText("rail crossing 143 m to the NNE").waitFor();
    await results().getByText("1 near miss").click();
    await results().getByText("nearest rail crossing 240 m to the N: 40 m too far").waitFor();
    await results()
      .getByText(/orla, map of 2024-09-14 · CC0/)
      .waitFor();
    await page.getByRole("button", { name: "Show 1 on the map" }).click();
    await eventually(
      "the place and its lines are on the map",
      async () =>
        (await page
          .locator('[data-testid="bench-map"] [aria-label*="Saint Orla"], [data-testid="bench-map"] title')
          .filter({ hasText: "Saint Orla" })
          .count()) > 0,
    );
    for (const colorScheme of ["dark", "light"] as const) {
      await page.emulateMedia({ colorScheme });
      assert.deepEqual(await axeViolations(page), []);
    }
  });

  it("rejects a place with what it misses as the reason, as a place of the event", async () => {
    await page.getByRole("button", { name: "Reject m1" }).click();
    const dialog = page.getByRole("dialog");
    assert.equal(await dialog.getByRole("textbox", { name: "Why" }).inputValue(), "nearest rail crossing 240 m to the N: 40 m too far");
    await dialog.getByRole("combobox").selectOption({ index: 1 });
    await dialog.getByRole("button", { name: "Reject", exact: true }).click();
    await dialog.waitFor({ state: "hidden" });
    await results().getByText("nearest rail crossing 240 m to the N: 40 m too far").nth(1).waitFor();
    const event = await getJson<{ statements: { places: { standing: string; claim: { verbatim: string; basis: string } }[] } }>(
      "/api/case-events/e1",
    );
    const [place] = event.statements.places;
    assert.equal(place?.standing, "rejected");
    assert.match(place.claim.verbatim, /^Velm chapel, /);
    assert.match(place.claim.basis, /church with rail crossing within 200 m.*orla 2024-09-14, node\/102/);
  });

  it("finds the road between two places of a phrase, among their namesakes, and the phrase's area becomes that of the road", async () => {
    await page.goto(`${bench.served.origin}/place?new=phrase`);
    await page.getByRole("textbox", { name: "Words about the place, as they were said" }).fill("filmed on the road from Orla to Velm");
    const area = page.getByTestId("area");
    const km2 = async () => Number(/([\d.]+) km²/.exec((await area.textContent()) ?? "")?.[1] ?? "NaN");
    await eventually("an area along the straight line", async () => (await km2()) > 2);
    await page.getByRole("tab", { name: /^Features/ }).click();
    await page.getByRole("button", { name: "Find the way" }).click();
    await page.getByText("3070 m by road, by D 12").waitFor();
    await page.getByRole("button", { name: "Use in the phrase" }).click();
    await page.getByRole("tab", { name: /^Phrase/ }).click();
    // 3.1 km of road, 50 m to each side.
    await eventually("the area of the road", async () => Math.abs((await km2()) - 0.31) < 0.05);
  });

  it("can be read and used on a phone", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    assert.deepEqual(await axeViolations(page), []);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(wide, 0);
    await page.setViewportSize({ width: 1440, height: 900 });
    assert.deepEqual(bench.complaints, []);
  });
});
