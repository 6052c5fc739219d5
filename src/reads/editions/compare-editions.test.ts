import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { EditionItem, EditionPlan } from "../../core/edition/edition.ts";
import { changesBetween } from "./compare-editions.ts";
import type { EditionVersionRow } from "./list-editions.ts";

const item = (more: Partial<EditionItem> = {}): EditionItem => ({
  ...{ item: "i1", as: "redacted", excerpts: [{ fromS: 0.5, toS: 1.5 }], stills: [{ atS: 1, redacted: true }], why: "" },
  ...more,
});

const version = (plan: Partial<EditionPlan>): EditionVersionRow =>
  ({
    ...{ title: "Where", sort: "public", objects: 11, withheld: 40, findings: [{ finding: "f1", version: 2 }] },
    plan: { keyPoints: [], elementSheets: [], items: [item()], gridM: 1000, ...plan },
  }) as unknown as EditionVersionRow;

describe("two versions of an edition", () => {
  it("that say and show the same have no difference", () => {
    assert.deepEqual(changesBetween(version({}), version({})), []);
  });

  it("name a stretch that moved, a frame that is covered no more, and words that are others", () => {
    const after = version({
      items: [item({ excerpts: [{ fromS: 5, toS: 10 }], stills: [{ atS: 1, redacted: false }], why: "Faces." })],
      keyPoints: [{ finding: "f1", text: "Within 1 km." }],
    });
    assert.deepEqual(changesBetween(version({}), after), [
      "i1 excerpts: 0.5 to 1.5 s became 5 to 10 s",
      "i1 frames: 1 s covered became 1 s",
      'i1 is told otherwise: nothing became "Faces."',
      `key point of f1: the finding's statement became "Within 1 km."`,
    ]);
  });

  it("name an item that came in and one that is named no more", () => {
    assert.deepEqual(changesBetween(version({}), version({ items: [item({ item: "i2", as: "described" })] })), [
      "i1 is not named any more; it was redacted",
      "i2 came in, described",
    ]);
  });
});
