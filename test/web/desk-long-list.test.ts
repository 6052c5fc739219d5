import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { needs } from "../../scripts/testing/needs.ts";
import { makeLargeCase } from "../../scripts/bench/make-large-case.ts";
import { openWorkbench, type Workbench, workbenchPrograms } from "./open-workbench.ts";

const items = 20_000;

describe("a desk of very many items", { skip: needs({ programs: workbenchPrograms }) }, () => {
  let bench: Workbench;
  const first = () => bench.page.locator("[data-list=items] .item").first();

  before(async () => {
    bench = await openWorkbench({ makeCase: (path) => makeLargeCase(path, items), serveWith: ["--read-only"] });
    await first().waitFor();
  });
  after(() => bench.close());

  it("is in the page only as far as it is seen", async () => {
    assert.ok((await bench.page.locator(".item").count()) < 60);
    assert.equal(await bench.page.locator("[data-list=items]").getAttribute("aria-rowcount"), String(items + 1));
  });

  it("never shows an empty place while it scrolls, at any speed", async () => {
    const { frames, blank, longestMs } = await bench.page.evaluate(async () => {
      const list = document.querySelector<HTMLElement>("[data-list=items]");
      if (list === null) throw new Error("expected the list; found none");
      const box = list.getBoundingClientRect();
      const places = [0.15, 0.5, 0.85].map((share) => box.top + share * box.height);
      const nextFrame = () => new Promise<number>((done) => requestAnimationFrame(done));
      let blankFrames = 0;
      let blankSince: number | undefined;
      let longest = 0;
      let seen = 0;
      for (const step of [60, 900, 20_000, -7000, 150_000, -900])
        for (let i = 0; i < 20; i++) {
          list.scrollTop += step;
          const now = await nextFrame();
          // After the frame's own scroll events: what is about to be painted.
          await new Promise((done) => setTimeout(done, 0));
          seen++;
          const isBlank = places.some((y) => document.elementFromPoint(box.left + 200, y)?.closest(".item") == null);
          if (isBlank) {
            blankFrames++;
            blankSince ??= now;
            longest = Math.max(longest, now - blankSince);
          } else blankSince = undefined;
        }
      return { frames: seen, blank: blankFrames, longestMs: longest };
    });
    console.log(
      `  ${frames} frames of scrolling through ${items} items, ${blank} with an empty place, longest ${Math.round(longestMs)} ms`,
    );
    assert.equal(blank, 0);
  });

  it("gets to the last item with one key, and reads it", async () => {
    await bench.page.keyboard.press("End");
    const last = bench.page.locator(`.item.is-cursor[data-item=i${items}]`);
    await last.waitFor();
    await bench.page.getByRole("heading", { name: "Item 20,000", exact: true }).waitFor();
  });

  it("asks only for pages that were looked at", async () => {
    const pages = bench.requests.filter((request) => request.startsWith("GET /api/items?"));
    assert.ok(pages.length < 200, `expected far fewer requests than the list has pages (${items / 100}); found ${pages.length}`);
  });

  it("says that nothing can be changed here, and offers nothing that would", async () => {
    await bench.page.getByText("Read only: opened to look").first().waitFor();
    assert.equal(await bench.page.getByRole("button", { name: "Add files" }).isDisabled(), true);
    await bench.page.keyboard.press("2");
    await bench.page.keyboard.press("n");
    assert.equal(await bench.page.locator("dialog").count(), 0);
    assert.deepEqual(
      bench.requests.filter((request) => request.startsWith("POST /api/items")),
      [],
    );
  });
});
