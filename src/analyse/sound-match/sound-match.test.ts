import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { bellCurve, randomStream } from "../../../scripts/sample/random.ts";
import { type SoundPrints, soundRate } from "../../core/copies/sound-prints.ts";
import { SoundSegment } from "../../core/copies/segment-match.ts";
import { soundPrintsOf } from "../sound-print/sound-prints-of.ts";
import { matchSounds } from "./match-sounds.ts";
import { prepareSound } from "./prepared-sound.ts";
import { createSoundIndex } from "./sound-index.ts";

type Pcm = Float32Array;
const samplesOf = (seconds: number) => Math.round(seconds * soundRate);
const piece = (sound: Pcm, from: number, to: number) => sound.slice(samplesOf(from), samplesOf(to));

function joined(...pieces: Pcm[]): Pcm {
  const all = new Float32Array(pieces.reduce((sum, { length }) => sum + length, 0));
  pieces.reduce((at, p) => (all.set(p, at), at + p.length), 0);
  return all;
}

function prints(sound: Pcm, startSec = 0, step = 5000): SoundPrints {
  const printing = soundPrintsOf({ startSec });
  for (let at = 0; at < sound.length; at += step) printing.add(sound.subarray(at, at + step));
  return printing.end();
}

/** Something like speech: buzzes of changing pitch under changing resonances, hisses between, a little noise. */
function talk(name: string, seconds: number): Pcm {
  const random = randomStream(3, name);
  const out = new Float32Array(samplesOf(seconds));
  for (let at = 0; at < seconds;) {
    const [lasts, pitch, f1, f2, level] = [
      0.1 + 0.2 * random(),
      90 + 90 * random(),
      300 + 500 * random(),
      900 + 1300 * random(),
      0.1 + 0.2 * random(),
    ];
    const partials = Array.from({ length: Math.floor(3400 / pitch) }, (_, h) => ({
      hz: (h + 1) * pitch,
      level: 1 / (1 + (((h + 1) * pitch - f1) / 90) ** 2) + 0.6 / (1 + (((h + 1) * pitch - f2) / 130) ** 2),
    })).filter((p) => p.level > 0.05);
    const first = samplesOf(at);
    for (let i = 0; i < samplesOf(lasts) && first + i < out.length; i++) {
      const t = i / soundRate;
      let sum = 0;
      for (const p of partials) sum += p.level * Math.sin(2 * Math.PI * p.hz * t * (1 + 0.1 * t));
      out[first + i]! += level * sum * Math.sin((Math.PI * t) / lasts);
    }
    at += lasts + 0.05 + (random() < 0.2 ? 0.3 * random() : 0);
  }
  return out.map((value) => value + 0.002 * bellCurve(random));
}

function noise(name: string, seconds: number, level: number): Pcm {
  const random = randomStream(4, name);
  return new Float32Array(samplesOf(seconds)).map(() => level * bellCurve(random));
}

const added = (sound: Pcm, other: Pcm): Pcm => sound.map((value, i) => value + (other[i] ?? 0));
/** Played so many times as fast, pitch with it, as a tape does. */
const tape = (sound: Pcm, speed: number): Pcm =>
  Float32Array.from({ length: Math.floor(sound.length / speed) - 1 }, (_, i) => {
    const at = i * speed;
    const low = Math.floor(at);
    return sound[low]! + (at - low) * ((sound[low + 1] ?? 0) - sound[low]!);
  });

const speech = talk("a speech", 30);
const other = talk("another speech", 30);
const whole = prints(speech);

function only(segments: readonly SoundSegment[]): SoundSegment {
  assert.equal(segments.length, 1, `segments: ${JSON.stringify(segments)}`);
  return SoundSegment.parse(segments[0]);
}

function near(segment: SoundSegment, a: readonly [number, number], b: readonly [number, number], within: number): void {
  const found = [segment.a.fromSec, segment.a.toSec, segment.b.fromSec, segment.b.toSec];
  [...a, ...b].forEach((wanted, i) => assert.ok(Math.abs(found[i]! - wanted) <= within, `expected ${[...a, ...b]}; found ${found}`));
}

describe("two sounds", () => {
  it("are matched over their whole length, as one recording, when one is the other again", () => {
    const segment = only(matchSounds(whole, whole));
    near(segment, [0, 30], [0, 30], 0.05);
    assert.equal(segment.sameRecording, "same");
    assert.equal(segment.speed, 1);
    assert.ok(segment.score > 0.99);
  });

  it("are matched to 50 ms where 12 s of one lie under a picture of another, and the seconds are those of the container", () => {
    const laid = joined(piece(other, 0, 8), piece(speech, 9.5, 21.5), piece(other, 8, 16));
    const segment = only(matchSounds(prints(speech, 100), prints(laid, 2.5)));
    near(segment, [109.5, 121.5], [10.5, 22.5], 0.05);
    assert.equal(segment.sameRecording, "same");
  });

  it("are matched under noise as loud as the speech, and whether it is one recording is left open or said rightly", () => {
    const loud = Math.sqrt(speech.reduce((sum, v) => sum + v * v, 0) / speech.length);
    const segment = only(matchSounds(whole, prints(added(speech, noise("hiss", 30, loud)))));
    near(segment, [0, 30], [0, 30], 0.6);
    assert.notEqual(segment.sameRecording, "another");
  });

  it("are matched when one is clipped, and when one is a hundred times quieter", () => {
    const clipped = speech.map((v) => Math.max(-0.2, Math.min(0.2, 8 * v)));
    near(only(matchSounds(whole, prints(clipped))), [0, 30], [0, 30], 0.1);
    near(only(matchSounds(whole, prints(speech.map((v) => v / 100)))), [0, 30], [0, 30], 0.6);
  });

  for (const speed of [1.25, 1.5, 2, 0.8]) {
    it(`are matched when one plays ${speed} times as fast, its pitch with it`, () => {
      const segment = only(matchSounds(whole, prints(tape(speech, speed))));
      near(segment, [0, 30], [0, 30 / speed], 0.4);
      assert.ok(Math.abs(segment.speed / speed - 1) < 0.002, `speed ${segment.speed}`);
      assert.ok(Math.abs(segment.pitch / speed - 1) < 0.01, `pitch ${segment.pitch}`);
    });
  }

  it("give two parts when the middle was cut out, and two when one part is used twice", () => {
    const cut = matchSounds(whole, prints(joined(piece(speech, 0, 12), piece(speech, 17, 30))));
    assert.equal(cut.length, 2);
    near(cut[0]!, [0, 12], [0, 12], 0.1);
    near(cut[1]!, [17, 30], [12, 25], 0.1);
    const twice = matchSounds(whole, prints(joined(piece(speech, 4, 10), piece(other, 0, 5), piece(speech, 4, 10))));
    assert.equal(twice.length, 2);
    near(twice[0]!, [4, 10], [0, 6], 0.1);
    near(twice[1]!, [4, 10], [11, 17], 0.1);
  });

  it("give the place taken and the one that fits as well, where one holds a jingle twice", () => {
    const jingle = talk("a jingle", 5);
    const show = prints(joined(piece(other, 0, 6), jingle, piece(other, 6, 14), jingle, piece(other, 14, 18)));
    const segment = only(matchSounds(show, prints(joined(piece(speech, 0, 4), jingle, piece(speech, 4, 9)))));
    near({ ...segment, a: segment.b }, [4, 9], [4, 9], 0.1);
    const places = [segment.a, ...segment.alsoFits].map(({ fromSec }) => Math.round(fromSec)).toSorted((x, y) => x - y);
    assert.deepEqual(places, [6, 19]);
  });

  it("are matched by three seconds alone", () => {
    near(only(matchSounds(whole, prints(piece(speech, 14, 17)))), [14, 17], [0, 3], 0.1);
  });

  it("share nothing when they are other words of one voice, noise, a hum, silence, or nothing at all", () => {
    const hum = Float32Array.from({ length: samplesOf(20) }, (_, i) => 0.3 * Math.sin((2 * Math.PI * 50 * i) / soundRate));
    const none = [
      prints(other),
      prints(noise("rain", 30, 0.2)),
      prints(hum),
      prints(new Float32Array(samplesOf(10))),
      prints(new Float32Array(0)),
    ];
    for (const b of none) {
      assert.deepEqual(matchSounds(whole, b), []);
      assert.deepEqual(matchSounds(b, whole), []);
      assert.deepEqual(matchSounds(b, prints(new Float32Array(300))), []);
    }
  });

  it("recorded by two phones in two places are not called one recording", () => {
    // Two voices in turns and each phone's own hiss; 17 m of way make 50 ms.
    const late = (sound: Pcm, seconds: number) => joined(new Float32Array(samplesOf(seconds)), sound);
    const inTurn = (sound: Pcm, turn: number) => sound.map((value, i) => (Math.floor(i / samplesOf(3)) % 2 === turn ? value : 0));
    const [one, two] = [inTurn(speech, 0), inTurn(other, 1)];
    const here = added(added(one, late(two, 0.01)), noise("here", 31, 0.004));
    const there = added(added(late(one, 0.05), two), noise("there", 31, 0.004));
    const segments = matchSounds(prints(here), prints(there));
    assert.ok(segments.length > 0);
    for (const { sameRecording } of segments) assert.equal(sameRecording, "another");
  });
});

describe("an index of sounds", () => {
  it("names the one that shares something, whatever its speed, and not those that share nothing", () => {
    const index = createSoundIndex<string>();
    index.add("speech", whole);
    for (let i = 0; i < 6; i++) index.add(`talk ${i}`, prints(talk(`talk ${i}`, 15)));
    for (const copy of [piece(speech, 8, 18), tape(speech, 1.25), added(speech, noise("more", 30, 0.05))]) {
      const found = index.candidates(prepareSound(prints(copy)));
      assert.ok(found.includes("speech"), `found ${found}`);
      assert.ok(found.length <= 4, `found ${found}`);
    }
  });
});

it("prints are the same however the sound is cut into pieces", () => {
  const short = piece(speech, 0, 4);
  const wanted = prints(short);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9000 }), (step) => {
      assert.deepEqual(prints(short, 0, step), wanted);
    }),
    { numRuns: 6 },
  );
});
