/** Text of header fields: encoded words (RFC 2047), encoded parameters (RFC 2231), and bytes that nobody encoded. */
import { encodingOf } from "../text-encoding/decoded-text.ts";
import type { MakeDecoder } from "../text-encoding/text-decoder.port.ts";
import { encodedMark } from "./parameters.ts";
import { fromBase64Lines, fromQuotedPrintable, hexByte } from "./transfer-decode.ts";

const word = /=\?([^?\s]{1,60})\?([bBqQ])\?([^?\s]{0,2000})\?=/g;

export function fieldText(value: string, makeDecoder: MakeDecoder): string {
  // White space between two encoded words is no part of the text; a letter may even be cut between them.
  const joined = value.slice(0, 64 * 1024).replace(/(=\?[^?\s]{1,60}\?[bBqQ]\?[^?\s]{0,2000}\?=)\s+(?==\?[^?\s]{1,60}\?[bBqQ]\?)/g, "$1");
  const parts: string[] = [];
  let from = 0;
  let waiting: { label: string; bytes: number[] } | undefined;
  const flush = () => {
    if (waiting !== undefined) parts.push(decode(Uint8Array.from(waiting.bytes), waiting.label, makeDecoder));
    waiting = undefined;
  };
  for (const match of joined.matchAll(word)) {
    const [all, charset, how, said] = match as unknown as [string, string, string, string];
    const label = charset.replace(/\*.*$/, "").toLowerCase();
    if (match.index > from) {
      flush();
      parts.push(bare(joined.slice(from, match.index), makeDecoder));
    }
    const raw = latin1Bytes(how.toLowerCase() === "q" ? said.replaceAll("_", " ") : said);
    const bytes = how.toLowerCase() === "q" ? fromQuotedPrintable(raw) : fromBase64Lines(raw);
    if (waiting !== undefined && waiting.label !== label) flush();
    waiting ??= { label, bytes: [] };
    for (const byte of bytes) waiting.bytes.push(byte);
    from = match.index + all.length;
  }
  flush();
  parts.push(bare(joined.slice(from), makeDecoder));
  return parts.join("").toWellFormed();
}

/** A parameter's value, such as a file name. */
export function parameterText(value: string, makeDecoder: MakeDecoder): string {
  if (!value.startsWith(encodedMark)) return fieldText(value, makeDecoder);
  const match = /^\0([^']{0,60})'[^']{0,60}'(.*)$/s.exec(value);
  const [label, text] = match === null ? ["utf-8", value.slice(1)] : [match[1] as string, match[2] as string];
  const raw = latin1Bytes(text);
  const bytes: number[] = [];
  for (let at = 0; at < raw.length; at++) {
    const coded = raw[at] === 0x25 ? hexByte(raw, at + 1) : -1;
    bytes.push(coded < 0 ? (raw[at] as number) : coded);
    if (coded >= 0) at += 2;
  }
  return decode(Uint8Array.from(bytes), label === "" ? "utf-8" : label, makeDecoder).toWellFormed();
}

/** Bytes beyond ASCII that stand in a field as they are. */
function bare(text: string, makeDecoder: MakeDecoder): string {
  if (!/[\u0080-\u00ff]/.test(text)) return text;
  const bytes = latin1Bytes(text);
  return decode(bytes, encodingOf(bytes).label, makeDecoder);
}

function decode(bytes: Uint8Array, label: string, makeDecoder: MakeDecoder): string {
  const decoder = makeDecoder(label) ?? makeDecoder(encodingOf(bytes).label);
  return decoder?.decode(bytes, { stream: false }) ?? "";
}

function latin1Bytes(text: string): Uint8Array {
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0) & 255);
}
