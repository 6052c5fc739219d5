import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { featuresOf } from "../../scripts/accuracy/sync-hearing.ts";
import { sceneRate } from "../../scripts/bench/copies/sound-scenes.ts";
import { quick } from "../../src/analyse/sync-sound/effort.ts";
import { prepareSound } from "../../src/analyse/sync-sound/prepared-sound.ts";
import { measurePrepared, measureSound } from "../../src/analyse/sync-sound/measure-sound.ts";
import type { SoundFeatures } from "../../src/analyse/sync-sound/sound-features.ts";
import { rate } from "../../src/analyse/sync-sound/sound-features.ts";
import { PairMeasurement } from "../../src/core/sync/pair-measurement.ts";
import { hear, recorded, sound } from "./heard-event.ts";

const street = [sound("street", 1)];
const a = recorded(street, {});

function measured(one: SoundFeatures, other: SoundFeatures) {
  const measurement = PairMeasurement.parse(measureSound(one, other));
  assert.ok(measurement.state === "measured", `refused: ${JSON.stringify(measurement)}`);
  return measurement;
}
function refused(one: SoundFeatures, other: SoundFeatures) {
  const measurement = PairMeasurement.parse(measureSound(one, other));
  assert.ok(measurement.state === "refused", `measured: ${JSON.stringify(measurement)}`);
  return measurement;
}
/** Both recorders stand equally far from the sound. */
const near = (value: number, wanted: number, within: number) => assert.ok(Math.abs(value - wanted) <= within, `${value}, not ${wanted}`);

describe("the offset of two recordings of one event", () => {
  it("is found under noise and echo, on item time, within the stated error", () => {
    const b = { ...recorded(street, { startS: 12.3, noiseDb: -3, echo: 0.6, at: [6, 8] }, "other"), startS: 5 };
    const { offset, wrong, sameRecording, stretches } = measured({ ...a, startS: -1 }, b);
    near(offset.offsetS, -1 + 12.3 - 5, offset.plusMinusS);
    assert.ok(offset.plusMinusS < 0.05 && wrong < 0.05 && !sameRecording);
    near(offset.at.a - offset.at.b, offset.offsetS, 1e-9);
    assert.ok(stretches.every(({ startB, endB }) => startB >= 5 && endB <= 45.001 && startB < endB));
  });

  it("turns its sign when the two change places", () => {
    const b = recorded(street, { startS: 9, inverted: true, lowPassHz: 1500 }, "other");
    near(measured(a, b).offset.offsetS, -measured(b, a).offset.offsetS, 0.001);
  });

  it("is found over two and a half seconds at an edge", () => {
    const b = recorded(street, { startS: 37.5, durationS: 15 }, "other");
    const { offset } = measured(a, b);
    near(offset.offsetS, 37.5, 0.005);
    assert.equal(offset.rate, "not-measured");
  });

  it("comes with the rate where a clock runs 0.4 % fast", () => {
    const b = recorded(street, { startS: 8, ppm: 4000 }, "other");
    const { offset } = measured(a, b);
    assert.ok(offset.rate !== "not-measured");
    near(offset.rate.ppm, (1 / 1.004 - 1) * 1e6, offset.rate.plusMinusPpm + 2);
    near(offset.at.a, 8 + offset.at.b / 1.004, 0.002);
    assert.equal(offset.rateLike, null);
  });

  it("names a change from 25 to 29.97 frames a second", () => {
    const speed = 30 / 1.001 / 25;
    const b = recorded(street, { startS: 8, durationS: 24, ppm: (1 / speed - 1) * 1e6 }, "other");
    const { offset } = measured(a, b);
    assert.equal(offset.rateLike, "29.97 / 25 frames a second");
    near(offset.at.a, 8 + offset.at.b * speed, 0.002);
  });

  it("holds in its rate a clock that bends half-way", () => {
    const whole = hear(street, { noiseDb: -20 }, "other");
    const bent = Float32Array.from({ length: 40 * rate - 400 }, (_, i) => {
      const at = i + 60e-6 * (Math.abs(i - 20 * rate) - 20 * rate);
      const k = Math.floor(at);
      return k < 0 ? 0 : whole[k]! + (at - k) * (whole[k + 1]! - whole[k]!);
    });
    const { offset } = measured(a, featuresOf(bent));
    assert.ok(offset.rate !== "not-measured");
    const { ppm, plusMinusPpm } = offset.rate;
    for (const truth of [-60, 60]) near(ppm, truth, plusMinusPpm);
    near(offset.offsetS - (offset.at.b * ppm) / 1e6, 0, offset.plusMinusS + (offset.at.b * plusMinusPpm) / 1e6);
  });

  it("says to half a second which stretch agrees, where the end is from elsewhere", () => {
    const whole = hear(street, { noiseDb: -20, durationS: 58 }, "other");
    const end = whole.slice(54 * rate, 57 * rate);
    const edited = Float32Array.from([...whole.subarray(0, 36 * rate), ...end]);
    const { stretches } = measured(recorded(street, { durationS: 58 }), featuresOf(edited));
    assert.equal(stretches.length, 1);
    near(stretches[0]!.startB, 0, 0.5);
    near(stretches[0]!.endB, 36, 0.6);
  });

  it("is told apart from a copy of the sound, which is one recording", () => {
    const samples = hear(street, {});
    const part = featuresOf(samples.slice(10 * rate, 25 * rate).map((value) => 0.4 * value));
    const { offset, sameRecording } = measured(a, part);
    near(offset.offsetS, 10, 0.001);
    assert.ok(sameRecording);
  });
});

describe("no offset is given", () => {
  it("for two streets that share nothing", () => {
    assert.equal(refused(a, recorded([sound("street", 2)], { startS: 5 }, "other")).reason, "nothing-common");
  });

  it("for a loop, which fits at every turn", () => {
    const { samples } = sound("street", 1);
    const turn = 7 * sceneRate;
    const loop = [{ ...sound("street", 1), samples: samples.map((_, i) => samples[i % turn]!) }];
    const { reason, candidates } = refused(recorded(loop, {}), recorded(loop, { startS: 11 }, "other"));
    assert.equal(reason, "repeats");
    assert.ok(candidates.length > 1);
  });

  it("for a recording of which the middle was cut out, and both offsets are told", () => {
    const whole = hear(street, { noiseDb: -12 }, "other");
    const cut = Float32Array.from([...whole.subarray(0, 16 * rate), ...whole.subarray(24 * rate)]);
    const { reason, stretches } = refused(a, featuresOf(cut));
    assert.equal(reason, "cut");
    for (const offset of [0, 8])
      assert.ok(
        stretches.some(({ offsetS }) => Math.abs(offsetS - offset) < 0.01),
        `no stretch at ${offset}`,
      );
  });

  it("for a clip with another recording's sound in its middle, or six seconds from later at its end", () => {
    const whole = hear(street, { noiseDb: -20, durationS: 58 }, "other");
    const foreign = hear([sound("street", 2)], { durationS: 12 }, "other");
    const inserted = Float32Array.from([...whole.subarray(0, 14 * rate), ...foreign, ...whole.subarray(26 * rate, 40 * rate)]);
    const ended = Float32Array.from([...whole.subarray(0, 38 * rate), ...whole.subarray(50 * rate, 56 * rate)]);
    const { reason, stretches } = refused(a, featuresOf(inserted));
    assert.equal(reason, "cut");
    assert.equal(stretches.length, 2);
    near(stretches[0]!.endB, 14, 0.7);
    near(stretches[1]!.startB, 26, 0.7);
    assert.equal(refused(recorded(street, { durationS: 48 }), featuresOf(ended)).reason, "cut");
  });

  it("for a song played at two events", () => {
    const song = { ...sound("shots", 5), samples: sound("shots", 5).samples.slice(0, 14 * sceneRate) };
    const one = recorded([sound("street", 1), { ...song, startS: 20, level: 2 }], {});
    const other = recorded([sound("street", 3), { ...song, startS: 9, level: 2 }], {}, "other");
    assert.notEqual(refused(one, other).reason, "repeats");
  });

  it("for silence, and for less than two seconds", () => {
    assert.equal(refused(a, featuresOf(new Float32Array(20 * rate))).reason, "silent");
    assert.equal(refused(a, featuresOf(hear(street, { durationS: 1.5 }))).reason, "too-short");
  });
});

describe("every pair of many", () => {
  it("of fifteen recordings finds the two events, at a glance", async () => {
    const events = [[sound("street", 1)], [sound("street", 4)]];
    const sounds = Array.from({ length: 14 }, (_, n) => recorded(events[n % 2]!, { startS: n, durationS: 25 }, `r${n}`));
    let wrong = 0;
    let found = 0;
    const prepared = sounds.map(prepareSound);
    for (const [a, one] of prepared.entries())
      for (const [b, other] of prepared.entries()) {
        if (a >= b) continue;
        const measurement = measurePrepared(one, other, quick);
        assert.equal(measurement.looked, "at-a-glance");
        if (measurement.state !== "measured") continue;
        if (a % 2 !== b % 2 || Math.abs(measurement.offset.offsetS - (b - a)) > 0.05) wrong++;
        else found++;
      }
    assert.deepEqual({ wrong, found }, { wrong: 0, found: 42 });
  });
});
