/**
 * What a sound track leaves behind for finding where it is used again: landmarks (pairs of peaks in its spectrogram) and a
 * coarse energy picture for telling where the shared part begins and ends. The bytes on disk: docs/formats/sound-prints.md.
 */

export interface SoundPrints {
  /** Length of the decoded sound, seconds, and the container time of its first sample. */
  readonly durationSec: number;
  readonly startSec: number;
  /** Time of each landmark from the first sample, in frames of `hopSec`; rising. */
  readonly times: Uint32Array;
  /** What the landmark is, such that the same sound gives the same number; one for each time. */
  readonly marks: Uint32Array;
  /** Band energies, `bands` bytes a frame, each frame `hopSec` long. */
  readonly energy: Uint8Array;
  readonly bands: number;
  readonly hopSec: number;
  /** Share of frames that hold sound at all, 0 to 1; silence never matches. */
  readonly audible: number;
}
