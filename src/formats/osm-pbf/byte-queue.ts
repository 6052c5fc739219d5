/** Bytes that arrive in pieces of any length, taken in lengths that the reader asks for. */

export interface ByteQueue {
  /** So many bytes; fewer at the end of them, and undefined when there are none left. */
  take(length: number): Promise<Uint8Array | undefined>;
}

export function createByteQueue(chunks: AsyncIterable<Uint8Array>): ByteQueue {
  const source = chunks[Symbol.asyncIterator]();
  let held: Uint8Array = new Uint8Array();
  let ended = false;
  async function more(): Promise<Uint8Array | undefined> {
    while (!ended) {
      const next = await source.next();
      if (next.done === true) ended = true;
      else if (next.value.length > 0) return next.value;
    }
    return undefined;
  }
  return {
    async take(length) {
      if (held.length === 0) held = (await more()) ?? held;
      if (held.length === 0) return undefined;
      if (held.length >= length) {
        const taken = held.subarray(0, length);
        held = held.subarray(length);
        return taken;
      }
      // Grows with what arrives, not with what a length promises.
      const parts = [held];
      let got = held.length;
      held = new Uint8Array();
      while (got < length) {
        const next = await more();
        if (next === undefined) break;
        const part = next.subarray(0, length - got);
        held = next.subarray(part.length);
        parts.push(part);
        got += part.length;
      }
      const taken = new Uint8Array(got);
      let at = 0;
      for (const part of parts) {
        taken.set(part, at);
        at += part.length;
      }
      return taken;
    },
  };
}
