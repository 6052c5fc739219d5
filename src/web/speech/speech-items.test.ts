import assert from "node:assert/strict";
import { it } from "node:test";
import type { TierRow } from "../../api/tiers.ts";
import { itemsOfSpeech } from "./speech-items.ts";
import { tierStage } from "./tier-stage.ts";

const none = { machine: 0, written: 0, reviewed: 0, disagreed: 0, outdated: 0 };
const tier = (item: string, standings: Partial<TierRow["standings"]>, withdrawn?: string): TierRow => {
  const all = { ...none, ...standings };
  const segments = Object.values(all).reduce((sum, count) => sum + count, 0);
  return { item, standings: all, segments, ...(withdrawn === undefined ? {} : { withdrawn }) } as unknown as TierRow;
};

it("a tier is no more than the least of its segments", () => {
  assert.equal(tierStage(tier("i1", { machine: 3 })), "draft");
  assert.equal(tierStage(tier("i1", { machine: 1, reviewed: 9 })), "part-draft");
  assert.equal(tierStage(tier("i1", { reviewed: 8, disagreed: 1 })), "disagreed");
  assert.equal(tierStage(tier("i1", { reviewed: 8, outdated: 1 })), "part-reviewed");
  assert.equal(tierStage(tier("i1", { reviewed: 8 })), "reviewed");
  assert.equal(tierStage(tier("i1", { written: 2 })), "written");
  assert.equal(tierStage(tier("i1", { written: 2 }, "wrong item")), "withdrawn");
  assert.equal(tierStage(tier("i1", {})), "empty");
});

it("items with sound or with a tier are listed once, under everything that their tiers are", () => {
  const found = itemsOfSpeech(
    ["i10", "i2"],
    [tier("i2", { machine: 1 }), tier("i2", { reviewed: 1 }), tier("i3", { written: 1 }, "gone"), tier("i4", { written: 1 })],
  );
  assert.deepEqual(
    found.map(({ item, sounds, states }) => [item, sounds, states]),
    [
      ["i2", true, ["draft", "reviewed"]],
      ["i4", false, ["written"]],
      ["i10", true, ["none"]],
    ],
  );
});
