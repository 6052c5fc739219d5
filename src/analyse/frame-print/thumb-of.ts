/** The thumb of a frame: 24 x 24 area means, rounded, of the 64 x 64 means that its hash is made from. */
import { thumbSide } from "../../core/copies/frame-prints.ts";

const from = 64;
/** 8 values make 3. */
const taps = 4;
const each = from / thumbSide;
const first = Int32Array.from({ length: thumbSide }, (_, n) => Math.min(from - taps, Math.floor(n * each)));
const weights = Float32Array.from({ length: thumbSide * taps }, (_, at) => {
  const n = Math.floor(at / taps);
  const place = (first[n] as number) + (at % taps);
  return Math.max(0, Math.min((n + 1) * each, place + 1) - Math.max(n * each, place)) / each;
});
const narrow = new Float32Array(from * thumbSide);

export function thumbOf(means: Float32Array, into: Uint8Array, at: number): void {
  for (let y = 0; y < from; y += 1) {
    for (let x = 0; x < thumbSide; x += 1) {
      const place = y * from + (first[x] as number);
      const w = x * taps;
      narrow[y * thumbSide + x] =
        (weights[w] as number) * (means[place] as number) +
        (weights[w + 1] as number) * (means[place + 1] as number) +
        (weights[w + 2] as number) * (means[place + 2] as number) +
        (weights[w + 3] as number) * (means[place + 3] as number);
    }
  }
  for (let y = 0; y < thumbSide; y += 1) {
    const w = y * taps;
    const line = (first[y] as number) * thumbSide;
    for (let x = 0; x < thumbSide; x += 1) {
      const place = line + x;
      into[at + y * thumbSide + x] =
        0.5 +
        (weights[w] as number) * (narrow[place] as number) +
        (weights[w + 1] as number) * (narrow[place + thumbSide] as number) +
        (weights[w + 2] as number) * (narrow[place + 2 * thumbSide] as number) +
        (weights[w + 3] as number) * (narrow[place + 3 * thumbSide] as number);
    }
  }
}
