/** What the cameras hear: every sound late by its distance, the voice where it should be, the copies' sound from where they took it. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "node:test";
import { needs } from "../../scripts/testing/needs.ts";
import { decodeSound } from "./decode.ts";
import { madeSample, NEEDS_FFMPEG } from "./made-sample.ts";
import type { CameraTruth, Place } from "./truth-file.ts";

const RATE = 16_000;
const VOICES = join(import.meta.dirname, "../../scripts/sample/voice");

const distanceM = (a: Place, b: Place) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

/** Seconds into `sound` at which a short energy step is sharpest near a moment. */
function onsetNear(sound: Float32Array, aroundS: number, withinS = 0.25): number {
  const window = Math.round(0.003 * RATE);
  const energy = (from: number) => {
    let sum = 1e-6;
    for (let i = Math.max(1, from); i < from + window; i++) sum += ((sound[i] ?? 0) - (sound[i - 1] ?? 0)) ** 2;
    return sum;
  };
  let best = { rise: 0, at: NaN };
  for (let at = Math.round((aroundS - withinS) * RATE); at < (aroundS + withinS) * RATE; at++) {
    if (at < window) continue;
    const rise = energy(at) - energy(at - window);
    if (rise > best.rise) best = { rise, at };
  }
  return best.at / RATE;
}

/** Lag of `b` against `a`, seconds, and how like they then are (-1 to 1), by plain correlation. */
function lagBetween(
  a: Float32Array,
  b: Float32Array,
  fromS: number,
  lengthS: number,
  maxLagS: number,
  expectedS = 0,
): { lagS: number; likeness: number } {
  const from = Math.round(fromS * RATE);
  const length = Math.round(lengthS * RATE);
  let best = { lagS: NaN, likeness: -1 };
  for (let lag = Math.round((expectedS - maxLagS) * RATE); lag <= (expectedS + maxLagS) * RATE; lag++) {
    let ab = 0;
    let aa = 1e-9;
    let bb = 1e-9;
    for (let i = from; i < from + length; i++) {
      const x = a[i] ?? 0;
      const y = b[i + lag] ?? 0;
      ab += x * y;
      aa += x * x;
      bb += y * y;
    }
    const likeness = ab / Math.sqrt(aa * bb);
    if (likeness > best.likeness) best = { lagS: lag / RATE, likeness };
  }
  return best;
}

async function cameraSounds(): Promise<{ camera: CameraTruth; sound: Float32Array }[]> {
  const { folder, truth } = await madeSample();
  return Promise.all(truth.cameras.map(async (camera) => ({ camera, sound: await decodeSound(join(folder, camera.file), RATE) })));
}

describe("the sample's sound", { skip: needs(NEEDS_FFMPEG) }, () => {
  it("states arrivals that are distance over 343 m/s after the event, in every camera", async () => {
    const { truth } = await madeSample();
    for (const camera of truth.cameras) {
      assert.ok(camera.sound.arrivals.length >= 5, camera.id);
      for (const arrival of camera.sound.arrivals) {
        const impulse = truth.event.impulses.find((i) => i.id === arrival.impulse);
        assert.ok(impulse);
        const expected = impulse.timeS + distanceM(camera.position, impulse.position) / 343 - camera.startEventS;
        assert.ok(Math.abs(arrival.arrivalClipS - expected) < 1e-6, `${camera.id} ${arrival.impulse}`);
      }
    }
  });

  it("has each bell, thud and pop in the decoded sound at the stated moment, to four milliseconds", async () => {
    for (const { camera, sound } of await cameraSounds()) {
      for (const { impulse, arrivalClipS } of camera.sound.arrivals) {
        const at = onsetNear(sound, arrivalClipS);
        assert.ok(Math.abs(at - arrivalClipS) < 0.004, `${camera.id} ${impulse}: heard at ${at}, stated ${arrivalClipS}`);
      }
    }
  });

  it("is offset between each two cameras by the start difference less the difference in travel, by correlation, to two milliseconds", async () => {
    const { truth } = await madeSample();
    const sounds = await cameraSounds();
    for (const pair of truth.sync.pairs) {
      const from = sounds.find((s) => s.camera.id === pair.from);
      const to = sounds.find((s) => s.camera.id === pair.to);
      assert.ok(from && to);
      assert.ok(Math.abs(pair.offsetS - (to.camera.startEventS - from.camera.startEventS)) < 1e-6);
      for (const { impulse, offsetS } of pair.bySound) {
        const heard = from.camera.sound.arrivals.find((a) => a.impulse === impulse);
        if (!heard || !to.camera.sound.arrivals.some((a) => a.impulse === impulse)) continue;
        const { lagS } = lagBetween(from.sound, to.sound, heard.arrivalClipS - 0.02, 0.1, 0.05, -offsetS);
        assert.ok(Math.abs(-lagS - offsetS) < 0.002, `${pair.from}-${pair.to} ${impulse}: correlated ${-lagS}, stated ${offsetS}`);
      }
    }
  });

  it("hears the lamp's pop after the frames that show its flash", async () => {
    const { truth } = await madeSample();
    for (const camera of truth.cameras) {
      const pop = camera.sound.arrivals.find((a) => a.impulse === "pop");
      const first = camera.frameTimesS[camera.flash.frames[0] ?? NaN];
      assert.ok(pop && first !== undefined, camera.id);
      assert.ok(pop.arrivalClipS > first - camera.containerStartS, camera.id);
    }
  });

  it("carries the committed voice at the stated moment", async () => {
    const [a] = await cameraSounds();
    assert.ok(a);
    for (const { id, startClipS } of a.camera.sound.announcements) {
      const voice = await decodeSound(join(VOICES, `announcement-${id.replace("voice-", "")}.opus`), RATE);
      assert.ok(voice.length > 3 * RATE, id);
      const { lagS, likeness } = lagBetween(voice, a.sound, 0.2, 2, 0.03, startClipS);
      assert.ok(Math.abs(lagS - startClipS) < 0.002, `${id}: found at ${lagS}, stated ${startClipS}`);
      assert.ok(likeness > 0.5, `${id}: likeness ${likeness}`);
    }
  });

  it("runs in each copy as the truth says: from which file, from which second, and not where it is from another film", async () => {
    const { folder, truth } = await madeSample();
    let compared = 0;
    for (const copy of truth.copies) {
      const sound = copy.sound.length === 0 ? new Float32Array() : await decodeSound(join(folder, copy.file), RATE);
      for (const part of copy.sound) {
        // A change of speed changes the waveform: the stretched copy is held against its sharpest sounds instead.
        const speed = (part.sourceToS - part.sourceFromS) / (part.copyToS - part.copyFromS);
        if (Math.abs(speed - 1) > 1e-6) {
          const arrivals = truth.cameras.find((c) => c.file === part.source)?.sound.arrivals ?? [];
          for (const { impulse, arrivalClipS } of arrivals.filter((a) => a.impulse === "thud" || a.impulse === "pop")) {
            const at = onsetNear(sound, arrivalClipS / speed, 0.1);
            assert.ok(Math.abs(at - arrivalClipS / speed) < 0.03, `${copy.file} ${impulse}: ${at}, expected ${arrivalClipS / speed}`);
          }
        } else {
          const source = await decodeSound(join(folder, part.source), RATE);
          const { lagS, likeness } = lagBetween(source, sound, part.sourceFromS + 1, 2, 0.05, part.copyFromS - part.sourceFromS);
          assert.ok(Math.abs(lagS - (part.copyFromS - part.sourceFromS)) < 0.01, `${copy.file}: lag ${lagS} to ${part.source}`);
          assert.ok(likeness > 0.8, `${copy.file}: likeness ${likeness} to ${part.source}`);
        }
        compared++;
      }
    }
    assert.ok(compared >= 8, `${compared} parts compared`);
  });
});
