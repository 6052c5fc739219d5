/**
 * Features as bytes, to keep beside other things that can be made again: a head of 40 bytes (magic, version, counts, times), what was
 * not read as UTF-8, energies, codes. The same features give the same bytes; bytes that do not hold together are refused.
 */
import { bands, frameLength, frameStep, rate, type SoundFeatures } from "./sound-features.ts";

const magic = "WMSYNCS1";
const headBytes = 40;
const at = { startS: 8, samples: 16, frames: 24, words: 28, bands: 32, rate: 36 } as const;

/** Changes whenever features that were kept no longer serve. */
export const featuresVersion = "2";

export function encodeSoundFeatures({ startS, codes, energies, notRead }: SoundFeatures): Uint8Array {
  const words = new TextEncoder().encode(notRead);
  const bytes = new Uint8Array(headBytes + words.length + energies.length + codes.length);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < magic.length; i++) bytes[i] = magic.charCodeAt(i);
  view.setFloat64(at.startS, startS, true);
  view.setFloat64(at.samples, codes.length, true);
  view.setUint32(at.frames, energies.length / bands, true);
  view.setUint32(at.words, words.length, true);
  view.setUint32(at.bands, bands, true);
  view.setUint32(at.rate, rate, true);
  let place = headBytes;
  for (const column of [words, energies, codes]) {
    bytes.set(column, place);
    place += column.length;
  }
  return bytes;
}

export function decodeSoundFeatures(bytes: Uint8Array): SoundFeatures {
  const refuse = (expected: string): never => {
    throw new Error(`sound features: expected ${expected}; found other bytes`);
  };
  if (bytes.length < headBytes) refuse(`at least ${headBytes} bytes`);
  for (let i = 0; i < magic.length; i++) if (bytes[i] !== magic.charCodeAt(i)) refuse(`them to begin with ${magic}`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const startS = view.getFloat64(at.startS, true);
  const samples = view.getFloat64(at.samples, true);
  const frames = view.getUint32(at.frames, true);
  const words = view.getUint32(at.words, true);
  if (view.getUint32(at.bands, true) !== bands || view.getUint32(at.rate, true) !== rate)
    refuse(`${bands} bands of ${rate} samples a second`);
  if (!Number.isFinite(startS) || !Number.isSafeInteger(samples) || samples < 0) refuse("a time and a count of samples");
  if (headBytes + words + frames * bands + samples !== bytes.length) refuse("as many bytes as they announce");
  if (frames !== framesOf(samples)) refuse("as many frames as the samples fill");
  const energiesAt = headBytes + words;
  const codesAt = energiesAt + frames * bands;
  return {
    startS,
    durationS: samples / rate,
    notRead: new TextDecoder().decode(bytes.subarray(headBytes, energiesAt)),
    energies: bytes.slice(energiesAt, codesAt),
    codes: bytes.slice(codesAt),
  };
}

const framesOf = (samples: number) => (samples < frameLength ? 0 : Math.floor((samples - frameLength) / frameStep) + 1);
