/**
 * What a sound track leaves behind for finding where it is used again: landmarks (peaks of its spectrogram), a coarse energy
 * picture for telling where a shared part begins and ends, and the fine structure of the waveform, one bit a sample, for
 * telling a copy of a recording from another recording of the same sounds. The bytes on disk: docs/formats/sound-prints.md.
 */

/** Samples a second of the sound that prints are made of. */
export const soundRate = 8000;

export interface SoundPrints {
  /** Length of the decoded sound, seconds, and the container time of its first sample. */
  readonly durationSec: number;
  readonly startSec: number;
  /** Time of each landmark from the first sample, in milliseconds; rising. */
  readonly times: Uint32Array;
  /** Tone of each landmark, 1/256 octaves above 62.5 Hz. */
  readonly tones: Uint16Array;
  /** How far each landmark stands out from what is usual at its tone, half decibels. */
  readonly heights: Uint8Array;
  /** Band energies, `bands` bytes a frame, each frame `hopSec` long, half decibels above -120 dB of full scale; 0 is digital silence. */
  readonly energy: Uint8Array;
  readonly bands: number;
  readonly hopSec: number;
  /** Whether each sample of the sound between 200 and 950 Hz, `fineRate` a second, is above zero; eight a byte, the first in the lowest bit. */
  readonly fine: Uint8Array;
  readonly fineRate: number;
  /** Share of frames that hold sound at all, 0 to 1; silence never matches. */
  readonly audible: number;
}
