/** What was typed into a finding and not written: it comes back for the same person and finding alone, and nothing is written over unread. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { FindingDraft } from "./finding-draft.ts";
import { type DraftStore, dropKept, keepFinding, keptName, readKept } from "./kept-finding.ts";

function storage(): DraftStore & { readonly held: Map<string, string> } {
  const held = new Map<string, string>();
  return {
    held,
    getItem: (name) => held.get(name) ?? null,
    setItem: (name, value) => void held.set(name, value),
    removeItem: (name) => void held.delete(name),
  };
}

const draft: FindingDraft = {
  ...{ v: 1, question: "qn1", statement: "Half a sent", grade: "unassessed" },
  answer: { sort: "place", coordinates: "12.3, ", radius: "", from: "", to: "", zone: "UTC", choice: "", words: "", why: "" },
  likelihood: { ladder: "none", why: "" },
  confidence: { level: "low", reasons: "" },
  ...{ wouldChange: "", evidenceFor: [], evidenceAgainst: [], lookedAgainst: "", hypotheses: [] },
  ...{ openContradictions: [""], unknown: [], method: "", limits: "" },
};
const name = keptName("case-1", "p1", "new.qn1");

describe("a finding that is not written yet", () => {
  it("comes back as it was typed, an answer that cannot be read included, and for its person alone", () => {
    const store = storage();
    assert.equal(keepFinding(name, { base: 0, draft, at: "2026-11-26T17:00:00Z" }, store), true);
    assert.deepEqual(readKept(name, store)?.draft, draft);
    for (const other of [keptName("case-1", "p2", "new.qn1"), keptName("case-2", "p1", "new.qn1"), keptName("case-1", "p1", "f1")])
      assert.equal(readKept(other, store), undefined);
    dropKept(name, store);
    assert.equal(readKept(name, store), undefined);
  });

  it("is set aside where it is none, and not written over", () => {
    for (const found of ["{", "null", JSON.stringify({ base: 0, draft: { ...draft, grade: "certain" }, at: "" })]) {
      const store = storage();
      store.setItem(name, found);
      assert.equal(readKept(name, store), undefined);
      assert.deepEqual([...store.held.values()], [found]);
      assert.equal(store.held.has(name), false);
    }
  });

  it("is told not to be kept where the browser keeps nothing", () => {
    const full: DraftStore = {
      ...storage(),
      setItem: () => {
        throw new Error("full");
      },
    };
    assert.equal(keepFinding(name, { base: 0, draft, at: "" }, full), false);
  });
});
