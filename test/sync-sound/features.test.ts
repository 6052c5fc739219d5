import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import fc from "fast-check";
import { featuresOf } from "../../scripts/accuracy/sync-hearing.ts";
import { findProgram, needs } from "../../scripts/testing/needs.ts";
import { wavOf } from "../../scripts/sample/sound.ts";
import { codeOf, sampleOfCode } from "../../src/analyse/sync-sound/companding.ts";
import { complexFft } from "../../src/analyse/sync-sound/complex-fft.ts";
import { decodeSoundFeatures, encodeSoundFeatures } from "../../src/analyse/sync-sound/features-file.ts";
import { soundFeaturesOf } from "../../src/analyse/sync-sound/features-of-file.ts";
import { makeFeatures } from "../../src/analyse/sync-sound/make-features.ts";
import { measureSound } from "../../src/analyse/sync-sound/measure-sound.ts";
import { rate } from "../../src/analyse/sync-sound/sound-features.ts";
import { CaseError } from "../../src/core/case/case-error.ts";
import { hear, sound } from "./heard-event.ts";

const folder = mkdtempSync(join(tmpdir(), "sync-sound-"));
after(() => rmSync(folder, { recursive: true, force: true }));
const skip = needs({ programs: ["ffmpeg", "ffprobe"] });
const programs = { ffmpeg: findProgram("ffmpeg") ?? "", ffprobe: findProgram("ffprobe") ?? "" };
const samples = hear([sound("street", 1)], { durationS: 12 });

describe("features of a sound", () => {
  it("are the same however the sound comes in pieces, and as bytes", () => {
    const whole = featuresOf(samples);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30_000 }), { minLength: 1, maxLength: 8 }), (lengths) => {
        const making = makeFeatures({ startS: 0 });
        for (let at = 0, n = 0; at < samples.length; n++) {
          const length = lengths[n % lengths.length] as number;
          making.add(samples.subarray(at, at + length));
          at += length;
        }
        assert.deepEqual(making.end(), whole);
      }),
      { numRuns: 12 },
    );
    const odd = { ...whole, startS: -3.25, notRead: "The file is damaged in places." };
    assert.deepEqual(decodeSoundFeatures(encodeSoundFeatures(odd)), odd);
  });

  it("refuse bytes that do not hold together", () => {
    const bytes = encodeSoundFeatures(featuresOf(samples.subarray(0, 4000)));
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), (length) =>
        assert.throws(() => decodeSoundFeatures(bytes.subarray(0, length)), /^Error: sound features:/),
      ),
    );
    assert.throws(() => decodeSoundFeatures(bytes.map((value, i) => (i === 0 ? value ^ 1 : value))), /begin with/);
  });

  it("take samples that are no numbers as silence", () => {
    const making = makeFeatures({ startS: 0 });
    making.add(samples.map((value, i) => (i === 5000 ? NaN : i === 6000 ? Infinity : value)));
    const { energies } = making.end();
    assert.ok(energies.length > 0 && energies.at(-1) === featuresOf(samples).energies.at(-1));
  });

  it("keep a sample to within 4 % at any loudness", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.0005, max: 0.99, noNaN: true }), fc.boolean(), (size, below) => {
        const sample = below ? -size : size;
        assert.ok(Math.abs(sampleOfCode[codeOf(sample)]! - sample) <= 0.04 * size + 0.00002);
      }),
    );
  });
});

/** Eight of them silent; which is which, nobody says. */
function inNineChannels(mono: Float32Array): Buffer {
  const bytes = Buffer.from(
    wavOf(
      Float32Array.from({ length: 9 * mono.length }, (_, i) => (i % 9 === 6 ? mono[(i - 6) / 9]! : 0)),
      rate,
    ),
  );
  bytes.writeUInt16LE(9, 22);
  bytes.writeUInt32LE(9 * 2 * rate, 28);
  bytes.writeUInt16LE(9 * 2, 32);
  return bytes;
}

it("the transform is that of its definition, and turns back", () => {
  for (const size of [8, 32, 64]) {
    const re = Float32Array.from({ length: size }, (_, i) => Math.sin(3 * i) + (i % 5));
    const im = Float32Array.from({ length: size }, (_, i) => Math.cos(i * i));
    const [r, m] = [re.slice(), im.slice()];
    complexFft(size).forward(r, m);
    for (let k = 0; k < size; k++) {
      let [sum, turned] = [0, 0];
      for (let i = 0; i < size; i++) {
        const turn = (-2 * Math.PI * i * k) / size;
        sum += re[i]! * Math.cos(turn) - im[i]! * Math.sin(turn);
        turned += re[i]! * Math.sin(turn) + im[i]! * Math.cos(turn);
      }
      assert.ok(Math.hypot(sum - r[k]!, turned - m[k]!) < 1e-4);
    }
    complexFft(size).inverse(r, m);
    for (let i = 0; i < size; i++) assert.ok(Math.hypot(r[i]! / size - re[i]!, m[i]! / size - im[i]!) < 1e-5);
  }
});

describe("the sound of a file", { skip }, () => {
  const wav = join(folder, "sound.wav");
  writeFileSync(wav, wavOf(samples, rate));
  const ffmpeg = (...args: string[]) => {
    const path = join(folder, args.at(-1) as string);
    execFileSync("ffmpeg", ["-v", "error", "-y", ...args.slice(0, -1), path]);
    return path;
  };
  const picture = ["-f", "lavfi", "-i", "testsrc2=size=64x48:rate=25:duration=4"];

  it("stands on the item's clock where it begins later than the pictures, coded or not", async () => {
    const plain = await soundFeaturesOf({ path: wav, ...programs });
    assert.ok(plain !== "no-sound" && plain.startS === 0);
    for (const [name, codec] of [
      ["late.mp4", "aac"],
      ["late.mkv", "pcm_s16le"],
    ] as const) {
      const path = ffmpeg(
        ...picture,
        "-itsoffset",
        "1.25",
        "-i",
        wav,
        "-map",
        "0",
        "-map",
        "1",
        "-c:v",
        "libx264",
        "-c:a",
        codec,
        "-ar",
        "48000",
        name,
      );
      const late = await soundFeaturesOf({ path, ...programs });
      assert.ok(late !== "no-sound");
      const measurement = measureSound(plain, late);
      assert.ok(measurement.state === "measured", `${name} refused`);
      assert.ok(Math.abs(measurement.offset.offsetS + 1.25) < 0.002, `${name}: ${measurement.offset.offsetS}`);
    }
  });

  it("is found where one lead of two is turned over, and among nine channels", async () => {
    const plain = await soundFeaturesOf({ path: wav, ...programs });
    const turned = ffmpeg("-i", wav, "-af", "pan=stereo|c0=c0|c1=-1*c0", "turned.wav");
    const nine = join(folder, "nine.wav");
    writeFileSync(nine, inNineChannels(samples));
    for (const path of [turned, nine]) {
      const sound = await soundFeaturesOf({ path, ...programs });
      assert.ok(plain !== "no-sound" && sound !== "no-sound");
      const measurement = measureSound(plain, sound);
      assert.ok(
        measurement.state === "measured" && Math.abs(measurement.offset.offsetS) < 0.001,
        `${path}: ${JSON.stringify(measurement)}`,
      );
      assert.ok(measurement.sameRecording);
    }
  });

  it("keeps its place after a gap in the sound", async () => {
    const path = ffmpeg("-i", wav, "-af", "aselect='not(between(t,3,5))'", "-c:a", "pcm_s16le", "gap.mkv");
    const [plain, gap] = [await soundFeaturesOf({ path: wav, ...programs }), await soundFeaturesOf({ path, ...programs })];
    assert.ok(plain !== "no-sound" && gap !== "no-sound");
    const measurement = measureSound(plain, gap);
    assert.ok(measurement.state === "measured" && Math.abs(measurement.offset.offsetS) < 0.002);
    assert.ok(Math.abs(gap.durationS - 12) < 0.05);
  });

  it("is none in a file of pictures alone, and what is no media is refused by name", async () => {
    assert.equal(await soundFeaturesOf({ path: ffmpeg(...picture, "-c:v", "libx264", "mute.mp4"), ...programs }), "no-sound");
    const text = join(folder, "secret.txt");
    writeFileSync(text, "nothing to hear here\n".repeat(50));
    await assert.rejects(soundFeaturesOf({ path: text, ...programs }), (error: Error) => {
      assert.match(error.message, /^sync-sound: expected /);
      return !error.message.includes("secret");
    });
    await assert.rejects(
      soundFeaturesOf({ path: wav, ...programs, ffmpeg: "/none/ffmpeg" }),
      (error: unknown) => error instanceof CaseError && error.code === "PROGRAM_MISSING",
    );
  });
});
