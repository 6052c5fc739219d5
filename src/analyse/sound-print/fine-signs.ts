/**
 * The sign of the sound between 200 and 950 Hz, 2,000 times a second: what is left of a waveform for telling whether two
 * recordings are one. Polarity alone keeps most of a correlation (Van Vleck and Middleton 1966: the correlation of signs is
 * 2/pi arcsin of that of the signals), whatever the loudness.
 */
import { soundRate } from "../../core/copies/sound-prints.ts";
import { slidingSamples } from "./sliding-samples.ts";

export const fineRate = 2000;
const step = soundRate / fineRate;
const [lowHz, highHz] = [200, 950];
/** Half the length of the filter, samples; its delay is taken out again. */
const reach = 32;

/** Windowed sinc (Hamming), the difference of two low-passes. */
const filter = Float32Array.from({ length: 2 * reach + 1 }, (_, i) => {
  const n = i - reach;
  const ideal = (hz: number) => (n === 0 ? (2 * hz) / soundRate : Math.sin((2 * Math.PI * hz * n) / soundRate) / (Math.PI * n));
  return (ideal(highHz) - ideal(lowHz)) * (0.54 + 0.46 * Math.cos((Math.PI * n) / reach));
});

export interface FineSigns {
  /** Takes samples in order, however they are cut. */
  add(samples: Float32Array): void;
  end(): Uint8Array;
}

export function createFineSigns(): FineSigns {
  let bytes = new Uint8Array(1 << 12);
  let signs = 0;

  // Starts with the silence before the first sample, so that sign n stands at n / fineRate.
  const add = slidingSamples({ length: 2 * reach + 1, step, before: reach }, (held, at) => {
    let sum = 0;
    for (let i = 0; i <= 2 * reach; i++) sum += filter[i]! * held[at + i]!;
    if (signs >> 3 === bytes.length) bytes = grown(bytes, bytes.length * 2);
    if (sum > 0) bytes[signs >> 3]! |= 1 << (signs & 7);
    signs++;
  });

  return {
    add,
    end() {
      add(new Float32Array(reach));
      return bytes.slice(0, (signs + 7) >> 3);
    },
  };
}

function grown(bytes: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(length);
  larger.set(bytes);
  return larger;
}
