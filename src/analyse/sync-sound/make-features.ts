/** Features of a sound, made while it streams past: mono, `rate` samples a second, full scale 1. */
import { slidingSamples } from "../sound-print/sliding-samples.ts";
import { codeOf } from "./companding.ts";
import { complexFft } from "./complex-fft.ts";
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

/** `levelled`: the samples were levelled before, as those of codes are. */
export function makeFeatures({ startS, levelled = false }: { readonly startS: number; readonly levelled?: boolean }): FeatureMaking {
  const fall = levelled ? 0 : levelling;
  const codes = growing();
  const energies = growing();
  const fft = complexFft(frameLength);
  const re = new Float32Array(frameLength);
  const im = new Float32Array(frameLength);
  let before = 0;
  let second = false;

  /** Two frames go through one transform, as its real and its imaginary part. */
  function take(held: Float32Array, at: number): void {
    const part = second ? im : re;
    for (let i = 0; i < frameLength; i++) part[i] = held[at + i]! * hann[i]!;
    if (second) writeTwo();
    second = !second;
  }
  function writeTwo(): void {
    fft.forward(re, im);
    const place = energies.room(2 * bands);
    const out = energies.bytes();
    for (let band = 0; band < bands; band++) {
      let one = 0;
      let two = 0;
      const from = bandEdges[band]!;
      const to = bandEdges[band + 1]!;
      for (let k = from; k < to; k++) {
        const m = frameLength - k;
        const r = re[k]!;
        const n = re[m]!;
        const i = im[k]!;
        const j = im[m]!;
        one += (r + n) * (r + n) + (i - j) * (i - j);
        two += (i + j) * (i + j) + (n - r) * (n - r);
      }
      const all = 4 * (to - from) * fullScale;
      out[place + band] = halfDecibels(one / all);
      out[place + bands + band] = halfDecibels(two / all);
    }
  }
  const slide = slidingSamples({ length: frameLength, step: frameStep, before: 0 }, take);
  return {
    add(samples) {
      const clean = withoutHoles(samples);
      const place = codes.room(clean.length);
      const bytes = codes.bytes();
      // A variable of this call, not of the making: the loop is a third of all the work.
      let last = before;
      for (let i = 0; i < clean.length; i++) {
        const sample = clean[i]!;
        bytes[place + i] = codeOf(sample - fall * last);
        last = sample;
      }
      before = last;
      slide(clean);
    },
    end(notRead = "") {
      const kept = codes.end();
      if (second) {
        im.fill(0);
        writeTwo();
        energies.room(-bands);
        second = false;
      }
      return { startS, durationS: kept.length / rate, codes: kept, energies: energies.end(), notRead };
    },
  };
}

function growing() {
  let held = new Uint8Array(1 << 18);
  let length = 0;
  return {
    bytes: () => held,
    /** Where `count` more bytes stand; fewer than none takes as many back. */
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
  for (let i = 0; i < samples.length; i++) {
    if (!(Math.abs(samples[i]!) < 1e3)) return samples.map((value) => (Math.abs(value) < 1e3 ? value : 0));
  }
  return samples;
}
