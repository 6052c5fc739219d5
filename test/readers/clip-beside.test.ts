/** A clip and the description beside it find each other by name, in whichever order they come, and nobody else's. */
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { ItemRow } from "../../src/api/items.ts";
import { createDesk, type Desk, jsonLines } from "../support/run-witnessmark.ts";
import { clipInfo } from "./info-files.ts";

/** Two collections, one after the other is read. */
const first = ["A [1].info.json", "B [2].webm", "C.info.json", "D.film.mp4", "D (2).mp4", "DD.mp4", "D.jpg", "D.en.vtt", "d.mp4"];
const second = ["A [1].mp4", "B [2].info.json", "C.f137.mp4", "D.info.json"];

describe("a clip beside its description", () => {
  let desk: Desk;
  const sources = new Map<string | undefined, string>();
  before(async () => {
    desk = createDesk();
    for (const [n, files] of [first, second].entries()) {
      const folder = join(desk.folder, String(n), "download");
      mkdirSync(folder, { recursive: true });
      for (const file of files) {
        // Bytes of no kind will do for a clip: it is told by its name here. They differ, so that no two items are one.
        const bytes = file.endsWith(".json") ? JSON.stringify({ ...clipInfo, id: file }) : Buffer.from(`\0\x01${file}`);
        writeFileSync(join(folder, file), bytes);
      }
      const ran = await desk.run("add", join(desk.folder, "case"), join(desk.folder, String(n)));
      assert.equal(ran.code, 0, ran.err);
    }
    const rows = jsonLines<ItemRow & { readonly type: string }>(await desk.run("items", join(desk.folder, "case"), "--json"));
    for (const row of rows) if (row.type === "item") sources.set(row.name.split("/").at(-1), row.source);
  });
  after(() => desk.close());

  it("is found whichever comes first, whatever its ending", () => {
    assert.equal(sources.get("A [1].mp4"), "Ostrel Corner");
    assert.equal(sources.get("B [2].webm"), "Ostrel Corner");
  });

  it("is found where the format stands in its name", () => {
    assert.equal(sources.get("C.f137.mp4"), "Ostrel Corner");
  });

  it("is not another file of a like name, nor a picture or subtitles beside it", () => {
    for (const name of first.filter((one) => /^d/i.test(one))) assert.equal(sources.get(name), "unknown", name);
  });
});
