/** What was drawn and not kept: back for the same person, item and bytes alone, beside what others did meanwhile, and never twice. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { storageInMemory } from "../../../test/support/storage-in-memory.ts";
import type { DraftStore } from "../parts/kept-in-browser.ts";
import type { MarkRow } from "../../api/redactions.ts";
import { Digest } from "../../core/hash/digest.ts";
import { ItemId } from "../../core/item/item.ts";
import type { RedactionMark } from "../../core/redaction/redaction.ts";
import { keepLayer, keptName, readKept, withKept } from "./kept-layer.ts";
import { emptyDraft, isChanged, type LayerDraft, stepLayer } from "./layer-draft.ts";

const mark = (atS: number): RedactionMark => ({
  sort: { what: "box", fromS: atS, toS: atS, keys: [{ atS, box: { x: 0.1, y: 0.1, w: 0.2, h: 0.2 }, by: "person" }] },
  ...{ reason: "face", subject: null },
});
const row = (redaction: `rm${string}`, line: number, held: RedactionMark, withdrawn?: string) =>
  ({ redaction, line, mark: held, withdrawn }) as MarkRow;
const opened = (rows: readonly MarkRow[]): LayerDraft => stepLayer(emptyDraft, { do: "open", rows });
const [object, others] = ["a", "b"].map((digit) => Digest.parse(`sha256:${digit.repeat(64)}`)) as [Digest, Digest];
const item = ItemId.parse("i1");
const name = keptName("case-1", "p1", item);
const at = "2026-11-26T17:00:00Z";

/** One mark that is kept and changed here, and a new one. */
const rows = [row("rm1", 7, mark(1)), row("rm2", 8, mark(2))];
const drawn = stepLayer(stepLayer(opened(rows), { do: "change", key: "rm1", mark: mark(3) }), { do: "add", mark: mark(4) });
const said = ({ marks }: LayerDraft) => marks.map((one) => [one.key, one.mark.sort.fromS, isChanged(one)]);

describe("marks that are drawn and not kept in the case yet", () => {
  it("come back on the marks that they change and as new ones, for that person, item and bytes alone", () => {
    const store = storageInMemory();
    assert.equal(keepLayer(name, { object, marks: drawn.marks, at }, store), true);
    const kept = readKept(name, object, store);
    assert.equal(kept.marks.length, 2, "what nobody changed is not kept");
    assert.deepEqual(said(withKept(opened(rows), rows, kept.marks)), [
      ["rm1", 3, true],
      ["rm2", 2, false],
      ["new-1", 4, true],
    ]);
    for (const other of [keptName("case-1", "p2", item), keptName("case-2", "p1", item), keptName("case-1", "p1", ItemId.parse("i11"))])
      assert.deepEqual(readKept(other, object, store), { marks: [], setAside: false });
    // A new mark after it has a name of its own.
    assert.equal(stepLayer(withKept(opened(rows), rows, kept.marks), { do: "add", mark: mark(5) }).marks.at(-1)?.key, "new-2");
  });

  it("come back as new marks where somebody changed or withdrew the mark meanwhile: nothing is uncovered by it", () => {
    const store = storageInMemory();
    keepLayer(name, { object, marks: drawn.marks, at }, store);
    const { marks } = readKept(name, object, store);
    const changed = [row("rm1", 9, mark(6)), row("rm2", 8, mark(2))];
    assert.deepEqual(said(withKept(opened(changed), changed, marks)), [
      ["rm1", 6, false],
      ["rm2", 2, false],
      ["new-1", 3, true],
      ["new-2", 4, true],
    ]);
    const withdrawn = [row("rm1", 7, mark(1), "not a face"), row("rm2", 8, mark(2))];
    assert.deepEqual(
      said(withKept(opened(withdrawn), withdrawn, marks)).map(([key]) => key),
      ["rm2", "new-1", "new-2"],
    );
    assert.deepEqual(withKept(opened(withdrawn), withdrawn, marks).takenBack, ["rm1"], "and it is said");
    assert.deepEqual(withKept(opened(changed), changed, marks).takenBack, []);
  });

  it("are not brought back twice where the case took them and the page never heard of it", () => {
    const store = storageInMemory();
    keepLayer(name, { object, marks: drawn.marks, at }, store);
    const taken = [row("rm1", 9, mark(3)), row("rm2", 8, mark(2)), row("rm3", 10, mark(4))];
    const draft = withKept(opened(taken), taken, readKept(name, object, store).marks);
    assert.deepEqual(draft.marks.map(isChanged), [false, false, false]);
    keepLayer(name, { object, marks: draft.marks, at }, store);
    assert.equal(store.held.size, 0, "nothing unkept: nothing is held");
  });

  it("are set aside where they were drawn over other bytes or are none, and not written over", () => {
    const store = storageInMemory();
    keepLayer(name, { object: others, marks: drawn.marks, at }, store);
    for (const found of [store.getItem(name) as string, "{", JSON.stringify({ object, marks: [{ of: null, mark: {} }], at })]) {
      const fresh = storageInMemory();
      fresh.setItem(name, found);
      assert.deepEqual(readKept(name, object, fresh), { marks: [], setAside: true });
      keepLayer(name, { object, marks: drawn.marks, at }, fresh);
      assert.ok([...fresh.held.values()].includes(found));
    }
  });

  it("are told not to be kept where the browser keeps nothing", () => {
    const full: DraftStore = {
      ...storageInMemory(),
      setItem: () => {
        throw new Error("full");
      },
    };
    assert.equal(keepLayer(name, { object, marks: drawn.marks, at }, full), false);
  });
});
