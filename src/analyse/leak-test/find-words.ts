/**
 * Finds many byte strings in one pass (Aho and Corasick 1975). ASCII letters match in either case; a word that must match exactly
 * is compared again where it was found.
 */
export interface SoughtWord {
  readonly bytes: Buffer;
  /** Compared as it is: codes such as base64 mean something else in another case. */
  readonly exact: boolean;
}

export interface WordFinder {
  /** `use` gets the word's number and where it begins; stops when it answers true. */
  find(bytes: Buffer, use: (word: number, at: number) => boolean | void): void;
  readonly longest: number;
}

const fold = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 65 && byte <= 90 ? byte + 32 : byte));

export function createWordFinder(words: readonly SoughtWord[]): WordFinder {
  const most = words.reduce((sum, { bytes }) => sum + bytes.length, 1);
  // Columns: only bytes that occur in some word, so that many words fit into few tables.
  const column = new Uint8Array(256);
  let columns = 1;
  for (const { bytes } of words)
    for (const byte of bytes) {
      const folded = fold[byte] as number;
      if (column[folded] === 0) column[folded] = columns++;
    }
  const byteColumn = Uint8Array.from({ length: 256 }, (_, byte) => column[fold[byte] as number] as number);
  const next = new Int32Array(most * columns).fill(-1);
  const ends: number[][] = [[]];
  for (const [number, { bytes }] of words.entries()) {
    let state = 0;
    for (const byte of bytes) {
      const at = state * columns + (byteColumn[byte] as number);
      if ((next[at] as number) < 0) next[at] = ends.push([]) - 1;
      state = next[at] as number;
    }
    ends[state]?.push(number);
  }
  const fallback = new Int32Array(ends.length);
  const waiting: number[] = [];
  for (let c = 0; c < columns; c++) {
    const state = next[c] as number;
    if (state < 0) next[c] = 0;
    else if (state > 0) waiting.push(state);
  }
  for (let head = 0; head < waiting.length; head++) {
    const state = waiting[head] as number;
    const back = fallback[state] as number;
    ends[state]?.push(...(ends[back] ?? []));
    for (let c = 0; c < columns; c++) {
      const at = state * columns + c;
      const after = next[at] as number;
      const other = next[back * columns + c] as number;
      if (after < 0) next[at] = other;
      else {
        fallback[after] = other;
        waiting.push(after);
      }
    }
  }
  const isEnd = Uint8Array.from(ends, (list) => (list.length > 0 ? 1 : 0));
  return {
    longest: words.reduce((longest, { bytes }) => Math.max(longest, bytes.length), 1),
    find(bytes, use) {
      let state = 0;
      for (let at = 0; at < bytes.length; at++) {
        state = next[state * columns + (byteColumn[bytes[at] as number] as number)] as number;
        if (isEnd[state] === 0) continue;
        for (const number of ends[state] as number[]) {
          const word = words[number] as SoughtWord;
          const from = at + 1 - word.bytes.length;
          if (word.exact && !bytes.subarray(from, at + 1).equals(word.bytes)) continue;
          if (use(number, from) === true) return;
        }
      }
    },
  };
}
