import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import { frameClock } from "../bench/frame-clock.ts";
import { timesOfProxy } from "../bench/frame-times.ts";
import { mappingOfOriginal, mappingOfProxy } from "../bench/player-frames.ts";
import { clockOfItem, frameOfItem, frameStep, itemClockOf, itemOfFrame, itemOfMedia, mediaOfItem, wholeOf } from "./item-time.ts";

/** Frames of uneven length with B-frames: stored two frames later than they are shown, as the edit list says. */
const pts = [7200, 10_800, 16_200, 19_800, 23_400];
const clip = itemClockOf(
  frameClock({ timeBase: { num: 1, den: 90_000 }, pts, keyFrames: [0], edited: pts.map((at) => (at - 7200) / 90_000) }),
  "video",
);
/** A sound whose container begins at 1.4 s. */
const sound = itemClockOf(
  frameClock({ timeBase: { num: 1, den: 1000 }, pts: [1400, 1410, 1420], keyFrames: [], edited: [0, 0.01, 0.02] }),
  "sound",
);

it("item time is what a player shows of a clip whose frames are stored later than they are shown", () => {
  assert.deepEqual(wholeOf(clip), { fromMs: 0, toMs: 220 });
  const original = mappingOfOriginal(clip.clock);
  fc.assert(
    fc.property(fc.double({ min: 0, max: 3, noNaN: true }), (sec) => {
      assert.ok(Math.abs(mediaOfItem(clip, original, sec) - sec) < 1e-9);
      assert.ok(Math.abs(itemOfMedia(clip, original, sec) - sec) < 1e-9);
      assert.equal(clockOfItem(clip, sec), sec);
    }),
  );
});

it("a proxy that plays at another pace is asked by frames", () => {
  const proxy = mappingOfProxy(timesOfProxy(clip.clock, { timeSec: [0, 0.05, 0.11, 0.16, 0.2] }));
  assert.ok(Math.abs(mediaOfItem(clip, proxy, 0.1) - 0.11) < 1e-9);
  assert.ok(Math.abs(itemOfMedia(clip, proxy, 0.13) - 0.12) < 1e-9);
});

it("a step of one frame goes by the frames that are shown", () => {
  const steps = [0];
  for (let n = 0; n < 5; n++) steps.push(frameStep(clip, steps.at(-1) as number, 1));
  assert.deepEqual(steps, [0, 40, 100, 140, 180, 180]);
  assert.equal(frameStep(clip, 180, -4), 0);
  assert.equal(frameOfItem(clip, 100), 2);
  assert.equal(itemOfFrame(clip, 2), 0.1);
});

it("sound alone plays from 0 and stands on its container's clock", () => {
  assert.deepEqual(wholeOf(sound), { fromMs: 1400, toMs: 1430 });
  assert.ok(Math.abs(clockOfItem(sound, 1.41) - 0.01) < 1e-9);
  assert.ok(Math.abs(mediaOfItem(sound, mappingOfOriginal(sound.clock), 1.415) - 0.015) < 1e-9);
  assert.ok(Math.abs(itemOfMedia(sound, mappingOfOriginal(sound.clock), 0.015) - 1.415) < 1e-9);
});

it("a frame that the edit list hides has no time; in a proxy time runs on from the last that is shown", () => {
  const hidden = itemClockOf(
    frameClock({ timeBase: { num: 1, den: 1000 }, pts: [0, 40, 80, 120], keyFrames: [0], edited: [0, null, 0.04, 0.08] }),
    "video",
  );
  const proxy = mappingOfProxy(timesOfProxy(hidden.clock, { timeSec: [0, 0.04, 0.08, 0.12] }));
  assert.equal(itemOfFrame(hidden, 1), undefined);
  assert.ok(Math.abs(itemOfMedia(hidden, proxy, 0.05) - 0.05) < 1e-9);
  assert.equal(frameStep(hidden, 0, 1), 40);
});
