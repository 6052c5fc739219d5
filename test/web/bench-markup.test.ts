/** Markup in everything that comes from outside is shown as text on the bench, and never becomes part of the page. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { needs } from "../../scripts/testing/needs.ts";
import { allItems, goToItem } from "./bench-page.ts";
import { openWorkbench, type Workbench, workbenchPrograms } from "./open-workbench.ts";

/** Says so when it runs, in four ways, and leaves an element behind when it is taken for markup. */
const attack = (where: string) =>
  `<img src=x onerror="globalThis.ran='${where}';alert('${where}')"><script>globalThis.ran='${where}'</script><svg onload=alert(1)><i class=planted>${where}</i>`;

function makeHostileMaterial(folder: string): void {
  mkdirSync(join(folder, "chat"));
  // A slash ends a name; everything else may stand in it.
  const name = `<img src=x onerror=alert(1)><i class=planted>name.mp4`;
  execFileSync("ffmpeg", [
    ...["-v", "error", "-f", "lavfi", "-i", "testsrc2=size=160x120:rate=25:duration=1", "-c:v", "libx264", "-pix_fmt", "yuv420p"],
    ...["-metadata", `title=${attack("metadata")}`, "-metadata", `comment=javascript:alert(2)`, join(folder, "chat", "tagged.mp4")],
  ]);
  execFileSync("cp", ["--", join(folder, "chat", "tagged.mp4"), join(folder, name)]);
  const text = [
    attack("text"),
    { type: "text_link", text: attack("link"), href: "javascript:globalThis.ran='href'" },
    { type: attack("type"), text: "x" },
  ];
  const message = {
    id: 1,
    type: "message",
    date: "2024-09-14T16:20:00",
    from: attack("from"),
    from_id: "channel1",
    forwarded_from: attack("forward"),
    file: "tagged.mp4",
    media_type: "video_file",
    text,
  };
  const service = { id: 2, type: "service", date: "2024-09-14T16:21:00", actor: attack("actor"), action: "pin_message", text: "" };
  const chat = { name: attack("channel"), type: "public_channel", id: 1, messages: [message, service] };
  writeFileSync(join(folder, "chat", "result.json"), JSON.stringify(chat));
  const inert = attack("article").replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  writeFileSync(
    join(folder, "page.html"),
    `<!doctype html><html><head><title>${inert}</title><meta name="author" content="${attack("author").replaceAll('"', "&quot;")}">
     <link rel="canonical" href="javascript:alert(3)"></head><body><article><h1>${inert}</h1><p>${inert}</p>${attack("live")}
     <p onclick="alert(4)">Two <a href="javascript:alert(5)">words</a>.</p><style>body{display:none!important}</style>
     <figure><img src="chat/none.png" onerror="alert(6)"><figcaption>${inert}</figcaption></figure></article></body></html>`,
  );
}

describe("markup on the bench", { skip: needs({ programs: workbenchPrograms }) }, () => {
  let workbench: Workbench;
  let page: Page;

  before(async () => {
    workbench = await openWorkbench({ material: makeHostileMaterial });
    page = workbench.page;
  });
  after(() => workbench?.close());

  it("in names, posts, articles, metadata, notes and observations is text and nothing else, in every tab of every item", async (context) => {
    const items = await allItems(page);
    const [first] = items;
    assert.ok(first && items.length >= 4);
    await writeHostileRecords(page, first.id);
    let tabs = 0;
    for (const { id, kind } of items) {
      await goToItem(page, id);
      for (const tab of await page.getByRole("tab").all()) {
        await tab.click();
        await page.waitForTimeout(30);
        tabs++;
        const found = await page.evaluate(() => ({
          ran: (globalThis as { ran?: string }).ran ?? null,
          planted: document.querySelectorAll(".planted, #root img:not(.shielded-poster), #root script, #root style, #root svg[onload]")
            .length,
          handlers: [...document.querySelectorAll("#root *")].filter((element) =>
            [...element.attributes].some(({ name, value }) => name.startsWith("on") || /^\s*javascript:/i.test(value)),
          ).length,
          shown: getComputedStyle(document.body).display,
        }));
        assert.deepEqual(found, { ran: null, planted: 0, handlers: 0, shown: "block" }, `${kind} ${id}, ${await tab.textContent()}`);
      }
    }
    context.diagnostic(`${items.length} items, ${tabs} tabs looked at`);
    assert.deepEqual(workbench.complaints, []);
  });

  it("is there to be read, word for word", async () => {
    const items = await allItems(page);
    const words: [string, string, string][] = [
      ["posts", "", "link"],
      ["article", "", "article"],
      ["video", "?tab=metadata", "metadata"],
    ];
    for (const [kind, query, where] of words) {
      const item = items.find((candidate) => candidate.kind === kind);
      assert.ok(item, `expected an item of kind ${kind}`);
      await goToItem(page, item.id, query);
      await page.locator(".bench").getByText(attack(where), { exact: false }).first().waitFor();
    }
  });

  it("points at nothing outside: no request leaves for another machine, or for a picture that a page names", async () => {
    const outside = workbench.requests.filter((request) => !/^(GET|POST) \/(api\/|assets\/|items\/|$|\?)/.test(request));
    assert.deepEqual(outside, []);
  });
});

async function writeHostileRecords(page: Page, id: string): Promise<void> {
  const bodies: [string, unknown][] = [
    [`/api/items/${id}/notes`, { text: attack("note") }],
    [`/api/items/${id}/observations`, { sort: "observation", text: attack("observation") }],
  ];
  for (const [path, body] of bodies) {
    const status = await page.evaluate(
      async ([to, json]) =>
        (await fetch(to as string, { method: "POST", headers: { "content-type": "application/json" }, body: json as string })).status,
      [path, JSON.stringify(body)],
    );
    assert.equal(status, 200, path);
  }
}
