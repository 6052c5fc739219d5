/** Overlapping stretches of a sound that comes in pieces of any length. */

/** Samples that are held at the same time. */
const room = 1 << 14;

/**
 * A function that takes samples in order and calls `use` for each stretch of `length` of them, `step` from one to the next;
 * `before` samples of silence come first. What is held is valid during the call alone.
 */
export function slidingSamples(
  { length, step, before }: { readonly length: number; readonly step: number; readonly before: number },
  use: (held: Float32Array, at: number) => void,
): (samples: Float32Array) => void {
  const held = new Float32Array(room);
  let filled = before;
  return (samples) => {
    for (let from = 0; from < samples.length;) {
      const piece = samples.subarray(from, from + held.length - filled);
      held.set(piece, filled);
      filled += piece.length;
      from += piece.length;
      let at = 0;
      for (; at + length <= filled; at += step) use(held, at);
      held.copyWithin(0, at, filled);
      filled -= at;
    }
  };
}
