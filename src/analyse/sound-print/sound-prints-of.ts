/**
 * Prints of a sound track, made while it streams past: mono, 8,000 samples a second, full scale 1. Two hours of it leave
 * about 10 MB and need no more than that.
 */
import { type SoundPrints, soundRate } from "../../core/copies/sound-prints.ts";
import { createFineSigns, fineRate } from "./fine-signs.ts";
import { createSpectrumPeaks, frameStep } from "./spectrum-peaks.ts";

export interface SoundPrinting {
  /** Takes samples in order, however they are cut; the array may be used again afterwards. Samples that are no numbers count as silence. */
  add(samples: Float32Array): void;
  end(): SoundPrints;
}

/** Edges of the energy bands: equal steps of tone from 100 to 3,800 Hz. */
const bands = 16;
const bandEdges = Array.from({ length: bands + 1 }, (_, i) => Math.round(((100 * 38 ** (i / bands)) / soundRate) * 512));
/** Two frames of the spectrogram make one of the energy picture. */
const framesPerHop = 2;
const hopSec = (framesPerHop * frameStep) / soundRate;
/** Power of a full-scale tone over the bins of its Hann window: 3/8 of the squared sum of halves. */
const fullScale = 1.5 * (512 / 4) ** 2;
/** -62 dB of full scale in all bands together: what a quiet room leaves on a phone lies well above. */
const audiblePower = fullScale * 10 ** -6.2;

/** `startSec` is the container time of the first sample. */
export function soundPrintsOf({ startSec }: { readonly startSec: number }): SoundPrinting {
  let energy = new Uint8Array(1 << 14);
  let hops = 0;
  let audibleHops = 0;
  let inHop = 0;
  let samplesSeen = 0;
  const sums = new Float64Array(bands);

  function closeHop(): void {
    if ((hops + 1) * bands > energy.length) {
      const larger = new Uint8Array(energy.length * 2);
      larger.set(energy);
      energy = larger;
    }
    let all = 0;
    for (let band = 0; band < bands; band++) {
      const mean = sums[band]! / inHop;
      all += mean;
      energy[hops * bands + band] = mean <= 0 ? 0 : Math.max(1, Math.min(255, Math.round(20 * Math.log10(mean / fullScale) + 240)));
    }
    if (all > audiblePower) audibleHops++;
    hops++;
    inHop = 0;
    sums.fill(0);
  }

  const peaks = createSpectrumPeaks((power) => {
    for (let band = 0; band < bands; band++) {
      let sum = 0;
      for (let k = bandEdges[band]!; k < bandEdges[band + 1]!; k++) sum += power[k]!;
      sums[band]! += sum;
    }
    if (++inHop === framesPerHop) closeHop();
  });
  const fine = createFineSigns();

  return {
    add(samples) {
      samplesSeen += samples.length;
      const clean = withoutHoles(samples);
      peaks.add(clean);
      fine.add(clean);
    },
    end() {
      const landmarks = peaks.end();
      if (inHop > 0) closeHop();
      const durationSec = samplesSeen / soundRate;
      const audible = hops === 0 ? 0 : audibleHops / hops;
      return {
        durationSec,
        startSec,
        ...landmarks,
        energy: energy.slice(0, hops * bands),
        bands,
        hopSec,
        fine: fine.end(),
        fineRate,
        audible,
      };
    },
  };
}

/** One sample that is no number, or beyond all measure, would make every sum after it none. */
function withoutHoles(samples: Float32Array): Float32Array {
  for (const sample of samples) if (!(Math.abs(sample) < 1e6)) return samples.map((value) => (Math.abs(value) < 1e6 ? value : 0));
  return samples;
}
