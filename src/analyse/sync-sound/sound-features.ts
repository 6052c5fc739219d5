/**
 * What is kept of a sound for putting recordings on one clock: energies of bands, for finding where two sounds may agree, and the
 * waveform itself in 8 bits a sample, for holding that against the phase. 8.6 kB a second; all of it is made while the sound
 * streams past. docs/method/sync-sound.md.
 */

/** Samples a second of the sound that is compared. */
export const rate = 8000;
/** Samples from one frame of energies to the next, and in one. */
export const frameStep = 160;
export const frameLength = 256;
export const framesPerSec = rate / frameStep;
export const bands = 12;

export interface SoundFeatures {
  /** Item time of the first sample. */
  readonly startS: number;
  readonly durationS: number;
  /** Samples with their fall towards high tones levelled, companded: companding.ts. */
  readonly codes: Uint8Array;
  /** `bands` bytes a frame, half decibels above -120 dB of full scale; 0 is digital silence. */
  readonly energies: Uint8Array;
  /** What of the file was not read, in words; "" when all was. */
  readonly notRead: string;
}
