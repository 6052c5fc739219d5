/** What counts as a sudden sound, where it is put in time, and what does not count: found in samples made from numbers. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { createImpulseFinder } from "../../src/analyse/sound-events/find-impulses.ts";
import { keepLoudest } from "../../src/analyse/sound-events/keep-loudest.ts";
import { SoundEvent } from "../../src/core/sound-events/sound-events.ts";
import { type MadeSound, random, room, withCracks, withVoice } from "./made-sounds.ts";

function soundsIn({ samples, rate }: MadeSound, startSec = 0): SoundEvent[] {
  const found: SoundEvent[] = [];
  const finder = createImpulseFinder({ rate, startSec }, (event) => found.push(event));
  for (const sample of samples) finder.add(sample, Math.abs(sample) >= 0.989);
  finder.end();
  return found;
}
const near = (found: readonly SoundEvent[], atSec: number, withinMs: number) =>
  found.filter((one) => Math.abs(one.atSec - atSec) * 1000 <= withinMs);

describe("a sudden sound", () => {
  it("is put within two milliseconds of where it begins, wherever that is and however loud, at any rate of samples", () => {
    const place = fc.record({
      atSec: fc.double({ min: 0.3, max: 1.7, noNaN: true }),
      peak: fc.double({ min: 0.1, max: 0.9, noNaN: true }),
      seed: fc.integer({ min: 1, max: 1000 }),
      rate: fc.constantFrom(8000, 16_000, 22_050, 44_100, 48_000),
    });
    fc.assert(
      fc.property(place, ({ atSec, peak, seed, rate }) => {
        const found = soundsIn(withCracks(room(2, 0.003, { rate, seed }), [{ atSec, peak, seed }]));
        assert.equal(near(found, atSec, 2).length, 1, `${atSec}: ${JSON.stringify(found)}`);
        assert.equal(SoundEvent.safeParse(found[0]).success, true);
      }),
      { numRuns: 25, seed: 7 },
    );
  });

  it("stands on the item's clock, not at seconds from its first sample", () => {
    const [sound] = soundsIn(withCracks(room(2, 0.01), [{ atSec: 1, peak: 0.5 }]), 73.5);
    assert.ok(Math.abs((sound as SoundEvent).atSec - 74.5) < 0.002);
  });

  it("that follows others by a tenth of a second is listed by itself: ten in a row are ten", () => {
    const times = Array.from({ length: 10 }, (_, n) => 2 + n * 0.1);
    const found = soundsIn(
      withCracks(
        room(4, 0.01),
        times.map((atSec, n) => ({ atSec, peak: 0.5, seed: n + 3 })),
      ),
    );
    assert.equal(found.length, 10);
    for (const atSec of times) assert.equal(near(found, atSec, 2).length, 1, `at ${atSec}`);
  });

  it("that is dull and far away is found by its low tones", () => {
    assert.equal(near(soundsIn(withCracks(room(4, 0.01), [{ atSec: 2.3, peak: 0.3, dull: 0.97 }])), 2.3, 4).length, 1);
  });

  it("is found while somebody speaks, and the speaking is not listed", () => {
    const spoken = withVoice(room(6, 0.005), 0.1);
    assert.deepEqual(soundsIn(spoken), []);
    const found = soundsIn(withCracks(spoken, [{ atSec: 3.3333, peak: 0.8 }]));
    assert.equal(found.length, 1);
    assert.ok(Math.abs((found[0] as SoundEvent).atSec - 3.3333) < 0.002);
  });

  it("that goes beyond full scale is marked as clipped, and no other is", () => {
    const cut = withCracks(room(4, 0.01), [
      { atSec: 1, peak: 0.5 },
      { atSec: 2.5, peak: 3 },
    ]);
    assert.deepEqual(
      soundsIn(cut).map(({ clipped }) => clipped),
      [false, true],
    );
  });

  it("has the level and length that it was made with", () => {
    const [sound] = soundsIn(withCracks(room(4, 0.001), [{ atSec: 2, peak: 0.5, tailSec: 0.3 }])) as [SoundEvent];
    // Half of full scale is -6 dB; an echo adds to it by chance.
    assert.ok(Math.abs(sound.peakDbfs + 6) < 1.5, `peak ${sound.peakDbfs}`);
    assert.ok(sound.riseMs < 4, `rise ${sound.riseMs}`);
    assert.ok(typeof sound.lengthMs === "number" && sound.lengthMs > 60 && sound.lengthMs < 200, `length ${sound.lengthMs}`);
    assert.equal(sound.confidence, "clear");
  });
});

describe("what begins and stays", () => {
  it("is no sudden sound: a level that changes, noise after silence, steady noise, a swelling tone", () => {
    const step = room(4, 0.001);
    for (let n = 2 * step.rate; n < step.samples.length; n++) step.samples[n]! *= 100;
    const afterSilence = room(4, 0.1);
    afterSilence.samples.fill(0, 0, 2 * afterSilence.rate);
    const swelling = room(4, 0.001);
    for (let n = 0; n < swelling.samples.length; n++) {
      const t = n / swelling.rate;
      swelling.samples[n]! += 0.3 * Math.sin(2 * Math.PI * 440 * t) * Math.min(1, Math.max(0, (t - 1) / 0.08));
    }
    for (const [name, sound] of Object.entries({ step, afterSilence, swelling, steady: room(4, 0.2) }))
      assert.deepEqual(soundsIn(sound), [], name);
  });

  it("gives nothing at all for silence, for no samples, and for less than a tenth of a second", () => {
    for (const sound of [room(3, 0), room(0, 0), room(0.05, 0.1)]) assert.deepEqual(soundsIn(sound), []);
  });
});

it("answers any samples whatever, in order of time and within what it promises", () => {
  const wild = fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 0, maxLength: 4000 });
  fc.assert(
    fc.property(wild, fc.integer({ min: 1, max: 99 }), (values, seed) => {
      const next = random(seed);
      const samples = Float32Array.from({ length: 4000 + values.length }, (_, n) =>
        n < 4000 ? next() * 0.001 : (values[n - 4000] as number),
      );
      const found = soundsIn({ samples, rate: 8000 });
      for (const [n, event] of found.entries()) {
        assert.equal(SoundEvent.safeParse(event).success, true, JSON.stringify(event));
        assert.ok(n === 0 || event.atSec > (found[n - 1] as SoundEvent).atSec);
      }
    }),
    { numRuns: 30 },
  );
});

it("of more sounds than fit, the loudest over their background stay, and the others are counted", () => {
  const keeping = keepLoudest<number>(3, (one) => one);
  for (const one of [5, 1, 9, 2, 8, 3, 7]) keeping.add(one);
  assert.deepEqual([...keeping.kept()].sort(), [7, 8, 9]);
  assert.equal(keeping.left(), 4);
});
