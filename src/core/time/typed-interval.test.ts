/** Times as people type them become intervals, never instants that nobody named. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { TimeClaim } from "./time-claim.ts";
import { typedInterval } from "./typed-interval.ts";

const typed = (from: string, to: string, offsets: { from: number; to: number } | "unknown") =>
  typedInterval({ from, to, offsets, means: "stated", basis: "the analyst" });

test("a day is all of that day, where its zone is", () => {
  const claim = TimeClaim.parse(typed("2024-09-14", "", { from: 180, to: 180 }));
  assert.deepEqual([claim.earliest, claim.latest], ["2024-09-13T21:00:00Z", "2024-09-14T20:59:59Z"]);
  assert.deepEqual(claim.zone, { state: "stated", offsetMinutes: 180 });
});

test("a minute is all of that minute, a second is one", () => {
  assert.equal(typed("2024-09-14 16:20", "", { from: 0, to: 0 })?.latest, "2024-09-14T16:20:59Z");
  assert.equal(typed("2024-09-14T16:20:05", "", { from: 0, to: 0 })?.latest, "2024-09-14T16:20:05Z");
});

test("without a zone it spans every zone there is, and says so", () => {
  const claim = TimeClaim.parse(typed("2024-09-14 16:20", "2024-09-14 17:00", "unknown"));
  assert.deepEqual([claim.earliest, claim.latest], ["2024-09-14T02:20:00Z", "2024-09-15T05:00:59Z"]);
  assert.deepEqual(claim.zone, { state: "unknown", reading: "2024-09-14T16:20/2024-09-14T17:00" });
});

test("an interval over a change of clocks has the offset of each end", () => {
  const claim = typed("2024-10-27 00:00", "2024-10-27 12:00", { from: 180, to: 120 });
  assert.deepEqual([claim?.earliest, claim?.latest], ["2024-10-26T21:00:00Z", "2024-10-27T10:00:59Z"]);
});

test("what is no time, and an end before its beginning, is refused", () => {
  for (const words of ["", "yesterday", "2024-02-30", "2024-09-14 24:00", "14.09.2024"])
    assert.equal(typed(words, "", "unknown"), undefined);
  assert.equal(typed("2024-09-15", "2024-09-14", "unknown"), undefined);
});
