/** Bytes as they travelled to bytes as they were (RFC 2045, 6). Tolerant: what is no base64 between base64 is passed over. */

/** Undefined for an encoding that is not known. */
export function transferDecode(body: Uint8Array, encoding: string): Uint8Array | undefined {
  if (["7bit", "8bit", "binary", ""].includes(encoding)) return body;
  if (encoding === "base64") return fromBase64Lines(body);
  return encoding === "quoted-printable" ? fromQuotedPrintable(body) : undefined;
}

const values = new Int8Array(256).fill(-1);
for (const [value, sign] of [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"].entries())
  values[sign.charCodeAt(0)] = value;

export function fromBase64Lines(body: Uint8Array): Uint8Array {
  const out = new Uint8Array(Math.ceil((body.length * 3) / 4));
  let length = 0;
  let bits = 0;
  let held = 0;
  for (const byte of body) {
    // The end; some programs join two texts, and then it goes on.
    if (byte === 0x3d) {
      bits = 0;
      held = 0;
      continue;
    }
    const value = values[byte] as number;
    if (value < 0) continue;
    held = ((held << 6) | value) & 0xffffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    out[length++] = (held >> bits) & 255;
  }
  return out.slice(0, length);
}

export function fromQuotedPrintable(body: Uint8Array): Uint8Array {
  const out = new Uint8Array(body.length);
  let length = 0;
  for (let at = 0; at < body.length; at++) {
    const byte = body[at] as number;
    if (byte !== 0x3d) {
      out[length++] = byte;
      continue;
    }
    const soft = softBreak(body, at + 1);
    if (soft > 0) {
      at += soft;
      continue;
    }
    const value = hexByte(body, at + 1);
    if (value < 0) {
      out[length++] = byte;
      continue;
    }
    out[length++] = value;
    at += 2;
  }
  return out.slice(0, length);
}

/** Length of blanks and the line end behind an equals sign; 0 when there is no line end. */
function softBreak(body: Uint8Array, from: number): number {
  let at = from;
  while (at - from < 200 && (body[at] === 0x20 || body[at] === 0x09)) at++;
  if (body[at] === 0x0d && body[at + 1] === 0x0a) return at + 2 - from;
  return body[at] === 0x0a ? at + 1 - from : 0;
}

export function hexByte(bytes: Uint8Array, at: number): number {
  const [high, low] = [hexDigit(bytes[at]), hexDigit(bytes[at + 1])];
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

function hexDigit(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}
