/**
 * What evidence is worth. The more kinds of line are tried the further chance gets: sound at its own speed needs least, speed
 * alone or tape speed more, pitch and speed bent apart most. Bounds and scores come from the calibration half of the
 * material: docs/method/copies-sound.md.
 */
import type { Alignment } from "./alignments.ts";

/** Below it nothing is reported. */
export function leastEvidence({ speed, pitch }: Alignment): number {
  if (speed === 1 && pitch === 1) return 12;
  const pitchGoesWith = Math.abs(Math.log2(pitch)) < 0.01 || Math.abs(Math.log2(pitch / speed)) < 0.02;
  return pitchGoesWith ? 20 : 40;
}

/**
 * Share of landmarks that must agree. Music in one tempo, played by one machine, agrees in a third of its notes at a beat that
 * fits; a copy under noise 5 dB above it still agrees in half of the landmarks that are left.
 */
export const leastShare = 0.45;
/** Fewer will do where the waveforms agree too: speech at 8 kbit/s keeps few landmarks, and two players no waveform. */
export const leastShareWithWaveform = 0.2;
export const leastWaveform = 0.27;
/** Notes of one synthesiser in one tempo agree in both for a few seconds; so much more evidence rules that out. */
export const moreEvidence = 2;

/** Of 338 segments reported on the other half of the material 337 were true: (337 + 1) / (338 + 2), by the rule of succession. No score is more. */
const mostScore = 0.994;

export const scoreOf = (evidence: number, line: Alignment) =>
  Math.min(mostScore, Math.round((1 - Math.exp(-evidence / leastEvidence(line) - 2)) * 1000) / 1000);
