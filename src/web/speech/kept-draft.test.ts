import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ItemId } from "../../core/item/item.ts";
import { draftName, type DraftStore, dropAside, dropDraftsOf, keepDraft, keptItems, readDraft, setAside } from "./kept-draft.ts";

function storage(): DraftStore & { readonly names: () => string[] } {
  const held = new Map<string, string>();
  return {
    getItem: (name) => held.get(name) ?? null,
    setItem: (name, value) => void held.set(name, value),
    removeItem: (name) => void held.delete(name),
    key: (at) => [...held.keys()][at] ?? null,
    get length() {
      return held.size;
    },
    names: () => [...held.keys()],
  };
}

const item = ItemId.parse("i1");
const draft = { base: 2, segments: [], before: [], nextId: 4, at: "2026-11-26T14:00:00Z" };
const anna = { caseId: "case-1", person: "anna" };
const bohdan = { caseId: "case-1", person: "bohdan" };

describe("words that are not written to the case yet", () => {
  it("come up for the person who typed them alone", () => {
    const store = storage();
    keepDraft(draftName(anna, item, "w1"), draft, store);
    assert.deepEqual(readDraft(draftName(anna, item, "w1"), 2, store), draft);
    assert.equal(readDraft(draftName(bohdan, item, "w1"), 2, store), undefined);
  });

  it("are set aside, not dropped, where they start from a version that the case does not hold or are no draft", () => {
    for (const kept of [JSON.stringify(draft), "{half", JSON.stringify({ base: 0 })]) {
      const store = storage();
      const name = draftName(anna, item, "w1");
      store.setItem(name, kept);
      assert.equal(readDraft(name, 1, store), undefined);
      assert.equal(setAside(name, store), kept);
      // What is typed next does not touch it.
      keepDraft(name, { ...draft, base: 1 }, store);
      assert.equal(setAside(name, store), kept);
      dropAside(name, store);
      assert.deepEqual(store.names(), [name]);
    }
  });

  it("are gone with the item, whoever typed them, and those of other items, tiers and cases stay", () => {
    const store = storage();
    const other = ItemId.parse("i11");
    const kept = [
      draftName(anna, item, "w1"),
      `${draftName(anna, item, "w1")}.review`,
      draftName(bohdan, item, "w1"),
      draftName(anna, item, "w12"),
      draftName(anna, other, "w1"),
      draftName({ ...anna, caseId: "case-2" }, item, "w1"),
    ];
    for (const name of kept) keepDraft(name, draft, store);
    assert.deepEqual(keptItems("case-1", store), [item, other]);
    dropDraftsOf("case-1", item, "w1", store);
    assert.deepEqual(store.names(), kept.slice(3));
    dropDraftsOf("case-1", item, undefined, store);
    assert.deepEqual(store.names(), kept.slice(4));
  });
});
