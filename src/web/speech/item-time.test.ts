import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import { frameClock } from "../bench/frame-clock.ts";
import { timesOfProxy } from "../bench/frame-times.ts";
import { mappingOfOriginal, mappingOfProxy } from "../bench/player-frames.ts";
import { clockOfItem, frameStep, itemOfClock, itemOfMedia, mediaOfItem, wholeOf } from "./item-time.ts";

/** A clip whose container begins at 1.4 s, as broadcast streams do, of frames of uneven length. */
const pts = [126_000, 129_600, 135_000, 138_600, 142_200];
const clip = frameClock({ timeBase: { num: 1, den: 90_000 }, pts, keyFrames: [0], edited: pts.map((at) => (at - 126_000) / 90_000) });

it("a time of the item is found on the player's clock, and back, wherever the container begins", () => {
  assert.ok(Math.abs(clockOfItem(clip, 1.4)) < 1e-9);
  fc.assert(
    fc.property(fc.double({ min: 0, max: 3, noNaN: true }), (sec) => {
      assert.ok(Math.abs(itemOfClock(clip, clockOfItem(clip, sec)) - sec) < 1e-6);
      const original = mappingOfOriginal(clip);
      if (sec >= 1.4) assert.ok(Math.abs(itemOfMedia(clip, original, mediaOfItem(clip, original, sec)) - sec) < 2e-4);
    }),
  );
});

it("a proxy that plays at another pace than the original's stamps is asked by frames", () => {
  const proxy = mappingOfProxy(timesOfProxy(clip, { timeSec: [0, 0.04, 0.1, 0.14, 0.18] }));
  assert.ok(Math.abs(mediaOfItem(clip, proxy, 135_000 / 90_000) - 0.1) < 1e-9);
  assert.ok(Math.abs(itemOfMedia(clip, proxy, 0.12) - (1.5 + 0.02)) < 1e-9);
});

it("a step of one frame goes by the frames that there are", () => {
  const steps = [1400];
  for (let n = 0; n < 5; n++) steps.push(frameStep(clip, steps.at(-1) as number, 1));
  assert.deepEqual(steps, [1400, 1440, 1500, 1540, 1580, 1580]);
  assert.equal(frameStep(clip, 1580, -4), 1400);
  assert.deepEqual(wholeOf(clip), { fromMs: 1400, toMs: 1620 });
});

it("frames that the edit list hides have no place: time runs on from the last that is shown", () => {
  const hidden = frameClock({ timeBase: { num: 1, den: 1000 }, pts: [0, 40, 80, 120], keyFrames: [0], edited: [null, null, 0, 0.04] });
  assert.ok(Math.abs(clockOfItem(hidden, 0.08)) < 1e-9);
  assert.ok(Math.abs(clockOfItem(hidden, 0.13) - 0.05) < 1e-9);
});
