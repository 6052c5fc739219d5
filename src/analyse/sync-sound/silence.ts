/** Whether a sound holds anything to compare. */
import { bands, type SoundFeatures } from "./sound-features.ts";

/** -84 dB of full scale a band, in half decibels above -120. */
const quiet = 72;
/** Frames that must be louder: a second or so. */
const leastFrames = 60;

export function isSilent({ energies }: SoundFeatures): boolean {
  let loud = 0;
  for (let at = 0; at < energies.length; at += bands) {
    for (let band = 0; band < bands; band++) {
      if (energies[at + band]! <= quiet) continue;
      if (++loud >= leastFrames) return false;
      break;
    }
  }
  return true;
}
