/** Sound for clips that have none: tones, murmur and steps by the name, so that each clip has a sound of its own. No speech, no music of anybody. */
import { wavOf } from "../../sample/sound.ts";
import { randomStream } from "../../sample/random.ts";

const SOUND_RATE = 22050;

export const soundOf = (name: string, seconds: number): Buffer => wavOf(samplesOf(name, seconds, SOUND_RATE), SOUND_RATE);

export function samplesOf(name: string, seconds: number, rate: number): Float32Array {
  const random = randomStream(0, `sound ${name}`);
  const samples = new Float32Array(Math.round(seconds * rate));
  let low = 0;
  const murmur = 0.03 + random() * 0.08;
  for (let i = 0; i < samples.length; i++) {
    low += (random() - 0.5 - low) * 0.12;
    samples[i] = low * murmur * 6;
  }
  // Syllable-like bursts: a pitch that glides under three resonances that jump.
  for (let at = random() * 0.3; at < seconds; at += 0.11 + random() * 0.4) {
    const [long, pitch, glide] = [0.07 + random() * 0.28, 90 + random() * 220, (random() - 0.5) * 60];
    const peaks = [300 + random() * 500, 900 + random() * 1300, 2200 + random() * 1800];
    const loud = 0.05 + random() * 0.2;
    const first = Math.round(at * rate);
    const strengths = Array.from({ length: 24 }, (_, n) =>
      peaks.reduce((s, peak) => s + 1 / (1 + ((pitch * (n + 1) - peak) / 130) ** 2), 0.02),
    );
    for (let i = 0; i < long * rate && first + i < samples.length; i++) {
      const t = i / rate;
      const shape = Math.sin((Math.PI * t) / long);
      const hertz = pitch + (glide * t) / long;
      let level = 0;
      for (let n = 0; n < strengths.length; n++) level += (strengths[n] ?? 0) * Math.sin(2 * Math.PI * hertz * (n + 1) * t + n * n);
      samples[first + i] = (samples[first + i] ?? 0) + level * shape * loud * 0.35;
    }
  }
  for (let i = 0; i < samples.length; i++) samples[i] = Math.max(-1, Math.min(1, samples[i] ?? 0));
  return samples;
}
