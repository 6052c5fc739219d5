/** Frame prints with every column filled, by a rule: for what reads and writes them. */
import { type FramePrints, hashBytes, thumbBytes } from "../../src/core/copies/frame-prints.ts";

const whole = { x: 0, y: 0, width: 1_000_000, height: 1_000_000 };
const inBars = { x: 125_000, y: 0, width: 750_000, height: 1_000_000 };

/** One shot over all but the last frame, a shot with bars of that one; landmarks of the first and the last. */
export function samplePrints(frames: number, still: boolean): FramePrints {
  const filled = (length: number, step: number) => Uint8Array.from({ length }, (_, n) => (n * step) & 255);
  const hashes = filled(frames * hashBytes, 7);
  const innerHashes = hashes.slice();
  const last = frames - 1;
  if (frames > 1) innerHashes.set(filled(hashBytes, 11), last * hashBytes);
  const landmarksOf = (frame: number, count: number) => ({
    frame,
    count,
    places: Int32Array.from({ length: count * 2 }, (_, n) => (n * 90_001) % 1_000_001),
    sizes: Uint16Array.from({ length: count }, (_, n) => 80 + n),
    turns: filled(count, 5),
    descriptions: filled(count * 32, 3),
  });
  return {
    ...{ width: 640, height: 360, still },
    times: Float64Array.from({ length: frames }, (_, n) => (still ? 0 : 1.5 + n / 30)),
    quality: filled(frames, 1).map((value) => value % 101),
    hashes,
    innerHashes,
    thumbs: filled(frames * thumbBytes, 13),
    shots:
      frames === 1
        ? [{ firstFrame: 0, frames: 1, content: whole }]
        : [
            { firstFrame: 0, frames: last, content: whole },
            { firstFrame: last, frames: 1, content: inBars },
          ],
    landmarks: frames === 1 ? [landmarksOf(0, 2)] : [landmarksOf(0, 3), landmarksOf(last, 0)],
  };
}
