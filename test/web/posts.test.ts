/** Reading a long export: every post can be reached, and what a post carries and does not tell is said. */
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { needs } from "../../scripts/testing/needs.ts";
import { goToItem, itemNamed } from "./bench-page.ts";
import { openWorkbench, type Workbench, workbenchPrograms } from "./open-workbench.ts";

const count = 450;

function exportOf(posts: number): object {
  const messages = Array.from({ length: posts }, (_, index) => ({
    id: index + 1,
    type: "message",
    date: `2024-09-14T16:${String(Math.floor(index / 60)).padStart(2, "0")}:${String(index % 60).padStart(2, "0")}`,
    from: "Ostrel Today",
    from_id: "channel1000000001",
    text: `Invented words of post ${index + 1}`,
    ...(index === 0 ? { forwarded_from: null } : {}),
    ...(index === 1 ? { reply_to_message_id: 6, reply_to_peer_id: "channel99" } : {}),
    ...(index === 2 ? { location_information: { latitude: 50.5, longitude: 30.25 } } : {}),
  }));
  return { name: "Ostrel Today", type: "public_channel", id: 1_000_000_001, messages };
}

describe("posts of a long export", { skip: needs({ programs: workbenchPrograms }) }, () => {
  let bench: Workbench;
  let id: string;
  before(async () => {
    bench = await openWorkbench({
      material(folder) {
        mkdirSync(join(folder, "chat"));
        writeFileSync(join(folder, "chat", "result.json"), JSON.stringify(exportOf(count)));
      },
    });
    id = (await itemNamed(bench.page, "result.json")).id;
  });
  after(() => bench?.close());

  it("are all read, page by page, each once and in order", async () => {
    await goToItem(bench.page, id);
    const read: string[] = [];
    for (let page = 0; page < 3; page += 1) {
      await bench.page.getByText(`Invented words of post ${page * 200 + 1}`, { exact: true }).waitFor();
      read.push(...(await bench.page.locator(".post-text").allInnerTexts()));
      const on = bench.page.getByRole("button", { name: "Posts after these" }).first();
      if (page < 2) await on.click();
      else assert.equal(await on.isDisabled(), true, "the last page is the last");
    }
    assert.deepEqual(
      read,
      Array.from({ length: count }, (_, index) => `Invented words of post ${index + 1}`),
    );
  });

  it("are linked to by page, and a page past the end is the last", async () => {
    assert.match(bench.page.url(), /posts=3/);
    await goToItem(bench.page, id, "?posts=2");
    await bench.page.getByText("Invented words of post 201", { exact: true }).waitFor();
    await goToItem(bench.page, id, "?posts=999");
    await bench.page.getByText(`Invented words of post ${count}`, { exact: true }).waitFor();
  });

  it("say what they carry, whose name is hidden, and what they answer elsewhere", async () => {
    await goToItem(bench.page, id);
    const post = (number: number) => bench.page.locator(".post").nth(number - 1);
    await post(1).getByText("name hidden").waitFor();
    await post(2).getByText("Answers post 6 in channel99").waitFor();
    const carried = await post(3).locator(".post-thing").innerText();
    assert.match(carried, /location/);
    assert.match(carried, /50\.5/);
    assert.deepEqual(bench.complaints, []);
  });
});
