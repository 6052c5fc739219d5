/** Bytes of a page to text: mark, declaration, shape of the bytes, guess, in that order, and every doubt said. */
import { readOpeningBytes } from "../text-encoding/byte-order-mark.ts";
import type { MakeDecoder } from "../text-encoding/text-decoder.port.ts";
import type { ArticleLog } from "./article-log.ts";

/** Browsers look for a declaration in the first 1024 bytes (HTML standard, 13.2.3.2); pages are sloppier than that. */
const declarationReach = 4096;

export function decodePage(bytes: Uint8Array, makeDecoder: MakeDecoder, log: ArticleLog): string {
  const opening = readOpeningBytes(bytes);
  const body = opening === undefined ? bytes : bytes.subarray(opening.markLength);
  const declared = declaredEncoding(bytes);
  const label = opening?.encoding ?? chooseEncoding(body, declared, makeDecoder, log);
  const decoder = makeDecoder(label);
  if (decoder === undefined) throw new RangeError(`expected a decoder for ${label}; found none on this platform`);
  const text = decoder.decode(body, { stream: false });
  const damaged = text.indexOf("\ufffd");
  if (damaged >= 0) log.trap("bytes-not-in-encoding", `character ${damaged + 1}, read as ${label}`);
  return text.startsWith("\ufeff") ? text.slice(1) : text;
}

function chooseEncoding(bytes: Uint8Array, declared: string | undefined, makeDecoder: MakeDecoder, log: ArticleLog): string {
  const shape = shapeOf(bytes);
  if (shape === "ascii" || shape === "utf-8") {
    const named = declared === undefined ? "utf-8" : declared.toLowerCase();
    // Programs that save pages write UTF-8 and leave the old declaration standing.
    if (shape === "utf-8" && named !== "utf-8" && named !== "utf8") log.trap("encoding-disagrees", `declares ${named}, is utf-8`);
    if (shape === "utf-8" || !isSingleByte(named)) return "utf-8";
    return makeDecoder(named) === undefined ? "utf-8" : named;
  }
  if (declared !== undefined && /^utf-?(8|16)/i.test(declared))
    log.trap("encoding-disagrees", `declares ${declared.toLowerCase()}, is not`);
  else if (declared !== undefined && makeDecoder(declared) !== undefined) return declared;
  const guess = mostlyHighLetters(bytes) ? "windows-1251" : "windows-1252";
  if (declared !== undefined && /^utf-?8$/i.test(declared) && mostlyUtf8(bytes)) return "utf-8";
  log.trap("encoding-guessed", guess);
  return guess;
}

/** Pure ASCII reads the same in all of them, and in the encodings with escapes it does not. */
function isSingleByte(label: string): boolean {
  return /^(iso-2022|utf-7|hz-gb)/.test(label);
}

/** `charset=` of a meta element or the encoding of an XML declaration, read as ASCII. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, declarationReach));
  const meta = /<meta\b[^>]{0,300}\bcharset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})/i.exec(head);
  const xml = /^\s*<\?xml\b[^>]{0,200}\bencoding\s*=\s*["']([A-Za-z0-9_.:-]{2,40})/i.exec(head);
  const label = meta?.[1] ?? xml?.[1];
  // A declaration that could be read as ASCII is not UTF-16, whatever it says.
  return label !== undefined && /^utf-?16/i.test(label) ? "utf-8" : label;
}

/** Whether the bytes are well-formed UTF-8, a cut last character forgiven. */
function shapeOf(bytes: Uint8Array): "ascii" | "utf-8" | "other" {
  const { good, bad } = countSequences(bytes);
  return bad > 0 ? "other" : good > 0 ? "utf-8" : "ascii";
}

/** UTF-8 with a few damaged places. */
function mostlyUtf8(bytes: Uint8Array): boolean {
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
