/**
 * From a full downloads folder and a sheet to a triaged desk, as one person does it: every click and key is counted, the
 * minutes are printed. Only the counts can fail; minutes are those of the machine at hand.
 */
import assert from "node:assert/strict";
import { cpSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fixturesFolder, needs } from "../../scripts/testing/needs.ts";
import { makeMaterial } from "../support/material.ts";
import { openWorkbench, type Workbench, workbenchPrograms } from "./open-workbench.ts";
import { asText, sheetHeader, sheetRows } from "./paste-rows.ts";

const files = 500;
const rows = 200;
/** Larger ones would measure the machine, not the hands. */
const largest = 200_000;

describe("500 mixed files and 200 rows of a sheet", { skip: needs({ programs: workbenchPrograms, fixtures: "." }) }, () => {
  let bench: Workbench;
  let folder: string;
  const done = { clicks: 0, keys: 0, words: 0, drops: 0, pastes: 0 };
  const began = Date.now();
  const times: string[] = [];
  const at = (what: string) => times.push(`${what} after ${((Date.now() - began) / 60_000).toFixed(1)} min`);
  const click = async (name: string | RegExp, role: "button" | "checkbox" = "button") => {
    done.clicks++;
    await bench.page.getByRole(role, { name }).first().click();
  };
  const press = async (key: string) => {
    done.keys++;
    await bench.page.keyboard.press(key);
  };
  const counts = () =>
    bench.page.evaluate(
      async () =>
        (await (await fetch("/api/items?limit=1")).json()) as { total: number; facets: Record<string, { value: string; count: number }[]> },
    );

  before(async () => {
    bench = await openWorkbench({ context: { viewport: { width: 1440, height: 900 } } });
    folder = join(bench.desk.folder, "downloads");
    mkdirSync(folder);
    await makeMaterial(join(folder, "own"));
    const own = readdirSync(join(folder, "own"), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
    copyFixtures(folder, files - own);
  });
  after(() => bench.close());

  it("stand triaged and assessed on the desk after a few dozen clicks and keys, and not one look at a clear picture", async (t) => {
    const { page } = bench;
    done.drops++;
    await page.locator("input[webkitdirectory]").first().setInputFiles(folder);
    await page.getByText(`${files} of ${files} files in, 0 refused`).waitFor({ timeout: 300_000 });
    at("files in");

    done.pastes++;
    await page.evaluate(
      (text) => {
        const data = new DataTransfer();
        data.setData("text/plain", text);
        document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
      },
      asText([[...sheetHeader], ...sheetRows(rows)]),
    );
    await click("Day first");
    await click(`Import ${rows} rows`);
    await page.getByText(/^Imported: /).waitFor({ timeout: 60_000 });
    at("rows in");

    await page.locator("[data-list=items] .item").first().waitFor();
    await click(/^Select all/, "checkbox");
    await page.getByText(/^\d+ selected$/).waitFor();
    await press("t");
    await press("a");
    done.words++;
    await page
      .getByRole("dialog")
      .getByLabel("Why it matters to the case")
      .fill("Downloads of one evening about the square; nothing looked at yet.");
    await press("Control+Enter");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    await page.waitForFunction(async () => {
      const { facets } = (await (await fetch("/api/items?limit=1")).json()) as {
        facets: Record<string, { value: string; count: number }[]>;
      };
      const of = (facet: string, value: string) => facets[facet]?.find((entry) => entry.value === value)?.count ?? 0;
      return of("triage", "new") === 0 && of("has", "no-assessment") === 0;
    });
    at("triaged and assessed");

    const { total } = await counts();
    assert.ok(total >= files + 150, `${total} items`);
    assert.equal(bench.requests.filter((request) => /\/clear\//.test(request)).length, 0, "a clear picture was asked for");
    const acts = Object.values(done).reduce((sum, count) => sum + count, 0);
    t.diagnostic(
      `${files} files and ${rows} rows: ${Object.entries(done)
        .map(([what, count]) => `${count} ${what}`)
        .join(", ")}; ${times.join(", ")}`,
    );
    assert.ok(acts <= 30, `${acts} acts`);
    assert.deepEqual(bench.complaints, []);
  });
});

/** Small files of every kind, spread over the folders, under names that do not collide. */
function copyFixtures(folder: string, count: number): void {
  const all = readdirSync(fixturesFolder("."), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => statSync(path).size <= largest)
    .sort();
  const step = Math.max(1, Math.floor(all.length / count));
  const chosen = all.filter((_, place) => place % step === 0).slice(0, count);
  for (const [place, path] of chosen.entries())
    cpSync(path, join(folder, `${String(place).padStart(3, "0")}-${path.split("/").at(-1) ?? ""}`));
  for (let place = chosen.length; place < count; place++) writeFileSync(join(folder, `note-${place}.txt`), `SYNTHETIC note ${place}`);
}
