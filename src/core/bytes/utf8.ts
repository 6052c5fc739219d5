/**
 * UTF-8 (RFC 3629) without platform types: the domain has neither TextEncoder nor Buffer, so that
 * the same code runs in Node, in a worker and in the verify page. Lone surrogates are refused, never
 * replaced: a replacement character would let two different texts share one hash.
 */

/** Text of bytes, or undefined when they are not well-formed UTF-8; a byte order mark is a character like any other. */
export type DecodeUtf8 = (bytes: Uint8Array) => string | undefined;

/** UTF-8 bytes of `text`. Throws RangeError on a lone surrogate. */
export function encodeUtf8(text: string): Uint8Array {
  return encodeAscii(text) ?? encodeAny(text);
}

/** Most of a ledger is ASCII, and then bytes are characters; undefined when one is not. */
function encodeAscii(text: string): Uint8Array | undefined {
  const out = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x80) return undefined;
    out[i] = code;
  }
  return out;
}

function encodeAny(text: string): Uint8Array {
  const out = new Uint8Array(text.length * 3);
  return out.slice(0, encodeUtf8Into(text, out, 0));
}

/** Writes the UTF-8 bytes of `text` from `at` on, where three for each of its units must fit; returns where they end. Throws as above. */
export function encodeUtf8Into(text: string, out: Uint8Array, at: number): number {
  for (let i = 0; i < text.length; i++) {
    let code = text.charCodeAt(i);
    if (code >= 0xd800 && code <= 0xdfff) {
      const low = text.charCodeAt(i + 1);
      if (code > 0xdbff || !(low >= 0xdc00 && low <= 0xdfff)) {
        throw new RangeError(`lone surrogate U+${code.toString(16).toUpperCase()} at index ${i}`);
      }
      code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
      i++;
    }
    if (code < 0x80) out[at++] = code;
    else if (code < 0x800) {
      out[at++] = 0xc0 | (code >> 6);
      out[at++] = 0x80 | (code & 63);
    } else if (code < 0x10000) {
      out[at++] = 0xe0 | (code >> 12);
      out[at++] = 0x80 | ((code >> 6) & 63);
      out[at++] = 0x80 | (code & 63);
    } else {
      out[at++] = 0xf0 | (code >> 18);
      out[at++] = 0x80 | ((code >> 12) & 63);
      out[at++] = 0x80 | ((code >> 6) & 63);
      out[at++] = 0x80 | (code & 63);
    }
  }
  return at;
}

/** Text of `bytes`, or undefined when they are not well-formed UTF-8 (overlong, surrogate, truncated). */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  let text = "";
  // Made when it is needed: most lines of a ledger are plain text from end to end.
  let units: Uint16Array | undefined;
  let filled = 0;
  const flush = () => {
    if (units !== undefined && filled > 0) text += textOf(units.subarray(0, filled));
    filled = 0;
  };
  for (let i = 0; i < bytes.length;) {
    if (filled >= runAtMost) flush();
    const lead = bytes[i] as number;
    if (lead < 0x80) {
      const plain = endOfAscii(bytes, i);
      if (plain - i >= longRun) {
        flush();
        text += textOf(bytes.subarray(i, plain));
        i = plain;
        continue;
      }
      units ??= new Uint16Array(Math.min(bytes.length, runAtMost) + 1);
      for (; i < plain && filled < runAtMost; i++) units[filled++] = bytes[i] as number;
      continue;
    }
    units ??= new Uint16Array(Math.min(bytes.length, runAtMost) + 1);
    i++;
    let code: number;
    let more: number;
    let least: number;
    if (lead >= 0xc2 && lead <= 0xdf) [code, more, least] = [lead & 31, 1, 0x80];
    else if (lead >= 0xe0 && lead <= 0xef) [code, more, least] = [lead & 15, 2, 0x800];
    else if (lead >= 0xf0 && lead <= 0xf4) [code, more, least] = [lead & 7, 3, 0x10000];
    else return undefined;
    for (; more > 0; more--) {
      const next = bytes[i++];
      if (next === undefined || (next & 0xc0) !== 0x80) return undefined;
      code = (code << 6) | (next & 63);
    }
    if (code < least || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
    if (code < 0x10000) units[filled++] = code;
    else {
      units[filled++] = 0xd800 + ((code - 0x10000) >> 10);
      units[filled++] = 0xdc00 + ((code - 0x10000) & 0x3ff);
    }
  }
  flush();
  return text;
}

/** Runs this long fit the stack as arguments of one call. */
const runAtMost = 4096;
/** From this length on, plain text is taken as it is; shorter pieces, put together one by one, cost more than they save. */
const longRun = 64;

function textOf(units: Uint8Array | Uint16Array): string {
  return String.fromCharCode.apply(null, units as unknown as number[]);
}

function endOfAscii(bytes: Uint8Array, from: number): number {
  const end = Math.min(bytes.length, from + runAtMost);
  let at = from;
  while (at < end && (bytes[at] as number) < 0x80) at++;
  return at;
}
