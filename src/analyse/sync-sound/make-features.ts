/** Features of a sound, made while it streams past: mono, `rate` samples a second, full scale 1. */
import { createRealFft } from "../sound-print/real-fft.ts";
import { slidingSamples } from "../sound-print/sliding-samples.ts";
import { codeOf } from "./companding.ts";
import { bands, frameLength, frameStep, rate, type SoundFeatures } from "./sound-features.ts";

export interface FeatureMaking {
  /** Takes samples in order, however they are cut; the array may be used again afterwards. Samples that are no numbers count as silence. */
  add(samples: Float32Array): void;
  end(notRead?: string): SoundFeatures;
}

/** Most sounds fall off by about 6 dB an octave; levelled, 8 bits serve high tones as well as low ones. */
const levelling = 0.9;

/** Equal steps of tone from 125 to 3,700 Hz, in bins of the frame's spectrum: phones keep little below, coders little above. */
const lowestBin = 4;
const bandEdges = Array.from({ length: bands + 1 }, (_, i) => Math.round(lowestBin * (3700 / 125) ** (i / bands)));
const fullScale = 1.5 * (frameLength / 4) ** 2;

const hann = Float32Array.from({ length: frameLength }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / frameLength));
/** Half decibels of a power relative to full scale: a table over exponents would be no shorter. */
const halfDecibels = (power: number) => (power <= 1e-12 ? 0 : Math.max(1, Math.min(255, Math.round(20 * Math.log10(power) + 240))));

export function makeFeatures({ startS }: { readonly startS: number }): FeatureMaking {
  const codes = growing();
  const energies = growing();
  const fft = createRealFft(frameLength);
  const power = new Float32Array(frameLength / 2);
  let before = 0;
  const take = slidingSamples({ length: frameLength, step: frameStep, before: 0 }, (held, at) => {
    fft.powerOf(held, at, hann, power);
    const place = energies.room(bands);
    for (let band = 0; band < bands; band++) {
      let sum = 0;
      const [from, to] = [bandEdges[band]!, bandEdges[band + 1]!];
      for (let k = from; k < to; k++) sum += power[k]!;
      energies.bytes()[place + band] = halfDecibels(sum / ((to - from) * fullScale));
    }
  });
  return {
    add(samples) {
      const clean = withoutHoles(samples);
      const place = codes.room(clean.length);
      const bytes = codes.bytes();
      for (let i = 0; i < clean.length; i++) {
        const sample = clean[i]!;
        bytes[place + i] = codeOf(sample - levelling * before);
        before = sample;
      }
      take(clean);
    },
    end(notRead = "") {
      const kept = codes.end();
      return { startS, durationS: kept.length / rate, codes: kept, energies: energies.end(), notRead };
    },
  };
}

function growing() {
  let held = new Uint8Array(1 << 18);
  let length = 0;
  return {
    bytes: () => held,
    /** Where `count` more bytes stand. */
    room(count: number): number {
      const place = length;
      length += count;
      if (length > held.length) {
        const larger = new Uint8Array(Math.max(length, Math.ceil(held.length * 1.5)));
        larger.set(held);
        held = larger;
      }
      return place;
    },
    end: () => held.slice(0, length),
  };
}

/** One sample that is no number, or beyond all measure, would spoil every sum it enters. */
function withoutHoles(samples: Float32Array): Float32Array {
  for (const sample of samples) if (!(Math.abs(sample) < 1e3)) return samples.map((value) => (Math.abs(value) < 1e3 ? value : 0));
  return samples;
}
