import assert from "node:assert/strict";
import { test } from "node:test";
import { formatBytes, formatSeconds, formatTable, formatTime } from "./format-values.ts";

test("a time without a zone says so", () => {
  const claim = {
    means: "posted" as const,
    verbatim: "2024-09-14T16:00:00",
    earliest: "2024-09-14T02:00:00Z",
    latest: "2024-09-15T04:00:00Z",
    zone: { state: "unknown" as const, reading: "2024-09-14T16:00:00" },
    basis: "date",
  };
  assert.equal(formatTime(claim), "2024-09-14 16:00:00 (zone not stated)");
  assert.equal(formatTime({ ...claim, zone: { state: "utc" }, latest: claim.earliest }), "2024-09-14T02:00:00Z");
});

test("sizes, lengths and columns", () => {
  assert.deepEqual([0, 999, 1000, 1_234_567, 5e12].map(formatBytes), ["0 B", "999 B", "1.0 kB", "1.2 MB", "5.0 TB"]);
  assert.equal(formatSeconds(61.25), "1:01.2");
  assert.deepEqual(
    formatTable([
      ["a", "b"],
      ["long", "c"],
    ]),
    ["a     b", "long  c"],
  );
});
