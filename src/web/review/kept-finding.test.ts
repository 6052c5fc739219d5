/** What was typed into a finding and not written: it comes back for the same person and finding alone, and nothing is written over unread. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { storageInMemory } from "../../../test/support/storage-in-memory.ts";
import type { DraftStore } from "../parts/kept-in-browser.ts";
import type { FindingDraft } from "./finding-draft.ts";
import { dropKept, keepFinding, keptName, readKept } from "./kept-finding.ts";

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
    const store = storageInMemory();
    assert.equal(keepFinding(name, { base: 0, draft, at: "2026-11-26T17:00:00Z" }, store), true);
    assert.deepEqual(readKept(name, store)?.draft, draft);
    for (const other of [keptName("case-1", "p2", "new.qn1"), keptName("case-2", "p1", "new.qn1"), keptName("case-1", "p1", "f1")])
      assert.equal(readKept(other, store), undefined);
    dropKept(name, store);
    assert.equal(readKept(name, store), undefined);
  });

  it("is set aside where it is none, and not written over", () => {
    for (const found of ["{", "null", JSON.stringify({ base: 0, draft: { ...draft, grade: "certain" }, at: "" })]) {
      const store = storageInMemory();
      store.setItem(name, found);
      assert.equal(readKept(name, store), undefined);
      assert.deepEqual([...store.held.values()], [found]);
      assert.equal(store.held.has(name), false);
    }
  });

  it("is told not to be kept where the browser keeps nothing", () => {
    const full: DraftStore = {
      ...storageInMemory(),
      setItem: () => {
        throw new Error("full");
      },
    };
    assert.equal(keepFinding(name, { base: 0, draft, at: "" }, full), false);
  });
});
