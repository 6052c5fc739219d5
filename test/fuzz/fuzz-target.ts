/** What a fuzz target is: one parser of ours, whole inputs to start from, and what may be done to them. */

export interface FuzzTarget {
  /** The format, as the file is called: "telegram-export". */
  readonly name: string;
  /** Programs that making the seeds needs; without them the target is named as not run. */
  readonly programs?: readonly string[];
  /** Good inputs that every kind of record occurs in. Mutations start here. */
  readonly seeds: () => readonly Uint8Array[] | Promise<readonly Uint8Array[]>;
  /** Pieces that mean something to this parser, put anywhere: openings without end, forged lengths, names of fields. */
  readonly dictionary: readonly (string | Uint8Array)[];
  /**
   * Reads one input to its end. Returns for whatever the format calls a fault or refuses by its own error class; whatever
   * else it throws is a finding, and so is an answer that breaks the schema.
   */
  readonly run: (bytes: Uint8Array) => void | Promise<void>;
  /** Longest input made, bytes; 64 KiB unless stated. */
  readonly longest?: number;
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The same bytes as they might arrive: in pieces whose lengths follow from the bytes themselves, so that a run can be repeated. */
export async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  let state = bytes.length * 2654435761;
  for (let at = 0; at < bytes.length;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const length = 1 + (state % (bytes.length > 4096 ? 8192 : 61));
    yield bytes.subarray(at, at + length);
    at += length;
  }
}
