/** A pack that withholds an item carries nothing by which the item could be found elsewhere: no prints, and no comparison with it. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Digest } from "../../src/core/hash/digest.ts";
import { objectPathOf } from "../../src/core/hash/digest.ts";
import type { ItemId } from "../../src/core/item/item.ts";
import { nodePlatform } from "../../src/verify/node/platform.ts";
import { verifyFiles } from "../../src/verify/verify-case.ts";
import { filesInMemory } from "../verify/support/files-in-memory.ts";
import { HistoryBuilder } from "../verify/support/history-builder.ts";

async function printed(history: HistoryBuilder, item: ItemId, line: number): Promise<Digest> {
  const { body } = history.lines[line - 1] as { body: { data: { object: Digest } } };
  const prints = history.keep(`prints of ${item}`);
  const ground = { analyser: "frame-print" as const, version: "1", parameters: {}, inputs: [body.data.object], decoder: "none" };
  const files = [{ name: "frames.prints", object: prints }];
  await history.append("analysis.recorded", {
    item,
    ground,
    outcome: { state: "done", result: history.keep(`summary of ${item}`), files },
  });
  return prints;
}

const versions = { framePrint: "1", soundPrint: "1", matcher: "1" };

describe("prints and comparisons in a pack", () => {
  it("go along whole, and stay out with an item that is withheld", async () => {
    const history = await HistoryBuilder.begun();
    const [first, second] = [await printed(history, "i3", 4), await printed(history, "i4", 5)];
    const [alone, both] = [history.keep("pairs of i3\n"), history.keep("pairs of i3 and i4\n")];
    await history.append("copies.compared", { items: ["i3"], upTo: 6, versions, result: alone, pairs: 1 });
    await history.append("copies.compared", { items: ["i4"], upTo: 7, versions, result: both, pairs: 1 });
    const has = (files: ReadonlyMap<string, unknown>, object: Digest) => files.has(`data/objects/${objectPathOf(object)}`);

    const open = await history.pack();
    for (const object of [first, second, alone, both]) assert.ok(has(open, object));

    const withheld = await history.pack({ names: false, lines: new Map([[5, "asked for"]]) });
    assert.deepEqual(
      [first, second, alone, both].map((object) => has(withheld, object)),
      [true, false, true, false],
    );
    const report = await verifyFiles(filesInMemory(withheld), nodePlatform);
    assert.equal(report.verdict, "verifies", JSON.stringify(report.findings));
  });
});
