/** A plan that was not handed over: back as it was typed, for the same person and edition alone. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { storageInMemory } from "../../../test/support/storage-in-memory.ts";
import { keepPlan, keptName, readPlan } from "./kept-plan.ts";
import { emptyDraft, type PlanDraft } from "./plan-draft.ts";

const draft: PlanDraft = {
  ...emptyDraft,
  ...{ sort: "public", title: "Where it was", findings: ["f1"], keyPoints: { f1: "Half a sent" }, elementSheets: ["es1"] },
  // As typed: what cannot be read as seconds yet comes back too.
  items: {
    i1: { as: "redacted", excerpts: "0.5-", stills: "1, 2.5r", why: "" },
    i2: { as: "left-out", excerpts: "", stills: "", why: "x" },
  },
  ...{ gridM: 10_000, postingStepS: 3600, clearedWords: { o1: "read" }, tonesApart: { i1: "another siren" }, unreadIdentities: "none" },
};
const name = keptName("case-1", "p1", "new");

describe("a plan that was not handed over", () => {
  it("comes back as it was typed, for its case, person and edition alone", () => {
    const store = storageInMemory();
    assert.equal(keepPlan(name, draft, store), true);
    assert.deepEqual(readPlan(name, store), draft);
    for (const other of [keptName("case-2", "p1", "new"), keptName("case-1", "p2", "new"), keptName("case-1", "p1", "ed1")])
      assert.equal(readPlan(other, store), undefined, other);
    assert.equal(keepPlan(name, undefined, store), true);
    assert.equal(readPlan(name, store), undefined);
    assert.equal(store.held.size, 0);
  });

  it("that is no plan is set aside, and what is kept after it does not write over it", () => {
    for (const bytes of ["{", "null", JSON.stringify({ ...draft, sort: "secret" }), JSON.stringify({ ...draft, more: 1 })]) {
      const store = storageInMemory();
      store.setItem(name, bytes);
      assert.equal(readPlan(name, store), undefined, bytes);
      keepPlan(name, draft, store);
      assert.deepEqual([...store.held.values()].toSorted(), [bytes, JSON.stringify(draft)].toSorted());
    }
  });

  it("is said not to be kept where the storage is full", () => {
    const full = {
      ...storageInMemory(),
      setItem() {
        throw new Error("full");
      },
    };
    assert.equal(keepPlan(name, draft, full), false);
  });
});
