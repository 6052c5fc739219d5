/** A sound as it would be if it were played at another speed, tones and all: what a change of frame rate does to it. */
import { sampleOfCode } from "./companding.ts";
import { makeFeatures } from "./make-features.ts";
import type { SoundFeatures } from "./sound-features.ts";

const block = 8192;

/** `seconds` of the answer for each second of the sound. */
export function atSpeed({ startS, codes, notRead }: SoundFeatures, seconds: number): SoundFeatures {
  const making = makeFeatures({ startS, levelled: true });
  const length = Math.floor(codes.length * seconds);
  const out = new Float32Array(block);
  for (let from = 0; from < length; from += block) {
    const count = Math.min(block, length - from);
    for (let i = 0; i < count; i++) {
      const at = (from + i) / seconds;
      const whole = Math.floor(at);
      const f = at - whole;
      const p = sampleOfCode[codes[whole - 1] ?? 128]!;
      const q = sampleOfCode[codes[whole] ?? 128]!;
      const r = sampleOfCode[codes[whole + 1] ?? 128]!;
      const s = sampleOfCode[codes[whole + 2] ?? 128]!;
      out[i] = q + 0.5 * f * (r - p + f * (2 * p - 5 * q + 4 * r - s + f * (3 * (q - r) + s - p)));
    }
    making.add(out.subarray(0, count));
  }
  return making.end(notRead);
}
