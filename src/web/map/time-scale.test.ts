/** The timeline's arithmetic: ticks by the clock of the zone, gaps that really are empty. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { gapsOf, overlaps, ticksOf, wholeSpan, zoomedTime } from "./time-scale.ts";

const at = (instant: string) => Date.parse(instant);

test("ticks stand at round times of the chosen zone's clock", () => {
  const span = { from: at("2024-09-14T00:10:00Z"), to: at("2024-09-14T12:00:00Z") };
  const utc = ticksOf(span, 600, "UTC");
  const kathmandu = ticksOf(span, 600, "Asia/Kathmandu");
  assert.ok(utc.length > 2 && utc.every(({ words }) => words.endsWith(":00")));
  assert.ok(
    kathmandu.every(({ words }) => words.endsWith(":00")),
    "a zone 5:45 ahead has its own full hours",
  );
  assert.notEqual(utc[0]?.at, kathmandu[0]?.at);
});

test("zooming holds the time under the cursor", () => {
  const span = { from: 0, to: 1_000_000 };
  const zoomed = zoomedTime(span, 0.25, 0.5);
  assert.equal(zoomed.from + 0.25 * (zoomed.to - zoomed.from), 250_000);
});

test("no gap has anything in it, and gaps with what is there make the whole", () => {
  const spans = fc.array(
    fc.tuple(fc.nat(1000), fc.nat(100)).map(([from, length]) => ({ from, to: from + length })),
    { minLength: 1 },
  );
  fc.assert(
    fc.property(spans, (all) => {
      const gaps = gapsOf(all);
      for (const gap of gaps) assert.ok(all.every(({ from, to }) => to <= gap.from || from >= gap.to));
      const covered = new Set(all.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, step) => from + step)));
      const empty = gaps.reduce((sum, { from, to }) => sum + to - from, 0);
      const whole = Math.max(...all.map(({ to }) => to)) - Math.min(...all.map(({ from }) => from));
      assert.equal(covered.size + empty, whole);
    }),
  );
});

test("a record is in a stretch when any of its interval is", () => {
  const within = { from: at("2024-09-14T00:00:00Z"), to: at("2024-09-14T12:00:00Z") };
  assert.ok(overlaps({ earliest: "2024-09-13T00:00:00Z", latest: "2024-09-14T00:00:00Z" }, within));
  assert.ok(!overlaps({ earliest: "2024-09-14T12:00:01Z", latest: "2024-09-15T00:00:00Z" }, within));
  assert.equal(wholeSpan([]), undefined);
});
