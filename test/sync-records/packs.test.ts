/** A pack that withholds a recording carries no measuring of it: how long it is and what it shares with others stays out too. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Digest, objectPathOf } from "../../src/core/hash/digest.ts";
import type { ItemId } from "../../src/core/item/item.ts";
import { nodePlatform } from "../../src/verify/node/platform.ts";
import { verifyFiles } from "../../src/verify/verify-case.ts";
import { filesInMemory } from "../verify/support/files-in-memory.ts";
import { HistoryBuilder } from "../verify/support/history-builder.ts";
import { fakeVersions } from "./fake-measurer.ts";

describe("measurings in a pack", () => {
  it("go along whole, and stay out with a recording that is withheld", async () => {
    const history = await HistoryBuilder.begun();
    const measured = async (...items: ItemId[]): Promise<Digest> => {
      const result = history.keep(`measuring of ${items.join(" ")}\n`);
      await history.append("sync.measured", { items, versions: fakeVersions, unread: [], result, measured: 1, refused: 0 });
      return result;
    };
    const [with4, without4] = [await measured("i3", "i4"), await measured("i3", "i5")];
    const has = (files: ReadonlyMap<string, unknown>, object: Digest) => files.has(`data/objects/${objectPathOf(object)}`);
    const open = await history.pack();
    assert.deepEqual([has(open, with4), has(open, without4)], [true, true]);
    // Line 5 brought i4.
    const withheld = await history.pack({ names: false, lines: new Map([[5, "asked for"]]) });
    assert.deepEqual([has(withheld, with4), has(withheld, without4)], [false, true]);
    const report = await verifyFiles(filesInMemory(withheld), nodePlatform);
    assert.equal(report.verdict, "verifies", JSON.stringify(report.findings));
  });
});
