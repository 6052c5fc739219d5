import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { endErrors, judgePair, quantile, shareTrue, wilson } from "./scoring.ts";

const part = (fromSec: number, toSec: number, sourceFromSec: number, speed = 1) => ({
  source: "harbour",
  fromSec,
  toSec,
  sourceFromSec,
  sourceToSec: sourceFromSec + (toSec - fromSec) * speed,
  speed,
});
const segment = (bFrom: number, bTo: number, aFrom: number, aTo: number) => ({
  a: { fromSec: aFrom, toSec: aTo },
  b: { fromSec: bFrom, toSec: bTo },
  speed: (aTo - aFrom) / (bTo - bFrom),
});
const close = (actual: number, expected: number) => assert.ok(Math.abs(actual - expected) < 0.021, `${actual} is not ${expected}`);

test("a pair is found when four fifths of what is shared are reported and four fifths of the report are true", () => {
  const truth = [part(2, 12, 5)];
  assert.ok(judgePair(truth, [segment(2, 12, 5, 15)]).found);
  assert.ok(judgePair(truth, [segment(2, 10.1, 5, 13.1)]).found, "81 % are reported");
  assert.ok(!judgePair(truth, [segment(2, 9.9, 5, 12.9)]).found, "79 % are reported");
  assert.ok(judgePair(truth, [segment(0, 12, 3, 15)]).found, "83 % of the report are true");
  assert.ok(!judgePair(truth, [segment(2, 12, 5, 15), segment(20, 23, 5, 8)]).found, "77 % of the report are true");
  assert.ok(!judgePair(truth, []).found);
});

test("seconds that are matched with the wrong moment of the source are neither found nor true", () => {
  const judged = judgePair([part(0, 10, 0)], [segment(0, 10, 0.7, 10.7)]);
  assert.equal(judged.reportedOfShared, 0);
  assert.equal(judged.trueOfReported, 0);
  assert.ok(judgePair([part(0, 10, 0)], [segment(0, 10, 0.4, 10.4)]).found);
});

test("a copy at twice the speed is true only along the right line of time", () => {
  const truth = [part(0, 5, 0, 2)];
  assert.ok(judgePair(truth, [segment(0, 5, 0, 10)]).found);
  assert.ok(!judgePair(truth, [segment(0, 5, 0, 5)]).found);
});

test("a hole in the middle of a copy belongs to neither part", () => {
  const truth = [part(0, 4, 0), part(4, 8, 8)];
  assert.ok(judgePair(truth, [segment(0, 4, 0, 4), segment(4, 8, 8, 12)]).found);
  const through = judgePair(truth, [segment(0, 8, 0, 8)]);
  close(through.reportedOfShared, 4);
  assert.ok(!through.found);
  assert.equal(shareTrue(truth, segment(0, 8, 0, 8)), 0.5);
});

test("ends are measured on both clocks, and only where the part is covered", () => {
  const truth = [part(2, 12, 5), part(20, 24, 0)];
  const errors = endErrors(truth, [segment(2.1, 7, 5.1, 10), segment(7.5, 11.96, 10.5, 14.96)]);
  const tenth = (sec: number) => Math.round(sec * 100) / 100;
  assert.deepEqual(
    errors.map(({ of, end, sec }) => [of, end, tenth(sec)]),
    [
      ["copy", "from", 0.1],
      ["copy", "to", -0.04],
      ["source", "from", 0.1],
      ["source", "to", -0.04],
    ],
  );
});

test("reporting more never lowers what is found of the truth", () => {
  const time = fc.integer({ min: 0, max: 100 }).map((tenths) => tenths / 10);
  const one = fc.tuple(time, time, time).map(([from, long, source]) => segment(from, from + long, source, source + long));
  fc.assert(
    fc.property(fc.array(one, { maxLength: 5 }), one, (some, another) => {
      const truth = [part(1, 9, 3)];
      const [fewer, more] = [judgePair(truth, some), judgePair(truth, [...some, another])];
      assert.ok(more.reportedOfShared >= fewer.reportedOfShared);
      assert.ok(more.reportedOfShared <= more.sharedSec + 0.021);
      assert.ok(more.trueOfReported <= more.reportedSec);
    }),
    { numRuns: 60 },
  );
});

test("the interval of a share is Wilson's", () => {
  // Worked by hand: 10 of 10 gives 1 / (1 + 1.96^2 / 10) = 0.722.
  close(wilson(10, 10).low, 0.722);
  close(wilson(10, 10).high, 1);
  close(wilson(5, 10).low, 0.237);
  close(wilson(5, 10).high, 0.763);
  assert.deepEqual(wilson(0, 0), { low: 0, high: 1 });
});

test("a quantile of no values is not a number", () => {
  assert.equal(quantile([3, 1, 2], 0.5), 2);
  assert.ok(Number.isNaN(quantile([], 0.5)));
});
