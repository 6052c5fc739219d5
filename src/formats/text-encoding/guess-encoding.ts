/** What encoding bytes without a mark are in, by their shape alone. */

/** Whether the bytes are well-formed UTF-8, a cut last character forgiven. */
export function shapeOf(bytes: Uint8Array): "ascii" | "utf-8" | "other" {
  const { good, bad } = countSequences(bytes);
  return bad > 0 ? "other" : good > 0 ? "utf-8" : "ascii";
}

/** UTF-8 with a few damaged places. */
export function mostlyUtf8(bytes: Uint8Array): boolean {
  const { good, bad } = countSequences(bytes);
  return good > bad * 4;
}

function countSequences(bytes: Uint8Array): { good: number; bad: number } {
  let good = 0;
  let bad = 0;
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i] as number;
    if (lead < 0x80) continue;
    const more = lead >= 0xc2 && lead <= 0xdf ? 1 : lead >= 0xe0 && lead <= 0xef ? 2 : lead >= 0xf0 && lead <= 0xf4 ? 3 : 0;
    let n = 0;
    while (n < more && ((bytes[i + 1 + n] ?? 0) & 0xc0) === 0x80) n++;
    if (more > 0 && n === more) good++;
    else if (more > 0 && i + n + 1 >= bytes.length) break;
    else bad++;
    i += n;
  }
  return { good, bad };
}

/** For bytes that are not UTF-8: the one of two encodings that their letters look like. */
export function guessSingleByte(bytes: Uint8Array): "windows-1251" | "windows-1252" {
  return mostlyHighLetters(bytes) ? "windows-1251" : "windows-1252";
}

/** In windows-1251 letters are 0xC0 and above, nearly all of a text; in windows-1252 those are the rare accented ones. */
function mostlyHighLetters(bytes: Uint8Array): boolean {
  let high = 0;
  let low = 0;
  let tag = false;
  for (const byte of bytes) {
    if (byte === 0x3c) tag = true;
    else if (byte === 0x3e) tag = false;
    else if (!tag && byte >= 0xc0) high++;
    else if (!tag && ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a))) low++;
  }
  return high * 3 > low;
}
