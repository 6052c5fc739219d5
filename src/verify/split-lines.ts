/** Lines of a stream of bytes. A line beyond the limit is passed over without being held. */

export type SplitLine =
  | { readonly state: "line"; readonly bytes: Uint8Array }
  | { readonly state: "too-long"; readonly length: number }
  /** What follows the last LF. */
  | { readonly state: "tail"; readonly length: number };

const lf = 10;

/** `limit` counts the LF. Bytes are valid until the next line is asked for. */
export async function* splitLines(pieces: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<SplitLine> {
  let held: Uint8Array = new Uint8Array();
  let skipped = 0;
  for await (const piece of pieces) {
    let from = 0;
    for (let to = piece.indexOf(lf); to >= 0; to = piece.indexOf(lf, from)) {
      const length = skipped + held.length + to + 1 - from;
      if (length > limit) yield { state: "too-long", length };
      else yield { state: "line", bytes: held.length === 0 ? piece.subarray(from, to) : joined(held, piece.subarray(from, to)) };
      held = new Uint8Array();
      skipped = 0;
      from = to + 1;
    }
    if (skipped + held.length + piece.length - from >= limit) {
      skipped += held.length + piece.length - from;
      held = new Uint8Array();
    } else if (from < piece.length) held = joined(held, piece.subarray(from));
  }
  if (skipped + held.length > 0) yield { state: "tail", length: skipped + held.length };
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const out = new Uint8Array(first.length + second.length);
  out.set(first);
  out.set(second, first.length);
  return out;
}
