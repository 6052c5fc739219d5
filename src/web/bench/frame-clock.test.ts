import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { FrameTable } from "../../core/analysis/probe-result.ts";
import {
  clampFrame,
  endOfFrame,
  formatClock,
  frameAfterSeconds,
  frameAtClock,
  frameAtPts,
  frameClock,
  frameOfGoTo,
  middleOfFrame,
  nearestShown,
  parseGoTo,
  readingOf,
} from "./frame-clock.ts";
import { frameOfTime, slackOf, timesOfOriginal, timesOfProxy } from "./frame-times.ts";

/** Tables as files have them: any time base, uneven gaps, any start, an edit list that hides frames at both ends. */
const tables: fc.Arbitrary<FrameTable> = fc
  .record({
    den: fc.constantFrom(25, 600, 1000, 12_800, 30_000, 90_000),
    num: fc.constantFrom(1, 1001),
    start: fc.integer({ min: -100_000, max: 10_000_000 }),
    gaps: fc.array(fc.integer({ min: 1, max: 9000 }), { minLength: 0, maxLength: 120 }),
    hidden: fc.nat({ max: 20 }),
    shift: fc.integer({ min: 0, max: 5 }),
  })
  .map(({ den, num, start, gaps, hidden, shift }) => {
    const pts = [start];
    for (const gap of gaps) pts.push((pts.at(-1) as number) + gap);
    const from = Math.min(hidden, pts.length - 1);
    const origin = pts[from] as number;
    return {
      timeBase: { num, den },
      pts,
      keyFrames: [0],
      edited: pts.map((value, n) => (n < from ? null : ((value - origin) * num) / den + shift)),
    };
  });

const withFrame = tables.chain((table) => fc.tuple(fc.constant(table), fc.nat({ max: table.pts.length - 1 })));

test("a shown frame's clock time, and the middle of its stay, lead back to it", () => {
  fc.assert(
    fc.property(withFrame, ([table, n]) => {
      const clock = frameClock(table);
      const reading = readingOf(clock, n);
      assert.equal(frameAtPts(clock, reading.pts), n);
      if (reading.clockSec === "hidden") return assert.equal(middleOfFrame(clock, n), null);
      assert.equal(frameAtClock(clock, reading.clockSec), n);
      assert.equal(frameAtClock(clock, middleOfFrame(clock, n) as number), n);
      assert.equal(nearestShown(clock, reading.clockSec), n);
      assert.ok(endOfFrame(clock, n) > reading.clockSec);
    }),
  );
});

test("a jump in seconds always leaves the frame, never the table, and goes the way it was asked to", () => {
  fc.assert(
    fc.property(withFrame, fc.double({ min: -30, max: 30, noNaN: true }), ([table, n], sec) => {
      const clock = frameClock(table);
      const to = frameAfterSeconds(clock, n, sec);
      assert.ok(to >= 0 && to < clock.count);
      if (sec > 0) assert.ok(to > n || n === clock.count - 1);
      else if (sec < 0) assert.ok(to < n || n === 0);
      else assert.equal(to, n);
    }),
  );
});

test("a decoder's time is given a frame only within its slack", () => {
  fc.assert(
    fc.property(withFrame, fc.double({ min: -1, max: 1, noNaN: true }), ([table, n], nudge) => {
      const times = timesOfOriginal(frameClock(table));
      const slack = slackOf(times, n);
      assert.equal(frameOfTime(times, (times.seconds[n] as number) + slack * 0.9 * nudge), n);
      if (n === 0) assert.equal(frameOfTime(times, (times.seconds[0] as number) - slack * 2), null);
    }),
  );
});

test("frames that share one time are told apart by what comes next in a run", () => {
  const clock = frameClock({ timeBase: { num: 1, den: 25 }, pts: [0, 1, 1, 1, 2], keyFrames: [0], edited: [0, 0.04, 0.04, 0.04, 0.08] });
  const times = timesOfOriginal(clock);
  assert.deepEqual(
    [1, 2, 3].map((expected) => frameOfTime(times, 0.04, expected)),
    [1, 2, 3],
  );
  assert.equal(frameOfTime(times, 0.04), 1);
});

test("a proxy's table must have a time for every frame", () => {
  const clock = frameClock({ timeBase: { num: 1, den: 25 }, pts: [0, 1], keyFrames: [0], edited: [0, 0.04] });
  assert.throws(() => timesOfProxy(clock, { timeSec: [0] }), /expected a proxy time for each of 2 frames, found 1/);
});

test("what a person types into go-to means one thing or nothing", () => {
  const rows: [string, unknown][] = [
    ["240", { by: "frame", frame: 240 }],
    ["f240", { by: "frame", frame: 240 }],
    ["Frame 7", { by: "frame", frame: 7 }],
    ["pts 21600", { by: "pts", pts: 21600 }],
    ["pts -512", { by: "pts", pts: -512 }],
    ["14.233s", { by: "clock", sec: 14.233 }],
    ["14.233", { by: "clock", sec: 14.233 }],
    ["14,233", { by: "clock", sec: 14.233 }],
    ["0:14.233", { by: "clock", sec: 14.233 }],
    ["1:02:03.5", { by: "clock", sec: 3723.5 }],
    ["90:00", { by: "clock", sec: 5400 }],
    ["0:75", null],
    ["1:75:00", null],
    ["-3", null],
    ["", null],
    ["soon", null],
    ["1e9", null],
  ];
  for (const [words, meaning] of rows) assert.deepEqual(parseGoTo(words), meaning, words);
});

test("a clock time as printed, typed back, finds the same frame when frames are a millisecond apart or more", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 4000 }), { minLength: 1, maxLength: 60 }), fc.nat(), (gaps, pick) => {
      const pts = [0];
      for (const gap of gaps) pts.push((pts.at(-1) as number) + gap);
      const clock = frameClock({ timeBase: { num: 1, den: 1000 }, pts, keyFrames: [0], edited: pts.map((value) => value / 1000) });
      const n = pick % pts.length;
      const typed = parseGoTo(formatClock(readingOf(clock, n).clockSec as number));
      assert.ok(typed);
      assert.equal(frameOfGoTo(clock, typed), n);
    }),
  );
});

test("the clock never prints sixty seconds", () => {
  assert.equal(formatClock(59.9996), "01:00.000");
  assert.equal(formatClock(3599.9999), "01:00:00.000");
  assert.equal(formatClock(14.233), "00:14.233");
  assert.equal(formatClock(-0.5), "−00:00.500");
  assert.equal(formatClock(-0.0001), "00:00.000");
});

test("wishes outside the table land on its ends; an unknown frame is refused", () => {
  const clock = frameClock({ timeBase: { num: 1, den: 25 }, pts: [0, 1, 2], keyFrames: [0], edited: [0, 0.04, 0.08] });
  assert.deepEqual(
    [-5, 1.4, 99, Infinity, -Infinity].map((wish) => clampFrame(clock, wish)),
    [0, 1, 2, 2, 0],
  );
  assert.throws(() => readingOf(clock, 3), /expected a frame from 0 to 2, found 3/);
});
