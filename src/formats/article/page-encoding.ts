/** Bytes of a page to text: mark, declaration, shape of the bytes, guess, in that order, and every doubt said. */
import { readOpeningBytes } from "../text-encoding/byte-order-mark.ts";
import { guessSingleByte, mostlyUtf8, shapeOf } from "../text-encoding/guess-encoding.ts";
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
  const guess = guessSingleByte(bytes);
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
