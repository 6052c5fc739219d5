import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { MarkRow } from "../../api/redactions.ts";
import type { BoxKey, RedactionMark } from "../../core/redaction/redaction.ts";
import { type DraftMark, emptyDraft, isChanged, stepLayer, withEnd, withKey, withoutKey, withTracked } from "./layer-draft.ts";

const box = (x: number) => ({ x, y: 0.1, w: 0.2, h: 0.2 });
const key = (atS: number, by: BoxKey["by"] = "person"): BoxKey => ({ atS, box: box(atS / 10), by });
const mark = (...keys: BoxKey[]): RedactionMark => ({
  sort: { what: "box", fromS: keys[0]?.atS ?? 0, toS: keys.at(-1)?.atS ?? 0, keys },
  reason: "face",
  subject: null,
});
const times = ({ sort }: RedactionMark) => (sort.what === "box" ? [sort.fromS, sort.toS, ...sort.keys.map(({ atS }) => atS)] : []);
const row = (redaction: `rm${string}`, line: number, held: RedactionMark, withdrawn?: string) =>
  ({ redaction, line, mark: held, withdrawn }) as MarkRow;

describe("marks as they are drawn", () => {
  it("take a key on a frame and reach to it", () => {
    assert.deepEqual(times(withKey(mark(key(1), key(2)), 3, box(0))), [1, 3, 1, 2, 3]);
    assert.deepEqual(times(withKey(mark(key(1), key(2)), 1.0002, box(0))), [1, 2, 1.0002, 2]);
    assert.deepEqual(times(withoutKey(mark(key(1), key(2)), 2) as RedactionMark), [1, 2, 1]);
    assert.equal(withoutKey(mark(key(1)), 1), undefined);
  });

  it("begin and end where they are told to, with the place that they had there", () => {
    const ended = withEnd(mark(key(1), key(4)), "toS", 2, box(0.2));
    assert.deepEqual(times(ended), [1, 2, 1, 2]);
    assert.deepEqual(times(withEnd(mark(key(1), key(4)), "fromS", 5, box(0.4))), [5, 5, 5]);
  });

  it("end where a tracker lost it, and keep what a person said", () => {
    const found = [key(1, "tracker"), key(1.5, "tracker"), key(2, "tracker")];
    const before = mark(key(1));
    const followed = withTracked({ ...before, sort: { ...before.sort, toS: 9 } as RedactionMark["sort"] }, found, 1);
    assert.deepEqual(times(followed), [1, 2, 1, 1.5, 2]);
    assert.deepEqual(times(withTracked(mark(key(1), key(1.5), key(5)), found, 1)), [1, 5, 1, 1.5, 2, 5]);
    assert.deepEqual(times(withTracked(mark(key(3)), [key(1, "tracker"), key(3, "tracker")], 3)), [1, 3, 1, 3]);
  });

  it("can be undone step by step, and done again", () => {
    let draft = stepLayer(emptyDraft, { do: "open", rows: [row("rm1", 7, mark(key(1)))] });
    draft = stepLayer(draft, { do: "add", mark: mark(key(2)) });
    draft = stepLayer(draft, { do: "change", key: "rm1", mark: mark(key(1), key(3)) });
    assert.deepEqual(draft.marks.map(isChanged), [true, true]);
    draft = stepLayer(stepLayer(draft, { do: "undo" }), { do: "undo" });
    assert.deepEqual(
      draft.marks.map((one) => one.key),
      ["rm1"],
    );
    draft = stepLayer(draft, { do: "redo" });
    assert.deepEqual(
      draft.marks.map((one) => one.key),
      ["rm1", "new-1"],
    );
  });

  it("keep what was changed here when the case is asked anew, beside what somebody else made of that mark", () => {
    let draft = stepLayer(emptyDraft, { do: "open", rows: [row("rm1", 7, mark(key(1))), row("rm2", 8, mark(key(2)))] });
    draft = stepLayer(draft, { do: "change", key: "rm1", mark: mark(key(1), key(3)) });
    draft = stepLayer(draft, { do: "change", key: "rm2", mark: mark(key(2), key(3)) });
    draft = stepLayer(draft, { do: "open", rows: [row("rm1", 7, mark(key(1))), row("rm2", 9, mark(key(5)))] });
    const [one, other, own] = draft.marks as [DraftMark, DraftMark, DraftMark];
    assert.deepEqual([isChanged(one), isChanged(other), isChanged(own)], [true, false, true]);
    assert.deepEqual(
      [times(other.mark), times(own.mark)],
      [
        [5, 5, 5],
        [2, 3, 2, 3],
      ],
    );
    // What was kept from here comes back as the case has it, once.
    draft = stepLayer(draft, { do: "open", rows: [row("rm1", 10, mark(key(1), key(3))), row("rm2", 9, mark(key(5)))] });
    assert.deepEqual(draft.marks.map(isChanged), [false, false, true]);
  });

  it("keep what was changed here when somebody withdraws the mark meanwhile, once, and say so", () => {
    const rows = [row("rm1", 7, mark(key(1))), row("rm2", 8, mark(key(2)))];
    const changed = stepLayer(stepLayer(emptyDraft, { do: "open", rows }), { do: "change", key: "rm1", mark: mark(key(1), key(3)) });
    const after = [row("rm1", 7, mark(key(1)), "not a face"), row("rm2", 8, mark(key(2)), "nor that")];
    let draft = stepLayer(changed, { do: "open", rows: after });
    draft = stepLayer(draft, { do: "open", rows: after });
    assert.deepEqual(
      draft.marks.map((one) => [one.held, times(one.mark)]),
      [[null, [1, 3, 1, 3]]],
      "what nobody changed is withdrawn, and no more",
    );
    assert.deepEqual(draft.takenBack, ["rm1"]);
    // A step back leads to the mark as it was, which is withdrawn: nothing of it comes back by itself.
    assert.deepEqual(stepLayer(draft, { do: "undo" }).marks, []);
  });
});
