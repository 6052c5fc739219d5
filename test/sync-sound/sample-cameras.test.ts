import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, it } from "node:test";
import { CAMERAS } from "../../scripts/sample/cameras.ts";
import { type Arrival, arrivalsAt, hear, readVoices, wavOf } from "../../scripts/sample/sound.ts";
import { findProgram, needs } from "../../scripts/testing/needs.ts";
import { soundFeaturesOf } from "../../src/analyse/sync-sound/features-of-file.ts";
import { measureSound } from "../../src/analyse/sync-sound/measure-sound.ts";
import type { SoundFeatures } from "../../src/analyse/sync-sound/sound-features.ts";

const folder = mkdtempSync(join(tmpdir(), "sync-sample-"));
after(() => rmSync(folder, { recursive: true, force: true }));

it(
  "the stated error holds bell, thud and pop of the sample's three cameras, which reach each pair differently",
  { skip: needs({ programs: ["ffmpeg", "ffprobe"] }) },
  async () => {
    const voiceFolder = join(import.meta.dirname, "../../scripts/sample/voice");
    const heard: { readonly features: SoundFeatures; readonly arrivals: readonly Arrival[] }[] = [];
    for (const camera of CAMERAS) {
      const path = join(folder, `${camera.id}.wav`);
      const { sampleRate } = camera.sound;
      writeFileSync(path, wavOf(hear(camera, await readVoices(voiceFolder, sampleRate)), sampleRate));
      const features = await soundFeaturesOf({ path, ffmpeg: findProgram("ffmpeg") ?? "", ffprobe: findProgram("ffprobe") ?? "" });
      assert.ok(features !== "no-sound");
      heard.push({ features, arrivals: arrivalsAt(camera) });
    }
    for (const [one, other] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const) {
      const a = heard[one]!;
      const b = heard[other]!;
      const measurement = measureSound(a.features, b.features);
      assert.ok(measurement.state === "measured" && !measurement.sameRecording);
      const { offsetS, plusMinusS } = measurement.offset;
      assert.ok(plusMinusS < 0.05);
      for (const { impulse, arrivalClipS } of a.arrivals) {
        const there = b.arrivals.find((arrival) => arrival.impulse === impulse);
        if (there === undefined) continue;
        const off = Math.abs(arrivalClipS - there.arrivalClipS - offsetS);
        assert.ok(off <= plusMinusS + 0.001, `${impulse}: ${off} s off, +-${plusMinusS} stated`);
      }
    }
  },
);
