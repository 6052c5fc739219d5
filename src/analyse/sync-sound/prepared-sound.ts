/** Features made ready for comparing: changes of loudness in each band, evened out, and their transforms, kept while they are wanted. */
import { complexFft } from "./complex-fft.ts";
import { keepSpectrum } from "./kept-spectra.ts";
import { onsetsOf, type Onsets } from "./onsets.ts";
import { bands, frameStep, rate, type SoundFeatures } from "./sound-features.ts";

/** Frames of energies that one frame of the search for drift holds. */
const slowFactor = 3;

export interface Spectrum {
  readonly re: readonly Float32Array[];
  readonly im: readonly Float32Array[];
}

export interface PreparedSound {
  readonly features: SoundFeatures;
  /** Every frame; for offsets. */
  readonly fast: Onsets;
  /** Every third; for drift. */
  readonly slow: Onsets;
  /** Transform of all of `fast`, at a size that holds both sounds. */
  spectrum(of: "fast" | "slow", size: number): Spectrum;
}

/** Seconds from one frame to the next. */
export const fastStepS = frameStep / rate;
export const slowStepS = fastStepS * slowFactor;

export function prepareSound(features: SoundFeatures): PreparedSound {
  let slow: Onsets | undefined;
  let fast: Onsets | undefined;
  const spectra = new Map<string, Spectrum>();
  const prepared: PreparedSound = {
    features,
    get fast() {
      return (fast ??= onsetsOf(features.energies, 1));
    },
    get slow() {
      return (slow ??= onsetsOf(features.energies, slowFactor));
    },
    spectrum(of, size) {
      const key = `${of} ${size}`;
      let spectrum = spectra.get(key);
      if (spectrum !== undefined) return spectrum;
      spectrum = spectrumOf(prepared[of], 0, prepared[of].frames, size);
      const slot = { bytes: spectrumBytes(size), forget: () => void spectra.delete(key) };
      if (keepSpectrum(slot, size <= 4 * prepared[of].frames)) spectra.set(key, spectrum);
      return spectrum;
    },
  };
  return prepared;
}

/** Real and imaginary parts, of two bands in one. */
export const spectrumBytes = (size: number): number => size * bands * Float32Array.BYTES_PER_ELEMENT;

/** Two bands go as one complex signal: what comparing wants is the sum over all bands, which is the real part of the product turned back. */
export function spectrumOf(onsets: Onsets, from: number, to: number, size: number): Spectrum {
  const fft = complexFft(size);
  const re: Float32Array[] = [];
  const im: Float32Array[] = [];
  for (let band = 0; band < bands; band += 2) {
    const r = new Float32Array(size);
    const i = new Float32Array(size);
    r.set(onsets.bands[band]!.subarray(from, to));
    i.set(onsets.bands[band + 1]!.subarray(from, to));
    fft.forward(r, i);
    re.push(r);
    im.push(i);
  }
  return { re, im };
}
