import assert from "node:assert/strict";
import { it } from "node:test";
import type { TierSegment } from "../../core/tier/tier.ts";
import { isOpen, nextOpen, type ReviewItem } from "./review-queue.ts";

const item = (id: number, standing: ReviewItem["state"]["standing"], review: ReviewItem["state"]["review"] = null): ReviewItem => ({
  segment: { id } as TierSegment,
  state: { id, standing, review } as ReviewItem["state"],
});
const items = [item(1, "written"), item(2, "machine", "machine"), item(3, "written", "wrote"), item(4, "outdated"), item(5, "reviewed")];

it("a reviewer is led to what is theirs to read: no draft, nothing of their own, nothing that stands reviewed", () => {
  assert.deepEqual(
    items.filter((one) => isOpen(one, new Set())).map(({ segment }) => segment.id),
    [1, 4],
  );
  assert.equal(nextOpen(items, 0, new Set()), 3);
  assert.equal(nextOpen(items, 3, new Set()), 0);
  assert.equal(nextOpen(items, 3, new Set([1])), 3);
  assert.equal(nextOpen(items, 3, new Set([1, 4])), undefined);
  assert.equal(nextOpen([], 0, new Set()), undefined);
});
